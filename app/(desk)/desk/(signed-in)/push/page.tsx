import type { Metadata } from 'next';
import {
  addWebhookAction,
  removeWebhookAction,
  retryAction,
} from '@/app/(desk)/desk/(signed-in)/push/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { NotAllowed } from '@/components/desk/not-allowed';
import { DeliveryTable } from '@/components/desk/push/delivery-table';
import { DeliveryTabs } from '@/components/desk/push/delivery-tabs';
import { Webhooks } from '@/components/desk/push/webhooks';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listOutbox } from '@/features/outbox/list-outbox';
import { getSettingsForDesk } from '@/features/settings/get-settings-for-desk';

export const metadata: Metadata = { title: '推送' };

export default async function PushPage({ searchParams }: PageProps<'/desk/push'>) {
  const editor = await requireEditor();
  const params = await searchParams;
  const state = (['waiting', 'failed', 'done'] as const).find((one) => one === params.state) ?? 'waiting';
  const before = /^[1-9]\d{0,14}$/u.test(String(params.before)) ? Number(params.before) : undefined;
  const found = await unlessNotAllowed(async () => ({
    page: await listOutbox(editor, { state, before }),
    webhooks: (await getSettingsForDesk(editor)).push.webhooks.map(({ name, address }) => ({
      name,
      address,
    })),
  }));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  const { page, webhooks } = found.value;
  return (
    <>
      <PageTitle title="推送" note="告诉搜索引擎、订阅中心和合作方哪些网址变了；邮件通知也从这里寄出。">
        <ButtonLink href="/desk/settings#settings-push">设置密钥</ButtonLink>
      </PageTitle>
      <DeliveryTabs current={state} counts={page.counts} />
      <DeliveryTable rows={page.rows} retry={retryAction} />
      {page.older !== undefined && (
        <nav aria-label="翻页" className="mt-4">
          <ButtonLink href={`/desk/push?state=${state}&before=${page.older}`}>更早</ButtonLink>
        </nav>
      )}
      <Webhooks webhooks={webhooks} add={addWebhookAction} remove={removeWebhookAction} />
    </>
  );
}
