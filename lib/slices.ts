/** A list in pieces of at most `size`, in order: one SQL statement takes a limited number of values. */
export function slices<Item>(items: readonly Item[], size = 500): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
