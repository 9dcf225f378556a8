import { expect, test } from 'vitest';
import { csvLine, plainCell } from '@/lib/csv';

test.for(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1'])(
  'a cell %j is not run as a formula',
  (cell) => {
    expect(csvLine([cell]).replace(/^"/u, '')).toMatch(/^'/u);
  },
);

test('quotes, commas and line breaks stay inside their cell', () => {
  expect(csvLine(['他说"好"', '甲,乙', '上\n下', '平常', 7])).toBe(
    '"他说""好""","甲,乙","上\n下",平常,7\r\n',
  );
});

test('a cell that only contains the signs stays as it is', () => {
  expect(csvLine(['a=b', 'x@city.example', '2026-11-23'])).toBe('a=b,x@city.example,2026-11-23\r\n');
});

test('a cell is read again as it was written, whatever apostrophes it began with', () => {
  for (const cell of ['=1', "'=1", "''=1", "'", "'平常", '平常', '＝1', '']) {
    const written = csvLine([cell]).slice(0, -2).replace(/^"|"$/gu, '').replaceAll('""', '"');
    expect(plainCell(written)).toBe(cell);
  }
});
