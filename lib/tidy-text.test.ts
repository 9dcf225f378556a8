import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyText } from '@/lib/tidy-text';

test.each([
  // Marks
  ['你好,世界.', '你好，世界。'],
  ['他说:好!真的吗?是的;走吧', '他说：好！真的吗？是的；走吧'],
  ['步道(全长21公里)今天开放', '步道（全长21公里）今天开放'],
  ['G20(二十国集团)峰会', 'G20（二十国集团）峰会'],
  ['中国,China', '中国，China'],
  ['买了iPhone,又买了书', '买了iPhone，又买了书'],
  ['见(图1)', '见（图1）'],
  ['（已是全角）', '（已是全角）'],
  ['句号在引号后”.', '句号在引号后”。'],
  // Numbers, times, ranges
  ['圆周率是3.14', '圆周率是3.14'],
  ['15:40开始', '15:40开始'],
  ['共1,000人', '共1,000人'],
  ['1,234,567元', '1,234,567元'],
  ['比分3:2', '比分3:2'],
  ['时间:15:40', '时间：15:40'],
  ['100~150kg的货', '100~150kg的货'],
  ['63%~68%', '63%~68%'],
  ['版本2.0.1发布', '版本2.0.1发布'],
  ['1998—2002年', '1998—2002年'],
  ['1.开头', '1.开头'],
  ['No.5展厅', 'No.5展厅'],
  ['见图.1', '见图.1'],
  // Addresses, mail, files
  ['见https://a.cn/b?c=d,e&f=1,再看', '见https://a.cn/b?c=d,e&f=1，再看'],
  ['打开 https://example.com/x_(1).html 查看', '打开https://example.com/x_(1).html查看'],
  ['发到news@example.cn,谢谢', '发到news@example.cn，谢谢'],
  ['附件report.final.docx请查收', '附件report.final.docx请查收'],
  ['网址www.example.cn:8080', '网址www.example.cn:8080'],
  // English stays
  ['He said, "Hi."', 'He said, "Hi."'],
  ["It's fine, isn't it?", "It's fine, isn't it?"],
  ['U.S. and U.K.', 'U.S. and U.K.'],
  ['f(x) = y', 'f(x) = y'],
  ['wait... what', 'wait... what'],
  ['a -- b', 'a -- b'],
  // Quotes
  ['他说"你好"就走了', '他说“你好”就走了'],
  ['"开放"和"共享"', '“开放”和“共享”'],
  ["他说'你好'吗", '他说‘你好’吗'],
  ['读《河灯》"第一章"', '读《河灯》“第一章”'],
  ['「直角引号」不变', '「直角引号」不变'],
  ['“已是弯引号”', '“已是弯引号”'],
  ['他叫"O\'Neil"的人', "他叫“O'Neil”的人"],
  ['只有一个"引号', '只有一个"引号'],
  // Ellipses and dashes
  ['等等...', '等等……'],
  ['然后。。。', '然后……'],
  ['说…', '说……'],
  ['……开头', '……开头'],
  ['澄澜--我的家', '澄澜——我的家'],
  ['澄澜—我的家', '澄澜——我的家'],
  ['澄澜————我的家', '澄澜——我的家'],
  // Gaps
  ['　　段首缩进', '段首缩进'],
  ['你 好', '你好'],
  ['在 G20 峰会', '在G20峰会'],
  ['共 21 公里', '共21公里'],
  ['new  york', 'new york'],
  ['句末。 下一句', '句末。下一句'],
  ['记者 张　三', '记者 张　三'],
  ['（记者 胡小满  庄书白）', '（记者 胡小满 庄书白）'],
  ['贺长空 摄', '贺长空 摄'],
  [
    '编辑 部今天搬家，大家都来了，从早到晚，搬了一整天，累得不行，晚上还要接着写稿，一直写到天亮，然后再去采访，再写。',
    '编辑部今天搬家，大家都来了，从早到晚，搬了一整天，累得不行，晚上还要接着写稿，一直写到天亮，然后再去采访，再写。',
  ],
  ['记者：张　三', '记者：张　三'],
  ['张　三', '张　三'],
  ['王小明　李小红', '王小明李小红'],
  ['零\u200b宽', '零宽'],
  ['不断\u00a0行', '不断行'],
  // Widths
  ['Ｇ２０峰会', 'G20峰会'],
  ['２０２６年', '2026年'],
  // Foreign names, works
  ['列夫·托尔斯泰', '列夫·托尔斯泰'],
  ['《战争与和平》', '《战争与和平》'],
  ['', ''],
])('%s becomes %s', (before, after) => {
  expect(tidyText(before)).toBe(after);
  expect(tidyText(after)).toBe(after);
});

const nasty = fc
  .array(
    fc.constantFrom(
      ...'河桥张三〇aZ9０Ａ,.;:!?()"\'-—…。，、；：？！（）“”‘’《》 \u00a0\u3000\t·~%/@&=\n𠮷é',
      'https://a.cn/b',
      '...',
      '--',
      'x@y.cn',
      '1,000',
      '15:40',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('tidying twice is tidying once', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const once = tidyText(text);
      expect(tidyText(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});

/** What tidying may not touch: the words, in half width. */
const wordsOf = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

test('no letter, digit or character is lost or changes its place', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      expect(wordsOf(tidyText(text))).toBe(wordsOf(text));
    }),
    { numRuns: 5000 },
  );
});

test('a long text is tidied in linear time', () => {
  const text = '他说:"步道(全长21公里)今天开放",大家 都去了...'.repeat(20_000);
  expect(tidyText(text).length).toBeGreaterThan(400_000);
});
