/** Only what XML 1.0 can carry (section 2.2): no control characters, no half of a pair, no non-characters. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for an element or an attribute in double quotes, of XML and HTML, reduced to what XML can carry. */
export function escapeXml(text: string): string {
  return xmlText(text).replaceAll(/[&<>"]/gu, (mark) => entities[mark]!);
}
