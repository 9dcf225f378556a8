import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SideBar } from '@/components/front/side-bar';
import { JsonLd } from '@/components/head/json-ld';
import { SectionView } from '@/components/list/section-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { findAuthor, listAuthorPage } from '@/features/contributors/list-author-page';
import { describeAuthor } from '@/features/crawlers/structured-data';
import { listFrontBlocks } from '@/features/fronts/list-front-blocks';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { authorAddress, listPageAddress } from '@/lib/addresses';
import { contributorRoleLabels } from '@/lib/contributor-role';
import { readEnv } from '@/lib/env';

type Props = PageProps<'/author/[contributorId]'>;

const authorWith = cache(findAuthor);

async function getAuthor(params: Props['params']) {
  return (await authorWith(Number((await params).contributorId))) ?? notFound();
}

async function pageOf(searchParams: Props['searchParams']): Promise<number> {
  return Number((await searchParams).page ?? 1);
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id, name, roles } = await getAuthor(params);
  const page = await pageOf(searchParams);
  const root = await getRootSection();
  const roleNames = roles.map((role) => contributorRoleLabels[role]).join('、');
  return {
    title: [...(page > 1 ? [`第 ${page} 页`] : []), `${name}（${roleNames}）的稿件`, root.name].join(' - '),
    description: `${root.name}${roleNames}${name}署名的稿件，按发布时间排列，编号 ${id}。`,
    alternates: { canonical: listPageAddress(authorAddress(id), page) },
  };
}

/** Everything a person has signed. */
export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await getAuthor(params);
  const root = await getRootSection();
  const site = await getSiteView(root.id);
  const blocks = await listFrontBlocks('article');
  return (
    <PageFrame site={site}>
      <JsonLd data={describeAuthor(author, root.name, readEnv().siteUrl)} />
      <Breadcrumb trail={site.trail} current={author.name} />
      <div className="with-side-bar">
        <SectionView
          name={author.name}
          description={author.roles.map((role) => contributorRoleLabels[role]).join('、')}
          address={authorAddress(author.id)}
          subsections={[]}
          list={await listAuthorPage(author.id, await pageOf(searchParams))}
        />
        <SideBar blocks={blocks} />
      </div>
    </PageFrame>
  );
}
