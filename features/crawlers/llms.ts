import { listAllSections } from '@/features/sections/list-all-sections';
import { getRootSection } from '@/features/sections/section-tree';
import { apiAddress, correctionsAddress, latestAddress, sectionAddress } from '@/lib/addresses';
import { readEnv } from '@/lib/env';

/** For language models that read a site for somebody (llmstxt.org): what it is and where things are, in Markdown. */
export async function writeLlms(): Promise<string> {
  const { siteUrl } = readEnv();
  const root = await getRootSection();
  const link = (name: string, path: string, note = '') =>
    `- [${plain(name)}](${siteUrl}${path})${note === '' ? '' : `：${plain(note)}`}`;
  return [
    `# ${plain(root.name)}`,
    '',
    `> ${plain(root.description || `${root.name}的新闻网站`)}`,
    '',
    '稿件的地址是 /article/编号，不会改变。转载和引用请注明来源、作者和原标题。',
    '',
    '## 栏目',
    '',
    link('最新稿件', latestAddress),
    ...(await listAllSections()).map(({ name, path, description }) =>
      link(name, sectionAddress(path), description),
    ),
    '',
    '## 机器可读',
    '',
    link('RSS', '/feed.xml', '最新稿件；每个栏目的地址后面加 /feed.xml 也有'),
    link('JSON Feed', '/feed.json', '最新稿件'),
    link('站点地图', '/sitemap.xml', '全部地址'),
    link('读取接口', `${apiAddress}/openapi.json`, 'OpenAPI 说明'),
    '',
    '## Optional',
    '',
    link('更正', correctionsAddress),
    link('关于我们', '/about'),
    link('版权声明', '/copyright'),
    link('联系我们', '/contact'),
    '',
  ].join('\n');
}

/** On one line, without what Markdown would take for more than words. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/[\\`*_[\]<>#]/gu, String.raw`\$&`);
}
