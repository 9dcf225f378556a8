import { TextField } from '@/components/ui/field';
import type { Problem } from '@/lib/problems';

/** Said before the first try, so that nobody learns the rules from refusals. */
const rules =
  '至少 12 个字，可以有空格和汉字。不要用常见密码、连续的键、本站或自己的名字；几个不相干的词连起来最好记。';

/** A new password, twice; `password` and `repeated` are the names of the fields. */
export function NewPasswordFields({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <TextField
        label="新密码"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint={rules}
        problems={problems}
      />
      <TextField
        label="再输入一次"
        name="repeated"
        type="password"
        autoComplete="new-password"
        required
        problems={problems}
      />
    </>
  );
}
