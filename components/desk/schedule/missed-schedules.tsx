import { AcknowledgeButton } from '@/components/desk/schedule/acknowledge-button';
import type { MissedSchedule } from '@/features/schedule/list-schedules';
import { formatDateTime } from '@/lib/dates';

type MissedSchedulesProps = {
  missed: MissedSchedule[];
  acknowledge: (input: unknown) => Promise<{ ok: boolean }>;
};

/** What should have happened by itself and did not, or did too late, until somebody has seen it. */
export function MissedSchedules({ missed, acknowledge }: MissedSchedulesProps) {
  if (missed.length === 0) return null;
  return (
    <section
      aria-labelledby="missed-schedules"
      className="mb-4 rounded-lg border-2 border-accent bg-tint px-4 py-3"
    >
      <h2 id="missed-schedules" className="mb-1 font-bold text-accent">
        漏发
      </h2>
      <ul className="grid gap-1">
        {missed.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
            <a href={`/desk/articles/${one.articleId}`} className="font-medium hover:text-accent">
              {one.headline || '无标题'}
            </a>
            <span className="min-w-40 grow">{describe(one)}</span>
            <AcknowledgeButton articleId={one.articleId} scheduleId={one.id} acknowledge={acknowledge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe({ kind, dueAt, doneAt, failure }: MissedSchedule): string {
  const act = kind === 'publish' ? '发布' : '下线';
  const due = `定于 ${formatDateTime(dueAt)} ${act}`;
  return doneAt === null ? `${due}，没有${act}：${failure}` : `${due}，${formatDateTime(doneAt)} 才${act}。`;
}
