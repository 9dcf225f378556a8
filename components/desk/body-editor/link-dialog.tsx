'use client';

import { useState } from 'react';
import { completeLinkAddress, findLinkProblem } from '@/components/desk/body-editor/link-address';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';

/** Asks for the address of a link. */
export function LinkDialog({
  initial,
  onSet,
  onRemove,
  onClose,
}: {
  initial: string;
  onSet: (href: string) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const [href, setHref] = useState(initial);
  const [isTried, setTried] = useState(false);
  const address = completeLinkAddress(href);
  const problem = findLinkProblem(address);
  const set = () => {
    setTried(true);
    if (problem === undefined) onSet(address);
  };
  return (
    <Dialog title="链接" isOpen onClose={onClose}>
      <div className="grid gap-4">
        <TextField
          label="网址"
          name="href"
          inputMode="url"
          value={href}
          hint="以 https:// 开头的网址、mailto: 邮箱，或本站以 / 开头的路径"
          problems={isTried && problem !== undefined ? [{ field: 'href', message: problem }] : []}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              set();
            }
          }}
        />
        <div className="flex justify-end gap-2">
          {initial !== '' && <Button onClick={onRemove}>去掉链接</Button>}
          <Button look="primary" onClick={set}>
            确定
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
