import { type Block, type BlockOf, bodyLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import type { Problem } from '@/lib/problems';

/** What the rules need to know of the pictures that a content shows. */
export type PictureWords = { alt: string; credit: string };

/**
 * What an article lacks before readers may see it; empty when it may be published. A draft may lack
 * anything. `field` is the form's field, or `body.<index>` of the block. The same list is the check list
 * beside the form.
 */
export function problemsBeforePublishing(
  content: ArticleContent,
  picturesById: ReadonlyMap<number, PictureWords>,
  isRootSection: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (isRootSection) add('sectionId', '请选择栏目：稿件不能直接发在网站首页之下。');
  if (content.headline.trim() === '') add('headline', '请填写标题。');
  if (!hasText(content)) add('body', '正文还是空的。');
  if (content.sourceName.trim() === '') add('sourceName', '请填写来源；自采的稿件填本网站名称。');
  const isReprint = content.originalHeadline !== '' || content.originalUrl !== '';
  if (isReprint && content.originalHeadline.trim() === '')
    add('originalHeadline', '转载的稿件请填写原标题。');
  if (!content.credits.some(({ role }) => role === 'editor' || role === 'responsibleEditor')) {
    add('credits', '请至少署一位编辑或责编的姓名。');
  }
  for (const [index, block] of content.body.content.entries()) {
    const images = imagesOf(block);
    for (const { assetId, alt, credit } of images) {
      const known = picturesById.get(assetId);
      const name = images.length > 1 ? '图集里的图片' : '图片';
      if (known === undefined) add(`body.${index}`, `${name}已不在图片库里，请换一张。`);
      else {
        if (alt.trim() === '') add(`body.${index}`, `${name}缺少替代文字（说给看不见图的读者）。`);
        if (credit.trim() === '') add(`body.${index}`, `${name}缺少摄影者或来源。`);
      }
    }
  }
  const cover = content.coverAssetId === null ? undefined : picturesById.get(content.coverAssetId);
  if (content.coverAssetId !== null) {
    if (cover === undefined) add('coverAssetId', '封面图片已不在图片库里，请换一张。');
    else {
      if (cover.alt.trim() === '') add('coverAssetId', '封面图片缺少替代文字，请在图片库里补上。');
      if (cover.credit.trim() === '') add('coverAssetId', '封面图片缺少摄影者或来源，请在图片库里补上。');
    }
  }
  return problems;
}

function hasText({ body }: ArticleContent): boolean {
  const hasWords = bodyLines(body).some((line) => line.trim() !== '');
  return hasWords || body.content.some((block) => imagesOf(block).length > 0);
}

function imagesOf(block: Block): BlockOf<'image'>['attrs'][] {
  if (block.type === 'image') return [block.attrs];
  if (block.type === 'gallery') return block.content.map(({ attrs }) => attrs);
  return [];
}
