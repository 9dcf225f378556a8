import { getSectionLine, listChildSections, type Section } from '@/features/sections/section-tree';
import { getSiteSettings } from '@/features/settings/get-site-settings';
import { sectionAddress } from '@/lib/addresses';
import type { FooterSettings } from '@/lib/site-settings';

export type NavigationLink = { name: string; address: string; isCurrent: boolean };

/** What surrounds a page's content: whose site it is, its navigation, the way here, the footer. */
export type SiteView = {
  /** The portal or subsite whose name plate the page carries. */
  name: string;
  address: string;
  slogan: string;
  /** The portal above a subsite. */
  parent: { name: string; address: string } | undefined;
  navigation: NavigationLink[];
  /** From the portal down to the section, without 正文. */
  trail: { name: string; address: string }[];
  footer: FooterSettings;
};

/** The surroundings of a page that belongs to a section. */
export async function getSiteView(sectionId: number): Promise<SiteView> {
  const line = await getSectionLine(sectionId);
  const trail = line.slice(line.findLastIndex((section) => section.kind === 'portal'));
  const site = line.findLast((section) => section.kind !== 'section') ?? line[0];
  const portal = trail[0] ?? line[0];
  const isOnTheWay = new Set(line.map((section) => section.id));
  const children = await listChildSections(site.id);
  return {
    name: site.name,
    address: sectionAddress(site.path),
    slogan: site.description,
    parent: site.id === portal.id ? undefined : link(portal),
    navigation: children
      .filter((section) => section.kind !== 'portal')
      .map((section) => ({ ...link(section), isCurrent: isOnTheWay.has(section.id) })),
    trail: trail.map(link),
    footer: (await getSiteSettings()).footer,
  };
}

function link(section: Section): { name: string; address: string } {
  return { name: section.name, address: sectionAddress(section.path) };
}
