import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from '@/server/client-address';

const request = (forwarded?: string) =>
  ({
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '127.0.0.1' },
  }) as unknown as IncomingMessage;

test('what a client says of its address counts only as far as a proxy of ours has written it', () => {
  expect(clientAddress(request('198.51.100.1'), false)).toBe('127.0.0.1');
  expect(clientAddress(request('198.51.100.1, 203.0.113.9'), true)).toBe('203.0.113.9');
  expect(clientAddress(request(), true)).toBe('127.0.0.1');
});
