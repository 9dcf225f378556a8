import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import type { Importance, ReviewStage } from '@/lib/review-stage';

type Tabbed = { articleId: number; tab: string };

/** The server's side of the chain, passed in by the article's page. Every one asks again who may. */
export type ReviewActions = {
  approve: (input: {
    articleId: number;
    version: number;
    stage: ReviewStage;
    opinion: string;
    withProofreading: boolean;
    andPublish: boolean;
  }) => Promise<ActionAnswer<{ isComplete: boolean }>>;
  proofread: (input: {
    articleId: number;
    version: number;
    opinion: string;
  }) => Promise<ActionAnswer<{ isComplete: boolean }>>;
  publishFirst: (input: {
    articleId: number;
    version: number;
    reason: string;
  }) => Promise<ActionAnswer<{ publishedAt: Date }>>;
  mark: (input: {
    articleId: number;
    version: number;
    blockIndex: number;
    quote: string;
    note: string;
  }) => Promise<ActionAnswer<{ markId: number }>>;
  resolveMark: (input: { articleId: number; markId: number }) => Promise<ActionAnswer>;
  setImportance: (input: { articleId: number; importance: Importance }) => Promise<ActionAnswer>;
  claim: (input: Tabbed) => Promise<ActionAnswer>;
  releaseClaim: (input: Tabbed) => Promise<ActionAnswer>;
};
