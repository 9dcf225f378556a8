import { endsAsSentence } from '@/features/archive-import/page-lines';
import { isWhollyMeta, type MetaLine, readMetaLine } from '@/features/archive-import/meta-line';

const editorWord = '责任编辑|责编|编辑|校对|审校|审核|初审|复审|终审|一审|二审|三审|值班|监制|签发|编审';
const bracketed = new RegExp(
  String.raw`\s*[（(【[]\s*(?:本文|本期|文字|网络)?(?:${editorWord})[^（()）【】[\]]{1,60}[)）】\]]\s*$`,
  'u',
);

/** The people and the source of a line that holds nothing else: 编辑:庄书白, (责编:汤诗一、丁小涛), 编辑|禤志杰, 来源：某报 作者：某某 编辑：某某 … */
export function readSignOff(line: string): MetaLine | undefined {
  // 记者：谢谢您。 ends an interview.
  if (endsAsSentence(line)) return undefined;
  const meta = readMetaLine(line);
  if (meta === undefined || !isWhollyMeta(meta)) return undefined;
  // A mere date closes a notice and belongs to its text.
  const hasTime = meta.times.some(({ hasClock, hasLabel }) => hasClock || hasLabel);
  return meta.credits.length > 0 || meta.unsaved.length > 0 || meta.source !== '' || hasTime
    ? meta
    : undefined;
}

/** A sign-off that nobody filled in: 编辑： */
export function isEmptySignOff(line: string): boolean {
  return /^(?:来源|作者|记者|通讯员|编辑|责任编辑|责编|校对)\s*[:：|｜]$/u.test(line);
}

/** Whether a sign-off names who edited, proofread or approved: that ends an article, a reporter's name may not. */
export function namesEditors({ credits, unsaved }: MetaLine): boolean {
  const editing = new Set(['editor', 'responsibleEditor', 'proofreader']);
  return (
    credits.some(({ role }) => editing.has(role)) ||
    unsaved.some((one) => new RegExp(editorWord, 'u').test(one))
  );
}

/** Parts a sign-off in brackets from the paragraph it was appended to. */
export function splitInlineSignOff(paragraph: string): { text: string; meta: MetaLine } | undefined {
  const found = bracketed.exec(paragraph);
  if (found === null || found.index === 0) return undefined;
  const meta = readSignOff(found[0].trim());
  return meta === undefined ? undefined : { text: paragraph.slice(0, found.index), meta };
}
