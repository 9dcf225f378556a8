import type { SiteSettings } from '@/lib/site-settings';

/**
 * What an administrator sets at the desk: a group is one form, and one row of site_settings. A new setting is
 * one field here and one in lib/site-settings.ts.
 */
export type SettingField = {
  /** Within the group; `about.title` is a field of a field. */
  name: string;
  label: string;
  kind: 'line' | 'paragraphs' | 'number' | 'switch' | 'choice' | 'secret';
  hint?: string;
  choices?: readonly (readonly [value: string, label: string])[];
};

export type SettingGroup = {
  key: keyof SiteSettings;
  title: string;
  note?: string;
  fields: readonly SettingField[];
};

const line = (name: string, label: string, hint?: string): SettingField => ({
  name,
  label,
  kind: 'line',
  hint,
});

const standingPage = (key: string, label: string): SettingField[] => [
  line(`${key}.title`, `${label}：标题`),
  { name: `${key}.text`, label: `${label}：内容`, kind: 'paragraphs', hint: '每行一段' },
];

export const settingGroups: readonly SettingGroup[] = [
  {
    key: 'footer',
    title: '页脚和许可证',
    note: '填了的才显示，次序按通行的写法。',
    fields: [
      line('supervisor', '主管单位'),
      line('sponsor', '主办单位'),
      line('operator', '承办单位'),
      line('newsLicence', '互联网新闻信息服务许可证', '11 位数字'),
      line('videoLicence', '信息网络传播视听节目许可证', '7 或 8 位数字'),
      line('broadcastLicence', '广播电视节目制作经营许可证'),
      line('telecomLicence', '增值电信业务经营许可证', '例如“沪B2-20170116”'),
      line('icpNumber', 'ICP 备案号', '例如“沪ICP备14003370号-1”'),
      line('policeNumber', '公安备案号', '例如“沪公网安备 31010602000299号”'),
      line('reportPhone', '违法和不良信息举报电话'),
      line('reportEmail', '举报邮箱'),
      line('copyright', '版权行'),
      line('remark', '其他说明'),
    ],
  },
  {
    key: 'standingPages',
    title: '固定页面',
    fields: [
      ...standingPage('about', '关于我们'),
      ...standingPage('contact', '联系我们'),
      ...standingPage('copyright', '版权声明'),
    ],
  },
  {
    key: 'feeds',
    title: '订阅源',
    fields: [
      { name: 'fullText', label: '订阅源里放全文', kind: 'switch', hint: '不选则只放摘要' },
      { name: 'entryLimit', label: '每个订阅源的篇数', kind: 'number' },
    ],
  },
  {
    key: 'crawlers',
    title: '搜索引擎和爬虫',
    fields: [
      {
        name: 'allowsTraining',
        label: '允许训练模型的爬虫收集文字',
        kind: 'switch',
        hint: '写入 robots.txt；搜索引擎不受影响',
      },
      { name: 'adsText', label: 'ads.txt 的内容', kind: 'paragraphs', hint: '不填就没有这个文件' },
      line('securityContact', '安全联系人的邮箱', '写入 /.well-known/security.txt'),
    ],
  },
  {
    key: 'verification',
    title: '搜索引擎验证',
    note: '在各搜索平台登记网站时，选择“HTML 标签验证”，把 content 引号里的内容填在这里，会写入首页。',
    fields: [
      line('baidu', '百度'),
      line('bing', '必应'),
      line('google', '谷歌'),
      line('so360', '360'),
      line('sogou', '搜狗'),
      line('toutiao', '头条'),
      line('shenma', '神马'),
    ],
  },
  {
    key: 'api',
    title: '读取接口',
    note: '程序用 /api/v1 读取已发布的稿件和栏目。',
    fields: [{ name: 'requestsPerMinute', label: '每个地址每分钟最多请求几次', kind: 'number' }],
  },
  {
    key: 'push',
    title: '主动推送',
    note: '填了密钥才推送；稿件发布、更正、下线和撤稿时都会推。',
    fields: [
      line('indexNowKey', 'IndexNow 密钥', '8 到 128 位小写字母、数字、连字符；本站根目录会放上同名文件'),
      { name: 'baiduToken', label: '百度推送 token', kind: 'secret' },
      line('webSubHub', 'WebSub 中心的网址'),
    ],
  },
  {
    key: 'corrections',
    title: '更正',
    fields: [
      {
        name: 'placement',
        label: '更正显示在',
        kind: 'choice',
        choices: [
          ['top', '正文前面'],
          ['bottom', '正文后面'],
        ],
      },
    ],
  },
  {
    key: 'revisions',
    title: '历史版本',
    note: '发布过的、最新的和审签过的版本总是保留。',
    fields: [
      { name: 'autosaveDays', label: '自动保存的版本保留几天', kind: 'number', hint: '0 表示一直保留' },
      { name: 'saveDays', label: '手动保存的版本保留几天', kind: 'number', hint: '0 表示一直保留' },
    ],
  },
  {
    key: 'maintenance',
    title: '维护',
    note: '打开后，读者和搜索引擎会看到维护说明（503），采编台照常使用。',
    fields: [
      { name: 'isOn', label: '正在维护', kind: 'switch' },
      { name: 'minutes', label: '请对方过几分钟再来', kind: 'number' },
      line('message', '给读者的说明'),
    ],
  },
  {
    key: 'access',
    title: '登录',
    fields: [{ name: 'requiresSecondFactor', label: '能发布的人必须用两步验证', kind: 'switch' }],
  },
];

/** The value of a field in what is stored, as the form shows it. A secret is never shown again. */
export function shownValue(stored: unknown, { name, kind }: SettingField): string {
  const value = name
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], stored);
  if (kind === 'secret') return '';
  if (kind === 'switch') return value === true ? 'on' : '';
  return value === undefined || value === null ? '' : String(value);
}

/** Whether something is set where nothing is shown. */
export function hasSecret(stored: unknown, { name }: SettingField): boolean {
  return String((stored as Record<string, unknown>)[name] ?? '') !== '';
}
