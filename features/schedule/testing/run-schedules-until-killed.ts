import { runDueSchedules } from '@/features/schedule/run-due-schedules';

/** A process that does nothing but carry out schedules, as each portal does beside its pages. */
for (;;) {
  await runDueSchedules(`process ${process.pid}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
}
