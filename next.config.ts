import type { NextConfig } from 'next';

const config: NextConfig = {
  // Native modules stay outside the bundle: they load their own binaries.
  serverExternalPackages: ['better-sqlite3', 'sharp'],
  // Head data streams into the body for ordinary browsers unless every agent counts as limited.
  htmlLimitedBots: /.*/,
  // The page server compresses once per cached page (docs/decisions/0002); twice would be waste.
  compress: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  // Types are checked by `npm run types`, over the server and the command line as well; not a second time here.
  typescript: { ignoreBuildErrors: true },
  // Trailing slashes and other variants are settled in features/addresses, before Next sees a request.
  skipTrailingSlashRedirect: true,
};

export default config;
