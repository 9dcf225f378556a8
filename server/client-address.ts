import type { IncomingMessage } from 'node:http';

/**
 * From where a request comes, for limits by address. Behind a proxy of ours (TRUST_PROXY=on) it is the last
 * address that X-Forwarded-For names: the one our proxy saw; what stands before it the client may have
 * written. Without one nothing a client says counts.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isBehindProxy: boolean,
): string {
  const forwarded = headers['x-forwarded-for'];
  const last = isBehindProxy
    ? String(forwarded ?? '')
        .split(',')
        .at(-1)!
        .trim()
    : '';
  return last === '' ? (socket.remoteAddress ?? '') : last;
}
