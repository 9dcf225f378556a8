import { jumpToField } from '@/components/desk/article-form/jump-to-field';
import type { BodyEditorHandle } from '@/components/desk/body-editor/body-editor';
import type { ContentFinding } from '@/lib/style-content';

/** Takes the editor to the words of a finding, and selects them where a field can. */
export function showFinding(finding: ContentFinding, body: BodyEditorHandle | null): void {
  const [name = ''] = finding.field.split('.');
  if (name === 'body') {
    body?.showFinding(finding);
    return;
  }
  jumpToField(finding.field, body);
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  // A list of people or tags has a box for each; only the one that holds these words is selected in.
  if (field.value.slice(finding.from, finding.to) === finding.words) {
    field.setSelectionRange(finding.from, finding.to);
  }
}
