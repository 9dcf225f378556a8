import type { Metadata } from 'next';
import { restoreAction } from '@/app/(desk)/desk/(signed-in)/articles/[articleId]/versions/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ChangeKeys } from '@/components/desk/versions/change-keys';
import { DifferenceView } from '@/components/desk/versions/difference-view';
import { VersionList } from '@/components/desk/versions/version-list';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { getArticleForDesk } from '@/features/articles/get-article-for-desk';
import { compareRevisions } from '@/features/versions/compare-revisions';
import { listRevisions } from '@/features/versions/list-revisions';
import { readVersionQuestion } from '@/lib/version-question';

export const metadata: Metadata = { title: '历史版本' };

export default async function VersionsPage({
  params,
  searchParams,
}: PageProps<'/desk/articles/[articleId]/versions'>) {
  const editor = await requireEditor();
  const articleId = Number((await params).articleId);
  const asked = readVersionQuestion(await searchParams);
  const found = await unlessNotAllowed(async () => ({
    article: await getArticleForDesk(editor, Number.isSafeInteger(articleId) ? articleId : 0),
    page: await listRevisions(editor, articleId, asked.before),
  }));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const { article, page } = found.value;
  const { revisions, older } = page;
  // Without a question: what the newest version changed.
  const to = asked.to ?? revisions[0]?.version;
  const from = asked.from ?? revisions.find(({ version }) => to !== undefined && version < to)?.version;
  const difference =
    from === undefined || to === undefined
      ? undefined
      : await compareRevisions(editor, articleId, [from, to]);
  const address = `/desk/articles/${articleId}/versions`;
  return (
    <>
      <PageTitle title="历史版本" note={page.headline || '无标题'}>
        <ButtonLink href={`/desk/articles/${articleId}`}>回到稿件</ButtonLink>
      </PageTitle>
      <div className="grid items-start gap-6 xl:grid-cols-[24rem_minmax(0,1fr)]">
        <VersionList
          articleId={articleId}
          revisions={revisions}
          from={from}
          to={to}
          older={older}
          address={address}
          newest={article.version}
          mayRestore={
            article.allowed.includes('editArticle') &&
            article.status !== 'withdrawn' &&
            !article.schedules.some(({ kind }) => kind === 'publish')
          }
          restore={restoreAction}
        />
        <section aria-labelledby="difference" className="min-w-0">
          <h2 id="difference" className="mb-2 text-lg font-bold">
            {from === undefined ? '只有这一版' : `第 ${from} 版 → 第 ${to} 版`}
          </h2>
          {difference === undefined ? (
            <p className="text-muted">
              {from === undefined ? '再保存一次，就能在这里对照。' : '其中一版已经不在了，请另选两版对照。'}
            </p>
          ) : (
            <>
              <ChangeKeys />
              <DifferenceView
                difference={difference}
                showsAll={asked.showsAll}
                address={`${address}?from=${from}&to=${to}`}
              />
            </>
          )}
        </section>
      </div>
    </>
  );
}
