/**
 * The headers of every kind of answer, in one place: what a header is worth is only seen beside the others.
 * Names and values alternate, which is the form that Node writes without building an object first.
 */
export type HeaderKind =
  | 'page'
  | 'notice'
  | 'chosen'
  | 'form'
  | 'api'
  | 'apiProblem'
  | 'resource'
  | 'moved'
  | 'error'
  | 'hashedAsset'
  | 'publicFile'
  | 'media'
  | 'desk'
  | 'health';

export type ResponseHeaders = Record<HeaderKind, readonly string[]>;

/** Reader pages carry no inline script and no inline style, so nothing needs a nonce or a hash. */
const readerPolicy = policy({
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
});

/** The desk is hydrated: Next puts the nonce on each script that it writes itself. */
export function deskPolicy(nonce: string, { isFrame = false } = {}): string {
  return policy({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'media-src': "'self' blob:",
    'connect-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    // A preview stands in a frame beside the form it belongs to, and nowhere else.
    'frame-ancestors': isFrame ? "'self'" : "'none'",
    'object-src': "'none'",
  });
}

/** An error document stands alone: its one style sheet is inside, allowed by its hash. */
function errorPolicy(styleHash: string): string {
  return policy({
    'default-src': "'none'",
    'style-src': `'${styleHash}'`,
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  });
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** `no-transform`: proxies of mobile networks and search engines must not rewrite the page. */
const sharedBriefly = 'public, max-age=0, s-maxage=10, stale-while-revalidate=20, no-transform';
const notShared = 'private, max-age=0, no-transform';
const forAYear = 'public, max-age=31536000, immutable';
const forAnHour = 'public, max-age=3600';

const html = ['Content-Type', 'text/html; charset=utf-8'];
const byEncoding = ['Vary', 'Accept-Encoding'];
const never = ['Cache-Control', 'no-store'];

/** The read API is for programs, on whatever page they run. */
const forPrograms = [
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Retry-After',
  'X-Robots-Tag',
  'noindex',
];

export function createResponseHeaders(site: { isHttps: boolean; errorStyleHash: string }): ResponseHeaders {
  // This host only: a newsroom's domain may have neighbours that speak plain HTTP.
  const transport = site.isHttps ? ['Strict-Transport-Security', 'max-age=63072000'] : [];
  const base = [...transport, 'X-Content-Type-Options', 'nosniff'];
  const document = [
    ...base,
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy',
    'same-origin',
  ];
  const reader = [...document, 'Content-Security-Policy', readerPolicy];
  const shared = ['Cache-Control', sharedBriefly, ...byEncoding];
  return {
    page: [...html, ...shared, ...reader, 'Speculation-Rules', '"/speculation-rules.json"'],
    notice: [...html, ...shared, ...reader],
    // In a look of the reader's choice: a shared cache knows nothing of the choice and must not keep it.
    chosen: [
      ...html,
      'Cache-Control',
      notShared,
      ...byEncoding,
      ...reader,
      'Speculation-Rules',
      '"/speculation-rules.json"',
    ],
    // A form that comes back with what one reader wrote.
    form: [...html, 'Cache-Control', 'private, no-store', ...byEncoding, ...reader],
    // Feeds, sitemaps, robots.txt: their own Content-Type is added.
    resource: [...shared, ...reader],
    // Programs of any origin read it; a search engine has the pages.
    api: [...shared, ...base, ...forPrograms],
    apiProblem: [...never, ...base, ...forPrograms],
    moved: ['Cache-Control', sharedBriefly, ...base],
    error: [...html, ...never, ...document, 'Content-Security-Policy', errorPolicy(site.errorStyleHash)],
    hashedAsset: ['Cache-Control', forAYear, ...byEncoding, ...base],
    publicFile: ['Cache-Control', forAnHour, ...byEncoding, ...base],
    // Whatever a picture file turns out to contain, a browser that opens it runs nothing.
    media: ['Cache-Control', forAYear, ...base, 'Content-Security-Policy', "default-src 'none'; sandbox"],
    desk: ['Cache-Control', 'private, no-store', 'X-Robots-Tag', 'noindex, nofollow', ...document],
    health: ['Content-Type', 'text/plain; charset=utf-8', ...never, ...base],
  };
}
