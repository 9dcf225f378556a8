import { feedNames } from '@/features/addresses/machine-addresses';
import type { AddressStanding } from '@/features/addresses/resolve-address';
import { countTagPages, findTag } from '@/features/tags/list-tag-page';
import { tagAddress } from '@/lib/addresses';

type Answers = {
  missing: AddressStanding;
  standingOfPages: (
    address: string,
    pages: string[],
    countPages: () => Promise<number>,
  ) => Promise<AddressStanding>;
};

/**
 * What stands at the address of a tag or of its feeds; undefined for a path outside of `/tag/`. Readers ask by
 * the tag's name and Next is asked by its number, so no word of a request becomes a path of ours.
 */
export async function standingOfTag(
  path: string,
  query: URLSearchParams,
  { missing, standingOfPages }: Answers,
): Promise<AddressStanding | undefined> {
  const [first, name, file, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (first?.toLowerCase() !== 'tag' || name === undefined) return undefined;
  const kind = file === undefined ? undefined : feedNames[file.toLowerCase()];
  if (rest.length > 0 || (file !== undefined && kind === undefined)) return missing;
  const tag = await findTag(name);
  const address = tag && tagAddress(tag.name);
  if (tag === undefined || address === undefined) return missing;
  const suffix = file === undefined ? '' : `/${file.toLowerCase()}`;
  const isCanonical = path === `/tag/${tag.name}${suffix}`;
  if (kind !== undefined) {
    const self = address + suffix;
    if (!isCanonical) return { kind: 'moved', to: self };
    const words = new URLSearchParams({ tag: String(tag.id), self }).toString();
    return { kind: 'live', route: { path: `/crawlers/${kind}`, query: words } };
  }
  const pages = query.getAll('page');
  const standing = await standingOfPages(`/tag/${tag.id}`, pages, () => countTagPages(tag.id));
  if (standing.kind === 'moved') return { kind: 'moved', to: address };
  if (standing.kind !== 'live' || isCanonical) return standing;
  const { query: words } = standing.route;
  return { kind: 'moved', to: words === '' ? address : `${address}?${words}` };
}
