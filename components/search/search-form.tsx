type SearchFormProps = { query?: string; id: string };

/** A plain form: it works in every browser, with scripts or without. */
export function SearchForm({ query, id }: SearchFormProps) {
  return (
    <search>
      <form className="search-form" action="/search" method="get">
        <label className="sr-only" htmlFor={id}>
          搜索稿件
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          placeholder="搜索稿件"
          maxLength={100}
          required
        />
        <button type="submit">搜索</button>
      </form>
    </search>
  );
}
