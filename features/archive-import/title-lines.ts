import { isRunningText, type PageLine } from '@/features/archive-import/page-lines';

export type Titles = { kicker: string; headline: string; subheadline: string };
export type ChosenTitles = Titles & { used: PageLine[]; spare: PageLine[]; doubt?: string };

const longestHeadline = 80;

/** A line that can be a headline: not too long, and no running text. */
export function couldBeTitle(line: string): boolean {
  return (
    line.length <= longestHeadline &&
    !isRunningText(line) &&
    !/[，,：:]$/u.test(line) &&
    /[\p{L}\p{N}]/u.test(line)
  );
}

const isSubheadline = (line: PageLine) => /^[—–―─-]{1,4}\s*[^\s—–―─-]/u.test(line.text);
const withoutDash = (line: PageLine) => line.text.replace(/^[—–―─-]+\s*/u, '');
const sameText = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * Which of the lines above a meta line is what. Lines from the first dash on are the subheadline; before it
 * the last is the headline and the one above it the kicker. Without a dash three lines are kicker, headline
 * and subheadline. The file's name and a browser's title line are witnesses.
 */
export function chooseTitles(lines: PageLine[], fileTitle: string): ChosenTitles {
  const { kept, twice } = withoutRepeats(
    lines.filter(({ text }) => lines.length === 1 || couldBeTitle(text)),
  );
  const dash = kept.findIndex((line, index) => index > 0 && isSubheadline(line));
  const above = dash === -1 ? kept : kept.slice(0, dash);
  const below = dash === -1 ? [] : kept.slice(dash);
  const named = above.find(({ text }) => sameText(text, fileTitle)) ?? (above.length > 3 ? twice : undefined);

  let [kicker, headline, subheadline]: (PageLine | undefined)[] = [];
  let doubt: string | undefined;
  if (above.length > 3) {
    headline = named ?? above.at(-1);
    doubt = named === undefined ? '标题上方有很多行，取了最靠近正文的一行' : undefined;
  } else if (named !== undefined || dash !== -1 || above.length <= 1) {
    headline = named ?? above.at(-1);
    kicker = above[above.indexOf(headline!) - 1];
    subheadline = above[above.indexOf(headline!) + 1];
    doubt = subheadline === undefined ? undefined : '标题下一行按副题处理';
  } else if (above.length === 2) {
    [kicker, headline] = above;
    doubt = '标题上方有两行，按引题和主题处理';
  } else {
    [kicker, headline, subheadline] = above;
    doubt = '标题有三行，按引题、主题、副题处理';
  }
  const used = [kicker, headline, subheadline, ...below].filter((line) => line !== undefined);
  return {
    kicker: kicker?.text ?? '',
    headline: headline?.text ?? '',
    subheadline: [...(subheadline ? [subheadline.text] : []), ...below.map(withoutDash)].join(' '),
    used,
    spare: lines.filter((line) => !used.includes(line)),
    doubt,
  };
}

/** A browser's title line (标题_栏目_站名) and a headline that stands there twice count once, the last time. */
function withoutRepeats(lines: PageLine[]): { kept: PageLine[]; twice: PageLine | undefined } {
  const isTitleLineOf = ({ text }: PageLine, other: PageLine) =>
    text.startsWith(other.text) && /^\s*[-_|—–]+\s*\S/u.test(text.slice(other.text.length));
  const spare: PageLine[] = [];
  let twice: PageLine | undefined;
  for (const [index, line] of lines.entries()) {
    const other = lines.find(
      (one, at) =>
        (at !== index && isTitleLineOf(line, one)) || (at > index && sameText(line.text, one.text)),
    );
    if (other === undefined) continue;
    spare.push(line);
    if (other.text.length >= 8) twice = other;
  }
  return { kept: lines.filter((line) => !spare.includes(line)), twice };
}
