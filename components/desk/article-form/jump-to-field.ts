import type { BodyEditorHandle } from '@/components/desk/body-editor/body-editor';

/** Takes the editor to what the check list names: a field, or a block of the text (`body.<index>`). */
export function jumpToField(field: string, body: BodyEditorHandle | null): void {
  const [name, index] = field.split('.');
  if (name === 'body') {
    if (index === undefined) body?.focus();
    else body?.focusBlock(Number(index));
    return;
  }
  const target =
    document.querySelector<HTMLElement>(`[name="${name}"]`) ??
    document.querySelector<HTMLElement>(
      name === 'coverAssetId' ? '#cover button' : `#${name} input, #${name} button`,
    );
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
