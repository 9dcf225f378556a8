'use client';

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { BlockCard } from '@/components/desk/fronts/block-card';
import type { FrontActions } from '@/components/desk/fronts/front-actions';
import { FrontBar } from '@/components/desk/fronts/front-bar';
import { changeBlock, moveBlock } from '@/components/desk/fronts/front-changes';
import { FrontKeeper } from '@/components/desk/fronts/front-keeper';
import { FrontNews } from '@/components/desk/fronts/front-news';
import { FrontPreviewPane } from '@/components/desk/fronts/front-preview-pane';
import { FormProblems } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ScopeSection } from '@/features/access/list-scope-sections';
import type { FrontDesk } from '@/features/fronts/get-front-draft';
import { frontKeyLabels } from '@/lib/block-kind';
import { isSameBlock } from '@/lib/front-draft';
import type { Outcome, Problem } from '@/lib/problems';

type FrontWorkplaceProps = {
  desk: FrontDesk;
  sections: readonly ScopeSection[];
  actions: FrontActions;
};

/** How often colleagues' saves and launches are asked for, in milliseconds. */
const newsPause = 10_000;

/** One front being arranged: its blocks, what readers would see, and the launch. */
export function FrontWorkplace({ desk, sections, actions }: FrontWorkplaceProps) {
  const { key } = desk;
  const [keeper] = useState(() => new FrontKeeper(desk, (save) => actions.save({ key, ...save })));
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState, keeper.getState);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();
  const { content, saving } = state;
  const fieldProblems = saving.kind === 'refused' ? saving.problems : [];

  const listen = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible' || isBusy) return;
    const answer = await actions.load({ key }).catch(() => undefined);
    if (answer?.ok) keeper.hear(answer.value);
  });
  useEffect(() => {
    const timer = setInterval(() => void listen(), newsPause);
    const warn = (event: BeforeUnloadEvent) => {
      if (!keeper.isSafe) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      clearInterval(timer);
      window.removeEventListener('beforeunload', warn);
      void keeper.settle();
      keeper.dispose();
    };
  }, [keeper]);

  /** Runs what changes the site, with everything saved before. */
  async function act(done: string, work: () => Promise<Outcome<FrontDesk>>): Promise<void> {
    setBusy(true);
    setProblems([]);
    try {
      if (!(await keeper.settle())) {
        setProblems([{ field: '', message: '改动还没有保存，请先处理上面的提示再发布。' }]);
        return;
      }
      const answer = await work();
      if (answer.ok) {
        keeper.adopt(answer.value);
        toast(done);
      } else {
        setProblems(answer.problems);
        // What was refused is mostly what a colleague did meanwhile: that is told at once.
        const news = await actions.load({ key });
        if (news.ok) keeper.hear(news.value);
      }
    } catch {
      setProblems([{ field: '', message: '没有收到服务器的回答，请检查网络后再试。' }]);
    } finally {
      setBusy(false);
    }
  }

  const launch = (blockId: number | null, done: string) =>
    act(done, () => {
      const { version, seenLaunchId } = keeper.getState();
      return actions.launch({ key, version, launchId: seenLaunchId, blockId });
    });

  async function reload(): Promise<void> {
    const answer = await actions.load({ key });
    if (!answer.ok) return setProblems(answer.problems);
    setProblems([]);
    keeper.adopt(answer.value);
  }

  return (
    <>
      <FrontBar
        title={frontKeyLabels[key]}
        state={state}
        isBusy={isBusy}
        onLaunch={() => launch(null, `${frontKeyLabels[key]}已发布，读者现在就能看到。`)}
        onUndo={() =>
          act('上次发布已撤销，读者看到的是发布前的版面。', () =>
            actions.undo({ key, launchId: keeper.getState().seenLaunchId }),
          )
        }
        onDiscard={() => keeper.change(keeper.getState().desk.live)}
      />
      <div className="mb-4 grid gap-2 empty:hidden">
        <FrontNews
          state={state}
          onReload={() => void reload()}
          onKeepMine={(conflict) => void keeper.overwrite(conflict)}
          onGoOn={() => keeper.acknowledgeLaunch()}
        />
        <FormProblems problems={[...problems, ...fieldProblems.filter(({ field }) => field === '')]} />
      </div>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div className="grid gap-4">
          {content.blocks.map((block, index) => (
            <BlockCard
              key={block.blockId}
              block={block}
              kind={state.desk.kinds[block.blockId]!}
              articles={state.desk.articles}
              added={state.desk.added[block.blockId] ?? []}
              sections={sections}
              problems={fieldProblems}
              path={`blocks.${index}`}
              isFirst={index === 0}
              isLast={index === content.blocks.length - 1}
              isBusy={isBusy}
              isSameAsLive={isSameBlock(
                state.desk.live.blocks.find(({ blockId }) => blockId === block.blockId),
                block,
              )}
              search={actions.search}
              onChange={(change) =>
                keeper.change(changeBlock(keeper.getState().content, block.blockId, change))
              }
              onMove={(step) => keeper.change(moveBlock(keeper.getState().content, block.blockId, step))}
              onLaunch={() => void launch(block.blockId, `版块“${block.title}”已发布。`)}
            />
          ))}
        </div>
        <FrontPreviewPane frontKey={key} version={state.version} />
      </div>
    </>
  );
}
