'use client';

import { useState } from 'react';
import { type FrontState, isUnlaunched } from '@/components/desk/fronts/front-keeper';
import { Button, buttonClass, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { PageTitle } from '@/components/ui/page-title';
import { formatDateTime } from '@/lib/dates';

type FrontBarProps = {
  title: string;
  state: FrontState;
  isBusy: boolean;
  onLaunch: () => Promise<void>;
  onUndo: () => Promise<void>;
  onDiscard: () => void;
};

const savingLines: Record<FrontState['saving']['kind'], string> = {
  saved: '草稿已保存',
  dirty: '有改动，马上保存……',
  saving: '正在保存……',
  offline: '没有连上服务器，改动还在本页，会自动再试',
  signedOut: '登录已过期，请在新窗口登录后继续编排',
  refused: '有内容需要改正，还没有保存',
  conflict: '没有保存：同事有新的保存',
};

/** What is done with the whole front, and how it stands. */
export function FrontBar({ title, state, isBusy, onLaunch, onUndo, onDiscard }: FrontBarProps) {
  const [isAsking, setAsking] = useState<'undo' | 'discard'>();
  const { lastLaunch } = state.desk;
  const isChanged = isUnlaunched(state);
  const close = () => setAsking(undefined);
  return (
    <div className="sticky top-0 z-20 -mt-5 bg-paper pt-4 [&>header]:mb-3">
      <PageTitle
        title={`版面：${title}`}
        note={
          <>
            <span role="status">{savingLines[state.saving.kind]}</span>
            {isChanged ? '，和线上不同' : '，和线上一致'}
            {lastLaunch && (
              <>
                。上次发布：{lastLaunch.editorName} {formatDateTime(lastLaunch.launchedAt)}
                {lastLaunch.blockTitle !== null && `（版块“${lastLaunch.blockTitle}”）`}
              </>
            )}
          </>
        }
      >
        <a href="#preview" className={`${buttonClass('quiet')} xl:hidden`}>
          看预览
        </a>
        <ButtonLink href="/desk/fronts" look="quiet">
          全部版面
        </ButtonLink>
        <Button look="quiet" disabled={!isChanged || isBusy} onClick={() => setAsking('discard')}>
          恢复成线上的样子
        </Button>
        <Button disabled={lastLaunch === undefined || isBusy} onClick={() => setAsking('undo')}>
          撤销上次发布
        </Button>
        <Button look="primary" disabled={!isChanged || isBusy} onClick={() => void onLaunch()}>
          {isBusy ? '请稍候……' : '发布整版'}
        </Button>
      </PageTitle>
      <Question
        title="撤销上次发布？"
        text="线上恢复成上次发布以前的样子，读者马上看到。您正在编排的草稿不变，改好后可以再发布。"
        verb="撤销发布"
        isOpen={isAsking === 'undo'}
        onClose={close}
        onConfirm={() => void onUndo()}
      />
      <Question
        title="放弃没有发布的改动？"
        text="草稿恢复成线上现在的样子，还没有发布的编排会丢掉。线上不变。"
        verb="放弃改动"
        isOpen={isAsking === 'discard'}
        onClose={close}
        onConfirm={onDiscard}
      />
    </div>
  );
}

type QuestionProps = {
  title: string;
  text: string;
  verb: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

function Question({ title, text, verb, isOpen, onClose, onConfirm }: QuestionProps) {
  return (
    <Dialog title={title} description={text} isOpen={isOpen} onClose={onClose}>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>取消</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
