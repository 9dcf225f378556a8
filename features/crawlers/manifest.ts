import { getRootSection } from '@/features/sections/section-tree';

/** What a telephone needs to keep the portal beside its own programs (W3C Web App Manifest). */
export async function writeManifest(): Promise<string> {
  const { name, description } = await getRootSection();
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: purpose === 'any' ? `/icon-${size}.png` : `/icon-maskable-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: '/',
    name,
    short_name: [...name].slice(0, 12).join(''),
    ...(description && { description }),
    start_url: '/',
    scope: '/',
    display: 'browser',
    lang: 'zh-CN',
    dir: 'ltr',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
