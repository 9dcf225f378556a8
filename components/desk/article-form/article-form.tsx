'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ArticleBar } from '@/components/desk/article-form/article-bar';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { BehindNotice } from '@/components/desk/article-form/behind-notice';
import { CheckList } from '@/components/desk/article-form/check-list';
import { ConflictDialog } from '@/components/desk/article-form/conflict-dialog';
import { CorrectionsPanel } from '@/components/desk/article-form/corrections-panel';
import { creditsOf } from '@/components/desk/article-form/credits-field';
import { describeForPreview } from '@/components/desk/article-form/describe-for-preview';
import { FilingColumn } from '@/components/desk/article-form/filing-column';
import { jumpToField } from '@/components/desk/article-form/jump-to-field';
import { LeftCopyNotice } from '@/components/desk/article-form/left-copy-notice';
import type { LocalCopy } from '@/components/desk/article-form/local-copies';
import { PresenceBar } from '@/components/desk/article-form/presence-bar';
import { PreviewLinks } from '@/components/desk/article-form/preview-links';
import { PreviewPane } from '@/components/desk/article-form/preview-pane';
import type { Colleague } from '@/components/desk/article-form/send-dialog';
import { ReportsPanel } from '@/components/desk/reports/reports-panel';
import { SchedulePanel } from '@/components/desk/article-form/schedule-panel';
import { TitleFields } from '@/components/desk/article-form/title-fields';
import { useDraftKeeper, useLeftCopies } from '@/components/desk/article-form/use-draft-keeper';
import { usePicturePicker } from '@/components/desk/article-form/use-picture-picker';
import { usePresence } from '@/components/desk/article-form/use-presence';
import { showFinding } from '@/components/desk/house-style/show-finding';
import { StyleCheckContext } from '@/components/desk/house-style/style-check-context';
import { StylePanel } from '@/components/desk/house-style/style-panel';
import { useStyleCheck } from '@/components/desk/house-style/use-style-check';
import { BodyEditor, type BodyEditorHandle } from '@/components/desk/body-editor/body-editor';
import type { Reviewing } from '@/components/desk/review/review-bar';
import { ReviewPanel } from '@/components/desk/review/review-panel';
import { useToldReview } from '@/components/desk/review/use-told-review';
import { uploadPicture } from '@/components/desk/media/upload-picture';
import type { DeskArticle } from '@/features/articles/get-article-for-desk';
import type { Suggestions } from '@/features/articles/list-suggestions';
import type { ArticleStyle } from '@/features/house-style/get-article-style';
import type { SectionChoice } from '@/features/sections/list-section-choices';
import type { OpenPreview } from '@/features/articles/previews';
import type { ArticleContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';
import { problemsBeforePublishing } from '@/lib/problems-before-publishing';
import { type ContentFinding, fixInContent, problemsOfStyle } from '@/lib/style-content';

export type ArticleFormProps = {
  article: DeskArticle;
  editor: { id: number; name: string };
  sections: SectionChoice[];
  rootSectionId: number;
  suggestions: Suggestions;
  colleagues: Colleague[];
  previews: OpenPreview[];
  style: ArticleStyle;
  actions: ArticleActions;
  reviewing: Reviewing;
  /** The article's timeline, drawn by the page. */
  timeline: ReactNode;
};

/** The whole form, once it is known which tab this is. */
export function ArticleForm({ tab, ...props }: ArticleFormProps & { tab: string }) {
  const { article, editor, actions } = props;
  const articleId = article.id;
  const router = useRouter();
  const body = useRef<BodyEditorHandle>(null);
  const [content, setContent] = useState(article.content);
  const [rows, setRows] = useState(article.content.credits);
  const [pictures, setPictures] = useState(() => new Map(article.pictures.map((one) => [one.id, one])));
  const [isPreviewing, setPreviewing] = useState(false);
  const options = { articleId, editorId: editor.id, tab, ...article, save: actions.save };
  const { keeper, state } = useDraftKeeper(options);
  const left = useLeftCopies(options);
  const { presence, setPresence } = usePresence(actions, articleId, tab, () => keeper.stopForTakeOver());
  const [isConflictOpen, setConflictOpen] = useState(true);

  const isTakenOver = state.kind === 'takenOver';
  // What waits for its time was looked at as it is; the server refuses a save, too.
  const isScheduled = article.schedules.some(({ kind }) => kind === 'publish');
  const canEdit = article.allowed.includes('editArticle') && article.status !== 'withdrawn' && !isScheduled;
  const isReadOnly = !canEdit || isTakenOver;

  const know = (picture: DeskPicture) => setPictures((before) => new Map(before).set(picture.id, picture));
  const picker = usePicturePicker(actions.listPictures, know);

  const change = (part: Partial<ArticleContent>) => {
    const next = { ...keeper.content, ...part };
    setContent(next);
    keeper.change(next);
  };
  /** Shows another text in all fields, without saving it. */
  const show = (text: ArticleContent) => {
    setContent(text);
    setRows(text.credits);
    body.current?.replaceBody(text.body);
  };
  const flush = () => {
    const current = body.current?.currentBody();
    if (current !== undefined && !isReadOnly) change({ body: current });
  };
  const save = async () => {
    flush();
    await keeper.saveNow();
    return keeper.isSafe;
  };

  // What the server has now, after an act of this page or a colleague's save, when nothing here would be lost.
  const adopt = useEffectEvent((version: number) => {
    if (version <= keeper.version || !keeper.isSafe) return;
    for (const picture of article.pictures) know(picture);
    keeper.adopt(article.version, article.content);
    show(article.content);
  });
  useEffect(() => {
    const later = setTimeout(() => adopt(article.version));
    return () => clearTimeout(later);
  }, [article.version]);
  useToldReview(props.reviewing.review, keeper.version, state.kind === 'saved');
  const isBehind = presence !== undefined && presence.version > keeper.version && keeper.isSafe;
  const isTyping = useEffectEvent(() => document.activeElement?.closest('form') !== null);
  useEffect(() => {
    if (isBehind && !isTyping()) router.refresh();
  }, [isBehind, router]);

  const compareWith = (copy: LocalCopy) => {
    keeper.confront(copy, {
      version: keeper.version,
      content: keeper.base,
      editorName: '服务器上',
      savedAt: article.updatedAt,
    });
    setConflictOpen(true);
    left.drop(copy);
  };

  const style = useStyleCheck({ articleId, editorName: editor.name, style: props.style, content, actions });
  const fix = (finding: ContentFinding) => {
    if (finding.field.startsWith('body.')) body.current?.fixFinding(finding);
    else {
      const fixed = fixInContent(keeper.content, finding);
      if (fixed.credits !== undefined) setRows(fixed.credits);
      change(fixed);
    }
  };
  const problems = [
    ...problemsBeforePublishing(content, pictures, content.sectionId === props.rootSectionId),
    ...problemsOfStyle(style.findings),
  ];

  return (
    <StyleCheckContext value={{ ...style, fix, isReadOnly }}>
      <form className="grid gap-3" onSubmit={(event) => event.preventDefault()} aria-label="稿件">
        <ArticleBar
          article={article}
          state={state}
          version={() => keeper.version}
          problems={problems}
          colleagues={props.colleagues}
          actions={actions}
          sectionName={props.sections.find(({ id }) => id === content.sectionId)?.name ?? ''}
          isPreviewing={isPreviewing}
          onPreview={() => {
            flush();
            setPreviewing(!isPreviewing);
          }}
          onSave={save}
          tab={tab}
          reviewing={props.reviewing}
          onMerge={() => setConflictOpen(true)}
        />
        <PresenceBar
          presence={presence}
          isTakenOver={isTakenOver}
          canEdit={canEdit}
          onTakeOver={async () => {
            const answer = await actions.takeOver({ articleId, tab }).catch(() => undefined);
            if (answer?.ok !== true) return;
            setPresence(answer.value);
            keeper.resume();
          }}
        />
        {isBehind && <BehindNotice onLoad={() => router.refresh()} />}
        {left.copies.map((copy) => (
          <LeftCopyNotice
            key={copy.tab}
            copy={copy}
            onCompare={() => compareWith(copy)}
            onDrop={() => left.drop(copy)}
          />
        ))}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <div className="min-w-0 rounded-lg border border-rule bg-sheet px-3 pb-4 md:px-6">
            <TitleFields content={content} change={change} isReadOnly={isReadOnly} />
            <BodyEditor
              ref={body}
              initialBody={article.content.body}
              pictures={article.pictures}
              relatedArticles={article.relatedArticles}
              onChange={(text) => change({ body: text })}
              uploadPicture={async (file, onProgress) => {
                const answer = await uploadPicture(file, onProgress);
                if (answer.ok) know(answer.picture);
                return answer;
              }}
              choosePicture={picker.choose}
              findArticles={async (words) => {
                const answer = await actions.findArticles({ words }).catch(() => undefined);
                return answer?.ok === true ? answer.value : [];
              }}
              onSave={() => void save()}
              onSuggestion={(suggestion) => {
                if (suggestion.kind === 'source') change({ sourceName: suggestion.name });
                else if (suggestion.kind === 'credit') {
                  const more = suggestion.names.map((name) => ({ role: suggestion.role, name }));
                  const next = [...rows, ...more];
                  setRows(next);
                  change(creditsOf(next));
                } else return false;
                return true;
              }}
              marks={props.reviewing.review.marks}
              isReadOnly={isReadOnly}
            />
          </div>
          <div className="grid gap-3 xl:sticky xl:top-16">
            {isPreviewing ? (
              <PreviewPane article={describeForPreview(article, content, pictures)} />
            ) : (
              <>
                <CheckList problems={problems} onJump={(field) => jumpToField(field, body.current)} />
                <StylePanel
                  check={style}
                  isReadOnly={isReadOnly}
                  onShow={(finding) => showFinding(finding, body.current)}
                  onFix={fix}
                />
                <ReviewPanel
                  articleId={articleId}
                  reviewing={props.reviewing}
                  canEdit={canEdit}
                  content={content}
                  version={() => keeper.version}
                  placeInText={() => body.current?.placeOfCursor() ?? { blockIndex: 0, quote: '' }}
                  onJump={(index) => body.current?.focusBlock(index)}
                  onSave={save}
                />
                <ReportsPanel
                  reports={article.reports}
                  closeReport={actions.closeReport}
                  onShowBlock={(index) => body.current?.focusBlock(index)}
                />
                <SchedulePanel
                  article={article}
                  actions={actions}
                  version={() => keeper.version}
                  onSave={save}
                />
                <FilingColumn
                  content={content}
                  change={change}
                  rows={rows}
                  setRows={setRows}
                  cover={content.coverAssetId === null ? undefined : pictures.get(content.coverAssetId)}
                  choosePicture={picker.choose}
                  sections={props.sections}
                  suggestions={props.suggestions}
                  isReadOnly={isReadOnly}
                />
                <CorrectionsPanel
                  articleId={articleId}
                  corrections={article.corrections}
                  mayRemove={article.allowed.includes('correctArticle')}
                  removeCorrection={actions.removeCorrection}
                />
                {article.allowed.includes('makePreview') && (
                  <PreviewLinks
                    articleId={articleId}
                    previews={props.previews}
                    actions={actions}
                    onChanged={() => router.refresh()}
                  />
                )}
                {props.timeline}
              </>
            )}
          </div>
        </div>
        {picker.dialog}
        {state.kind === 'conflict' && isConflictOpen && (
          <ConflictDialog
            base={state.base}
            mine={keeper.content}
            conflict={state.conflict}
            sectionNames={new Map(props.sections.map(({ id, name }) => [id, name]))}
            onMerge={async (merged) => {
              show(merged);
              await keeper.resolve(state.conflict, merged);
              router.refresh();
            }}
            onLater={() => setConflictOpen(false)}
          />
        )}
      </form>
    </StyleCheckContext>
  );
}
