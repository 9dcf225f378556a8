import { pinyin } from 'pinyin-pro';

export const longestSegment = 40;

/** 城镇即时报 → chengzhenjishibao. With `v`, because an address holds no ü. */
export function slugOf(name: string): string {
  const letters = pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', v: true }).join('');
  const slug = letters.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '');
  return slug.slice(0, longestSegment) || 'section';
}
