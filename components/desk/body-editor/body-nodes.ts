import { Mark, mergeAttributes, Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { isLinkAddress } from '@/components/desk/body-editor/link-address';

/*
 * The editor's document has the nodes, marks and attributes of lib/article-body.ts under the same names, so
 * that a body goes in and comes out nearly as it is. What stands in the DOM is for the clipboard between two
 * of our editors; foreign HTML never comes this way, see paste.ts.
 */

/**
 * An attribute that travels through our own clipboard as JSON. The clipboard is not ours alone: what cannot
 * be read, or is of another kind than the initial value, counts as not written.
 */
function attribute<Value>(name: string, initial: Value, isValue = isLike(initial)) {
  const key = `data-${name.toLowerCase()}`;
  return {
    default: initial,
    parseHTML: (element: HTMLElement): Value => {
      const value = readJson(element.getAttribute(key));
      return isValue(value) ? (value as Value) : initial;
    },
    renderHTML: (attributes: Record<string, unknown>) => ({ [key]: JSON.stringify(attributes[name]) }),
  };
}

function isLike(initial: unknown) {
  return (value: unknown): boolean => typeof value === typeof initial;
}

function isId(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function readJson(written: string | null): unknown {
  if (written === null) return undefined;
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}

const strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }],
  renderHTML: ({ HTMLAttributes }) => ['strong', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) };
  },
});

const emphasis = Mark.create({
  name: 'emphasis',
  parseHTML: () => [{ tag: 'em' }],
  renderHTML: ({ HTMLAttributes }) => ['em', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) };
  },
});

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => isLinkAddress(element.getAttribute('href') ?? '') && null },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const lineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

const subhead = Node.create({
  name: 'subhead',
  group: 'block',
  content: 'subheadLine{1,2}',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-subhead]' }],
  renderHTML: () => ['div', { 'data-subhead': '', class: 'subhead' }, 0],
});

const subheadLine = Node.create({
  name: 'subheadLine',
  content: 'text*',
  parseHTML: () => [{ tag: 'h2' }],
  renderHTML: () => ['h2', 0],
});

/**
 * A picture. While its assetId is 0 it is on its way or has to be fetched by hand; it keeps its place and its
 * words then, but is no part of the body. One node for both, so that filling it moves nothing and undo and
 * redo never bring an old state of an upload back.
 */
export const imageNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    assetId: attribute('assetId', 0),
    alt: attribute('alt', ''),
    caption: attribute('caption', ''),
    credit: attribute('credit', ''),
    uploadKey: attribute('uploadKey', ''),
    /** Where a picture that could not be pasted stands. */
    address: attribute('address', ''),
  }),
  parseHTML: () => [{ tag: 'figure[data-assetid]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

export const galleryNode = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: () => ['div', { 'data-gallery': '' }, 0],
});

const quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

const list = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    ordered: {
      default: false,
      parseHTML: (element: HTMLElement) => element.tagName === 'OL',
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'ul' }, { tag: 'ol' }],
  renderHTML: ({ node }) => [node.attrs.ordered === true ? 'ol' : 'ul', 0],
});

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const cellContent = { content: 'paragraph+' };

const table = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), caption: attribute('caption', '') };
  },
}).configure({ resizable: false, View: null });

export const videoNode = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: attribute('src', ''),
    posterAssetId: attribute<number | null>('posterAssetId', null, isId),
    caption: attribute('caption', ''),
    credit: attribute('credit', ''),
  }),
  parseHTML: () => [{ tag: 'figure[data-src]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, { class: 'video' }),
    `视频　${String(node.attrs.caption)}`,
  ],
});

const divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

export const relatedNode = Node.create({
  name: 'related',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    articleIds: attribute<number[]>('articleIds', [], (value) => Array.isArray(value) && value.every(isId)),
  }),
  parseHTML: () => [{ tag: 'div[data-articleids]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
});

export const noteNode = Node.create({
  name: 'note',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  addAttributes: () => ({ label: attribute('label', '编者按') }),
  parseHTML: () => [{ tag: 'aside[data-label]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
});

/** Every node and mark, without what draws them on screen. */
export const bodyNodes = [
  Document,
  Paragraph,
  Text,
  strong,
  emphasis,
  link,
  lineBreak,
  subhead,
  subheadLine,
  imageNode,
  galleryNode,
  quote,
  list,
  listItem,
  table,
  TableRow,
  TableHeader.extend(cellContent),
  TableCell.extend(cellContent),
  videoNode,
  divider,
  relatedNode,
  noteNode,
];
