import { and, count, eq, gt, lt } from 'drizzle-orm';
import { type Query, tx } from '@/db/client';
import { signInTries } from '@/db/schema/editors';

const window = 15 * 60_000;

/** Wrong tries within the window until the account, or the address, has to wait. */
const limits = { account: 10, address: 60 };

type Keys = { email: string; address: string };

/** Whether this account or this address has to wait before its next try. Asked before the password is. */
export async function mustWait({ email, address }: Keys, now: Date): Promise<boolean> {
  return tx(async (q) => {
    await q.delete(signInTries).where(lt(signInTries.at, new Date(now.getTime() - window)));
    const ofAccount = await triesOf(q, accountKey(email));
    const ofAddress = await triesOf(q, addressKey(address));
    return ofAccount >= limits.account || ofAddress >= limits.address;
  });
}

export async function countWrongTry(q: Query, { email, address }: Keys, now: Date): Promise<void> {
  await q.insert(signInTries).values([
    { key: accountKey(email), at: now },
    { key: addressKey(address), at: now },
  ]);
}

/** After a right password: the account starts anew, the address does not. */
export async function forgetWrongTries(q: Query, email: string): Promise<void> {
  await q.delete(signInTries).where(eq(signInTries.key, accountKey(email)));
}

/**
 * True the first time, false whenever the same person sends the same code again while it could still be
 * valid: a code that was seen over a shoulder opens nothing (RFC 6238 §5.2).
 */
export async function claimCode(editorId: number, code: string, now: Date): Promise<boolean> {
  const key = `code:${editorId}:${code}`;
  return tx(async (q) => {
    const [{ used }] = (await q
      .select({ used: count() })
      .from(signInTries)
      .where(and(eq(signInTries.key, key), gt(signInTries.at, new Date(now.getTime() - 120_000))))) as [
      { used: number },
    ];
    if (used > 0) return false;
    await q.insert(signInTries).values({ key, at: now });
    return true;
  });
}

async function triesOf(q: Query, key: string): Promise<number> {
  const [row] = await q.select({ tries: count() }).from(signInTries).where(eq(signInTries.key, key));
  return row!.tries;
}

const accountKey = (email: string) => `account:${email.trim().toLowerCase()}`;

/** An IPv6 customer has a whole /64 to send from, so that counts as one address. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/u, '');
  return `address:${plain.includes(':') ? firstHalf(plain) : plain}`;
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
