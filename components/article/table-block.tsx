import { InlineText } from '@/components/article/inline-text';
import type { BlockOf } from '@/lib/article-body';

type Row = BlockOf<'table'>['content'][number];

/** A wide table scrolls inside its frame, so that the page never does. */
export function TableBlock({ block }: { block: BlockOf<'table'> }) {
  const { caption } = block.attrs;
  return (
    <div className="table-frame" role="group" aria-label={caption || '表格'} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        <tbody>
          {block.content.map((row, index) => (
            <tr key={index}>
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row }: { row: Row }) {
  const isHeadingRow = row.content.every((cell) => cell.type === 'tableHeader');
  return row.content.map((cell, index) => {
    const spans = { colSpan: cell.attrs?.colspan, rowSpan: cell.attrs?.rowspan };
    const lines = (cell.content ?? []).map((paragraph, position) => (
      <p key={position}>
        <InlineText content={paragraph.content} />
      </p>
    ));
    return cell.type === 'tableHeader' ? (
      <th key={index} scope={isHeadingRow ? 'col' : 'row'} {...spans}>
        {lines}
      </th>
    ) : (
      <td key={index} {...spans}>
        {lines}
      </td>
    );
  });
}
