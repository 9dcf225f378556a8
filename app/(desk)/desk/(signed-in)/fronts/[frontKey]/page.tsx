import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import {
  launchFrontAction,
  loadFrontAction,
  saveFrontAction,
  searchLiveAction,
  undoLaunchAction,
} from '@/app/(desk)/desk/(signed-in)/fronts/[frontKey]/actions';
import { unlessNotAllowed } from '@/app/(desk)/desk/unless-not-allowed';
import { FrontWorkplace } from '@/components/desk/fronts/front-workplace';
import { NotAllowed } from '@/components/desk/not-allowed';
import { listScopeSections } from '@/features/access/list-scope-sections';
import { requireEditor } from '@/features/access/require-editor';
import { getFrontDraft } from '@/features/fronts/get-front-draft';
import { frontKeyLabels, frontKeys } from '@/lib/block-kind';

type Props = PageProps<'/desk/fronts/[frontKey]'>;

async function requestedKey(params: Props['params']) {
  const { frontKey } = await params;
  return frontKeys.find((key) => key === frontKey) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `版面：${frontKeyLabels[await requestedKey(params)]}` };
}

export default async function FrontPage({ params }: Props) {
  const key = await requestedKey(params);
  const editor = await requireEditor();
  const found = await unlessNotAllowed(() => getFrontDraft(editor, key));
  if (!found.isAllowed) return <NotAllowed reason={found.reason} />;
  return (
    <FrontWorkplace
      key={key}
      desk={found.value}
      sections={await listScopeSections()}
      actions={{
        save: saveFrontAction,
        launch: launchFrontAction,
        undo: undoLaunchAction,
        load: loadFrontAction,
        search: searchLiveAction,
      }}
    />
  );
}
