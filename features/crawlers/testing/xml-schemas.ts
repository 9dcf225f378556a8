import { validateXML } from 'xmllint-wasm';

/*
 * Schemas for what the sitemap protocols allow. sitemaps.org and Google publish theirs as files that cannot be
 * fetched while testing and that no package carries; these are written from the published rules: element
 * names and order, counts, the 2,048 characters of an address, W3C dates. They are stricter in one point: no
 * priority and no changefreq, which nobody here can fill in truthfully.
 */

const namespaces = {
  sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
};

const address = `<xs:simpleType name="address"><xs:restriction base="xs:anyURI">
  <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
</xs:restriction></xs:simpleType>`;

const instant = `<xs:simpleType name="instant"><xs:restriction base="xs:dateTime">
  <xs:pattern value=".*(Z|[+\\-]\\d\\d:\\d\\d)"/>
</xs:restriction></xs:simpleType>`;

function schema(target: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="${target}" xmlns:s="${namespaces.sitemap}" xmlns:i="${namespaces.image}" xmlns:n="${namespaces.news}"
    targetNamespace="${target}" elementFormDefault="qualified">${content}</xs:schema>`;
}

const imageSchema = schema(
  namespaces.image,
  `${address}<xs:element name="image"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/>
  </xs:sequence></xs:complexType></xs:element>`,
);

const newsSchema = schema(
  namespaces.news,
  `${instant}<xs:simpleType name="words"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:element name="news"><xs:complexType><xs:sequence>
    <xs:element name="publication"><xs:complexType><xs:sequence>
      <xs:element name="name" type="words"/>
      <xs:element name="language"><xs:simpleType><xs:restriction base="xs:string">
        <xs:pattern value="zh-cn|zh-tw|[a-z]{2,3}"/>
      </xs:restriction></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="publication_date" type="instant"/>
    <xs:element name="title" type="words"/>
  </xs:sequence></xs:complexType></xs:element>`,
);

const sitemapSchema = schema(
  namespaces.sitemap,
  `<xs:import namespace="${namespaces.image}" schemaLocation="image.xsd"/>
  <xs:import namespace="${namespaces.news}" schemaLocation="news.xsd"/>
  ${address}${instant}
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/>
      <xs:element name="lastmod" type="instant" minOccurs="0"/>
      <xs:element ref="n:news" minOccurs="0"/>
      <xs:element ref="i:image" minOccurs="0" maxOccurs="1000"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:unique name="once"><xs:selector xpath="s:url"/><xs:field xpath="s:loc"/></xs:unique></xs:element>
  <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/>
      <xs:element name="lastmod" type="instant" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>`,
);

/** What a strict validator has against a sitemap or an index; empty when it is valid. */
export async function sitemapErrors(text: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'sitemap.xml', contents: text },
    schema: { fileName: 'sitemap.xsd', contents: sitemapSchema },
    preload: [
      { fileName: 'image.xsd', contents: imageSchema },
      { fileName: 'news.xsd', contents: newsSchema },
    ],
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** What keeps a text from being an XML document; empty for a well-formed one. */
export async function wellFormednessErrors(text: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'document.xml', contents: text },
    normalization: 'format',
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from 'vitest';
import { element, escapeMarkup, onlyXmlCharacters, xmlDocument } from '@/lib/xml';

/** Everything that has broken feeds: control characters, half surrogates, markup, the end of CDATA. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '&amp;',
        '&#0;',
        '<!--',
        '-->',
        '<?xml?>',
        '\u2028',
        '\u0085',
        '\ud83d',
      ),
      fc.constantFrom(
        '\u0000',
        '\u0008',
        '\u000b',
        '\u001f',
        '\ufffe',
        '\uffff',
        '😀',
        '𠮷',
        '"',
        "'",
        '</a>',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('whatever a text holds, the document is well-formed', async () => {
  const texts = fc.sample(hostile, 2000);
  const document = xmlDocument(
    element('a', {}, ...texts.map((text) => element('b', { c: text }, text, element('d', {}, text)))),
  );
  const { errors } = await validateXML({
    xml: { fileName: 'a.xml', contents: document },
    normalization: 'format',
    maxMemoryPages: 4096,
  });
  expect(errors).toEqual([]);
});

test('what XML can hold comes back unchanged, save line separators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[\p{Cc}\u2028\u2029\ufffe\uffff]/u.test(text));
      expect(onlyXmlCharacters(text)).toBe(text);
    }),
  );
  expect(onlyXmlCharacters('甲\u2028乙\u0000丙\ud83d')).toBe('甲\n乙丙\ufffd');
});

test('no text becomes markup', () => {
  expect(element('t', { a: '"><x y=\'' }, '</t><script>').xml).toBe(
    '<t a="&quot;&gt;&lt;x y=&#39;">&lt;/t&gt;&lt;script&gt;</t>',
  );
  expect(escapeMarkup(']]>&amp;')).toBe(']]&gt;&amp;amp;');
});
