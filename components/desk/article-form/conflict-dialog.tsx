'use client';

import { useState } from 'react';
import { diffChars } from 'diff';
import type { SaveConflict } from '@/features/articles/save-article';
import { contentFieldLabels } from '@/components/desk/article-form/content-field-labels';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Block, blockLines } from '@/lib/article-body';
import type { ArticleContent } from '@/lib/article-content';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { formatDateTime } from '@/lib/dates';
import {
  type BodyPiece,
  type Choice,
  compareContents,
  type ContentField,
  mergeContents,
  suggestedChoice,
} from '@/lib/merge-content';

type ConflictDialogProps = {
  base: ArticleContent;
  mine: ArticleContent;
  conflict: SaveConflict;
  sectionNames: ReadonlyMap<number, string>;
  /** What stands here is called, such as 我的文字 or 这台电脑上的文字. */
  mineLabel?: string;
  onMerge: (merged: ArticleContent) => void;
  onLater: () => void;
};

/** Two texts side by side, paragraph by paragraph; every difference is kept as the editor says. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { base, mine, conflict, sectionNames, mineLabel = '我的文字', onMerge, onLater } = props;
  const [fields, setFields] = useState<Partial<Record<ContentField, 'mine' | 'theirs'>>>({});
  const [pieces, setPieces] = useState<Record<number, Choice>>({});
  const theirs = conflict.content;
  const comparison = compareContents(base, mine, theirs);
  const who = conflict.editorName || '同事';
  const all = (choice: 'mine' | 'theirs') => {
    setFields(Object.fromEntries(comparison.fields.map(({ field }) => [field, choice])));
    setPieces(Object.fromEntries(comparison.pieces.map((_, index) => [index, choice])));
  };
  return (
    <Dialog
      title="两份文字需要合并"
      description={`${who}在 ${formatDateTime(new Date(conflict.savedAt))} 保存了新的一版，和您的改动起自同一版。两份文字都在下面，没有丢失；请逐处选择要保留的内容。`}
      isOpen
      isWide
      onClose={onLater}
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <Button isSmall onClick={() => all('mine')}>
          全部用{mineLabel}
        </Button>
        <Button isSmall onClick={() => all('theirs')}>
          全部用{who}的文字
        </Button>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {comparison.fields.map(({ field, changedBy }) => (
          <Difference
            key={field}
            name={contentFieldLabels[field]}
            mineLabel={mineLabel}
            theirsLabel={`${who}的文字`}
            mine={wordsOf(field, mine, sectionNames)}
            theirs={wordsOf(field, theirs, sectionNames)}
            base={wordsOf(field, base, sectionNames)}
            choice={fields[field] ?? (changedBy === 'theirs' ? 'theirs' : 'mine')}
            choices={['mine', 'theirs']}
            onChoose={(choice) =>
              choice !== 'both' && setFields((before) => ({ ...before, [field]: choice }))
            }
          />
        ))}
        {comparison.pieces.map((piece, index) =>
          piece.changedBy === 'nobody' ? (
            <Unchanged key={index} blocks={piece.mine} />
          ) : (
            <Difference
              key={index}
              name={`正文第 ${startOf(comparison.pieces, index)} 段`}
              mineLabel={mineLabel}
              theirsLabel={`${who}的文字`}
              mine={wordsOfBlocks(piece.mine)}
              theirs={wordsOfBlocks(piece.theirs)}
              base={wordsOfBlocks(piece.base)}
              choice={pieces[index] ?? suggestedChoice(piece.changedBy)}
              choices={['mine', 'theirs', 'both']}
              onChoose={(choice) => setPieces((before) => ({ ...before, [index]: choice }))}
            />
          ),
        )}
      </div>
      <footer className="sticky -bottom-5 -mx-5 mt-4 -mb-5 flex justify-end gap-2 border-t border-rule bg-sheet px-5 py-3">
        <Button onClick={onLater}>稍后再合并</Button>
        <Button
          look="primary"
          onClick={() => onMerge(mergeContents({ mine, theirs }, comparison, { fields, pieces }))}
        >
          合并并保存
        </Button>
      </footer>
    </Dialog>
  );
}

const choiceLabels: Record<Choice, string> = { mine: '用左边', theirs: '用右边', both: '都保留' };

type DifferenceProps = {
  name: string;
  mineLabel: string;
  theirsLabel: string;
  base: string;
  mine: string;
  theirs: string;
  choice: Choice;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
};

function Difference(props: DifferenceProps) {
  const { name, mineLabel, theirsLabel, base, mine, theirs, choice, choices, onChoose } = props;
  return (
    <fieldset className="min-w-0 rounded-md border border-rule p-3">
      <legend className="px-1 font-medium">{name}</legend>
      <div className="grid gap-3 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
        <Side label={mineLabel} base={base} text={mine} isChosen={choice !== 'theirs'} />
        <Side label={theirsLabel} base={base} text={theirs} isChosen={choice !== 'mine'} />
      </div>
      <div className="mt-2 flex flex-wrap gap-4">
        {choices.map((one) => (
          <label key={one} className="flex items-center gap-1.5">
            <input type="radio" checked={choice === one} onChange={() => onChoose(one)} />
            {choiceLabels[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The text with what is new in it underlined and what it left out struck through. */
function Side({
  label,
  base,
  text,
  isChosen,
}: {
  label: string;
  base: string;
  text: string;
  isChosen: boolean;
}) {
  return (
    <div className={`border-l-2 pl-2 ${isChosen ? 'border-good' : 'border-rule'}`}>
      <p className="text-[0.8125rem] text-muted">{label}</p>
      <p className="font-serif leading-relaxed whitespace-pre-wrap">
        {text === '' && <span className="text-muted">（没有这段）</span>}
        {differencesOf(base, text).map((part, index) =>
          part.added ? (
            <ins key={index} className="bg-tint text-good decoration-2">
              {part.value}
            </ins>
          ) : part.removed ? (
            <del key={index} className="text-accent">
              {part.value}
            </del>
          ) : (
            <span key={index}>{part.value}</span>
          ),
        )}
      </p>
    </div>
  );
}

/**
 * Two texts of ten thousand characters with nothing in common took nine seconds to compare, during which the
 * page stood still; so many differences teach nothing, and the texts are shown one after the other.
 */
const mostDifferences = 1000;

function differencesOf(base: string, text: string) {
  return (
    diffChars(base, text, { maxEditLength: mostDifferences }) ?? [
      { value: base, removed: true, added: false },
      { value: text, removed: false, added: true },
    ]
  );
}

function Unchanged({ blocks }: { blocks: Block[] }) {
  const lines = wordsOfBlocks(blocks).split('\n');
  const shown = lines.length > 2 ? [lines[0]!, `…… 相同的 ${lines.length - 2} 段 ……`, lines.at(-1)!] : lines;
  return (
    <div className="px-3 text-muted">
      {shown.map((line, index) => (
        <p key={index} className="truncate">
          {line}
        </p>
      ))}
    </div>
  );
}

function startOf(pieces: BodyPiece[], index: number): number {
  return pieces.slice(0, index).reduce((sum, piece) => sum + piece.mine.length, 1);
}

const blockNames: Partial<Record<Block['type'], string>> = {
  image: '图片',
  gallery: '图集',
  video: '视频',
  divider: '分隔线',
  related: '相关稿件',
  table: '表格',
};

function wordsOfBlocks(blocks: Block[]): string {
  return blocks
    .map((block) => {
      const name = blockNames[block.type];
      return [
        ...(name === undefined ? [] : [`【${name}】`]),
        ...blockLines(block),
        ...pictureWords(block),
      ].join('\n');
    })
    .join('\n');
}

function pictureWords(block: Block): string[] {
  const images = block.type === 'image' ? [block] : block.type === 'gallery' ? block.content : [];
  return images.map(({ attrs }) => `图 ${attrs.assetId}　${attrs.alt}　${attrs.credit}`);
}

function wordsOf(
  field: ContentField,
  content: ArticleContent,
  sectionNames: ReadonlyMap<number, string>,
): string {
  switch (field) {
    case 'sectionId':
      return sectionNames.get(content.sectionId) ?? String(content.sectionId);
    case 'coverAssetId':
      return content.coverAssetId === null ? '' : `图 ${content.coverAssetId}`;
    case 'credits':
      return content.credits.map(({ role, name }) => `${contributorRoleLabels[role]} ${name}`).join('、');
    case 'tags':
      return content.tags.join('、');
    default:
      return content[field];
  }
}
