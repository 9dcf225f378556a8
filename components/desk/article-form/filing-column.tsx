'use client';

import { CoverField } from '@/components/desk/article-form/cover-field';
import { CreditsField, creditsOf } from '@/components/desk/article-form/credits-field';
import { FilingFields } from '@/components/desk/article-form/filing-fields';
import { SourceFields } from '@/components/desk/article-form/source-fields';
import type { Suggestions } from '@/features/articles/list-suggestions';
import type { SectionChoice } from '@/features/sections/list-section-choices';
import type { ArticleContent } from '@/lib/article-content';
import type { DeskPicture } from '@/lib/picture';

type FilingColumnProps = {
  content: ArticleContent;
  change: (part: Partial<ArticleContent>) => void;
  /** The credits with the lines that have no name yet. */
  rows: ArticleContent['credits'];
  setRows: (rows: ArticleContent['credits']) => void;
  cover: DeskPicture | undefined;
  choosePicture: () => Promise<DeskPicture | undefined>;
  sections: SectionChoice[];
  suggestions: Suggestions;
  isReadOnly: boolean;
};

/** Everything of an article that is no running text: where it stands, who signs it, whence it comes, its picture. */
export function FilingColumn(props: FilingColumnProps) {
  const { content, change, rows, setRows, cover, choosePicture, sections, suggestions, isReadOnly } = props;
  return (
    <>
      <FilingFields
        content={content}
        change={change}
        isReadOnly={isReadOnly}
        sections={sections}
        knownTags={suggestions.tags}
      />
      <CreditsField
        rows={rows}
        setRows={(next) => {
          setRows(next);
          change(creditsOf(next));
        }}
        knownNames={suggestions.names}
        isReadOnly={isReadOnly}
      />
      <SourceFields
        content={content}
        change={change}
        isReadOnly={isReadOnly}
        knownSources={suggestions.sources}
      />
      <CoverField
        cover={cover}
        isMissing={content.coverAssetId !== null && cover === undefined}
        isReadOnly={isReadOnly}
        onChoose={async () => {
          const chosen = await choosePicture();
          if (chosen !== undefined) change({ coverAssetId: chosen.id });
        }}
        onRemove={() => change({ coverAssetId: null })}
      />
    </>
  );
}
