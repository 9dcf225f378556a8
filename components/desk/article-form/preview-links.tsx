'use client';

import { useState } from 'react';
import type { ArticleActions } from '@/components/desk/article-form/article-actions';
import { Panel } from '@/components/desk/article-form/panel';
import { Button } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { OpenPreview } from '@/features/articles/previews';
import { formatDateTime } from '@/lib/dates';

type PreviewLinksProps = {
  articleId: number;
  previews: OpenPreview[];
  actions: Pick<ArticleActions, 'makePreview' | 'revokePreview'>;
  /** Called when the list has changed. */
  onChanged: () => void;
};

const lifetimes = [1, 3, 7, 30];

/** Links that show this one article to somebody without an account. */
export function PreviewLinks({ articleId, previews, actions, onChanged }: PreviewLinksProps) {
  const [days, setDays] = useState(3);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const toast = useToast();
  const make = async () => {
    const answer = await actions.makePreview({ articleId, days }).catch(() => undefined);
    if (answer?.ok !== true)
      return setProblem(answer?.problems[0]?.message ?? '连接不上服务器，请稍后再试。');
    setProblem(undefined);
    setAddress(answer.value.address);
    return onChanged();
  };
  const revoke = async (previewId: number) => {
    const answer = await actions.revokePreview({ articleId, previewId }).catch(() => undefined);
    if (answer?.ok !== true)
      return setProblem(answer?.problems[0]?.message ?? '连接不上服务器，请稍后再试。');
    setAddress(undefined);
    toast('预览链接已撤销');
    return onChanged();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(address!);
    toast('预览链接已复制');
  };
  return (
    <Panel title="预览链接">
      <p className="text-muted">给没有账号的人看这一篇，到期自动失效，也可随时撤销。</p>
      {address && (
        <div className="flex gap-1">
          <input aria-label="新的预览链接" readOnly className={inputClass} value={address} />
          <Button onClick={copy}>复制</Button>
        </div>
      )}
      <div className="flex gap-1">
        <select
          aria-label="有效期"
          className={inputClass}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {lifetimes.map((one) => (
            <option key={one} value={one}>
              {one} 天内有效
            </option>
          ))}
        </select>
        <Button onClick={make}>生成链接</Button>
      </div>
      {problem && <p className="text-accent">{problem}</p>}
      {previews.length > 0 && (
        <ul className="grid gap-1">
          {previews.map(({ id, createdByName, expiresAt }) => (
            <li key={id} className="flex items-center justify-between gap-2">
              <span className="text-muted">
                {createdByName}　{formatDateTime(new Date(expiresAt))} 到期
              </span>
              <Button isSmall look="quiet" onClick={() => revoke(id)}>
                撤销
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
