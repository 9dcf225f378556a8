import { type StyleLevel, styleLevelLabels } from '@/lib/style-rule';

const looks: Record<StyleLevel, string> = {
  block: 'border-accent bg-accent text-on-accent',
  warn: 'border-accent text-accent',
  hint: 'border-rule text-muted',
};

/** How grave a rule or a finding is, in words; the colour only repeats them. */
export function LevelBadge({ level }: { level: StyleLevel }) {
  return (
    <span className={`rounded border px-1 text-[0.75rem] whitespace-nowrap ${looks[level]}`}>
      {styleLevelLabels[level]}
    </span>
  );
}
