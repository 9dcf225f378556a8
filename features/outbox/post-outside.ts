import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { readEnv } from '@/lib/env';

export type OutsideAnswer = {
  status: number;
  text: string;
  /** How long the other side wants to be left alone, in milliseconds. */
  retryAfter: number | undefined;
};

const patience = 5000;
const longestAnswer = 64 * 1024;

/** Said when an address leads to this machine or its network instead of the world. */
export class PrivateTargetError extends Error {
  override name = 'PrivateTargetError';
  constructor(host: string) {
    super(`${host} 不是互联网上的地址，没有发送。`);
  }
}

/**
 * Posts to an address that a person has set: http(s) only, to public addresses only, asked at the moment of
 * connecting so that a name cannot change its answer in between; no redirect is followed; five seconds, 64 KB.
 * Throws when there is no answer. ALLOW_PRIVATE_TARGETS=on lets an intranet, or a test, be reached.
 */
export async function postOutside(
  address: string,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<OutsideAnswer> {
  const url = new URL(address);
  const mayBePrivate = readEnv().allowsPrivateTargets;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (!['http:', 'https:'].includes(url.protocol)) throw new PrivateTargetError(url.protocol);
  if (!mayBePrivate && isIP(host) !== 0 && !isPublic(host)) throw new PrivateTargetError(host);
  const send = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)), 'User-Agent': 'chengxun' },
        timeout: patience,
        signal: AbortSignal.timeout(patience),
        ...(mayBePrivate ? {} : { lookup: lookupPublic }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length <= longestAnswer) chunks.push(chunk);
          else response.destroy(new Error('回答太长。'));
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            retryAfter: retryAfterOf(response.headers['retry-after']),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const bad =
      error ??
      (addresses.every(({ address }) => isPublic(address)) ? null : new PrivateTargetError(hostname));
    if (bad !== null) return callback(bad, '');
    const [first] = addresses;
    if (options.all === true) return callback(null, addresses);
    return callback(null, first!.address, first!.family);
  });
};

/** Whether an address is one of the world's: neither loopback, nor private, nor reserved, nor one of these in IPv6. */
function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfterOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
}
