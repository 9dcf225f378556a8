type Named = { source?: { name: string }; credits: { name: string }[]; tags?: string[] };

/** By whom, from where and about what: the words beside the text by which an article is found. */
export function searchableNames({ source, credits, tags = [] }: Named): string[] {
  return [...(source === undefined ? [] : [source.name]), ...credits.map(({ name }) => name), ...tags];
}
