import { availableParallelism } from 'node:os';
import { eq, inArray, isNull } from 'drizzle-orm';
import sharp from 'sharp';
import { raiseContentVersion } from '@/db/content-version';
import { type Query, tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { blockItems, blocks, fronts } from '@/db/schema/fronts';
import { sections } from '@/db/schema/sections';
import { siteSettings } from '@/db/schema/site';
import { demoArticles } from '@/db/seed/articles/demo-articles';
import type { DemoArticle, DemoBlock, DemoPicture } from '@/db/seed/articles/demo-article';
import { type DemoPictureKey, demoPictures } from '@/db/seed/pictures/pictures';
import { demoSections } from '@/db/seed/sections';
import { demoFooter, demoStandingPages } from '@/db/seed/settings';
import { insertArticle } from '@/features/articles/insert-article';
import { insertStyleRules } from '@/features/house-style/exchange-style-rules';
import { demoStyleRules } from '@/features/house-style/starter-rules';
import { storePicture } from '@/features/media/store-picture';
import { articleBodySchema, type Block, paragraph } from '@/lib/article-body';
import { contributorRoles } from '@/lib/contributor-role';
import { beijingInstant, dayNumberOf } from '@/lib/dates';

type Assets = Map<DemoPictureKey, number>;

/** Whether the database holds no article yet: only then may the demo newsroom move in. */
export async function hasNoArticles(q: Pick<Query, 'select'>): Promise<boolean> {
  const found = await q.select({ id: articles.id }).from(articles).limit(1);
  return found.length === 0;
}

/**
 * Fills an empty database, foundation laid, with a fictional city's newsroom. Pictures are drawn first; the
 * rows follow in one transaction, so that a broken seeding leaves an empty database and not half a newsroom.
 * `now` dates the articles: the newest are of the same morning or the evening before.
 */
export async function seedDemoNewsroom(
  options: { now?: Date; report?: (done: number, all: number) => void } = {},
): Promise<void> {
  const now = options.now ?? new Date();
  const assets = await drawPictures(options.report);
  await tx(async (q) => {
    if (!(await hasNoArticles(q))) throw new Error('The demo newsroom moves into an empty database only.');
    const sectionIds = await insertSections(q);
    const articleIds = new Map<DemoArticle, number>();
    // Oldest first, so that the addresses count up with time.
    const byAge = demoArticles
      .map((article) => ({ article, publishedAt: publicationTime(article, now) }))
      .toSorted((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime());
    for (const { article, publishedAt } of byAge) {
      articleIds.set(article, await insertDemoArticle(q, article, { sectionIds, assets, publishedAt, now }));
    }
    await placeHomeBlocks(q, sectionIds);
    await placeLeads(q, articleIds);
    await insertStyleRules(q, demoStyleRules(), { editorId: null, now });
    await q.insert(siteSettings).values([
      { key: 'access', value: { requiresSecondFactor: false } },
      { key: 'footer', value: demoFooter },
      { key: 'standingPages', value: demoStandingPages },
    ]);
    await raiseContentVersion(q);
  });
}

/** As many at once as there are processors: drawing and encoding run outside JavaScript's one thread. */
async function drawPictures(report: ((done: number, all: number) => void) | undefined): Promise<Assets> {
  const waiting = Object.keys(demoPictures) as DemoPictureKey[];
  const all = waiting.length;
  const assets: Assets = new Map();
  async function draw(): Promise<void> {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const { draw: drawingOf, alt, credit } = demoPictures[key];
      const drawn = await sharp(Buffer.from(drawingOf())).png({ compressionLevel: 1 }).toBuffer();
      assets.set(key, await storePicture(drawn, { alt, credit }));
      report?.(assets.size, all);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, draw));
  return assets;
}

async function insertSections(q: Query): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const [position, section] of demoSections.entries()) {
    const { path, name, kind, description } = section;
    if (path === '') {
      const [root] = await q
        .update(sections)
        .set({ name, kind, description })
        .where(isNull(sections.parentId))
        .returning({ id: sections.id });
      ids.set(path, root!.id);
      continue;
    }
    const parentId = ids.get(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
    const [added] = await q
      .insert(sections)
      .values({ path, name, kind, description, parentId, position })
      .returning({ id: sections.id });
    ids.set(path, added!.id);
  }
  return ids;
}

/** Never in the future: what would fall later today moves to the day before. */
function publicationTime(article: DemoArticle, now: Date): Date {
  const [hour, minute] = article.at.split(':').map(Number);
  const day = new Date((dayNumberOf(now) - article.daysAgo) * 86_400_000);
  const at = beijingInstant({
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    hour,
    minute,
  });
  if (at === undefined) throw new Error(`“${article.headline}” has no valid time: ${article.at}`);
  return at <= now ? at : new Date(at.getTime() - 86_400_000);
}

async function insertDemoArticle(
  q: Query,
  article: DemoArticle,
  context: { sectionIds: Map<string, number>; assets: Assets; publishedAt: Date; now: Date },
): Promise<number> {
  const { sectionIds, assets, publishedAt, now } = context;
  const sectionId = sectionIds.get(article.section);
  if (sectionId === undefined) throw new Error(`“${article.headline}” names no section: ${article.section}`);
  const body = articleBodySchema.parse({
    type: 'doc',
    content: article.body.map((block) => toBlock(block, assets)),
  });
  const credits = contributorRoles.flatMap((role) =>
    (article.people[role] ?? []).map((name) => ({ role, name })),
  );
  return insertArticle(
    q,
    {
      sectionId,
      headline: article.headline,
      kicker: article.kicker,
      subheadline: article.subheadline,
      shortHeadline: article.shortHeadline,
      abstract: article.abstract,
      originalHeadline: article.originalHeadline,
      source: { name: article.source },
      coverAssetId: article.cover === undefined ? undefined : assets.get(article.cover),
      body,
      credits,
      publishedAt,
    },
    now,
  );
}

function toBlock(block: DemoBlock, assets: Assets): Block {
  if (typeof block === 'string') return paragraph(block);
  if ('picture' in block) return toImage(block, assets);
  if ('gallery' in block)
    return { type: 'gallery', content: block.gallery.map((one) => toImage(one, assets)) };
  return block;
}

function toImage({ picture, caption }: DemoPicture, assets: Assets) {
  const { alt, credit } = demoPictures[picture];
  return { type: 'image' as const, attrs: { assetId: assets.get(picture)!, alt, caption, credit } };
}

/** The home page's section blocks, in the order of the navigation. */
const homeSectionPaths = [
  'news',
  'city',
  'economy',
  'culture',
  'education',
  'health',
  'sports',
  'town',
  'town/stories',
];

async function placeHomeBlocks(q: Query, sectionIds: Map<string, number>): Promise<void> {
  const [home] = await q.select({ id: fronts.id }).from(fronts).where(eq(fronts.key, 'home'));
  await q.insert(blocks).values(
    homeSectionPaths.map((path, index) => ({
      frontId: home!.id,
      kind: 'section' as const,
      title: demoSections.find((section) => section.path === path)!.name,
      sectionId: sectionIds.get(path),
      itemLimit: 5,
      position: 100 + index,
    })),
  );
  await q
    .update(blocks)
    .set({ sectionId: sectionIds.get('city-observation') })
    .where(eq(blocks.kind, 'cityObservation'));
}

/** The hand-placed head of the home page and of both 城市观察 blocks; rules fill the rest. */
async function placeLeads(q: Query, articleIds: Map<DemoArticle, number>): Promise<void> {
  const lead = demoArticles[0]!;
  const observation = demoArticles.find((article) => article.section === 'city-observation')!;
  const placed = await q
    .select({ id: blocks.id, kind: blocks.kind })
    .from(blocks)
    .where(inArray(blocks.kind, ['lead', 'cityObservation']));
  await q.insert(blockItems).values(
    placed.map(({ id, kind }) => ({
      blockId: id,
      position: 0,
      articleId: articleIds.get(kind === 'lead' ? lead : observation),
    })),
  );
}
