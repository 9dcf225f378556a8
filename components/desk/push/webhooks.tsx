'use client';

import { useState } from 'react';
import type { ActionAnswer } from '@/components/desk/article-form/article-actions';
import { useAct } from '@/components/desk/use-act';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { FormProblems, TextField } from '@/components/ui/field';

type WebhooksProps = {
  webhooks: { name: string; address: string }[];
  add: (input: { name: string; address: string }) => Promise<ActionAnswer<{ secret: string }>>;
  remove: (input: { name: string }) => Promise<ActionAnswer>;
};

/** The newsroom's own receivers. A secret is shown once, when its receiver is added. */
export function Webhooks({ webhooks, add, remove }: WebhooksProps) {
  const { act, refusal, isPending } = useAct();
  const [made, setMade] = useState<{ name: string; secret: string }>();
  return (
    <section aria-labelledby="webhooks" className="mt-8 grid max-w-3xl gap-3">
      <h2 id="webhooks" className="text-lg font-bold">
        网络回调
      </h2>
      <p className="text-muted">
        稿件发布、更正、下线和撤稿时，向这些网址发送带签名的通知。验签的办法见运行说明。
      </p>
      {webhooks.length > 0 && (
        <ul className="grid gap-2">
          {webhooks.map(({ name, address }) => (
            <li
              key={name}
              className="flex flex-wrap items-center gap-x-3 rounded-lg border border-rule bg-sheet p-3"
            >
              <strong>{name}</strong>
              <span className="grow break-all text-muted">{address}</span>
              <Button
                isSmall
                look="danger"
                disabled={isPending}
                aria-label={`删除${name}`}
                onClick={() => act({ perform: () => remove({ name }), done: `已删除“${name}”` })}
              >
                删除
              </Button>
            </li>
          ))}
        </ul>
      )}
      {made && (
        <p role="status" className="rounded-md border border-accent bg-tint px-3 py-2">
          “{made.name}”的签名密钥只显示这一次，请交给接收方：
          <code className="break-all">{made.secret}</code> <CopyButton text={made.secret} />
        </p>
      )}
      <form
        className="grid gap-3 rounded-lg border border-rule bg-sheet p-4 md:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const given = { name: String(data.get('name')), address: String(data.get('address')) };
          act({
            perform: async () => {
              const answer = await add(given);
              if (answer.ok) {
                setMade({ name: given.name, secret: answer.value.secret });
                form.reset();
              }
              return answer;
            },
            done: '网络回调已新增',
          });
        }}
      >
        <FormProblems problems={refusal} shownFields={['name', 'address']} />
        <TextField label="名字" name="name" problems={refusal} />
        <TextField label="接收网址" name="address" problems={refusal} placeholder="https://" />
        <div>
          <Button type="submit" disabled={isPending}>
            新增网络回调
          </Button>
        </div>
      </form>
    </section>
  );
}
