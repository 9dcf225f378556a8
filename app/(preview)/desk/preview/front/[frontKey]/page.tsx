import { notFound } from 'next/navigation';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { ArticleView } from '@/components/article/article-view';
import { HomeFront } from '@/components/front/home-front';
import { SideBar } from '@/components/front/side-bar';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { requireEditor } from '@/features/access/require-editor';
import { findPublishedArticle } from '@/features/articles/find-published-article';
import { getFrontPreview } from '@/features/fronts/get-front-preview';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { articleAddress } from '@/lib/addresses';
import { frontKeys } from '@/lib/block-kind';
import { formatFrontPageDate } from '@/lib/dates';
import { readEnv } from '@/lib/env';

/** The frame beside the arrangement of a front: its saved draft, drawn by the reader's own components. */
export default async function FrontPreviewPage({ params }: PageProps<'/desk/preview/front/[frontKey]'>) {
  const { frontKey } = await params;
  const key = frontKeys.find((one) => one === frontKey) ?? notFound();
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => getFrontPreview(editor, key));
  if (!found.isAllowed) return <p className="wrap">{found.reason}</p>;
  const { blocks, besideArticleId } = found.value;
  const article = besideArticleId === undefined ? undefined : await findPublishedArticle(besideArticleId);
  const site = await getSiteView(article?.sectionId ?? (await getRootSection()).id);
  return (
    <>
      {/* A page of the site refuses to stand in this frame: its links open beside the desk. */}
      <base target="_blank" />
      {key === 'home' ? (
        <PageFrame site={site} isFront dateLine={formatFrontPageDate()}>
          <HomeFront blocks={blocks} />
        </PageFrame>
      ) : (
        <PageFrame site={site}>
          <Breadcrumb trail={site.trail} current="正文" />
          <div className="with-side-bar">
            {article === undefined ? (
              <p>还没有已发布的稿件。</p>
            ) : (
              <ArticleView
                article={article}
                address={readEnv().siteUrl + articleAddress(article.id)}
                previous={undefined}
                next={undefined}
              />
            )}
            <SideBar blocks={blocks} />
          </div>
        </PageFrame>
      )}
    </>
  );
}
