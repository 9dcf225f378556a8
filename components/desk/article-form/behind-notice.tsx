/** Somebody saved while nothing here would be lost: the new text is a click away. */
export function BehindNotice({ onLoad }: { onLoad: () => void }) {
  return (
    <p role="status" className="rounded-md border border-rule bg-tint px-3 py-2">
      同事保存了新的一版。
      <button type="button" className="text-accent underline" onClick={onLoad}>
        载入新的一版
      </button>
    </p>
  );
}
