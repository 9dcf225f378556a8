import type { FrontSaveAnswer } from '@/components/desk/fronts/front-keeper';
import type { FrontDesk } from '@/features/fronts/get-front-draft';
import type { FoundLive } from '@/features/fronts/search-live-articles';
import type { FrontDraft } from '@/lib/front-draft';
import type { Outcome } from '@/lib/problems';

/** What the page of a front can do; each asks for the right itself. */
export type FrontActions = {
  save: (save: { key: string; baseVersion: number; content: FrontDraft }) => Promise<FrontSaveAnswer>;
  launch: (launch: {
    key: string;
    version: number;
    launchId: number;
    blockId: number | null;
  }) => Promise<Outcome<FrontDesk>>;
  undo: (launch: { key: string; launchId: number }) => Promise<Outcome<FrontDesk>>;
  load: (front: { key: string }) => Promise<Outcome<FrontDesk>>;
  search: (question: { words: string; sectionId: number | null }) => Promise<Outcome<FoundLive[]>>;
};
