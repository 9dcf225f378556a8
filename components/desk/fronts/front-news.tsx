import type { ReactNode } from 'react';
import type { FrontState } from '@/components/desk/fronts/front-keeper';
import { Button } from '@/components/ui/button';
import type { FrontConflict } from '@/features/fronts/save-front-draft';
import { formatTime } from '@/lib/dates';

type FrontNewsProps = {
  state: FrontState;
  onReload: () => void;
  onKeepMine: (conflict: FrontConflict) => void;
  onGoOn: () => void;
};

/** What colleagues did to this front meanwhile, and the choices it leaves. */
export function FrontNews({ state, onReload, onKeepMine, onGoOn }: FrontNewsProps) {
  const { saving, desk, version, seenLaunchId } = state;
  const { lastLaunch } = desk;
  const isLaunchNew = (lastLaunch?.id ?? 0) !== seenLaunchId;
  return (
    <>
      {saving.kind === 'conflict' && (
        <Notice
          text={`${saving.conflict.isOwn ? '您在另一个窗口' : saving.conflict.savedBy || '同事'}保存了这个版面${atTime(saving.conflict.savedAt)}，您之后的改动没有保存。`}
        >
          <Button isSmall onClick={onReload}>
            载入新的（放弃我的改动）
          </Button>
          <Button isSmall onClick={() => onKeepMine(saving.conflict)}>
            用我的覆盖
          </Button>
        </Notice>
      )}
      {saving.kind === 'saved' && desk.version > version && (
        <Notice text={`${desk.savedBy || '同事'}刚刚重新编排了这个版面${atTime(desk.savedAt)}。`}>
          <Button isSmall onClick={onReload}>
            载入新的编排
          </Button>
        </Notice>
      )}
      {isLaunchNew && (
        <Notice
          text={
            lastLaunch === undefined || lastLaunch.id < seenLaunchId
              ? '同事刚刚撤销了上次发布，线上已经变了。'
              : `${lastLaunch.editorName || '同事'}刚刚发布了这个版面${atTime(lastLaunch.launchedAt)}，线上已经变了。`
          }
        >
          <Button isSmall onClick={onReload}>
            载入新的编排
          </Button>
          <Button isSmall onClick={onGoOn}>
            我看过了，继续编排
          </Button>
        </Notice>
      )}
    </>
  );
}

function atTime(instant: Date | null): string {
  return instant === null ? '' : `（${formatTime(instant)}）`;
}

function Notice({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 rounded-md border border-accent bg-tint px-3 py-2"
    >
      <p className="grow">{text}</p>
      {children}
    </div>
  );
}
