import { ArticleView } from '@/components/article/article-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { findPreviewedArticle } from '@/features/articles/previews';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { articleAddress } from '@/lib/addresses';
import { formatDateTime } from '@/lib/dates';
import { readEnv } from '@/lib/env';

export default async function PreviewPage({ params }: PageProps<'/preview/[token]'>) {
  const article = await findPreviewedArticle((await params).token);
  const site = await getSiteView(article?.sectionId ?? (await getRootSection()).id);
  return (
    <PageFrame site={site}>
      {article === undefined ? (
        <section className="notice">
          <h1>这个预览链接不能用了</h1>
          <p>它已到期、被撤销，或者地址不完整。请向编辑部要一个新的链接。</p>
        </section>
      ) : (
        <>
          <p className="preview-notice" role="note">
            这是还没有发布的预览稿，仅供审阅，请勿转发。
            {article.embargoUntil && (
              <strong>禁发至 {formatDateTime(article.embargoUntil)}（北京时间），此前不得公开。</strong>
            )}
          </p>
          <Breadcrumb trail={site.trail} current="正文" />
          <ArticleView
            article={article}
            address={readEnv().siteUrl + articleAddress(article.id)}
            previous={undefined}
            next={undefined}
          />
        </>
      )}
    </PageFrame>
  );
}
