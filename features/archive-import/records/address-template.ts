import { formatWithOffset } from '@/lib/dates';
import type { Row } from '@/features/archive-import/records/read-rows';

/** Where joined tables leave the folder of the section. */
export const sectionPathColumn = 'section.path';

/**
 * An old address from its template: {column} is the row's own, {section.path} the section's folder,
 * {date:YYYY}, {date:MM}, {date:DD} the Beijing day of publication. Undefined when one of them is missing.
 */
export function fillTemplate(template: string, row: Row, publishedAt: Date | undefined): string | undefined {
  let isWhole = true;
  const date = publishedAt === undefined ? '' : formatWithOffset(publishedAt);
  const parts: Record<string, string> = {
    'date:YYYY': date.slice(0, 4),
    'date:MM': date.slice(5, 7),
    'date:DD': date.slice(8, 10),
  };
  const filled = template.replaceAll(/\{(?<name>[^{}]+)\}/gu, (_whole, name: string) => {
    const own = Object.hasOwn(row, name) ? row[name] : undefined;
    const value =
      parts[name] ?? (typeof own === 'number' ? String(own) : typeof own === 'string' ? own.trim() : '');
    if (value === '') isWhole = false;
    // DedeCMS keeps the site's root in the folder's name.
    return value.replace(/^\{cmspath\}/u, '');
  });
  if (!isWhole) return undefined;
  return /^https?:/iu.test(filled) ? filled : `/${filled}`.replaceAll(/\/{2,}/gu, '/');
}
