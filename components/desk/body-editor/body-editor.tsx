'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { EditorContent, ReactNodeViewRenderer, useEditor, useEditorState } from '@tiptap/react';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import {
  BodyEditorContext,
  type BodyEditorContextValue,
  type FoundArticle,
  type UploadPicture,
} from '@/components/desk/body-editor/body-editor-context';
import { insertAtCursor, isInside, removeLink, setLink } from '@/components/desk/body-editor/block-commands';
import {
  bodyNodes,
  galleryNode,
  imageNode,
  noteNode,
  relatedNode,
} from '@/components/desk/body-editor/body-nodes';
import { countBody } from '@/components/desk/body-editor/count-body';
import { deskKeys } from '@/components/desk/body-editor/desk-keys';
import { focusBlock } from '@/components/desk/body-editor/focus-block';
import { countAwaited } from '@/components/desk/body-editor/fill-pictures';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { GalleryBlock } from '@/components/desk/body-editor/gallery-block';
import { LinkDialog } from '@/components/desk/body-editor/link-dialog';
import { type BlockMark, markedBlocks } from '@/components/desk/body-editor/marked-blocks';
import { NoteBlock } from '@/components/desk/body-editor/note-block';
import { OwnClipboardSerializer, readOwnClipboard } from '@/components/desk/body-editor/own-clipboard';
import { pasteInto, picturesIn } from '@/components/desk/body-editor/paste';
import { PictureBlock } from '@/components/desk/body-editor/picture-block';
import { RelatedBlock } from '@/components/desk/body-editor/related-block';
import { subheadCommands } from '@/components/desk/body-editor/subhead-commands';
import { styleMarks } from '@/components/desk/body-editor/style-marks';
import { SuggestionPanel } from '@/components/desk/body-editor/suggestion-panel';
import { TableBar } from '@/components/desk/body-editor/table-bar';
import { mostBlocks, toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { Toolbar } from '@/components/desk/body-editor/toolbar';
import { useBodyChanges } from '@/components/desk/body-editor/use-body-changes';
import { type ReviewMarks, useReviewMarks } from '@/components/desk/body-editor/use-review-marks';
import { useSaveKey } from '@/components/desk/body-editor/use-save-key';
import { type StyleMarks, useStyleMarks } from '@/components/desk/body-editor/use-style-marks';
import { useTidy } from '@/components/desk/body-editor/use-tidy';
import { useWaitingPictures } from '@/components/desk/body-editor/use-waiting-pictures';
import type { ArticleBody } from '@/lib/article-body';
import type { DeskPicture } from '@/lib/picture';
import type { Suggestion } from '@/lib/tidy-body';
import './body-editor.css';

export type BodyEditorHandle = {
  replaceBody: (body: ArticleBody) => void;
  /** With everything typed up to now. */
  currentBody: () => ArticleBody;
  /** Puts the cursor into a block of the body, counted from 0. */
  focusBlock: (index: number) => void;
  focus: () => void;
} & StyleMarks &
  ReviewMarks;

export type BodyEditorProps = {
  ref?: Ref<BodyEditorHandle>;
  initialBody: ArticleBody;
  pictures: DeskPicture[];
  relatedArticles: FoundArticle[];
  /** Called at latest 300 milliseconds after a change of the text. */
  onChange: (body: ArticleBody) => void;
  uploadPicture: UploadPicture;
  choosePicture: () => Promise<DeskPicture | undefined>;
  findArticles: (words: string) => Promise<FoundArticle[]>;
  onSave: () => void;
  /** A line of the text that belongs into a field; answers whether the field took it. */
  onSuggestion: (suggestion: Suggestion) => boolean;
  /** How many pictures of the text are on their way or have to be fetched by hand; told with changes. */
  onMissingPictures?: (count: number) => void;
  marks?: readonly BlockMark[];
  isReadOnly?: boolean;
};

const blockViews = [
  imageNode.extend({ addNodeView: () => ReactNodeViewRenderer(PictureBlock) }),
  galleryNode.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryBlock) }),
  noteNode.extend({ addNodeView: () => ReactNodeViewRenderer(NoteBlock) }),
  relatedNode.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedBlock) }),
];
const drawn = new Set(blockViews.map(({ name }) => name));
const nodes = [...bodyNodes.filter(({ name }) => !drawn.has(name)), ...blockViews];

/** The text of an article, in exactly the blocks of lib/article-body.ts. */
export function BodyEditor(props: BodyEditorProps) {
  const { ref, isReadOnly = false, choosePicture, findArticles } = props;
  const [pictures, setPictures] = useState(() => new Map(props.pictures.map((one) => [one.id, one])));
  const [headlines, setHeadlines] = useState(
    () => new Map(props.relatedArticles.map(({ id, headline }) => [id, headline])),
  );
  const [count, setCount] = useState(() => countBody(props.initialBody));
  const [link, setLinkDialog] = useState<string>();
  const know = (picture: DeskPicture) => setPictures((before) => new Map(before).set(picture.id, picture));
  const waiting = useWaitingPictures(props.uploadPicture, know);
  const [missing, setMissing] = useState(0);
  const changes = useBodyChanges((body, doc) => {
    setCount(countBody(body));
    const count = countAwaited(doc);
    if (count !== missing) props.onMissingPictures?.(count);
    setMissing(count);
    props.onChange(body);
  });

  const noteChange = useEffectEvent((editor: Editor) => changes.noteChange(editor));
  const openLinkDialog = (editor: Editor) => {
    if (!isReadOnly) setLinkDialog(String(editor.getAttributes('link').href ?? ''));
  };
  const openLink = useEffectEvent(openLinkDialog);
  const save = useEffectEvent(() => props.onSave());
  const takeFiles = useEffectEvent((editor: Editor, at: number, files: File[]) => {
    waiting.insertFiles(editor, at, files);
  });
  const known = useEffectEvent(() => ({ pictures, headlines }));
  const paste = useEffectEvent((editor: Editor, clipboard: DataTransfer) => {
    const carried = readOwnClipboard(clipboard.getData('text/html'));
    if (carried !== undefined) {
      for (const picture of carried.pictures) know(picture);
      setHeadlines((before) => new Map([...carried.headlines, ...before]));
      return false;
    }
    for (const { key, file } of pasteInto(editor, clipboard)) void waiting.start(editor, key, file);
    return true;
  });

  const area = useRef<HTMLDivElement>(null);
  useSaveKey(area, props.onSave);

  const editorRef = useRef<Editor>(null);
  const editor = useEditor({
    // The page is rendered on the server first, where there is no document to edit.
    immediatelyRender: false,
    // Its style element would need a nonce; the rules it writes stand in body-editor.css.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editable: !isReadOnly,
    content: fromArticleBody(props.initialBody),
    extensions: [
      ...nodes,
      UndoRedo.configure({ depth: 200 }),
      Dropcursor.configure({ width: 2, color: false, class: 'drop-cursor' }),
      Gapcursor,
      TrailingNode.configure({ node: 'paragraph', notAfter: ['paragraph'] }),
      Placeholder.configure({ placeholder: '从这里开始写正文，或从 Word、WPS、公众号粘贴' }),
      subheadCommands,
      styleMarks,
      markedBlocks,
      deskKeys({ openLink: (current) => openLink(current), save: () => save() }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '正文',
        class: 'body-text',
        lang: 'zh-CN',
        spellcheck: 'false',
      },
      handleDrop: (view, event, _slice, isMove) => {
        const files = picturesIn(event.dataTransfer);
        if (isMove || files.length === 0 || editorRef.current === null) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        takeFiles(editorRef.current, at ?? view.state.doc.content.size, files);
        event.preventDefault();
        return true;
      },
      handlePaste: (view, event) => {
        if (event.clipboardData === null || editorRef.current === null) return false;
        const files = picturesIn(event.clipboardData);
        // A picture copied in a browser comes as a file and as HTML that names its address: the file is it.
        if (files.length > 0 && event.clipboardData.getData('text/plain') === '') {
          takeFiles(editorRef.current, view.state.selection.to, files);
          return true;
        }
        return paste(editorRef.current, event.clipboardData);
      },
    },
    onUpdate: ({ editor: current }) => noteChange(current as Editor),
  });
  useEffect(() => {
    editorRef.current = editor;
    editor?.view.setProps({ clipboardSerializer: new OwnClipboardSerializer(editor.schema, () => known()) });
  }, [editor]);
  useEffect(() => {
    editor?.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);

  const marks = { ...useStyleMarks(editor), ...useReviewMarks(editor, props.marks) };
  useImperativeHandle(ref, () => ({
    ...marks,
    replaceBody: (body) => {
      editor?.commands.setContent(fromArticleBody(body), { emitUpdate: false });
      changes.forget();
      setCount(countBody(body));
    },
    currentBody: () => (editor === null ? props.initialBody : toArticleBody(editor.state.doc)),
    focusBlock: (index) => {
      if (editor !== null) focusBlock(editor, index);
    },
    focus: () => editor?.commands.focus('start'),
  }));

  const tidy = useTidy(editor, props.onSuggestion);
  const tableCaption = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      current !== null && isInside(current.state, 'table')
        ? String(current.getAttributes('table').caption)
        : undefined,
  });

  const insert = (content: JSONContent) => editor !== null && insertAtCursor(editor, content);
  const insertPicture = async (kind: 'image' | 'gallery') => {
    const chosen = await choosePicture();
    if (chosen === undefined) return;
    know(chosen);
    const { id: assetId, alt, credit } = chosen;
    const image = { type: 'image', attrs: { assetId, alt, credit, caption: '' } };
    insert(kind === 'image' ? image : { type: 'gallery', content: [image] });
  };

  const context: BodyEditorContextValue = {
    pictures,
    headlines,
    uploads: waiting.uploads,
    isReadOnly,
    choosePicture: async () => {
      const chosen = await choosePicture();
      if (chosen !== undefined) know(chosen);
      return chosen;
    },
    findArticles,
    rememberArticle: ({ id, headline }) => setHeadlines((before) => new Map(before).set(id, headline)),
    uploadInto: (key, file) => {
      if (editor !== null) void waiting.start(editor, key, file);
    },
    retry: (key) => {
      if (editor !== null) waiting.retry(editor, key);
    },
    fill: (key, picture) => {
      if (editor !== null) waiting.fill(editor, key, picture);
    },
    insertFiles: (at, files) => {
      if (editor !== null) waiting.insertFiles(editor, at, files);
    },
  };

  return (
    <BodyEditorContext.Provider value={context}>
      <div ref={area} className="body-editor" role="group" aria-label="正文编辑器">
        {editor !== null && !isReadOnly && (
          <div className="tools">
            <Toolbar
              editor={editor}
              onLink={() => openLinkDialog(editor)}
              onPicture={() => void insertPicture('image')}
              onGallery={() => void insertPicture('gallery')}
              onRelated={() => insert({ type: 'related', attrs: { articleIds: [] } })}
              onTidy={tidy.run}
            />
            {typeof tableCaption === 'string' && <TableBar editor={editor} caption={tableCaption} />}
            {tidy.suggestions.length > 0 && (
              <SuggestionPanel
                suggestions={tidy.suggestions}
                onTake={tidy.take}
                onIgnore={tidy.ignore}
                onClose={tidy.close}
              />
            )}
          </div>
        )}
        <EditorContent editor={editor} />
        <p className="body-count">
          正文 {count.characters} 字，{count.blocks} 段
          {missing > 0 && <span className="needed">，还缺 {missing} 张图片</span>}
          {count.blocks >= mostBlocks && (
            <span className="needed">。正文不能超过五千段，后面的不会保存。</span>
          )}
        </p>
      </div>
      {link !== undefined && editor !== null && (
        <LinkDialog
          initial={link}
          onSet={(href) => {
            setLinkDialog(undefined);
            setLink(editor, href);
          }}
          onRemove={() => {
            setLinkDialog(undefined);
            removeLink(editor);
          }}
          onClose={() => setLinkDialog(undefined)}
        />
      )}
    </BodyEditorContext.Provider>
  );
}
