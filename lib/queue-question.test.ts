import { expect, test } from 'vitest';
import { addressOf, readQuestion } from '@/lib/queue-question';

const sent = (address: string) => Object.fromEntries(new URL(address, 'http://desk').searchParams);

test('an address made of a question is read as the same question', () => {
  const question = {
    queue: 'changed' as const,
    sectionId: 3,
    status: 'published' as const,
    personId: 7,
    words: '三桥 & #1042',
    before: { at: new Date(1_764_000_000_123), id: 41 },
  };
  expect(readQuestion(sent(addressOf(question)), 'mine')).toEqual(question);
});

test.for([
  'queue=nonsense',
  'section=abc&status=&person=-1&words=%20&before=1',
  'before=1-x',
  `words=${'长'.repeat(201)}`,
])('the address ?%s is an unfiltered list and no error', (query) => {
  expect(readQuestion(sent(`/desk?${query}`), 'all')).toEqual({
    queue: 'all',
    sectionId: undefined,
    status: undefined,
    personId: undefined,
    words: undefined,
    before: undefined,
  });
});

test('a name that stands twice in the address was not asked', () => {
  expect(readQuestion({ words: ['一', '二'], queue: ['mine', 'all'] }, 'today')).toMatchObject({
    queue: 'today',
    words: undefined,
  });
});
