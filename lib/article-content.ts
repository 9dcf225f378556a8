import { z } from 'zod';
import { articleBodySchema, assetIdsOf, emptyBody } from '@/lib/article-body';
import { contributorRoles } from '@/lib/contributor-role';

/**
 * Everything an editor writes of an article, as the form sends it and a revision keeps it. A draft may lack
 * anything but its section; what publication needs is asked by lib/problems-before-publishing.ts.
 */

const line = (limit: number, name: string) =>
  z
    .string()
    .max(limit, `${name}不能超过 ${limit} 字`)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), `${name}里有无法保存的字符`);

const address = z
  .string()
  .max(2000, '网址太长')
  .regex(/^(https?:\/\/[^\s\p{Cc}]+)?$/u, '网址要以 http:// 或 https:// 开头');

const creditSchema = z.strictObject({
  role: z.enum(contributorRoles),
  name: line(60, '姓名').refine(
    (name) => name.trim() === name && name !== '',
    '姓名前后不能有空格，也不能为空',
  ),
});

export const articleContentSchema = z.strictObject({
  sectionId: z.int().positive(),
  headline: line(200, '标题'),
  kicker: line(200, '引题'),
  subheadline: line(200, '副题'),
  shortHeadline: line(60, '短标题'),
  abstract: z
    .string()
    .max(1000, '摘要不能超过 1000 字')
    // eslint-disable-next-line no-control-regex -- line feeds are welcome here, other control characters are not
    .refine((text) => text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/u.test(text), {
      message: '摘要里有无法保存的字符',
    }),
  body: articleBodySchema,
  coverAssetId: z.int().positive().nullable(),
  sourceName: line(100, '来源'),
  sourceUrl: address,
  originalHeadline: line(200, '原标题'),
  originalUrl: address,
  credits: z.array(creditSchema).max(100, '署名不能超过 100 人'),
  tags: z
    .array(line(30, '标签').refine((tag) => tag.trim() === tag && tag !== '', '标签不能为空'))
    .max(20, '标签不能超过 20 个'),
});

export type ArticleContent = z.infer<typeof articleContentSchema>;

export function emptyContent(sectionId: number): ArticleContent {
  return {
    sectionId,
    headline: '',
    kicker: '',
    subheadline: '',
    shortHeadline: '',
    abstract: '',
    body: emptyBody,
    coverAssetId: null,
    sourceName: '',
    sourceUrl: '',
    originalHeadline: '',
    originalUrl: '',
    credits: [],
    tags: [],
  };
}

/** Every picture an article shows: in its text and as its cover. */
export function assetIdsOfContent({
  body,
  coverAssetId,
}: Pick<ArticleContent, 'body' | 'coverAssetId'>): number[] {
  return [...new Set([...assetIdsOf(body), ...(coverAssetId === null ? [] : [coverAssetId])])];
}
