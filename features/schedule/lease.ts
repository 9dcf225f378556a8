import { and, eq, gt } from 'drizzle-orm';
import { type Query, type Reader, tx } from '@/db/client';
import { leases } from '@/db/schema/schedules';

/** How long a process that dies keeps the others waiting, in milliseconds. */
export const leaseTime = 3000;

/**
 * Takes or renews a lease; answers its epoch, or undefined while another process holds it. Several processes
 * asking at once take turns in the database, and one of them gets it.
 */
export async function takeLease(name: string, holder: string, now = new Date()): Promise<number | undefined> {
  return tx(async (q) => {
    const expiresAt = new Date(now.getTime() + leaseTime);
    const [current] = await q.select().from(leases).where(eq(leases.name, name));
    if (current === undefined) {
      await q.insert(leases).values({ name, holder, epoch: 1, expiresAt });
      return 1;
    }
    // A clock that was set back by more than a lease lasts must not lock everybody out.
    const isHeld = current.expiresAt > now && current.expiresAt.getTime() - now.getTime() <= leaseTime;
    if (current.holder !== holder && isHeld) return undefined;
    const epoch = current.holder === holder ? current.epoch : current.epoch + 1;
    await q.update(leases).set({ holder, epoch, expiresAt }).where(eq(leases.name, name));
    return epoch;
  });
}

/** Whether the work of this holder still counts; asked in the transaction that writes it. */
export async function holdsLease(q: Reader, name: string, holder: string, epoch: number): Promise<boolean> {
  const [current] = await q
    .select({ epoch: leases.epoch, holder: leases.holder })
    .from(leases)
    .where(eq(leases.name, name));
  return current?.holder === holder && current.epoch === epoch;
}

/** Lets others begin at once; of a holder that was overtaken it does nothing. */
export async function giveUpLease(name: string, holder: string, now = new Date()): Promise<void> {
  await tx((q: Query) =>
    q
      .update(leases)
      .set({ expiresAt: now })
      .where(and(eq(leases.name, name), eq(leases.holder, holder), gt(leases.expiresAt, now))),
  );
}
