import { createHash } from 'node:crypto';
import { canonical } from '@/features/articles/article-content';
import type { ArticleContent } from '@/lib/article-content';

/**
 * What a signature stands under: SHA-256 (hexadecimal) over every field of the content, whatever the order of
 * its keys. One changed character, picture, credit or section is another text.
 */
export function textHash(content: ArticleContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
