import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PictureView } from '@/components/article/picture-view';
import type { Picture } from '@/lib/picture';

const picture: Picture = {
  contentHash: 'ab'.repeat(32),
  width: 900,
  height: 600,
  hasAvif: true,
  alt: '大桥',
  credit: '',
  focalX: 50,
  focalY: 50,
};

const draw = (changes: Partial<Picture> = {}, isFirst = false) =>
  renderToStaticMarkup(<PictureView picture={{ ...picture, ...changes }} sizes="50vw" isFirst={isFirst} />);

const address = (width: number, format: string) => `/media/ab/${'ab'.repeat(31)}-${width}.${format}`;

test('AVIF is offered before WebP, and a JPEG stands below', () => {
  const html = draw();
  const types = [...html.matchAll(/<source type="([^"]+)" srcSet="([^"]+)" sizes="50vw"/giu)];
  expect(types.map(([, type]) => type)).toEqual(['image/avif', 'image/webp']);
  expect(types[0]![2]).toBe([400, 800, 900].map((width) => `${address(width, 'avif')} ${width}w`).join(', '));
  expect(html).toContain(`src="${address(900, 'jpg')}" width="900" height="600" alt="大桥"`);
});

test('a picture that has no AVIF files is not said to have them', () => {
  expect(draw({ hasAvif: false })).not.toContain('avif');
});

test('only the first picture of a page is fetched before it comes near', () => {
  expect(draw()).toContain('loading="lazy"');
  expect(draw({}, true)).not.toContain('loading=');
  expect(draw({}, true)).toMatch(/fetchPriority="high"/iu);
});

test('where to look is said in tenths by class, and not at all in the middle', () => {
  expect(draw()).not.toContain('class=');
  expect(draw({ focalX: 4, focalY: 96 })).toContain('class="focal-x0 focal-y10"');
  expect(draw({ focalY: 25 })).toContain('class="focal-y3"');
  expect(draw({ focalX: 1 })).not.toContain('style');
});
