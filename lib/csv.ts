/**
 * A cell that starts with one of these is a formula to Excel, WPS and LibreOffice, full-width forms
 * included (OWASP, CSV injection). Apostrophes before it count along, so that plainCell() knows which one is ours.
 */
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Excel takes a file without it for GBK on Chinese machines. */
export const csvByteOrderMark = '\u{FEFF}';

/** One line of a CSV file (RFC 4180). What would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell said before csvLine() wrote it: without the apostrophe that keeps a formula from running. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell;
}
