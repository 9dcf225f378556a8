'use client';

import type { ContentChange } from '@/components/desk/article-form/content-change';
import { Panel } from '@/components/desk/article-form/panel';
import { TagsField } from '@/components/desk/article-form/tags-field';
import { FieldFindings } from '@/components/desk/house-style/field-findings';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import type { ArticleContent } from '@/lib/article-content';

import type { SectionChoice } from '@/features/sections/list-section-choices';

/** Where the article belongs and how lists show it. */
export function FilingFields({
  content,
  change,
  isReadOnly,
  sections,
  knownTags,
}: {
  content: ArticleContent;
  change: ContentChange;
  isReadOnly: boolean;
  sections: SectionChoice[];
  knownTags: string[];
}) {
  return (
    <Panel title="栏目和列表">
      <SelectField
        label="栏目"
        name="sectionId"
        value={content.sectionId}
        disabled={isReadOnly}
        onChange={(event) => change({ sectionId: Number(event.target.value) })}
      >
        {sections.map(({ id, name, depth, isOpen }) => (
          <option key={id} value={id} disabled={!isOpen && id !== content.sectionId}>
            {'　'.repeat(depth) + name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="短标题"
        name="shortHeadline"
        hint="列表里代替标题；不填就用标题"
        maxLength={60}
        value={content.shortHeadline}
        readOnly={isReadOnly}
        onChange={(event) => change({ shortHeadline: event.target.value })}
      />
      <FieldFindings field="shortHeadline" />
      <TextArea
        label="摘要"
        name="abstract"
        hint="列表、搜索结果和分享时显示"
        maxLength={1000}
        value={content.abstract}
        readOnly={isReadOnly}
        onChange={(event) => change({ abstract: event.target.value.replaceAll('\r\n', '\n') })}
      />
      <FieldFindings field="abstract" />
      <TagsField
        tags={content.tags}
        knownTags={knownTags}
        isReadOnly={isReadOnly}
        onChange={(tags) => change({ tags })}
      />
      <FieldFindings field="tags" />
    </Panel>
  );
}
