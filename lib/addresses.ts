/** Public addresses. They hold no headline, section name or date, so nothing an editor changes breaks one. */

export function articleAddress(articleId: number): string {
  return `/article/${articleId}`;
}

/** `sectionPath` is the section's path without leading slash; the root's is empty. */
export function sectionAddress(sectionPath: string): string {
  return `/${sectionPath}`;
}

/** The address of a list's page; page 1 is the list's own address. */
export function listPageAddress(listAddress: string, page: number): string {
  return page === 1 ? listAddress : `${listAddress}?page=${page}`;
}

/** Everything that is live, newest first. The root's own path shows the front page instead. */
export const latestAddress = '/latest';

/** What a person has signed. The name may change, the number does not. */
export function authorAddress(contributorId: number): string {
  return `/author/${contributorId}`;
}

/**
 * What is live under a tag, percent-encoded; undefined for a tag whose name no address can hold. Encoded as the
 * page server spells paths, or every link would be answered by a 301.
 */
export function tagAddress(name: string): string | undefined {
  if (/[/\\]|^\.{1,2}$/u.test(name) || !name.isWellFormed()) return undefined;
  return `/tag/${encodeURI(name).replaceAll(/[?#]/gu, encodeURIComponent)}`;
}

/** The folder of the feeds of 城市观察. */
export const cityObservationFeeds = '/feeds/city-observation';

/** What the newsroom has corrected. */
export const correctionsAddress = '/corrections';

/** Where readers report an error, or, without an article, a tip. */
export const reportAddress = '/report';
export const reportReceivedAddress = '/report/received';

/** The read API: JSON for programs. */
export const apiAddress = '/api/v1';

/** A child of the sitemap index. */
export function sitemapAddress(name: string): string {
  return `/sitemaps/${name}.xml`;
}

export const searchAddress = '/search';

/** Words that begin like what is being typed, in JSON. */
export const suggestAddress = '/search/suggest';
