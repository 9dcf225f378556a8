import { PreviewFrame } from '@/components/desk/article-form/preview-frame';
import { requireEditor } from '@/features/access/require-editor';

/** The frame beside the form. It shows nothing but what the form tells it. */
export default async function ArticlePreviewPage() {
  await requireEditor();
  return <PreviewFrame />;
}
