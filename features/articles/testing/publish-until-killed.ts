import { writeSync } from 'node:fs';
import { tx } from '@/db/client';
import { editorRoleScopes, editors } from '@/db/schema/editors';
import { createArticle } from '@/features/articles/create-article';
import { publishArticle } from '@/features/articles/publish-article';
import { saveArticle } from '@/features/articles/save-article';
import { finishedContent } from '@/features/articles/testing/desk-articles';
import { approveText } from '@/features/review/testing/approve-text';

/*
 * A process that begins, saves, publishes and updates articles as fast as it can until it is killed. What
 * was acknowledged is written to the standard output after the verb has answered: `<article> <headline>`.
 * DATA_DIR names the database; the arguments are the section and a mark for the headlines.
 */
const sectionId = Number(process.argv[2]);
const mark = process.argv[3] ?? '';

const now = new Date();
const id = await tx(async (q) => {
  const [row] = await q
    .insert(editors)
    .values({ name: '总编', email: `${mark}@kill.example`, createdAt: now, updatedAt: now })
    .returning({ id: editors.id });
  await q.insert(editorRoleScopes).values({ editorId: row!.id, role: 'chiefEditor', sectionId: 1 });
  return row!.id;
});
const editor = { id, name: '总编', email: '', roles: [{ role: 'chiefEditor' as const, sectionId: 1 }] };

for (let number = 0; ; number += 1) {
  const begun = await createArticle(editor, { sectionId, headline: '', formKey: crypto.randomUUID() });
  if (!begun.ok) throw new Error(begun.problems[0]?.message);
  const { articleId } = begun.value;
  let version = 1;
  for (const state of ['first', 'second']) {
    const headline = `${mark} ${number} ${state}`;
    const saved = await saveArticle(editor, {
      articleId,
      baseVersion: version,
      kind: 'save',
      tab: 'tab-of-the-killed',
      content: finishedContent(sectionId, headline),
    });
    if (!saved.ok) throw new Error(saved.problems[0]?.message);
    version = saved.value.version;
    await approveText(articleId);
    const published = await publishArticle(editor, { articleId, version });
    if (!published.ok) throw new Error(published.problems[0]?.message);
    // Written without the event loop: what is on its way when the process dies was never acknowledged.
    writeSync(1, `${articleId} ${headline}\n`);
  }
}
