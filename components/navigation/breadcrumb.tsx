import { Fragment } from 'react';

type BreadcrumbProps = {
  trail: { name: string; address: string }[];
  /** What the reader looks at: 正文 on an article; missing where the trail's last name is the page itself. */
  current?: string;
};

export function Breadcrumb({ trail, current }: BreadcrumbProps) {
  const links = current === undefined ? trail.slice(0, -1) : trail;
  return (
    <nav className="breadcrumb" aria-label="您当前的位置">
      您当前的位置：
      <ol>
        {links.map((link) => (
          <Fragment key={link.address}>
            <li>
              <a href={link.address}>{link.name}</a>
            </li>
            <li aria-hidden="true"> &gt; </li>
          </Fragment>
        ))}
        <li aria-current="page">{current ?? trail.at(-1)?.name}</li>
      </ol>
    </nav>
  );
}
