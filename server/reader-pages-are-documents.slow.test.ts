import path from 'node:path';
import { expect, test } from 'vitest';
import { listClientComponents } from '@/server/client-components';

const build = path.resolve(import.meta.dirname, '../.next');

// A failure prints route and module. Make the component a server component or plain markup: on a reader page
// nothing hydrates it (docs/decisions/0001).
test('no reader page of the build contains a client component', () => {
  expect(listClientComponents(build)).toEqual([]);
});
