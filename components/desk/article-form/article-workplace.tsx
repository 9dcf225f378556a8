'use client';

import { ArticleForm, type ArticleFormProps } from '@/components/desk/article-form/article-form';
import { useOwnTab } from '@/components/desk/article-form/use-own-tab';

/** The form waits the moment it takes to learn which tab this is: what it keeps bears the tab's name. */
export function ArticleWorkplace(props: ArticleFormProps) {
  const tab = useOwnTab();
  if (tab === undefined) return <p className="text-muted">正在打开……</p>;
  return <ArticleForm {...props} tab={tab} />;
}
