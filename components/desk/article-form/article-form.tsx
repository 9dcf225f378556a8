'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ArticleBar } from '@/components/desk/article-form/article-bar';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { CheckList } from '@/components/desk/article-form/check-list';
import { ConflictDialog } from '@/components/desk/article-form/conflict-dialog';
import { CoverField } from '@/components/desk/article-form/cover-field';
import { CreditsField, creditsOf } from '@/components/desk/article-form/credits-field';
import { describeForPreview } from '@/components/desk/article-form/describe-for-preview';
import { FilingFields } from '@/components/desk/article-form/filing-fields';
import { jumpToField } from '@/components/desk/article-form/jump-to-field';
import { LeftCopyNotice } from '@/components/desk/article-form/left-copy-notice';
import type { LocalCopy } from '@/components/desk/article-form/local-copies';
import { PresenceBar } from '@/components/desk/article-form/presence-bar';
import { PreviewLinks } from '@/components/desk/article-form/preview-links';
import { PreviewPane } from '@/components/desk/article-form/preview-pane';
import type { Colleague } from '@/components/desk/article-form/send-dialog';
import { SourceFields } from '@/components/desk/article-form/source-fields';
import { TitleFields } from '@/components/desk/article-form/title-fields';
import { useDraftKeeper, useLeftCopies } from '@/components/desk/article-form/use-draft-keeper';
import { usePicturePicker } from '@/components/desk/article-form/use-picture-picker';
import { usePresence } from '@/components/desk/article-form/use-presence';
import { BodyEditor, type BodyEditorHandle } from '@/components/desk/body-editor/body-editor';
import type { ReviewActions } from '@/components/desk/review/review-actions';
import { ReviewPanel } from '@/components/desk/review/review-panel';
import { useToldReview } from '@/components/desk/review/use-told-review';
import { uploadPicture } from '@/components/desk/media/upload-picture';
import type { DeskArticle } from '@/features/articles/get-article-for-desk';
import type { DeskReview } from '@/features/review/get-review-for-desk';
import type { Suggestions } from '@/features/articles/list-suggestions';
import type { SectionChoice } from '@/features/sections/list-section-choices';
import type { OpenPreview } from '@/features/articles/previews';
import { blockLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';
import { problemsBeforePublishing } from '@/lib/problems-before-publishing';

export type ArticleFormProps = {
  article: DeskArticle;
  editor: { id: number; name: string };
  sections: SectionChoice[];
  rootSectionId: number;
  suggestions: Suggestions;
  colleagues: Colleague[];
  previews: OpenPreview[];
  actions: ArticleActions;
  review: DeskReview;
  reviewActions: ReviewActions;
  /** The number of the article that waits for this editor next. */
  nextToReview: number | undefined;
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
  const canEdit = article.allowed.includes('editArticle') && article.status !== 'withdrawn';
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
  useToldReview(props.review, keeper.version, state.kind === 'saved');
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

  const problems = problemsBeforePublishing(content, pictures, content.sectionId === props.rootSectionId);
  const cover = content.coverAssetId === null ? undefined : pictures.get(content.coverAssetId);

  return (
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
        review={props.review}
        reviewActions={props.reviewActions}
        tab={tab}
        nextToReview={props.nextToReview}
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
      {isBehind && (
        <p role="status" className="rounded-md border border-rule bg-tint px-3 py-2">
          同事保存了新的一版。
          <button type="button" className="text-accent underline" onClick={() => router.refresh()}>
            载入新的一版
          </button>
        </p>
      )}
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
            marks={props.review.marks}
            isReadOnly={isReadOnly}
          />
        </div>
        <div className="grid gap-3 xl:sticky xl:top-16">
          {isPreviewing ? (
            <PreviewPane article={describeForPreview(article, content, pictures)} />
          ) : (
            <>
              <CheckList problems={problems} onJump={(field) => jumpToField(field, body.current)} />
              <ReviewPanel
                articleId={articleId}
                review={props.review}
                actions={props.reviewActions}
                canEdit={canEdit}
                blocks={content.body.content.map((block) => blockLines(block).join(''))}
                version={() => keeper.version}
                placeInText={() => body.current?.placeOfCursor() ?? { blockIndex: 0, quote: '' }}
                onJump={(index) => body.current?.focusBlock(index)}
                onSave={save}
              />
              <FilingFields
                content={content}
                change={change}
                isReadOnly={isReadOnly}
                sections={props.sections}
                knownTags={props.suggestions.tags}
              />
              <CreditsField
                rows={rows}
                setRows={(next) => {
                  setRows(next);
                  change(creditsOf(next));
                }}
                knownNames={props.suggestions.names}
                isReadOnly={isReadOnly}
              />
              <SourceFields
                content={content}
                change={change}
                isReadOnly={isReadOnly}
                knownSources={props.suggestions.sources}
              />
              <CoverField
                cover={cover}
                isMissing={content.coverAssetId !== null && cover === undefined}
                isReadOnly={isReadOnly}
                onChoose={async () => {
                  const chosen = await picker.choose();
                  if (chosen !== undefined) change({ coverAssetId: chosen.id });
                }}
                onRemove={() => change({ coverAssetId: null })}
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
  );
}
