import { CopyButton } from '@/components/ui/copy-button';

/** A link that is shown now and never again. */
export function OneTimeLink({ link, note }: { link: string; note: string }) {
  return (
    <div className="grid gap-3">
      <p>{note}</p>
      <p className="rounded-md bg-tint px-3 py-2 font-mono break-all">{link}</p>
      <div>
        <CopyButton text={link} label="复制链接" done="链接已复制，请发给本人。" />
      </div>
      <p className="text-[0.8125rem] text-muted">关闭后不再显示；丢了就再生成一个，旧的随即失效。</p>
    </div>
  );
}
