import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model';
import { z } from 'zod';
import type { DeskPicture } from '@/lib/picture';

/*
 * Between two of our editors blocks travel as ProseMirror's own slice. Other sites run ProseMirror too: by
 * the attribute below we tell ours. It carries what the other editor may not know yet, the pictures and the
 * headlines that the copied blocks name.
 */

const attribute = 'data-chengxun';

const carriedSchema = z.strictObject({
  pictures: z.array(
    z.strictObject({
      id: z.int().positive(),
      contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
      width: z.int().positive(),
      height: z.int().positive(),
      hasAvif: z.boolean(),
      alt: z.string(),
      credit: z.string(),
      fileName: z.string(),
      rights: z.string(),
      focalX: z.number(),
      focalY: z.number(),
    }),
  ),
  headlines: z.array(z.tuple([z.int().positive(), z.string().max(500)])),
});

type Known = { pictures: ReadonlyMap<number, DeskPicture>; headlines: ReadonlyMap<number, string> };
export type Carried = { pictures: DeskPicture[]; headlines: [number, string][] };

/** Writes copied blocks for the clipboard; in the browser only. */
export class OwnClipboardSerializer extends DOMSerializer {
  constructor(
    schema: Schema,
    private readonly known: () => Known,
  ) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target);
    // With a target it is called for the inside of a node.
    if (target === undefined && written.firstChild instanceof HTMLElement) {
      written.firstChild.setAttribute(attribute, JSON.stringify(carriedWith(fragment, this.known())));
    }
    return written;
  }
}

function carriedWith(fragment: Fragment, known: Known): Carried {
  const pictureIds = new Set<number>();
  const articleIds = new Set<number>();
  fragment.descendants((node) => {
    if (node.type.name === 'image') pictureIds.add(node.attrs.assetId);
    if (node.type.name === 'related') for (const id of node.attrs.articleIds) articleIds.add(id);
  });
  return {
    pictures: [...pictureIds].flatMap((id) => known.pictures.get(id) ?? []),
    headlines: [...articleIds].flatMap((id): [number, string][] => {
      const headline = known.headlines.get(id);
      return headline === undefined ? [] : [[id, headline]];
    }),
  };
}

/** What came with blocks of ours; undefined for HTML of anybody else. In the browser only. */
export function readOwnClipboard(html: string): Carried | undefined {
  if (!html.includes(attribute)) return undefined;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const written = page.querySelector(`[data-pm-slice][${attribute}]`)?.getAttribute(attribute);
  if (written === null || written === undefined) return undefined;
  try {
    return carriedSchema.parse(JSON.parse(written));
  } catch {
    return undefined;
  }
}
