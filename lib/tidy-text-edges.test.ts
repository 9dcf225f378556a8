import { expect, test } from 'vitest';
import { tidyText } from '@/lib/tidy-text';

test.each([
  ['他加入了WTO.', '他加入了WTO。'],
  ['增长3.14%.', '增长3.14%。'],
  ['共计1000. ', '共计1000。'],
  ['你去过WTO?', '你去过WTO？'],
  ['迁到U.S.', '迁到U.S.'],
  ['收购了Apple Inc.', '收购了Apple Inc.'],
  ['他说Hello my friend.', '他说Hello my friend.'],
  ['（中文)', '（中文）'],
  ['(中(内)文)', '（中（内）文）'],
  ['f(x)=1', 'f(x)=1'],
  ['３．１４', '3.14'],
  ['报告(终稿).docx已发', '报告(终稿).docx已发'],
  ['He said “hi” to me', 'He said “hi” to me'],
  ['他说 “hi” 就走', '他说“hi”就走'],
])('%s becomes %s', (typed, tidied) => {
  expect(tidyText(typed)).toBe(tidied);
  expect(tidyText(tidied)).toBe(tidied);
});

test.each(['!', ', ', '?!'])('a hundred %s in a row are tidied at once', (mark) => {
  const once = tidyText(`江${mark.repeat(100)}`);
  expect(once).not.toMatch(/[!,?]/u);
  expect(tidyText(once)).toBe(once);
});

// Without limits these take minutes, which the runner takes for a failure.
test.each(['a', '-', '.', 'a.', '江a@'])('400,000 characters of %s are read to the end', (piece) => {
  expect(tidyText(piece.repeat(400_000 / piece.length)).length).toBeGreaterThan(0);
});
