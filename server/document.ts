import { Parser } from 'htmlparser2';

export type ReaderDocument = { html: string; lastModified: Date | undefined; validUntil: Date | undefined };

/** The page is not whole: what is missing would be filled in by a script that readers never get. */
export class UnfinishedDocumentError extends Error {
  override name = 'UnfinishedDocumentError';
}

/** The enhancement module, `/enhance….js` in public/: the only script that a reader page may load. */
const enhancementModule = /^\/enhance[\w.-]*\.js$/u;

/**
 * What a page tells the page server through its metadata (`other: { 'page-server:valid-until': … }`), because
 * a page cannot set a header. The instants are ISO 8601 with an offset; both lines are taken out.
 */
const notePrefix = 'page-server:';

/**
 * Takes out of a page what only hydration needs: the framework's scripts and their preloads, the flight
 * data, React's marker comments and emptied containers. Everything else is copied as it was written, by its
 * position in the source, so that the text of a page cannot change here. A notice keeps no script at all.
 */
export function cleanDocument(source: string, { isNotice = false } = {}): ReaderDocument {
  const cuts: Cut[] = [];
  const notes = new Map<string, string>();
  let hasEnded = false;
  let scriptStart: number | undefined;
  let dataStart: number | undefined;
  let headEnd: Cut | undefined;
  let emptyHidden: { start: number; containsNothing: boolean } | undefined;

  function cut(start: number, end: number): void {
    // A container that goes takes along what was cut inside it.
    while ((cuts.at(-1)?.start ?? -1) >= start) cuts.pop();
    cuts.push({ start, end, replacement: '' });
  }

  /** Components cannot write into the head; readers of data look there first. */
  function moveToHead(start: number): void {
    // React writes itemProp; programs that look for the line without an HTML parser know the standard's spelling.
    headEnd!.replacement += source
      .slice(start, parser.endIndex + 1)
      .replace(/^<meta itemProp=/u, '<meta itemprop=');
    cut(start, parser.endIndex + 1);
  }

  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      refuseStreamed(name, attributes);
      if (emptyHidden !== undefined) emptyHidden.containsNothing = false;
      if (name === 'script' && (isNotice || !isKeptScript(attributes))) scriptStart = parser.startIndex;
      else if (name === 'script' && attributes.type === dataBlock && headEnd !== undefined) {
        dataStart = parser.startIndex;
      } else if (name === 'link' && isScriptLink(attributes)) cut(parser.startIndex, parser.endIndex + 1);
      else if (name === 'meta' && attributes.name?.startsWith(notePrefix)) {
        notes.set(attributes.name.slice(notePrefix.length), attributes.content ?? '');
        cut(parser.startIndex, parser.endIndex + 1);
      } else if (name === 'meta' && 'itemprop' in attributes && headEnd !== undefined) {
        moveToHead(parser.startIndex);
      } else if (name === 'div' && 'hidden' in attributes) {
        emptyHidden = { start: parser.startIndex, containsNothing: true };
      }
    },
    ontext() {
      if (emptyHidden !== undefined) emptyHidden.containsNothing = false;
    },
    oncomment(data) {
      refuseSuspended(data);
      cut(parser.startIndex, parser.endIndex + 1);
    },
    onclosetag(name, isImplied) {
      if (name === 'script' && scriptStart !== undefined) {
        if (isImplied) throw new UnfinishedDocumentError('A script does not end.');
        cut(scriptStart, parser.endIndex + 1);
        scriptStart = undefined;
      } else if (name === 'script' && dataStart !== undefined && headEnd !== undefined) {
        moveToHead(dataStart);
        dataStart = undefined;
      } else if (name === 'head' && !isImplied) {
        headEnd = { start: parser.startIndex, end: parser.startIndex, replacement: '' };
        cuts.push(headEnd);
      } else if (name === 'div' && emptyHidden !== undefined) {
        if (emptyHidden.containsNothing) cut(emptyHidden.start, parser.endIndex + 1);
        emptyHidden = undefined;
      } else if (name === 'html' && !isImplied) hasEnded = true;
    },
  });
  parser.end(source);

  if (!hasEnded) throw new UnfinishedDocumentError('The document breaks off.');
  return {
    html: without(source, cuts),
    lastModified: instantIn(notes, 'last-modified'),
    validUntil: instantIn(notes, 'valid-until'),
  };
}

type Cut = { start: number; end: number; replacement: string };

const dataBlock = 'application/ld+json';

function without(source: string, cuts: Cut[]): string {
  let kept = '';
  let keptUntil = 0;
  for (const { start, end, replacement } of cuts) {
    kept += source.slice(keptUntil, start) + replacement;
    keptUntil = end;
  }
  return kept + source.slice(keptUntil);
}

type Attributes = Record<string, string>;

function isKeptScript({ type, src }: Attributes): boolean {
  return type === dataBlock || (src !== undefined && enhancementModule.test(src));
}

function isScriptLink({ rel, as, href }: Attributes): boolean {
  if (rel === 'modulepreload') return !enhancementModule.test(href ?? '');
  // rel=expect holds back the first paint until a script of the framework has been parsed.
  return rel === 'expect' || ((rel === 'preload' || rel === 'prefetch') && as === 'script');
}

/** React parks late content in numbered templates and hidden containers that a script moves into place. */
function refuseStreamed(name: string, attributes: Attributes): void {
  if (name === 'template' && (/^[BPS]:/u.test(attributes.id ?? '') || 'data-dgst' in attributes)) {
    throw new UnfinishedDocumentError(
      `Content was suspended or failed: <template id="${attributes.id ?? ''}">`,
    );
  }
  if ('hidden' in attributes && attributes.id?.startsWith('S:')) {
    throw new UnfinishedDocumentError(`Content was streamed late: id="${attributes.id}"`);
  }
  if (attributes.id === '__next_error__') {
    throw new UnfinishedDocumentError('The page is the shell that the framework sends for errors.');
  }
}

/** `$?` marks a boundary whose content was still awaited, `$!` one whose content failed. */
function refuseSuspended(comment: string): void {
  if (comment === '$?' || comment === '$!') {
    throw new UnfinishedDocumentError(`Content was suspended or failed: <!--${comment}-->`);
  }
}

function instantIn(notes: Map<string, string>, name: string): Date | undefined {
  const text = notes.get(name);
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Error(`${notePrefix}${name} is no instant: ${text}`);
  return instant;
}
