import type { Metadata } from 'next';
import { CorrectionsView } from '@/components/list/corrections-view';
import { Breadcrumb } from '@/components/navigation/breadcrumb';
import { PageFrame } from '@/components/navigation/page-frame';
import { countCorrectionPages, listCorrections } from '@/features/corrections/list-corrections';
import { getSiteView } from '@/features/sections/get-site-view';
import { getRootSection } from '@/features/sections/section-tree';
import { correctionsAddress, listPageAddress } from '@/lib/addresses';

type Props = PageProps<'/corrections'>;

const name = '更正';

async function pageOf(searchParams: Props['searchParams']): Promise<number> {
  return Number((await searchParams).page ?? 1);
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await pageOf(searchParams);
  const root = await getRootSection();
  return {
    title: [...(page > 1 ? [`第 ${page} 页`] : []), name, root.name].join(' - '),
    description: `${root.name}对已发布报道的更正，按时间排列。`,
    alternates: { canonical: listPageAddress(correctionsAddress, page) },
  };
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const site = await getSiteView((await getRootSection()).id);
  const page = await pageOf(searchParams);
  return (
    <PageFrame site={site}>
      <Breadcrumb trail={site.trail} current={name} />
      <CorrectionsView
        corrections={await listCorrections(page)}
        page={page}
        pageCount={await countCorrectionPages()}
      />
    </PageFrame>
  );
}
