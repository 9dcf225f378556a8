import { listChildSections, getRootSection } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { sectionAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';

/** Crawlers that collect texts for training and send no readers, as their operators name them. */
const trainingCrawlers = [
  'GPTBot',
  'ClaudeBot',
  'anthropic-ai',
  'Google-Extended',
  'Applebot-Extended',
  'CCBot',
  'Bytespider',
  'meta-externalagent',
  'PetalBot',
];

/** Robots Exclusion Protocol (RFC 9309). The desk is no secret, but nothing of it is worth a visit. */
export async function writeRobots(): Promise<string> {
  const { siteUrl } = readEnv();
  const { crawlers } = await getSiteSettings();
  const groups = [
    ['User-agent: *', 'Disallow: /desk', 'Disallow: /preview/'],
    ...(crawlers.allowsTraining
      ? []
      : [[...trainingCrawlers.map((name) => `User-agent: ${name}`), 'Disallow: /']]),
    [
      `Sitemap: ${siteUrl}/sitemap.xml`,
      `Sitemap: ${siteUrl}/sitemap.txt`,
      `Sitemap: ${siteUrl}/sitemaps/news.xml`,
    ],
  ];
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** For language models that read a site for somebody (llmstxt.org): what it is and where things are. */
export async function writeLlms(): Promise<string> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const children = await listChildSections(root.id);
  const link = (name: string, path: string) => `- [${name}](${siteUrl}${path})`;
  return [
    `# ${root.name}`,
    '',
    `> ${root.description || `${root.name}的新闻网站`}`,
    '',
    '## 栏目',
    '',
    ...children.map(({ name, path }) => link(name, sectionAddress(path))),
    '',
    '## 机器可读',
    '',
    link('RSS', '/feed.xml'),
    link('JSON Feed', '/feed.json'),
    link('站点地图', '/sitemap.xml'),
    '',
  ].join('\n');
}

/** RFC 9116; undefined until the newsroom says whom to write to. */
export async function findSecurityText(now = new Date()): Promise<string | undefined> {
  const { siteUrl } = readEnv();
  const { crawlers } = await getSiteSettings();
  if (crawlers.securityContact === '') return undefined;
  // The first of a month half a year on: the same text for a month, and always far enough away.
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1));
  return [
    `Contact: mailto:${crawlers.securityContact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
