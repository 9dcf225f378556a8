import type { Metadata } from 'next';
import { PictureLibrary } from '@/components/desk/media/picture-library';
import { Button, ButtonLink } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { PageTitle } from '@/components/ui/page-title';
import { mayAnywhere } from '@/features/access/permission';
import { requireEditor } from '@/features/access/require-editor';
import { listPictures } from '@/features/media/list-pictures';

export const metadata: Metadata = { title: '图片库' };

export default async function MediaPage({ searchParams }: PageProps<'/desk/media'>) {
  const editor = await requireEditor();
  const mayAdd = mayAnywhere(editor, 'addPicture');
  const seesAll = mayAnywhere(editor, 'viewPictures');
  if (!mayAdd && !seesAll) {
    return <PageTitle title="图片库" note="您的岗位不使用图片库。如有需要，请联系管理员调整岗位。" />;
  }
  const asked = await searchParams;
  const words = typeof asked.words === 'string' ? asked.words.slice(0, 200) : '';
  const before = typeof asked.before === 'string' && /^\d{1,15}$/u.test(asked.before) ? +asked.before : 0;
  const page = await listPictures(editor, { words, ...(before > 0 && { before }) });
  return (
    <>
      <PageTitle title="图片库" note={seesAll ? undefined : '这里是您上传的图片。'}>
        <search>
          <form action="/desk/media" className="flex gap-2">
            <input
              type="search"
              name="words"
              defaultValue={words}
              maxLength={200}
              className={`${inputClass} w-64`}
              placeholder="替代文字、署名或文件名"
              aria-label="查找图片"
            />
            <Button type="submit">查找</Button>
          </form>
        </search>
      </PageTitle>
      <PictureLibrary
        pictures={page.pictures}
        mayAdd={mayAdd}
        emptyNote={emptyNote({ isSearch: words !== '', isLater: before > 0 })}
      />
      <nav aria-label="翻页" className="mt-5 flex gap-2">
        {before > 0 && <ButtonLink href={addressOf({ words })}>回到最新</ButtonLink>}
        {page.before !== undefined && (
          <ButtonLink href={addressOf({ words, before: page.before })}>更早的图片</ButtonLink>
        )}
      </nav>
    </>
  );
}

function emptyNote({ isSearch, isLater }: { isSearch: boolean; isLater: boolean }): string {
  if (isLater) return '没有更早的图片了。';
  return isSearch ? '没有找到。请换个词再试。' : '还没有图片。';
}

function addressOf({ words, before }: { words: string; before?: number }): string {
  const query = new URLSearchParams({
    ...(words !== '' && { words }),
    ...(before !== undefined && { before: String(before) }),
  });
  return query.size === 0 ? '/desk/media' : `/desk/media?${query.toString()}`;
}
