import { expect, test } from 'vitest';
import { describeBrowser } from '@/lib/describe-browser';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.for([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome，Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    'Edge，Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    'Safari，iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox，Linux'],
  [
    `Mozilla/5.0 (Linux; Android 15; PHONE) ${webkit} Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0`,
    '微信，安卓',
  ],
  ['curl/8.5.0', '未知的浏览器'],
  ['', '未知的浏览器'],
] as const)('%s is told as %s', ([userAgent, words]) => {
  expect(describeBrowser(userAgent)).toBe(words);
});
