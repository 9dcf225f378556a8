import { expect, test } from 'vitest';
import { addressInPath } from '@/features/archive-import/sources/address-in-path';
import { insidePath } from '@/features/archive-import/sources/paths-inside';
import { picturePath } from '@/features/archive-import/sources/picture-path';

test.for([
  ['./a/b.html', 'a/b.html'],
  ['a/../b.html', 'b.html'],
  ['../b.html', undefined],
  ['a/../../b.html', undefined],
  ['/b.html', undefined],
  ['.', undefined],
  ['', undefined],
  ['c:\\b.html', undefined],
] as const)('%s inside a source is %s', ([written, inside]) => {
  expect(insidePath(written)).toBe(inside);
});

test.for([
  ['news/a.html', 'a_files/1.jpg', 'news/a_files/1.jpg'],
  ['news/a.html', './%E6%A1%A5.jpg?x=1', 'news/桥.jpg'],
  ['news/a.html', '../pic/1.jpg', 'pic/1.jpg'],
  ['a.html', '../../1.jpg', undefined],
  ['www.example.cn/news/a.html', '/pic/1.jpg', 'www.example.cn/pic/1.jpg'],
  ['news/a.html', '/pic/1.jpg', 'pic/1.jpg'],
  ['www.example.cn/a.html', 'http://img.example.cn/1.jpg', 'img.example.cn/1.jpg'],
  ['a.html', '//img.example.cn/1.jpg', 'img.example.cn/1.jpg'],
  ['a.html', 'data:image/png;base64,AAAA', undefined],
  ['a.html', 'file:///etc/passwd', undefined],
  ['a.html', '%E0%A4%A', undefined],
] as const)('a picture of %s that is written %s lies at %s', ([page, address, found]) => {
  expect(picturePath(page, address)).toBe(found);
});

test.for([
  ['www.example.cn/system/2018/07/01/021.shtml', 'http://www.example.cn/system/2018/07/01/021.shtml'],
  ['mirror/news.example.com.cn/桥/a.html', 'http://news.example.com.cn/%E6%A1%A5/a.html'],
  ['www.example.cn/view.php?aid=3', 'http://www.example.cn/view.php?aid=3'],
  ['要闻/桥.html', undefined],
  ['www.example.cn', undefined],
  ['2018.07/a.html', undefined],
] as const)('%s tells the address %s', ([file, address]) => {
  expect(addressInPath(file)).toBe(address);
});
