import type { Metadata } from 'next';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { getFrontDraft } from '@/features/fronts/get-front-draft';
import { frontKeyLabels, frontKeys } from '@/lib/block-kind';
import { formatDateTime } from '@/lib/dates';
import { isSameFront } from '@/lib/front-draft';

export const metadata: Metadata = { title: '版面' };

const notes = {
  home: '网站首页：头条、图片新闻、滚动、城市观察和各栏目。',
  article: '每篇稿件和栏目列表旁边的侧栏：城市观察、最新消息。',
} as const;

export default async function FrontsPage() {
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => Promise.all(frontKeys.map((key) => getFrontDraft(editor, key))));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  return (
    <>
      <PageTitle title="版面" note="编排的是草稿，发布后读者才看到。" />
      <ul className="grid gap-4 md:grid-cols-2">
        {found.value.map(({ key, draft, live, savedBy, savedAt, lastLaunch }) => (
          <li key={key} className="grid content-start gap-2 rounded-md border border-rule bg-sheet p-4">
            <h2 className="text-base font-bold">{frontKeyLabels[key]}</h2>
            <p className="text-muted">{notes[key]}</p>
            <p>
              {live.blocks.length} 个版块
              {isSameFront(draft, live) ? '，和线上一致' : '，有还没发布的改动'}
            </p>
            <p className="text-[0.8125rem] text-muted">
              {lastLaunch === undefined
                ? '还没有人发布过。'
                : `上次发布：${lastLaunch.editorName} ${formatDateTime(lastLaunch.launchedAt)}`}
              {savedAt !== null && `　上次编排：${savedBy} ${formatDateTime(savedAt)}`}
            </p>
            <p>
              <ButtonLink href={`/desk/fronts/${key}`} look="primary">
                编排{frontKeyLabels[key]}
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
