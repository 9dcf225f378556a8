import { z } from 'zod';
import { articleStatuses } from '@/lib/article-status';
import { type Queue, queues } from '@/lib/queue';

/** The last article of a page: the next page begins below it. */
export type QueuePosition = { at: Date; id: number };

const identifier = z.coerce.number().pipe(z.int().positive());

/** A wrong or old address shows a list, never an error: what cannot be read was not asked. */
const parameters = z.object({
  queue: z.enum(queues).optional().catch(undefined),
  section: identifier.optional().catch(undefined),
  status: z.enum(articleStatuses).optional().catch(undefined),
  person: identifier.optional().catch(undefined),
  words: z.string().max(200).optional().catch(undefined),
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/u)
    .transform((text): QueuePosition => {
      const [at, id] = text.split('-').map(Number);
      return { at: new Date(at!), id: id! };
    })
    .optional()
    .catch(undefined),
});

/** What a list of the queue is asked. `queue` stands in the address, as all the rest does. */
export type QueueQuestion = {
  queue: Queue;
  sectionId?: number;
  status?: z.output<typeof parameters>['status'];
  /** Who began the article or has it now. */
  personId?: number;
  /** Words of the text, or an article's number. */
  words?: string;
  before?: QueuePosition;
};

/** The question of an address. `fallback` is the queue of an address that names none. */
export function readQuestion(
  sent: Record<string, string | string[] | undefined>,
  fallback: Queue,
): QueueQuestion {
  const { queue = fallback, section, status, person, words, before } = parameters.parse(sent);
  return { queue, sectionId: section, status, personId: person, words: words?.trim() || undefined, before };
}

/** The address of a question: readQuestion's other direction. */
export function addressOf({ queue, sectionId, status, personId, words, before }: QueueQuestion): string {
  const entries = {
    queue,
    section: sectionId,
    status,
    person: personId,
    words,
    before: before && `${before.at.getTime()}-${before.id}`,
  };
  const sent = Object.entries(entries).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/desk?${new URLSearchParams(sent)}`;
}
