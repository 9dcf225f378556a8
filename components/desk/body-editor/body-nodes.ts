import { Mark, mergeAttributes, Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';

/*
 * The editor's document has the nodes, marks and attributes of lib/article-body.ts under the same names, so
 * that a body goes in and comes out nearly as it is. What stands in the DOM is for the clipboard between two
 * of our editors; foreign HTML never comes this way, see paste.ts.
 */

/** An attribute that travels through our own clipboard as JSON. */
function attribute<Value>(name: string, initial: Value) {
  const key = `data-${name.toLowerCase()}`;
  return {
    default: initial,
    parseHTML: (element: HTMLElement): Value => {
      const written = element.getAttribute(key);
      return written === null ? initial : (JSON.parse(written) as Value);
    },
    renderHTML: (attributes: Record<string, unknown>) => ({ [key]: JSON.stringify(attributes[name]) }),
  };
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

/** The addresses that lib/article-body.ts takes. */
export const linkAddress = /^(https?:\/\/[^\s]+|mailto:[^\s]+|\/(?![/\\])[^\s]*)$/u;

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => linkAddress.test(element.getAttribute('href') ?? '') && null },
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
    posterAssetId: attribute<number | null>('posterAssetId', null),
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
  addAttributes: () => ({ articleIds: attribute<number[]>('articleIds', []) }),
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

export type WaitingState = 'uploading' | 'failed' | 'missing';

/**
 * Where a picture is still on its way, could not be sent, or has to be fetched by hand. Part of what is on
 * screen and never of the body.
 */
export const waitingPictureNode = Node.create({
  name: 'waitingPicture',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    key: { default: '', rendered: false },
    state: { default: 'uploading', rendered: false },
    words: { default: '', rendered: false },
    caption: { default: '', rendered: false },
  }),
  renderHTML: () => ['div', { class: 'waiting-picture' }],
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
  waitingPictureNode,
];
