import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { tx } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { mediaUses } from '@/db/schema/desk';
import { mediaAssets } from '@/db/schema/media-assets';
import type { Editor } from '@/features/access/editor';
import { rootSectionId } from '@/features/access/testing/newcomers';
import { addPicture } from '@/features/media/add-picture';
import { mediaFolder } from '@/features/media/media-storage';
import { paragraph } from '@/lib/article-body';
import type { ArticleStatus } from '@/lib/article-status';
import type { DeskPicture } from '@/lib/picture';

const emptyBody = { type: 'doc' as const, content: [paragraph('正文。')] };

/** Gives each test a data folder of its own. */
export function useFreshMedia(): void {
  let dataDir = '';
  const before = process.env.DATA_DIR;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'chengxun-media-'));
    process.env.DATA_DIR = dataDir;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
    rmSync(dataDir, { recursive: true });
  });
}

/** The names of all files that are kept. */
export function mediaFiles(): string[] {
  return readdirSync(mediaFolder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(mediaFolder(), path.join(entry.parentPath, entry.name)));
}

/** As an editor uploads it. */
export async function uploaded(editor: Editor, content: Buffer, fileName = '大桥.jpg'): Promise<DeskPicture> {
  const outcome = await addPicture(editor, { content, fileName });
  if (!outcome.ok) throw new Error(outcome.problems[0]!.message);
  return outcome.value;
}

/** What a form could say of a picture. */
export const form = (picture: DeskPicture, changes: object = {}) => ({
  pictureId: picture.id,
  alt: '大桥通车',
  credit: '摄影 陈晓',
  rights: '本报记者拍摄，可长期使用',
  focalX: 30,
  focalY: 70,
  ...changes,
});

/** A row for lists, without files. */
export async function addRow(
  number: number,
  words: Partial<typeof mediaAssets.$inferInsert> = {},
): Promise<number> {
  const contentHash = number.toString(16).padStart(64, '0');
  const row = { contentHash, originalFormat: 'png' as const, width: 10, height: 10, createdAt: new Date(0) };
  const [added] = await tx((q) =>
    q
      .insert(mediaAssets)
      .values({ ...row, ...words })
      .returning({ id: mediaAssets.id }),
  );
  return added!.id;
}

/** An article in whose text the picture stands. */
export async function addArticle(
  pictureId: number,
  { status = 'published', createdBy }: { status?: ArticleStatus; createdBy?: number } = {},
): Promise<number> {
  const sectionId = await rootSectionId();
  const now = new Date();
  return tx(async (q) => {
    const headline = `${status} 的稿件`;
    const publishedAt = status === 'published' ? now : null;
    const [row] = await q
      .insert(articles)
      .values({
        sectionId,
        headline,
        body: emptyBody,
        status,
        publishedAt,
        createdBy,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: articles.id });
    await q.insert(mediaUses).values({ assetId: pictureId, articleId: row!.id });
    return row!.id;
  });
}
