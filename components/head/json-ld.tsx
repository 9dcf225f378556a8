/**
 * Data for machines. The one place that writes markup from a string: a data block is no script, and `<` is
 * escaped, so that no text in it can end it.
 */
export function JsonLd({ data }: { data: object | undefined }) {
  if (data === undefined) return null;
  const json = JSON.stringify(data)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  // oxlint-disable-next-line react/no-danger -- escaped above; React would write quotes as entities, which JSON is not
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
