'use client';

import { useState } from 'react';
import { FocalPoint } from '@/components/desk/media/focal-point';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import type { DeskPicture } from '@/lib/picture';

type PictureFormProps = { picture: DeskPicture; mayChange: boolean; action: FormAction };

/** What is said of a picture, and where layouts look when they crop it. */
export function PictureForm({ picture, mayChange, action }: PictureFormProps) {
  const [focal, setFocal] = useState({ x: String(picture.focalX), y: String(picture.focalY) });
  const isReadOnly = !mayChange;
  const number = { type: 'number', min: 0, max: 100, step: 1, required: true, inputMode: 'numeric' } as const;
  return (
    <ActionForm
      action={action}
      className="grid gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]"
      fields={['alt', 'credit', 'rights', 'focalX', 'focalY']}
    >
      {({ problems, isPending }) => (
        <>
          <FocalPoint
            picture={picture}
            x={Number(focal.x)}
            y={Number(focal.y)}
            isReadOnly={isReadOnly}
            onChange={(x, y) => setFocal({ x: String(x), y: String(y) })}
          />
          <div className="grid content-start gap-4">
            <input type="hidden" name="pictureId" value={picture.id} />
            <TextArea
              label="替代文字"
              name="alt"
              hint="用一句话说出画面内容，供看不到图片的读者使用。不超过 300 字。"
              defaultValue={picture.alt}
              readOnly={isReadOnly}
              problems={problems}
            />
            <TextField
              label="署名"
              name="credit"
              hint="例如：记者 陈晓 摄。稿件里的图片署名会先填入这一句。"
              defaultValue={picture.credit}
              readOnly={isReadOnly}
              problems={problems}
            />
            <TextArea
              label="授权说明"
              name="rights"
              hint="作者或机构允许怎样使用。只有采编台看得到。"
              defaultValue={picture.rights}
              readOnly={isReadOnly}
              problems={problems}
            />
            <fieldset className="grid gap-2">
              <legend className="font-medium">焦点</legend>
              <p className="text-[0.8125rem] text-muted">
                版面裁切图片时保留这一点附近的画面。可以在图片上点按，也可以填写百分比。
              </p>
              <div className="grid grid-cols-2 gap-3">
                <TextField
                  label="距左边（%）"
                  name="focalX"
                  {...number}
                  value={focal.x}
                  onChange={({ target }) => setFocal((before) => ({ ...before, x: target.value }))}
                  readOnly={isReadOnly}
                  problems={problems}
                />
                <TextField
                  label="距上边（%）"
                  name="focalY"
                  {...number}
                  value={focal.y}
                  onChange={({ target }) => setFocal((before) => ({ ...before, y: target.value }))}
                  readOnly={isReadOnly}
                  problems={problems}
                />
              </div>
            </fieldset>
            {mayChange ? (
              <Button type="submit" look="primary" disabled={isPending} className="justify-self-start">
                {isPending ? '正在保存……' : '保存'}
              </Button>
            ) : (
              <p className="text-muted">您可以查看这张图片。修改资料请联系上传的同事或编辑。</p>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}
