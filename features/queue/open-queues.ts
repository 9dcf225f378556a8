import type { Editor } from '@/features/access/editor';
import { mayAnywhere } from '@/features/access/permission';
import { type Queue, queues } from '@/lib/queue';

/** The tabs that can ever hold something for the editor. */
export function openQueues(editor: Editor): Queue[] {
  return queues.filter((queue) => {
    if (queue === 'toSign')
      return mayAnywhere(editor, 'reviewFinal') || mayAnywhere(editor, 'publishArticle');
    if (queue === 'returned' || queue === 'waiting') return mayReview(editor);
    // A right to review may be lent to anybody; what is late or red concerns everybody who sees it.
    return true;
  });
}

/** What the desk opens with: reviewers begin with what waits for them, everybody else with their own texts. */
export function firstQueueFor(editor: Editor): Queue {
  return mayReview(editor) ? 'waiting' : 'mine';
}

function mayReview(editor: Editor): boolean {
  return mayAnywhere(editor, 'returnArticle') || mayAnywhere(editor, 'publishArticle');
}
