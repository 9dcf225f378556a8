import type { Correction } from '@/features/corrections/list-corrections';
import { escapeXml } from '@/features/crawlers/xml-text';
import type { ArticleBody, Block, BlockOf, Inline } from '@/lib/article-body';
import { formatDateTime } from '@/lib/dates';
import { articleAddress } from '@/lib/addresses';
import { fallbackWidth, type Picture, pictureAddress } from '@/lib/picture';

type Material = { pictures: ReadonlyMap<number, Picture>; relatedHeadlines: ReadonlyMap<number, string> };

/**
 * A body as HTML for feed readers: every text escaped, every address absolute, no class, style or script. Made
 * from the blocks; HTML is stored nowhere. `siteUrl` has no slash at its end.
 */
export function bodyHtml(body: ArticleBody, material: Material, siteUrl: string): string {
  return body.content.map((block) => blockHtml(block, material, siteUrl)).join('\n');
}

/** What was wrong, before the text as on the page: whoever reads in a feed has to learn of it, too. */
export function correctionsHtml(corrections: Correction[]): string {
  return corrections
    .map(({ text, publishedAt }) =>
      element('p', `<strong>更正（${formatDateTime(publishedAt)}）：</strong>${escapeXml(text)}`),
    )
    .join('\n');
}

function blockHtml(block: Block, material: Material, siteUrl: string): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', inlineHtml(block.content, siteUrl));
    case 'subhead':
      return element('h2', block.content.map((line) => inlineHtml(line.content, siteUrl)).join('<br>'));
    case 'image':
      return imageHtml(block, material, siteUrl);
    case 'gallery':
      return block.content.map((image) => imageHtml(image, material, siteUrl)).join('');
    case 'quote':
      return element('blockquote', paragraphs(block.content, siteUrl));
    case 'note':
      return element(
        'aside',
        element('p', element('strong', escapeXml(block.attrs.label))) + paragraphs(block.content, siteUrl),
      );
    case 'list': {
      const items = block.content.map((item) => element('li', paragraphs(item.content, siteUrl))).join('');
      return element(block.attrs.ordered ? 'ol' : 'ul', items);
    }
    case 'table':
      return tableHtml(block, siteUrl);
    case 'video':
      return element(
        'p',
        `<a href="${escapeXml(siteUrl + block.attrs.src)}">${escapeXml(block.attrs.caption || '视频')}</a>`,
      );
    case 'divider':
      return '<hr>';
    case 'related': {
      const links = block.attrs.articleIds.flatMap((id) => {
        const headline = material.relatedHeadlines.get(id);
        if (headline === undefined) return [];
        return [element('li', `<a href="${siteUrl}${articleAddress(id)}">${escapeXml(headline)}</a>`)];
      });
      return links.length === 0 ? '' : element('ul', links.join(''));
    }
    default:
      return block satisfies never;
  }
}

function imageHtml({ attrs }: BlockOf<'image'>, { pictures }: Material, siteUrl: string): string {
  const picture = pictures.get(attrs.assetId);
  if (picture === undefined) return '';
  const width = fallbackWidth(picture.width);
  const height = Math.round((picture.height * width) / picture.width);
  const address = siteUrl + pictureAddress(picture.contentHash, width, 'jpg');
  const words = [attrs.caption, attrs.credit].filter(Boolean).join(' ');
  const image = `<img src="${escapeXml(address)}" alt="${escapeXml(attrs.alt || picture.alt)}" width="${width}" height="${height}">`;
  return element('figure', image + (words && element('figcaption', escapeXml(words))));
}

function tableHtml({ attrs, content }: BlockOf<'table'>, siteUrl: string): string {
  const rows = content.map((row) => {
    const cells = row.content.map((cell) => {
      const name = cell.type === 'tableHeader' ? 'th' : 'td';
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
      const spans =
        (colspan > 1 ? ` colspan="${colspan}"` : '') + (rowspan > 1 ? ` rowspan="${rowspan}"` : '');
      return `<${name}${spans}>${paragraphs(cell.content ?? [], siteUrl)}</${name}>`;
    });
    return element('tr', cells.join(''));
  });
  const caption = attrs.caption === '' ? '' : element('caption', escapeXml(attrs.caption));
  return element('table', caption + rows.join(''));
}

function paragraphs(content: BlockOf<'paragraph'>[], siteUrl: string): string {
  return content.map((one) => element('p', inlineHtml(one.content, siteUrl))).join('');
}

function inlineHtml(content: Inline[] | undefined, siteUrl: string): string {
  return (content ?? [])
    .map((inline) => {
      if (inline.type === 'lineBreak') return '<br>';
      return (inline.marks ?? []).reduce((html, mark) => {
        if (mark.type === 'strong') return element('strong', html);
        if (mark.type === 'emphasis') return element('em', html);
        const { href } = mark.attrs;
        return `<a href="${escapeXml(href.startsWith('/') ? siteUrl + href : href)}">${html}</a>`;
      }, escapeXml(inline.text));
    })
    .join('');
}

function element(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}
