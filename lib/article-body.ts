import { z } from 'zod';

/**
 * The article body: a ProseMirror document of a closed set of blocks. The desk's editor writes it, the
 * importer builds it, the database stores it as JSON and the reader's components draw it; this file is
 * the one description all four obey. HTML is never stored.
 */

// In a browser zod would first try whether it may compile code: the desk's policy refuses and reports that.
if ('window' in globalThis) z.config({ jitless: true });

/** http(s) and mailto addresses, and paths of this site; everything else (javascript:, data:) is no link. */
const linkAddress = z
  .string()
  .max(2000)
  .regex(
    /^(https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}]+|\/(?![/\\])[^\s\p{Cc}]*)$/u,
    '链接只能以 http://、https://、mailto: 或 / 开头',
  );

/** Text that every engine stores and every feed can carry: well-formed Unicode without control characters. */
const plainText = z
  .string()
  .max(20_000, '一段文字不能超过两万字')
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
  .refine((text) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(text), {
    message: '文字里有无法保存的字符',
  });

const assetId = z.int().positive();

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('emphasis') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: linkAddress }) }),
]);

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: plainText.min(1),
  marks: z.array(markSchema).max(3).optional(),
});
const lineBreakSchema = z.strictObject({ type: z.literal('lineBreak') });
const inlineSchema = z.discriminatedUnion('type', [textSchema, lineBreakSchema]);

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(inlineSchema).max(2000).optional(),
});

/** A subhead is one line, or the pair of matching lines that Chinese commentaries like. */
const subheadSchema = z.strictObject({
  type: z.literal('subhead'),
  content: z
    .array(
      z.strictObject({ type: z.literal('subheadLine'), content: z.array(textSchema).max(50).optional() }),
    )
    .min(1)
    .max(2),
});

const imageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    assetId,
    alt: plainText.max(300),
    caption: plainText.max(1000),
    credit: plainText.max(200),
  }),
});

const gallerySchema = z.strictObject({
  type: z.literal('gallery'),
  content: z.array(imageSchema).min(1).max(100),
});

const quoteSchema = z.strictObject({
  type: z.literal('quote'),
  content: z.array(paragraphSchema).min(1).max(100),
});

const listSchema = z.strictObject({
  type: z.literal('list'),
  attrs: z.strictObject({ ordered: z.boolean() }),
  content: z
    .array(z.strictObject({ type: z.literal('listItem'), content: z.array(paragraphSchema).min(1).max(20) }))
    .min(1)
    .max(500),
});

const tableCellSchema = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z
    .strictObject({ colspan: z.int().min(1).max(50), rowspan: z.int().min(1).max(500) })
    .partial()
    .optional(),
  content: z.array(paragraphSchema).max(20).optional(),
});

const tableSchema = z.strictObject({
  type: z.literal('table'),
  attrs: z.strictObject({ caption: plainText.max(200) }),
  content: z
    .array(z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCellSchema).min(1).max(50) }))
    .min(1)
    .max(500),
});

const videoSchema = z.strictObject({
  type: z.literal('video'),
  attrs: z.strictObject({
    /** A file of this site (`/media/…`); other hosts' videos are linked, never embedded. */
    src: z.string().regex(/^\/media\/[\w./-]+$/u, '视频须先上传到本站'),
    posterAssetId: assetId.optional(),
    caption: plainText.max(1000),
    credit: plainText.max(200),
  }),
});

const dividerSchema = z.strictObject({ type: z.literal('divider') });

const relatedSchema = z.strictObject({
  type: z.literal('related'),
  attrs: z.strictObject({ articleIds: z.array(z.int().positive()).min(1).max(20) }),
});

/** A word from the newsroom inside the text: 编者按, 延伸阅读, 名词解释. */
const noteSchema = z.strictObject({
  type: z.literal('note'),
  attrs: z.strictObject({ label: plainText.max(20) }),
  content: z.array(paragraphSchema).min(1).max(100),
});

const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  subheadSchema,
  imageSchema,
  gallerySchema,
  quoteSchema,
  listSchema,
  tableSchema,
  videoSchema,
  dividerSchema,
  relatedSchema,
  noteSchema,
]);

export const articleBodySchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(blockSchema).max(5000, '正文不能超过五千段'),
});

export type ArticleBody = z.infer<typeof articleBodySchema>;
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type Inline = z.infer<typeof inlineSchema>;
export type Paragraph = BlockOf<'paragraph'>;

export const emptyBody: ArticleBody = { type: 'doc', content: [] };

export function paragraph(text: string): Paragraph {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function subhead(...lines: [string] | [string, string]): BlockOf<'subhead'> {
  return {
    type: 'subhead',
    content: lines.map((line) => ({ type: 'subheadLine', content: [{ type: 'text', text: line }] })),
  };
}

function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

function paragraphsText(paragraphs: Paragraph[] | undefined): string[] {
  return (paragraphs ?? []).map((one) => inlineText(one.content));
}

/** The lines a reader reads, in order: for counting, for feeds and for search; captions are included. */
export function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [inlineText(block.content)];
    case 'subhead':
      return block.content.map((line) => inlineText(line.content));
    case 'image':
    case 'video':
      return block.attrs.caption === '' ? [] : [block.attrs.caption];
    case 'gallery':
      return block.content.flatMap(blockLines);
    case 'quote':
    case 'note':
      return paragraphsText(block.content);
    case 'list':
      return block.content.flatMap((item) => paragraphsText(item.content));
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => paragraphsText(cell.content)));
    case 'divider':
    case 'related':
      return [];
    default:
      return block satisfies never;
  }
}

export function bodyLines(body: ArticleBody): string[] {
  return body.content.flatMap(blockLines).filter((line) => line !== '');
}

/**
 * Length as Chinese newsrooms count it: every Han character and every full-width mark is one, a run of
 * Latin letters or digits is one, blanks are none.
 */
export function countCharacters(text: string): number {
  return text.match(/[\p{sc=Latn}\p{N}]+(?:[.'’-][\p{sc=Latn}\p{N}]+)*|[^\s]/gu)?.length ?? 0;
}

/** Every asset the body shows, so that a page can ask for all its pictures at once. */
export function assetIdsOf(body: ArticleBody): number[] {
  const ids = body.content.flatMap((block) => {
    if (block.type === 'image') return [block.attrs.assetId];
    if (block.type === 'gallery') return block.content.map((image) => image.attrs.assetId);
    if (block.type === 'video') return block.attrs.posterAssetId ? [block.attrs.posterAssetId] : [];
    return [];
  });
  return [...new Set(ids)];
}

export function relatedArticleIdsOf(body: ArticleBody): number[] {
  return [
    ...new Set(body.content.flatMap((block) => (block.type === 'related' ? block.attrs.articleIds : []))),
  ];
}
