import type { PublishedArticle } from '@/features/articles/find-published-article';

/** What the form tells the preview frame. Structured clone carries its maps and dates. */
export type PreviewMessage = { kind: 'chengxun:preview'; article: PublishedArticle };

/** What the frame says when it can be told something. */
export const previewReady = 'chengxun:preview-ready';
