import { paragraph, subhead, type Block } from '@/lib/article-body';
import type { ContributorRole } from '@/lib/contributor-role';
import type { DemoPictureKey } from '@/db/seed/pictures/pictures';

/** One article of the demo newsroom as its author writes it; the seed turns it into rows. */
export type DemoArticle = {
  /** Path of its section, see ../sections.ts. */
  section: string;
  /** How long before the seeding it was published; `at` is Beijing time, HH:MM. */
  daysAgo: number;
  at: string;
  kicker?: string;
  headline: string;
  subheadline?: string;
  /** For narrow lists, at most 16 characters; the headline serves where it is missing. */
  shortHeadline?: string;
  abstract: string;
  source: string;
  /** The headline at the place an article was taken from, when ours differs. */
  originalHeadline?: string;
  people: Partial<Record<ContributorRole, string[]>>;
  /** Shown in lists and on fronts; it also appears in the body only where the body names it. */
  cover?: DemoPictureKey;
  body: DemoBlock[];
};

export type DemoPicture = { picture: DemoPictureKey; caption: string };
export type DemoGallery = { gallery: DemoPicture[] };

/** A plain string is a paragraph; pictures are named by their key and become assets when seeded. */
export type DemoBlock = string | Block | DemoPicture | DemoGallery;

export { subhead };

export function quote(...paragraphs: string[]): Block {
  return { type: 'quote', content: paragraphs.map(paragraph) };
}

export function list(...items: string[]): Block {
  return listOf(false, items);
}

export function orderedList(...items: string[]): Block {
  return listOf(true, items);
}

function listOf(ordered: boolean, items: string[]): Block {
  return {
    type: 'list',
    attrs: { ordered },
    content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  };
}

/** The first row is the heading row. */
export function table(caption: string, ...rows: string[][]): Block {
  return {
    type: 'table',
    attrs: { caption },
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: row.map((cell) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(cell)],
      })),
    })),
  };
}

export function note(label: string, ...paragraphs: string[]): Block {
  return { type: 'note', attrs: { label }, content: paragraphs.map(paragraph) };
}

export function picture(key: DemoPictureKey, caption: string): DemoPicture {
  return { picture: key, caption };
}

export function gallery(...pictures: DemoPicture[]): DemoGallery {
  return { gallery: pictures };
}
