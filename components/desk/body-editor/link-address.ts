import { articleBodySchema } from '@/lib/article-body';

/** What is wrong with an address as the body's own rule sees it, as a sentence; undefined: nothing. */
export function findLinkProblem(href: string): string | undefined {
  if (href === '') return '请填写链接地址。';
  const outcome = articleBodySchema.safeParse({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '链', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  });
  if (outcome.success) return undefined;
  if (href.length > 2000) return '链接地址不能超过 2000 个字符。';
  return /\s/u.test(href)
    ? '链接地址里不能有空格，请删去。'
    : '链接只能以 http://、https://、mailto: 或 / 开头，请改正。';
}

export function isLinkAddress(href: string): boolean {
  return findLinkProblem(href) === undefined;
}

/** What an editor types or pastes: blanks around it go, a bare host name gets its https://. */
export function completeLinkAddress(typed: string): string {
  const address = typed.trim();
  return /^[\w-]+(\.[\w-]+)+([/?#:]\S*)?$/u.test(address) ? `https://${address}` : address;
}
