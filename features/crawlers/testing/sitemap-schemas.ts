/*
 * What sitemaps may hold, written from the rules that sitemaps.org and Google publish: their own schema files
 * cannot be fetched in a test. For tests only.
 */
const sitemap = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const address = `<xs:simpleType name="address"><xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://.*"/></xs:restriction></xs:simpleType>`;

const schema = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${sitemap}" xmlns:s="${sitemap}" targetNamespace="${sitemap}" elementFormDefault="qualified">
${address}
${content}
</xs:schema>`;

export const sitemapIndexSchema = schema(`
<xs:element name="sitemapindex"><xs:complexType><xs:sequence>
  <xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/><xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>`);

const urlset = (occurs: string, extension: string) =>
  schema(`
<xs:element name="urlset"><xs:complexType><xs:sequence>
  <xs:element name="url" ${occurs}><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/><xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/>
    ${extension}
  </xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
<xs:unique name="once"><xs:selector xpath="s:url"/><xs:field xpath="s:loc"/></xs:unique>
</xs:element>`);

export const sitemapSchema = urlset(
  'maxOccurs="50000"',
  '<xs:any namespace="http://www.google.com/schemas/sitemap-image/1.1" processContents="skip" minOccurs="0" maxOccurs="1000"/>',
);

export const newsSchema = urlset(
  'minOccurs="0" maxOccurs="1000"',
  '<xs:any namespace="http://www.google.com/schemas/sitemap-news/0.9" processContents="skip"/>',
);
