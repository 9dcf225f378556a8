import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { articleStatuses, articleStatusLabels } from '@/lib/article-status';
import { addressOf, type QueueQuestion } from '@/lib/queue-question';

type QueueFilterFormProps = {
  question: QueueQuestion;
  /** In the order of the tree; the portal itself is the first, at depth 0. */
  sections: readonly { id: number; name: string; depth: number }[];
  people: readonly { id: number; name: string }[];
};

/** The name of the field that the key `/` goes to. */
export const searchFieldName = 'words';

/** A form that only reads: what it asks stands in the address, with and without script. */
export function QueueFilterForm({ question, sections, people }: QueueFilterFormProps) {
  const { queue, sectionId, status, personId, words } = question;
  const isFiltered = [sectionId, status, personId, words].some((one) => one !== undefined);
  return (
    // A new address brings new values; without the key the fields would keep the old ones.
    <form
      key={addressOf({ ...question, before: undefined })}
      action="/desk"
      role="search"
      aria-label="筛选稿件"
      className="mb-4 grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(0,1.6fr)_repeat(3,minmax(0,1fr))_auto]"
    >
      <input type="hidden" name="queue" value={queue} />
      <TextField
        label="文字或编号"
        name={searchFieldName}
        type="search"
        maxLength={200}
        placeholder="标题、正文，或 #1042"
        defaultValue={words}
      />
      <SelectField label="栏目" name="section" defaultValue={sectionId ?? ''}>
        <option value="">所有栏目</option>
        {sections
          .filter(({ depth }) => depth > 0)
          .map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {'　'.repeat(depth - 1)}
              {name}
            </option>
          ))}
      </SelectField>
      <SelectField label="状态" name="status" defaultValue={status ?? ''}>
        <option value="">所有状态</option>
        {articleStatuses.map((one) => (
          <option key={one} value={one}>
            {articleStatusLabels[one]}
          </option>
        ))}
      </SelectField>
      <SelectField label="人员" name="person" defaultValue={personId ?? ''}>
        <option value="">所有人</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="flex gap-2">
        <Button type="submit">筛选</Button>
        {isFiltered && (
          <ButtonLink href={addressOf({ queue })} look="quiet">
            清除
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
