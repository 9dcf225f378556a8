import type { Metadata } from 'next';
import { markSeenAction } from '@/app/(desk)/desk/(signed-in)/notices/actions';
import { MarkSeen } from '@/components/desk/notices/mark-seen';
import { NoticeList } from '@/components/desk/notices/notice-list';
import { PageTitle } from '@/components/ui/page-title';
import { requireEditor } from '@/features/access/require-editor';
import { listNotices } from '@/features/notices/list-notices';

export const metadata: Metadata = { title: '通知' };

export default async function NoticesPage() {
  const notices = await listNotices(await requireEditor());
  const newest = notices.find(({ seenAt }) => seenAt === null);
  return (
    <>
      <PageTitle title="通知" note="交给我的、退回的、到时限的稿件，最近一百条。" />
      <NoticeList notices={notices} />
      {newest && <MarkSeen upTo={newest.id} markSeen={markSeenAction} />}
    </>
  );
}
