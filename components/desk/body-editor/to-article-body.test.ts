import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyNodes } from '@/components/desk/body-editor/body-nodes';
import { fromArticleBody } from '@/components/desk/body-editor/from-article-body';
import { anyBody } from '@/components/desk/body-editor/testing/any-body';
import { normalisedBody } from '@/components/desk/body-editor/testing/normalised-body';
import { toArticleBody } from '@/components/desk/body-editor/to-article-body';
import { type ArticleBody, articleBodySchema } from '@/lib/article-body';

const schema = getSchema(bodyNodes);
const { nodes, marks } = schema;
const doc = (...content: Node[]) => nodes.doc!.create(null, content);

function there(body: ArticleBody): Node {
  const node = Node.fromJSON(schema, fromArticleBody(body));
  node.check();
  return node;
}

describe('the round trip', () => {
  it('gives any valid body back with nothing changed but what the normalisation names', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(articleBodySchema.safeParse(body).success).toBe(true);
        expect(toArticleBody(there(body))).toEqual(normalisedBody(body));
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const once = toArticleBody(there(body));
        expect(toArticleBody(there(once))).toEqual(once);
        expect(articleBodySchema.parse(once)).toEqual(once);
      }),
    );
  });
});

describe('toArticleBody', () => {
  it('leaves out pictures that are on their way', () => {
    const waiting = nodes.image!.create({ uploadKey: 'a' });
    const picture = nodes.image!.create({ assetId: 7, alt: '大桥' });
    const body = toArticleBody(
      doc(waiting, nodes.gallery!.create(null, [waiting, picture]), nodes.gallery!.create(null, [waiting])),
    );
    expect(body.content).toEqual([
      {
        type: 'gallery',
        content: [{ type: 'image', attrs: { assetId: 7, alt: '大桥', caption: '', credit: '' } }],
      },
    ]);
  });

  it('keeps every word of what is longer than one block may be', () => {
    const long = '桥'.repeat(45_000);
    const body = toArticleBody(
      doc(
        nodes.paragraph!.create(null, schema.text(long)),
        nodes.quote!.create(
          null,
          Array.from({ length: 250 }, () => nodes.paragraph!.create(null, schema.text('引'))),
        ),
        nodes.list!.create(
          { ordered: true },
          Array.from({ length: 501 }, () => nodes.listItem!.create(null, nodes.paragraph!.create())),
        ),
      ),
    );
    expect(articleBodySchema.safeParse(body).error).toBeUndefined();
    expect(body.content.map((block) => block.type)).toEqual([
      'paragraph',
      'quote',
      'quote',
      'quote',
      'list',
      'list',
    ]);
    expect(JSON.stringify(body).match(/桥/gu)).toHaveLength(45_000);
  });

  it('never gives out a control character, half a character or an address the body refuses', () => {
    const bad = schema.text('a\u0007\ud800b', [marks.link!.create({ href: 'javascript:alert(1)' })]);
    const body = toArticleBody(
      doc(
        nodes.paragraph!.create(null, bad),
        nodes.video!.create({ src: 'https://elsewhere.example/film.mp4' }),
        nodes.related!.create({ articleIds: [] }),
        nodes.image!.create({ assetId: 3, alt: '\u0001', caption: '字'.repeat(2000) }),
      ),
    );
    expect(articleBodySchema.safeParse(body).error).toBeUndefined();
    expect(body.content).toHaveLength(2);
    expect(body.content[0]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'a\ufffdb' }] });
  });

  it('does not convert a block again that did not change', () => {
    const first = nodes.paragraph!.create(null, schema.text('一'));
    const one = toArticleBody(doc(first, nodes.paragraph!.create(null, schema.text('二'))));
    const two = toArticleBody(doc(first, nodes.paragraph!.create(null, schema.text('三'))));
    expect(two.content[0]).toBe(one.content[0]);
    expect(two.content[1]).not.toEqual(one.content[1]);
  });
});
