import { z } from 'zod';
import { contributorRoles } from '@/lib/contributor-role';

/*
 * What the read API takes and gives. The OpenAPI description is made from these, so it cannot say anything
 * else; descriptions are for the programmers who read it.
 */

const instant = z.iso.datetime({ offset: true }).describe('带时区的时间，北京时间');
const address = z.url().describe('完整网址');

const sectionSchema = z
  .strictObject({
    name: z.string(),
    path: z.string().describe('栏目路径，例如 town/express；首页为空'),
    url: address,
  })
  .describe('栏目');

const pictureSchema = z
  .strictObject({
    url: address,
    width: z.int().positive(),
    height: z.int().positive(),
    alt: z.string(),
    credit: z.string().describe('图片署名'),
  })
  .describe('题图');

export const articleSummarySchema = z.strictObject({
  id: z.int().positive().describe('稿件编号，不会改变'),
  url: address,
  headline: z.string(),
  kicker: z.string().describe('引题'),
  subheadline: z.string().describe('副题'),
  abstract: z.string(),
  publishedAt: instant,
  modifiedAt: instant.nullable().describe('发布后最近一次修改的时间'),
  section: sectionSchema,
  source: z.strictObject({ name: z.string(), url: z.string() }).nullable().describe('来源'),
  authors: z.array(z.string()).describe('记者、通讯员、摄影'),
  tags: z.array(z.string()),
  picture: pictureSchema.nullable(),
});

export const articleSchema = articleSummarySchema.extend({
  credits: z.array(
    z.strictObject({
      role: z.enum(contributorRoles),
      name: z.string(),
      url: address.nullable().describe('作者页的网址；编辑、校对没有作者页'),
    }),
  ),
  originalHeadline: z.string().describe('转载稿件的原标题'),
  originalUrl: z.string().describe('转载稿件的原网址'),
  copyrightNotice: z.string(),
  characterCount: z.int().nonnegative(),
  corrections: z.array(z.strictObject({ text: z.string(), publishedAt: instant })).describe('更正，从早到晚'),
  html: z.string().describe('正文，HTML；不含脚本，网址完整'),
  text: z.string().describe('正文，纯文本；每段一行'),
});

export const articleListSchema = z.strictObject({
  articles: z.array(articleSummarySchema),
  next: z.string().nullable().describe('下一页的 cursor；没有下一页时为 null'),
});

export const sectionListSchema = z.strictObject({
  sections: z.array(
    sectionSchema.extend({
      parentPath: z.string().nullable(),
      kind: z.enum(['portal', 'subsite', 'section']),
      description: z.string(),
    }),
  ),
});

export const problemSchema = z
  .strictObject({
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('出了什么问题，应当怎么做'),
    errors: z
      .array(z.strictObject({ parameter: z.string(), detail: z.string() }))
      .optional()
      .describe('每个有问题的参数'),
  })
  .describe('RFC 9457');

export const articleQuerySchema = z.strictObject(
  {
    cursor: z
      .string()
      .regex(/^[\w-]{1,60}$/u, 'cursor 要用上一页返回的 next，不能自己编写。')
      .optional()
      .describe('上一页返回的 next；第一页不带'),
    section: z
      .string()
      .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/u, 'section 是栏目路径，例如 town/express。')
      .max(200, 'section 太长。')
      .optional()
      .describe('栏目路径；包括它下面的栏目'),
    limit: z.coerce
      .number('limit 要写 1 到 100 的整数。')
      .int('limit 要写 1 到 100 的整数。')
      .min(1, 'limit 要写 1 到 100 的整数。')
      .max(100, 'limit 要写 1 到 100 的整数。')
      .default(20)
      .describe('一页的篇数'),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? '没有这个参数。' : undefined) },
);

export type ApiArticleSummary = z.infer<typeof articleSummarySchema>;
export type ApiArticle = z.infer<typeof articleSchema>;
export type ApiProblem = z.infer<typeof problemSchema>;
export type ArticleQuery = z.infer<typeof articleQuerySchema>;
