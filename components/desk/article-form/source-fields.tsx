'use client';

import { useId, useState } from 'react';
import type { ContentChange } from '@/components/desk/article-form/content-change';
import { Panel } from '@/components/desk/article-form/panel';
import { FieldFindings } from '@/components/desk/house-style/field-findings';
import { TextField } from '@/components/ui/field';
import type { ArticleContent } from '@/lib/article-content';

const isAddress = (text: string) => text === '' || /^https?:\/\/\S+$/u.test(text);
const problem = '网址要以 http:// 或 https:// 开头，这里还没有保存。';

/** Where the text comes from; reprints name the original. */
export function SourceFields({
  content,
  change,
  isReadOnly,
  knownSources,
}: {
  content: ArticleContent;
  change: ContentChange;
  isReadOnly: boolean;
  knownSources: { name: string; url: string }[];
}) {
  const id = useId();
  return (
    <Panel title="来源">
      <TextField
        label="来源"
        name="sourceName"
        list={`${id}-sources`}
        maxLength={100}
        value={content.sourceName}
        readOnly={isReadOnly}
        onChange={(event) => {
          const sourceName = event.target.value;
          const known = knownSources.find(({ name }) => name === sourceName);
          change(known === undefined ? { sourceName } : { sourceName, sourceUrl: known.url });
        }}
      />
      <FieldFindings field="sourceName" />
      <datalist id={`${id}-sources`}>
        {knownSources.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <AddressField
        key={content.sourceUrl}
        label="来源网址"
        name="sourceUrl"
        value={content.sourceUrl}
        isReadOnly={isReadOnly}
        onChange={(sourceUrl) => change({ sourceUrl })}
      />
      <TextField
        label="原标题"
        name="originalHeadline"
        hint="转载的稿件必填"
        maxLength={200}
        value={content.originalHeadline}
        readOnly={isReadOnly}
        onChange={(event) => change({ originalHeadline: event.target.value })}
      />
      <FieldFindings field="originalHeadline" />
      <AddressField
        key={content.originalUrl + 1}
        label="原文网址"
        name="originalUrl"
        value={content.originalUrl}
        isReadOnly={isReadOnly}
        onChange={(originalUrl) => change({ originalUrl })}
      />
    </Panel>
  );
}

/** An address is taken over when it is whole: half of one would keep everything else from being saved. */
function AddressField({
  label,
  name,
  value,
  isReadOnly,
  onChange,
}: {
  label: string;
  name: string;
  value: string;
  isReadOnly: boolean;
  onChange: (address: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label={label}
      name={name}
      inputMode="url"
      maxLength={2000}
      value={typed}
      readOnly={isReadOnly}
      problems={isAddress(typed.trim()) ? [] : [{ field: name, message: problem }]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const address = typed.trim();
        if (isAddress(address) && address !== value) onChange(address);
      }}
    />
  );
}
