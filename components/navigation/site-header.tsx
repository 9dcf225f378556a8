import { ReadingSettings } from '@/components/navigation/reading-settings';
import type { SiteView } from '@/features/sections/get-site-view';
import { latestAddress, searchAddress } from '@/lib/addresses';

type SiteHeaderProps = {
  site: SiteView;
  /** A front carries the full name plate and the day; other pages a small one, so that the text starts early. */
  isFront?: boolean;
  dateLine?: string;
};

export function SiteHeader({ site, isFront = false, dateLine }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="wrap">
        <div className="utility-bar">
          <span>{dateLine ?? site.slogan}</span>
          <div className="flex gap-4">
            {site.parent && <a href={site.parent.address}>{site.parent.name}</a>}
            <a href={latestAddress}>滚动</a>
            <a href={searchAddress}>搜索</a>
            <ReadingSettings />
          </div>
        </div>
        <a className={isFront ? 'name-plate name-plate-front' : 'name-plate'} href={site.address}>
          <span className="seal" aria-hidden="true">
            {[...site.name][0]}
          </span>
          <span className="name">{site.name}</span>
          {isFront && <span className="slogan">{site.slogan}</span>}
        </a>
      </div>
      <nav className="main-navigation" aria-label="栏目">
        <ul className="wrap">
          <li>
            <a href={site.address} aria-current={isFront ? 'page' : undefined}>
              首页
            </a>
          </li>
          {site.navigation.map((link) => (
            <li key={link.address}>
              <a href={link.address} aria-current={link.isCurrent ? 'true' : undefined}>
                {link.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
