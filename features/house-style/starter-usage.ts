import type { StarterRule } from '@/features/house-style/starter-rule';

/** Words that say a thing twice, or in a way a newspaper does not. */
export const usageRules: StarterRule[] = [
  {
    text: '涉及到',
    replacement: '涉及',
    level: 'hint',
    message: '“及”就是“到”，不必再写',
    wrong: '涉及到三个街道',
    right: '涉及三个街道',
  },
  {
    text: '付诸于',
    replacement: '付诸',
    message: '“诸”就是“之于”，不必再写“于”',
    wrong: '付诸于行动',
    right: '付诸行动',
  },
  {
    text: '凯旋归来',
    replacement: '凯旋',
    level: 'hint',
    message: '“凯旋”已有归来的意思',
    wrong: '健儿凯旋归来',
    right: '健儿凯旋',
  },
  {
    text: '报导',
    replacement: '报道',
    level: 'hint',
    message: '本报统一写“报道”',
    exceptions: ['报导致', '报导师', '报导游'],
    wrong: '据报导',
    right: '据报道，误报导致停运，预报导致改期',
  },
  {
    text: '惟一',
    replacement: '唯一',
    level: 'hint',
    message: '本报统一写“唯一”',
    wrong: '惟一的渡口',
    right: '唯一的渡口',
  },
  {
    text: '想像',
    replacement: '想象',
    level: 'hint',
    message: '本报统一写“想象”',
    wrong: '难以想像',
    right: '难以想象',
  },
];

/** How people are called, with respect. */
export const titleRules: StarterRule[] = [
  {
    category: 'title',
    kind: 'pattern',
    text: '(局长|市长|县长|主任|校长|院长|经理)(?:先生|女士)',
    replacement: '$1',
    level: 'hint',
    message: '职务之后不再加“先生”“女士”',
    wrong: '王主任先生介绍',
    right: '王主任介绍，王先生介绍',
  },
  {
    category: 'title',
    text: '残废人',
    replacement: '残疾人',
    message: '应称“残疾人”',
    wrong: '帮助残废人',
    right: '帮助残疾人',
  },
  {
    category: 'title',
    text: '瞎子',
    replacement: '盲人',
    message: '对视力残疾人应称“盲人”或“视障人士”',
    exceptions: ['瞎子摸鱼'],
    wrong: '一位瞎子',
    right: '一位盲人，孩子们玩瞎子摸鱼',
  },
  {
    category: 'title',
    text: '聋哑人',
    replacement: '听障人士',
    level: 'hint',
    message: '对听力、言语残疾人宜称“听障人士”',
    wrong: '聋哑人学校',
    right: '听障人士培训',
  },
  {
    category: 'title',
    text: '弱智',
    replacement: '智力障碍',
    message: '对智力残疾人应称“智力障碍者”',
    wrong: '弱智儿童',
    right: '智力障碍儿童',
  },
  {
    category: 'title',
    text: '嫌疑犯',
    replacement: '犯罪嫌疑人',
    message: '法院判决以前应称“犯罪嫌疑人”',
    wrong: '抓获嫌疑犯',
    right: '抓获犯罪嫌疑人',
  },
  {
    category: 'title',
    text: '劳改犯',
    replacement: '服刑人员',
    message: '应称“服刑人员”',
    wrong: '一名劳改犯',
    right: '一名服刑人员',
  },
  {
    category: 'title',
    text: '乡巴佬',
    replacement: null,
    message: '不得歧视农村居民',
    wrong: '被叫作乡巴佬',
    right: '乡亲们来了',
  },
];

const vulgar = '粗俗的话不得见报';
const advert = '广告法不许这样说，新闻里也不要替商家这样说';

/** What is not printed at all: these stop an article from going on. */
export const bannedRules: StarterRule[] = [
  ...['屌丝', '装逼', '撕逼', '傻逼', '牛逼', '尼玛的'].map((text): StarterRule => ({
    category: 'banned',
    level: 'block',
    text,
    replacement: null,
    message: vulgar,
    wrong: `网友说${text}`,
    right: '网友说很好',
  })),
  {
    category: 'banned',
    level: 'block',
    text: '包治百病',
    replacement: null,
    message: advert,
    wrong: '号称包治百病',
    right: '不能治百病',
  },
  {
    category: 'banned',
    text: '药到病除',
    replacement: null,
    message: advert,
    wrong: '保证药到病除',
    right: '按时服药',
  },
  {
    category: 'banned',
    text: '绝对安全',
    replacement: null,
    message: '没有绝对的事，请写明依据',
    wrong: '做到绝对安全',
    right: '确保安全',
  },
];
