'use client';

import type { ContentChange } from '@/components/desk/article-form/content-change';
import { FieldFindings } from '@/components/desk/house-style/field-findings';
import type { ArticleContent } from '@/lib/article-content';
import { countCharacters } from '@/lib/article-body';

/** 引题, 主题 and 副题 as they stand above an article, typed where they are read. */
export function TitleFields({
  content,
  change,
  isReadOnly,
}: {
  content: ArticleContent;
  change: ContentChange;
  isReadOnly: boolean;
}) {
  const line =
    'w-full border-0 border-b border-transparent bg-transparent px-1 text-center font-serif placeholder:text-muted hover:border-rule focus:border-muted focus:outline-none';
  return (
    <div className="grid gap-1 py-2">
      <input
        aria-label="引题"
        name="kicker"
        placeholder="引题（可不填）"
        className={`${line} text-base text-muted`}
        value={content.kicker}
        readOnly={isReadOnly}
        maxLength={200}
        onChange={(event) => change({ kicker: event.target.value })}
      />
      <FieldFindings field="kicker" isCentred />
      <textarea
        aria-label="标题"
        name="headline"
        placeholder="标题"
        rows={1}
        className={`${line} field-sizing-content resize-none text-[1.625rem] leading-snug font-bold`}
        value={content.headline}
        readOnly={isReadOnly}
        maxLength={200}
        onChange={(event) => change({ headline: event.target.value.replaceAll(/[\r\n]+/gu, '') })}
      />
      <FieldFindings field="headline" isCentred />
      <input
        aria-label="副题"
        name="subheadline"
        placeholder="副题（可不填）"
        className={`${line} text-base`}
        value={content.subheadline}
        readOnly={isReadOnly}
        maxLength={200}
        onChange={(event) => change({ subheadline: event.target.value })}
      />
      <FieldFindings field="subheadline" isCentred />
      <p className="text-center text-[0.8125rem] text-muted">标题 {countCharacters(content.headline)} 字</p>
    </div>
  );
}
