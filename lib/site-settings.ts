import { z } from 'zod';

/**
 * What a newsroom sets once: the regulatory lines of the footer and the standing pages. Every line is
 * shown only where it is set. The formats are the registries' own; a number in another form is a typing error.
 */
const line = z.string().max(200);
const optionalFormat = (format: RegExp, message: string) =>
  z.union([z.literal(''), z.string().regex(format, message)]);

export const footerSettingsSchema = z.object({
  /** 主管单位, 主办单位, 承办单位. */
  supervisor: line.default(''),
  sponsor: line.default(''),
  operator: line.default(''),
  newsLicence: optionalFormat(/^\d{11}$/u, '互联网新闻信息服务许可证号是 11 位数字').default(''),
  videoLicence: optionalFormat(/^\d{7,8}$/u, '信息网络传播视听节目许可证号是 7 或 8 位数字').default(''),
  broadcastLicence: line.default(''),
  telecomLicence: optionalFormat(
    /^\p{sc=Han}B2-\d{8}$/u,
    '增值电信业务经营许可证号的形式是“沪B2-20170116”',
  ).default(''),
  icpNumber: optionalFormat(
    /^\p{sc=Han}ICP备\d{8}号(-\d+)?$/u,
    'ICP 备案号的形式是“沪ICP备14003370号-1”',
  ).default(''),
  policeNumber: optionalFormat(
    /^\p{sc=Han}公网安备 ?\d{14}号$/u,
    '公安备案号的形式是“沪公网安备 31010602000299号”',
  ).default(''),
  reportPhone: line.default(''),
  reportEmail: z.union([z.literal(''), z.email('举报邮箱不是有效的邮箱地址')]).default(''),
  copyright: line.default(''),
  /** A last line for whatever the newsroom must say of itself, such as that it is a demonstration. */
  remark: line.default(''),
});

export const standingPageKeys = ['about', 'copyright', 'contact'] as const;
export type StandingPageKey = (typeof standingPageKeys)[number];

const standingPageSchema = z.object({
  title: z.string().min(1).max(50),
  /** Paragraphs, one a line. */
  text: z.string().max(20_000),
});

export const standingPagesSchema = z.object({
  about: standingPageSchema.default({ title: '关于我们', text: '' }),
  copyright: standingPageSchema.default({ title: '版权声明', text: '' }),
  contact: standingPageSchema.default({ title: '联系我们', text: '' }),
});

export const accessSettingsSchema = z.object({
  /** Whoever can change what readers see proves a second factor; off in the demo newsroom only. */
  requiresSecondFactor: z.boolean().default(true),
});

export const feedSettingsSchema = z.object({
  /** Whole texts, or the abstract alone. */
  fullText: z.boolean().default(true),
  entryLimit: z.int().min(1).max(100).default(30),
});

export const crawlerSettingsSchema = z.object({
  /** Whether crawlers that collect texts for training are welcome; robots.txt says so. */
  allowsTraining: z.boolean().default(true),
  /** What ads.txt says, for newsrooms that sell advertising; without it there is no such file. */
  adsText: z.string().max(20_000).default(''),
  /** Whom to write to about a weakness of the site. */
  securityContact: z.union([z.literal(''), z.email('安全联系人不是有效的邮箱地址')]).default(''),
});

/** The codes with which search engines know a site's owner; each goes into a meta line of the front page. */
const code = optionalFormat(
  /^[\w=+/-]{4,200}$/u,
  '验证码只有字母、数字和 - _ = + /。只填 content 引号里的内容，不要填整行代码',
);

export const verificationSettingsSchema = z.object({
  baidu: code.default(''),
  bing: code.default(''),
  google: code.default(''),
  so360: code.default(''),
  sogou: code.default(''),
  toutiao: code.default(''),
  shenma: code.default(''),
});

/** How the engines call the line. */
export const verificationNames = {
  baidu: 'baidu-site-verification',
  bing: 'msvalidate.01',
  google: 'google-site-verification',
  so360: '360-site-verification',
  sogou: 'sogou_site_verification',
  toutiao: 'bytedance-verification-code',
  shenma: 'shenma-site-verification',
} as const satisfies Record<keyof z.output<typeof verificationSettingsSchema>, string>;

export const correctionSettingsSchema = z.object({
  /** Where a corrected article says so: before its text, or after it. */
  placement: z.enum(['top', 'bottom']).default('top'),
});

export const revisionSettingsSchema = z.object({
  /** Days after which an autosave that readers never saw is forgotten; 0 keeps it for good. */
  autosaveDays: z.int().min(0).max(3650).default(90),
  /** The same for versions that somebody saved. */
  saveDays: z.int().min(0).max(3650).default(0),
});

export const maintenanceSettingsSchema = z.object({
  /** Readers and crawlers are told to come back; the desk and robots.txt go on. */
  isOn: z.boolean().default(false),
  /** After how many minutes to ask again. */
  minutes: z.int().min(1).max(1440).default(30),
  message: z.string().max(500).default('网站正在维护，请稍后再来。'),
});

export const apiSettingsSchema = z.object({
  /** How many requests one address may send to the read API within a minute. */
  requestsPerMinute: z.int().min(1).max(100_000).default(60),
});

const outsideAddress = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/u, error: '请填写以 http:// 或 https:// 开头的完整网址' }),
]);

/** Who is told when what readers see changes. Everything is off until its key or address is set. */
export const pushSettingsSchema = z.object({
  /** Also the name of the file at the root that proves the site is ours; lower case, like all our addresses. */
  indexNowKey: optionalFormat(
    /^[a-z\d-]{8,128}$/u,
    'IndexNow 密钥是 8 到 128 位的小写字母、数字或连字符',
  ).default(''),
  indexNowEndpoint: outsideAddress.default('https://api.indexnow.org/indexnow'),
  baiduToken: optionalFormat(/^\w{8,64}$/u, '百度推送的 token 是 8 到 64 位的字母和数字').default(''),
  baiduEndpoint: outsideAddress.default('http://data.zz.baidu.com'),
  webSubHub: outsideAddress.default(''),
  webhooks: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1, '请给网络回调起个名字').max(50, '名字不能超过 50 字'),
        address: z.url({ protocol: /^https?$/u, error: '请填写以 http:// 或 https:// 开头的完整网址' }),
        secret: z.string().min(16, '签名密钥至少 16 个字').max(200),
      }),
    )
    .max(10, '最多设 10 个网络回调')
    .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, '名字不能重复')
    .default([]),
});

export type PushSettings = z.infer<typeof pushSettingsSchema>;

export const siteSettingsSchema = z.object({
  feeds: feedSettingsSchema.prefault({}),
  crawlers: crawlerSettingsSchema.prefault({}),
  verification: verificationSettingsSchema.prefault({}),
  access: accessSettingsSchema.prefault({}),
  maintenance: maintenanceSettingsSchema.prefault({}),
  api: apiSettingsSchema.prefault({}),
  push: pushSettingsSchema.prefault({}),
  revisions: revisionSettingsSchema.prefault({}),
  corrections: correctionSettingsSchema.prefault({}),
  footer: footerSettingsSchema.prefault({}),
  standingPages: standingPagesSchema.prefault({}),
});

export type SiteSettings = z.infer<typeof siteSettingsSchema>;
export type FooterSettings = SiteSettings['footer'];
