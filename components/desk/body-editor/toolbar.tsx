'use client';

import { Toolbar as Base } from '@base-ui/react/toolbar';
import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  Image,
  Images,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareText,
  Minus,
  Newspaper,
  Quote,
  Redo2,
  Rows2,
  Sparkles,
  Table,
  Undo2,
} from 'lucide-react';
import {
  insertAtCursor,
  insertTable,
  isInside,
  toggleList,
  toggleNote,
  toggleQuote,
} from '@/components/desk/body-editor/block-commands';
import { subheadLines, toggleSubhead } from '@/components/desk/body-editor/subhead-commands';

export type ToolbarProps = {
  editor: Editor;
  onLink: () => void;
  onPicture: () => void;
  onGallery: () => void;
  onRelated: () => void;
  onTidy: () => void;
};

/** The editor's tools; arrow keys go from one to the next, Tab goes on to the text. */
export function Toolbar({ editor, onLink, onPicture, onGallery, onRelated, onTidy }: ToolbarProps) {
  const now = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      return {
        canUndo: undoDepth(state) > 0,
        canRedo: redoDepth(state) > 0,
        isStrong: editor.isActive('strong'),
        isEmphasis: editor.isActive('emphasis'),
        isLink: editor.isActive('link'),
        subhead: subheadLines(state),
        isQuote: isInside(state, 'quote'),
        isBulleted: isInside(state, 'list', { ordered: false }),
        isNumbered: isInside(state, 'list', { ordered: true }),
        isNote: isInside(state, 'note'),
      };
    },
  });
  const subhead = (lines: 1 | 2) => {
    editor.commands.focus();
    toggleSubhead(editor.state, editor.view.dispatch.bind(editor.view), lines);
  };
  return (
    <Base.Root className="toolbar" aria-label="正文工具">
      <Tool
        icon={Undo2}
        label="撤销"
        keys="Ctrl+Z"
        isDisabled={!now.canUndo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Tool
        icon={Redo2}
        label="重做"
        keys="Ctrl+Shift+Z"
        isDisabled={!now.canRedo}
        onClick={() => editor.chain().focus().redo().run()}
      />
      <Base.Separator className="separator" />
      <Tool
        icon={Bold}
        label="加粗"
        keys="Ctrl+B"
        isPressed={now.isStrong}
        onClick={() => editor.chain().focus().toggleMark('strong').run()}
      />
      <Tool
        icon={Italic}
        label="强调"
        keys="Ctrl+I"
        isPressed={now.isEmphasis}
        onClick={() => editor.chain().focus().toggleMark('emphasis').run()}
      />
      <Tool icon={Link2} label="链接" keys="Ctrl+K" isPressed={now.isLink} onClick={onLink} />
      <Base.Separator className="separator" />
      <Tool
        icon={Heading}
        label="小标题"
        keys="Ctrl+Alt+2"
        isPressed={now.subhead === 1}
        onClick={() => subhead(1)}
      />
      <Tool
        icon={Rows2}
        label="双行小标题"
        keys="Ctrl+Alt+3"
        isPressed={now.subhead === 2}
        onClick={() => subhead(2)}
      />
      <Tool icon={Quote} label="引文" isPressed={now.isQuote} onClick={() => toggleQuote(editor)} />
      <Tool
        icon={List}
        label="项目列表"
        keys="Ctrl+Shift+8"
        isPressed={now.isBulleted}
        onClick={() => toggleList(editor, false)}
      />
      <Tool
        icon={ListOrdered}
        label="编号列表"
        keys="Ctrl+Shift+7"
        isPressed={now.isNumbered}
        onClick={() => toggleList(editor, true)}
      />
      <Tool
        icon={MessageSquareText}
        label="编者按"
        isPressed={now.isNote}
        onClick={() => toggleNote(editor)}
      />
      <Tool icon={Minus} label="分隔线" onClick={() => insertAtCursor(editor, { type: 'divider' })} />
      <Tool icon={Table} label="表格" onClick={() => insertTable(editor)} />
      <Base.Separator className="separator" />
      <Tool icon={Image} label="图片" onClick={onPicture} />
      <Tool icon={Images} label="图集" onClick={onGallery} />
      <Tool icon={Newspaper} label="相关稿件" onClick={onRelated} />
      <Base.Button className="tool tool-with-words" title="整理标点、空格和缩进（可撤销）" onClick={onTidy}>
        <Sparkles size={16} aria-hidden />
        一键排版
      </Base.Button>
    </Base.Root>
  );
}

function Tool({
  icon: Icon,
  label,
  keys,
  isPressed,
  isDisabled,
  onClick,
}: {
  icon: LucideIcon;
  label: string;
  keys?: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Base.Button
      className="tool"
      aria-label={label}
      aria-pressed={isPressed}
      title={keys === undefined ? label : `${label}（${keys}）`}
      disabled={isDisabled}
      // The selection in the text stays what it is while a tool is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden />
    </Base.Button>
  );
}
