import type { FormState } from '@/lib/form-state';
import type { Outcome } from '@/lib/problems';

/** What the page of sections can do; each asks for the right itself. */
export type SectionActions = {
  add: (section: unknown) => Promise<FormState>;
  change: (section: unknown) => Promise<FormState>;
  move: (move: { sectionId: number; direction: 'up' | 'down' }) => Promise<FormState>;
  remove: (section: { sectionId: number }) => Promise<FormState>;
  suggestSegment: (question: { name: string; parentId: number }) => Promise<Outcome<string>>;
};
