import { expect, test } from 'vitest';
import { indexTokens, queryPhrases } from '@/lib/search-tokens';

test('Han characters are stored in pairs, the last one alone', () => {
  expect(indexTokens('杭州干部')).toEqual(['杭州', '州干', '干部', '部']);
});

test('Latin words and numbers are whole tokens, whatever their case and width', () => {
  expect(indexTokens('Ｇ２０峰会，5G 网络')).toEqual(['g20', '峰会', '会', '5g', '网络', '络']);
});

test('a name spread by a full-width blank is one run', () => {
  expect(indexTokens('记者 张　三')).toEqual(indexTokens('记者张三'));
});

test('two words of a query are two phrases, a lone character is a beginning', () => {
  expect(queryPhrases('杭州 桥')).toEqual([
    { tokens: ['杭州'], isPrefix: false },
    { tokens: ['桥'], isPrefix: true },
  ]);
});

test('marks of a query language mean nothing', () => {
  expect(queryPhrases('"*^:%_NEAR( 😀 \u0000')).toEqual([{ tokens: ['near'], isPrefix: true }]);
});

test('a query of 10,000 characters is cut to a bounded number of phrases', () => {
  expect(queryPhrases('桥 '.repeat(5000)).length).toBeLessThanOrEqual(12);
  expect(queryPhrases('桥'.repeat(10_000))[0]!.tokens.length).toBeLessThan(200);
});
