import { contentFieldLabels } from '@/components/desk/article-form/content-field-labels';
import { ChangedText } from '@/components/desk/versions/changed-text';
import type { BlockDifference, ContentDifference } from '@/lib/diff-content';

type DifferenceViewProps = { difference: ContentDifference; showsAll: boolean; address: string };

const kindLabels: Record<BlockDifference['kind'], string> = {
  same: '',
  changed: '改',
  added: '新增',
  removed: '删去',
  moved: '移到这里',
};

/** Every field and paragraph that differs; what is the same can be shown between them. */
export function DifferenceView({ difference, showsAll, address }: DifferenceViewProps) {
  const { fields, blocks } = difference;
  const changed = blocks.filter(({ kind }) => kind !== 'same').length;
  const isSame = fields.length === 0 && changed === 0;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-baseline gap-x-4 text-muted">
        {isSame ? '两版的文字一样。' : `${fields.length} 项资料、${changed} 段正文有改动。`}
        {!isSame && (
          <span className="text-[0.8125rem]">
            <ins className="bg-[#2e7d3226] decoration-2 underline-offset-4">加上的字</ins>{' '}
            <del className="bg-[#a3281c26]">删去的字</del>　按 N、P 到下一处、上一处
          </span>
        )}
        <a href={showsAll ? address : `${address}&all=1`} className="ml-auto text-accent">
          {showsAll ? '只看改动' : '连同没有改动的段落'}
        </a>
      </p>
      {fields.map(({ field, parts }) => (
        <div key={field} data-change="" tabIndex={-1} className="rounded-lg border border-rule bg-sheet p-3">
          <h3 className="mb-1 text-[0.8125rem] font-bold text-muted">{contentFieldLabels[field]}</h3>
          <ChangedText parts={parts} />
        </div>
      ))}
      {blocks.map((block, index) => {
        if (block.kind === 'same' && !showsAll) return null;
        return <Block key={index} block={block} number={index + 1} />;
      })}
    </div>
  );
}

function Block({ block, number }: { block: BlockDifference; number: number }) {
  const { kind, parts, isFormatOnly } = block;
  if (kind === 'same') {
    return (
      <div className="px-3 text-muted">
        <ChangedText parts={parts} />
      </div>
    );
  }
  return (
    <div data-change="" tabIndex={-1} className="rounded-lg border border-rule bg-sheet p-3">
      <h3 className="mb-1 text-[0.8125rem] font-bold text-muted">
        正文第 {number} 段　{kindLabels[kind]}
        {isFormatOnly && '（只改了粗体、链接等格式）'}
      </h3>
      <ChangedText parts={parts} />
    </div>
  );
}
