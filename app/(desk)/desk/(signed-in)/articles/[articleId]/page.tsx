import type { Metadata } from 'next';
import { cache } from 'react';
import * as actions from '@/app/(desk)/desk/(signed-in)/articles/[articleId]/actions';
import * as reviewActions from '@/app/(desk)/desk/(signed-in)/articles/[articleId]/review-actions';
import { closeReportAction } from '@/app/(desk)/desk/(signed-in)/reports/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { ArticleWorkplace } from '@/components/desk/article-form/article-workplace';
import { Panel } from '@/components/desk/article-form/panel';
import { StyleReport } from '@/components/desk/house-style/style-report';
import { NotAllowed } from '@/components/desk/not-allowed';
import { TimelineList } from '@/components/desk/timeline-list';
import { ButtonLink } from '@/components/ui/button';
import type { Editor } from '@/features/access/editor';
import { listColleagues } from '@/features/access/list-editors';
import { requireEditor } from '@/features/access/require-editor';
import { getArticleForDesk } from '@/features/articles/get-article-for-desk';
import { listSuggestions } from '@/features/articles/list-suggestions';
import { listPreviews } from '@/features/articles/previews';
import { findNextToReview } from '@/features/queue/find-next-to-review';
import { getReviewForDesk } from '@/features/review/get-review-for-desk';
import { findStyleReport, getArticleStyle } from '@/features/house-style/get-article-style';
import { listArticleEvents } from '@/features/timeline/list-article-events';
import { listSectionChoices } from '@/features/sections/list-section-choices';
import { getRootSection } from '@/features/sections/section-tree';

type Props = PageProps<'/desk/articles/[articleId]'>;

// Metadata and page ask for the same article once.
const articleFor = cache((editor: Editor, articleId: number) =>
  unlessNotAllowed(() => getArticleForDesk(editor, articleId)),
);

async function idFrom(params: Props['params']): Promise<number> {
  const id = Number((await params).articleId);
  return Number.isSafeInteger(id) ? id : 0;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await articleFor(await requireEditor(), await idFrom(params));
  return { title: found.isAllowed ? found.value.content.headline || '无标题' : '不能打开' };
}

export default async function EditArticlePage({ params }: Props) {
  const editor = await requireEditor();
  const found = await articleFor(editor, await idFrom(params));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const article = found.value;
  const report = await findStyleReport(editor, article.id);
  return (
    <ArticleWorkplace
      key={article.id}
      article={article}
      editor={{ id: editor.id, name: editor.name }}
      sections={await listSectionChoices(editor, 'createArticle')}
      rootSectionId={(await getRootSection()).id}
      suggestions={await listSuggestions(editor)}
      colleagues={(await listColleagues()).filter(({ id }) => id !== editor.id)}
      previews={article.allowed.includes('makePreview') ? await listPreviews(editor, article.id) : []}
      reviewing={{
        review: await getReviewForDesk(editor, article.id),
        nextId: await findNextToReview(editor, article.id),
        actions: {
          approve: reviewActions.approveAction,
          proofread: reviewActions.proofreadAction,
          publishFirst: reviewActions.publishFirstAction,
          mark: reviewActions.markAction,
          resolveMark: reviewActions.resolveMarkAction,
          setImportance: reviewActions.setImportanceAction,
          claim: reviewActions.claimAction,
          releaseClaim: reviewActions.releaseClaimAction,
        },
      }}
      style={await getArticleStyle(editor, article.id)}
      actions={{
        save: actions.saveAction,
        publish: actions.publishAction,
        unpublish: actions.unpublishAction,
        schedule: actions.scheduleAction,
        cancelSchedule: actions.cancelScheduleAction,
        setEmbargo: actions.setEmbargoAction,
        closeReport: closeReportAction,
        correct: actions.correctAction,
        removeCorrection: actions.removeCorrectionAction,
        withdraw: actions.withdrawAction,
        reinstate: actions.reinstateAction,
        deleteDraft: actions.deleteDraftAction,
        discard: actions.discardAction,
        send: actions.sendAction,
        returnToAuthor: actions.returnAction,
        keepOpen: actions.keepOpenAction,
        takeOver: actions.takeOverAction,
        close: actions.closeAction,
        makePreview: actions.makePreviewAction,
        revokePreview: actions.revokePreviewAction,
        ignoreFinding: actions.ignoreFindingAction,
        restoreFinding: actions.restoreFindingAction,
        findArticles: actions.findArticlesAction,
        listPictures: actions.listPicturesAction,
      }}
      timeline={
        <>
          {report && <StyleReport {...report} />}
          <Panel title="操作记录">
            <ButtonLink href={`/desk/articles/${article.id}/versions`}>历史版本</ButtonLink>
            <TimelineList events={await listArticleEvents(editor, article.id)} />
          </Panel>
        </>
      }
    />
  );
}
