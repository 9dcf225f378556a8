import { z } from 'zod';
import {
  articleListSchema,
  articleQuerySchema,
  articleSchema,
  problemSchema,
  sectionListSchema,
} from '@/features/read-api/api-schemas';
import { apiAddress } from '@/lib/addresses';

/** The OpenAPI 3.1 description of the read API, whose schemas are those that the code itself obeys. */
export function openApiDocument(siteName: string, siteUrl: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: `${siteName} 读取接口`,
      version: '1',
      description: '读取已发布的稿件和栏目。只读，不用登录；每个地址每分钟的请求数有限，超出时返回 429。',
    },
    servers: [{ url: siteUrl + apiAddress }],
    paths: {
      '/articles': {
        get: {
          operationId: 'listArticles',
          summary: '稿件列表，从新到旧',
          parameters: queryParameters(),
          responses: answers('ArticleList', [400, 404]),
        },
      },
      '/articles/{id}': {
        get: {
          operationId: 'getArticle',
          summary: '一篇稿件及全文',
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'integer', minimum: 1 },
              description: '稿件编号',
            },
          ],
          responses: answers('Article', [404, 410]),
        },
      },
      '/sections': {
        get: { operationId: 'listSections', summary: '全部栏目', responses: answers('SectionList', []) },
      },
    },
    components: {
      schemas: {
        ArticleList: schemaOf(articleListSchema),
        Article: schemaOf(articleSchema),
        SectionList: schemaOf(sectionListSchema),
        Problem: schemaOf(problemSchema),
      },
    },
  };
}

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  // The dialect is that of OpenAPI 3.1 itself and is not repeated in each schema.
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'output' });
  return described;
}

function queryParameters(): Record<string, unknown>[] {
  const { properties = {} } = z.toJSONSchema(articleQuerySchema, { io: 'output' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Record<string, unknown>;
    return { name, in: 'query', required: false, description, schema };
  });
}

const problemTitles = { 400: '参数不对', 404: '没有', 410: '已撤下', 429: '请求太多', 503: '暂时繁忙' };

function answers(name: string, statuses: (keyof typeof problemTitles)[]): Record<string, unknown> {
  const problems = ([...statuses, 429, 503] as const).map((status) => [
    String(status),
    {
      description: problemTitles[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    200: {
      description: '成功',
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    },
    ...Object.fromEntries(problems),
  };
}
