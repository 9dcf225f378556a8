import type { ArticleContent } from '@/lib/article-content';

/** Puts some fields of the text in place of what they were. */
export type ContentChange = (change: Partial<ArticleContent>) => void;
