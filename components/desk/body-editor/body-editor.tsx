'use client';

import { type Editor, Extension, type JSONContent } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { TextSelection } from '@tiptap/pm/state';
import { EditorContent, ReactNodeViewRenderer, useEditor, useEditorState } from '@tiptap/react';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import {
  BodyEditorContext,
  type BodyEditorContextValue,
  type FoundArticle,
  type UploadPicture,
} from '@/components/desk/body-editor/body-editor-context';
import { isInside, toggleList } from '@/components/desk/body-editor/block-commands';
import {
  bodyNodes,
  galleryNode,
  imageNode,
  noteNode,
  relatedNode,
  waitingPictureNode,
} from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { GalleryBlock } from '@/components/desk/body-editor/gallery-block';
import { LinkDialog } from '@/components/desk/body-editor/link-dialog';
import { NoteBlock } from '@/components/desk/body-editor/note-block';
import { pasteInto, picturesIn } from '@/components/desk/body-editor/paste';
import { PictureBlock } from '@/components/desk/body-editor/picture-block';
import { RelatedBlock } from '@/components/desk/body-editor/related-block';
import { subheadCommands } from '@/components/desk/body-editor/subhead-commands';
import { SuggestionPanel } from '@/components/desk/body-editor/suggestion-panel';
import { TableBar } from '@/components/desk/body-editor/table-bar';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { Toolbar } from '@/components/desk/body-editor/toolbar';
import { useTidy } from '@/components/desk/body-editor/use-tidy';
import { useWaitingPictures } from '@/components/desk/body-editor/use-waiting-pictures';
import { WaitingPictureBlock } from '@/components/desk/body-editor/waiting-picture-block';
import { type ArticleBody, bodyLines, countCharacters } from '@/lib/article-body';
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
};

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
  isReadOnly?: boolean;
};

/** A change is told this long after it, in milliseconds: a body of 30,000 characters is not read at each key. */
const rest = 250;

const blockViews = [
  imageNode.extend({ addNodeView: () => ReactNodeViewRenderer(PictureBlock) }),
  galleryNode.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryBlock) }),
  noteNode.extend({ addNodeView: () => ReactNodeViewRenderer(NoteBlock) }),
  relatedNode.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedBlock) }),
  waitingPictureNode.extend({ addNodeView: () => ReactNodeViewRenderer(WaitingPictureBlock) }),
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
  const [characters, setCharacters] = useState(() => countOf(props.initialBody));
  const [link, setLink] = useState<string>();
  const know = (picture: DeskPicture) => setPictures((before) => new Map(before).set(picture.id, picture));
  const waiting = useWaitingPictures(props.uploadPicture, know);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useEffectEvent((editor: Editor) => {
    const body = toArticleBody(editor.state.doc);
    setCharacters(countOf(body));
    props.onChange(body);
  });
  const openLink = useEffectEvent((editor: Editor) => {
    setLink(String(editor.getAttributes('link').href ?? ''));
    return true;
  });
  const save = useEffectEvent(() => {
    props.onSave();
    return true;
  });
  const takeFiles = useEffectEvent((editor: Editor, at: number, files: File[]) => {
    waiting.insertFiles(editor, at, files);
  });
  const paste = useEffectEvent((editor: Editor, clipboard: DataTransfer) => {
    const pasted = pasteInto(editor, clipboard);
    for (const { key, file } of pasted?.files ?? []) void waiting.start(editor, key, file);
    return pasted !== undefined;
  });

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
      Extension.create({
        name: 'deskKeys',
        addKeyboardShortcuts: () => ({
          'Mod-s': () => save(),
          'Mod-k': ({ editor: current }) => openLink(current as Editor),
          'Mod-Shift-7': ({ editor: current }) => {
            toggleList(current as Editor, true);
            return true;
          },
          'Mod-Shift-8': ({ editor: current }) => {
            toggleList(current as Editor, false);
            return true;
          },
        }),
      }),
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
    onUpdate: ({ editor: current }) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => tell(current), rest);
    },
  });
  useEffect(() => {
    editorRef.current = editor;
  }, [editor]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    editor?.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);

  useImperativeHandle(ref, () => ({
    replaceBody: (body) => {
      editor?.commands.setContent(fromArticleBody(body), { emitUpdate: false });
      setCharacters(countOf(body));
    },
    currentBody: () => {
      clearTimeout(timer.current);
      return editor === null ? props.initialBody : toArticleBody(editor.state.doc);
    },
    focusBlock: (index) => {
      if (editor === null) return;
      focusBlockOf(editor, index);
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

  const insert = (content: JSONContent) => editor?.chain().focus().insertContent(content).run();
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
    progress: waiting.progress,
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
  };

  return (
    <BodyEditorContext.Provider value={context}>
      <div className="body-editor">
        {editor !== null && !isReadOnly && (
          <Toolbar
            editor={editor}
            onLink={() => setLink(String(editor.getAttributes('link').href ?? ''))}
            onPicture={() => void insertPicture('image')}
            onGallery={() => void insertPicture('gallery')}
            onRelated={() => insert({ type: 'related', attrs: { articleIds: [] } })}
            onTidy={tidy.run}
          />
        )}
        {editor !== null && !isReadOnly && typeof tableCaption === 'string' && (
          <TableBar editor={editor} caption={tableCaption} />
        )}
        {tidy.suggestions.length > 0 && (
          <SuggestionPanel
            suggestions={tidy.suggestions}
            onTake={tidy.take}
            onIgnore={tidy.ignore}
            onClose={tidy.close}
          />
        )}
        <EditorContent editor={editor} />
        <p className="body-count">正文 {characters} 字</p>
      </div>
      {link !== undefined && editor !== null && (
        <LinkDialog
          initial={link}
          onSet={(href) => {
            setLink(undefined);
            setLinkAt(editor, href);
          }}
          onRemove={() => {
            setLink(undefined);
            editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
          }}
          onClose={() => setLink(undefined)}
        />
      )}
    </BodyEditorContext.Provider>
  );
}

function countOf(body: ArticleBody): number {
  return countCharacters(bodyLines(body).join('\n'));
}

/** Without a selection the address itself is the text of the link. */
function setLinkAt(editor: Editor, href: string): void {
  const mark = { type: 'link', attrs: { href } };
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [mark] })
      .run();
  } else editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run();
}

function focusBlockOf(editor: Editor, index: number): void {
  // Boxes of waiting pictures are no blocks of the body.
  let seen = -1;
  let position: number | undefined;
  editor.state.doc.forEach((node, offset) => {
    if (node.type.name === 'waitingPicture') return;
    seen += 1;
    if (seen === index) position = offset;
  });
  if (position === undefined) return;
  const selection = TextSelection.near(
    editor.state.doc.resolve(Math.min(position + 1, editor.state.doc.content.size)),
  );
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  const dom = editor.view.nodeDOM(position);
  const element = dom instanceof HTMLElement ? dom : undefined;
  element?.scrollIntoView({ block: 'center' });
  const needed = [...(element?.querySelectorAll('input') ?? [])].find(({ value }) => value.trim() === '');
  if (needed === undefined) editor.view.focus();
  else needed.focus();
}
