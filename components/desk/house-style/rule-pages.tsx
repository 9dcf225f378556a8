import { ButtonLink } from '@/components/ui/button';
import type { StyleRuleQuestion } from '@/lib/style-rule-question';

/** The way to the pages before and after. */
export function RulePages({ asked, pageCount }: { asked: StyleRuleQuestion; pageCount: number }) {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="翻页" className="mt-4 flex items-center justify-center gap-3">
      {asked.page > 1 && <ButtonLink href={addressOf(asked, asked.page - 1)}>上一页</ButtonLink>}
      <span>
        第 {asked.page} 页，共 {pageCount} 页
      </span>
      {asked.page < pageCount && <ButtonLink href={addressOf(asked, asked.page + 1)}>下一页</ButtonLink>}
    </nav>
  );
}

function addressOf(asked: StyleRuleQuestion, page: number): string {
  const said = Object.entries({ ...asked, page: String(page) }).filter(([, value]) => value !== '');
  return `/desk/style-rules?${new URLSearchParams(said).toString()}`;
}
