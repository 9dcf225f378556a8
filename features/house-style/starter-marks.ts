import type { StarterRule } from '@/features/house-style/starter-rule';

const marks = (rule: Omit<StarterRule, 'kind' | 'category'>): StarterRule => ({
  ...rule,
  kind: 'pattern',
  category: 'punctuation',
  skips: ['address', 'latin'],
});

/** Marks in Chinese text are full-width ones (GB/T 15834-2011). */
export const punctuationRules: StarterRule[] = [
  ...(
    [
      [',', ',', '，', '逗号'],
      [';', ';', '；', '分号'],
      ['\\?', '?', '？', '问号'],
      ['!', '!', '！', '叹号'],
      [':(?!\\/)', ':', '：', '冒号'],
    ] as const
  ).map(([text, half, full, name]) =>
    marks({
      text: `(?<=\\p{Han})${text}`,
      replacement: full,
      message: `中文里的${name}用全角`,
      wrong: `说了${half}做了`,
      right: `说了${full}做了 OK${half} yes`,
    }),
  ),
  marks({
    text: '(?<=\\p{Han})\\.(?![.\\dA-Za-z])',
    replacement: '。',
    message: '中文里的句号用“。”',
    wrong: '桥通了.',
    right: '桥通了。第1.5版',
  }),
  marks({
    text: '\\.{3,6}',
    replacement: '……',
    message: '省略号是占两格的六个点',
    wrong: '他想了想...',
    right: '他想了想……',
  }),
  marks({
    text: '。{2,6}',
    replacement: '……',
    message: '省略号不用句号代替',
    wrong: '他想了想。。。',
    right: '他想了想。',
  }),
  marks({
    text: '(?<!…)…(?!…)',
    replacement: '……',
    message: '省略号是占两格的六个点',
    wrong: '他想了想…',
    right: '他想了想……',
  }),
  marks({
    text: '-{2,4}',
    replacement: '——',
    message: '破折号占两格',
    wrong: '目的地--老城',
    right: '目的地——老城',
  }),
  marks({
    text: '，{2,}',
    replacement: '，',
    message: '逗号多打了',
    wrong: '后来，，他来了',
    right: '后来，他来了',
  }),
  marks({
    text: '、{2,}',
    replacement: '、',
    message: '顿号多打了',
    wrong: '茶、、瓷',
    right: '茶、瓷',
  }),
  marks({
    text: '[，、；]。',
    replacement: '。',
    message: '句号之前不再有别的点号',
    wrong: '桥通了，。',
    right: '桥通了。',
  }),
  marks({
    text: '、等(?=[，。；）\\d]|[一二三四五六七八九十两][个种类名家项位])',
    replacement: '等',
    message: '“等”之前不用顿号',
    wrong: '茶、瓷、等三种特产',
    right: '茶、瓷等三种特产，坐下来喝茶、等人',
  }),
  marks({
    text: '"([^"\\n]{0,20}\\p{Han}[^"\\n]{0,20})"',
    replacement: '“$1”',
    message: '中文里用弯引号',
    wrong: '说"好"',
    right: '说“好”',
  }),
  marks({
    text: '\\(([^()\\n]{0,20}\\p{Han}[^()\\n]{0,20})\\)',
    replacement: '（$1）',
    message: '中文里的括号用全角',
    wrong: '三桥(新)',
    right: '三桥（新）',
  }),
  marks({
    text: '^[ \\u3000]{1,10}(?=\\S)',
    replacement: '',
    level: 'hint',
    message: '段首缩进由版式来做，不用打空格',
    wrong: '　　昨天',
    right: '昨天　晚上',
  }),
  {
    kind: 'pattern',
    category: 'punctuation',
    text: '[Ａ-Ｚａ-ｚ]+',
    replacement: null,
    message: '外文字母用半角',
    wrong: '乘Ｂ线',
    right: '乘B线',
  },
];
