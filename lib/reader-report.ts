import { z } from 'zod';

/** What a reader tells the newsroom: an error in an article, or, without one, a tip. */
export const reportStates = ['open', 'answered', 'corrected', 'dropped'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportStateLabels: Record<ReportState, string> = {
  open: '待处理',
  answered: '已答复',
  corrected: '已改正',
  dropped: '不采纳',
};

export const longestQuote = 300;
const longestText = 1000;
/** Whoever reports an error quotes at most one address; lists of links are advertising. */
const mostLinks = 1;

export const reportForm = z.strictObject({
  /** The number of the article; empty for a tip. */
  article: z
    .string()
    .regex(/^(?:[1-9]\d{0,14})?$/u, '网址不完整，请从稿件页面重新打开这个表单')
    .default('')
    .transform((digits) => (digits === '' ? null : Number(digits))),
  quote: z.string().trim().max(longestQuote, `引用的原文不能超过 ${longestQuote} 字`).default(''),
  text: z
    .string({ error: '请写明哪里有问题' })
    .trim()
    .min(5, '请写明哪里有问题，至少 5 个字')
    .max(longestText, `最多写 ${longestText} 字，请写得短一些`)
    .refine((text) => (text.match(/https?:\/\//giu) ?? []).length <= mostLinks, '请不要放多个网址'),
  contact: z.string().trim().max(100, '联系方式不能超过 100 字').default(''),
  /** Hidden from people; only a program that fills in every field fills it in. */
  website: z.string().max(1000).default(''),
});

export type ReportForm = z.output<typeof reportForm>;
