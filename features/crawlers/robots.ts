import { getSiteSettings } from '@/features/settings/get-site-settings';
import { readEnv } from '@/lib/env';

/**
 * Crawlers that collect texts for training and send no readers, as their operators name them. Bytespider and
 * PetalBot are not among them: they also fetch for the searches of Toutiao and Petal, and no search engine is
 * shut out.
 */
const trainingCrawlers = [
  'AI2Bot',
  'anthropic-ai',
  'Applebot-Extended',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Google-Extended',
  'GPTBot',
  'meta-externalagent',
];

/** The desk and all below it, but not a section whose name begins like it. It is no secret, only not worth a visit. */
const neverFetched = ['/desk$', '/desk/', '/preview/'].map((path) => `Disallow: ${path}`);

/** Robots Exclusion Protocol (RFC 9309). A crawler obeys only the group that names it, so each says all that counts. */
export async function writeRobots(): Promise<string> {
  const { siteUrl } = readEnv();
  const { crawlers } = await getSiteSettings();
  const groups = [
    // The same decision in the words of the IETF's AI Preferences drafts, which name the use and no crawler.
    ['User-agent: *', `Content-Usage: train-ai=${crawlers.allowsTraining ? 'y' : 'n'}`, ...neverFetched],
    [
      // Said even where it is allowed, so that nobody has to guess what the newsroom decided.
      `# 收集训练语料的爬虫：${crawlers.allowsTraining ? '允许' : '不允许'}`,
      ...trainingCrawlers.map((name) => `User-agent: ${name}`),
      ...(crawlers.allowsTraining ? neverFetched : ['Disallow: /']),
    ],
    [
      `Sitemap: ${siteUrl}/sitemap.xml`,
      `Sitemap: ${siteUrl}/sitemap.txt`,
      `Sitemap: ${siteUrl}/sitemaps/news.xml`,
    ],
  ];
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
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
    // A web address in this file has to be https (§2.5).
    ...(siteUrl.startsWith('https:') ? [`Canonical: ${siteUrl}/.well-known/security.txt`] : []),
    '',
  ].join('\n');
}
