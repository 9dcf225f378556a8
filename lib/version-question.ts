import { z } from 'zod';

const version = z.coerce.number().pipe(z.int().positive()).optional().catch(undefined);

/** Which two versions are laid side by side; a wrong address shows the newest two, never an error. */
const parameters = z.object({
  from: version,
  to: version,
  before: version,
  all: z.literal('1').optional().catch(undefined),
});

export type VersionQuestion = {
  from: number | undefined;
  to: number | undefined;
  /** The list begins below this version. */
  before: number | undefined;
  /** Whether paragraphs without a change are shown, too. */
  showsAll: boolean;
};

export function readVersionQuestion(given: Record<string, string | string[] | undefined>): VersionQuestion {
  const { from, to, before, all } = parameters.parse(given);
  // Whichever was chosen first: the older one is what was before.
  const isSwapped = from !== undefined && to !== undefined && from > to;
  return {
    from: isSwapped ? to : from,
    to: isSwapped ? from : to,
    before,
    showsAll: all === '1',
  };
}
