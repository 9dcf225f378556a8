import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export type ClientComponent = { route: string; module: string };

const manifestSchema = z.object({ clientModules: z.record(z.string(), z.unknown()) });

/**
 * What Next puts around every page itself. Its components for use in pages (link, image, script, form) stand
 * elsewhere and count: without hydration they are at best a plain element that could have been written.
 */
const framework =
  /^\[project\]\/node_modules\/next\/dist\/(?:esm\/)?(?:client\/components|lib\/framework|lib\/metadata)\//u;

/**
 * Client components that the build found in reader pages. There, nothing hydrates: a button with an onClick
 * would be drawn and stay dead. `buildFolder` is `.next` after `next build`.
 */
export function listClientComponents(buildFolder: string, routeGroup = '(site)'): ClientComponent[] {
  const appFolder = path.join(buildFolder, 'server/app');
  const manifests = globSync(`${routeGroup}/**/*_client-reference-manifest.js`, { cwd: appFolder });
  if (manifests.length === 0) {
    throw new Error(`There are no pages of ${routeGroup} in the build; was it made by another Next?`);
  }
  return manifests.toSorted().flatMap((file) => {
    const route = `/${path.dirname(path.relative(routeGroup, file))}`.replace(/^\/\.$/u, '/');
    return clientModulesIn(readFileSync(path.join(appFolder, file), 'utf8'))
      .filter((module) => !framework.test(module))
      .map((module) => ({ route, module: module.replace('[project]/', '') }));
  });
}

/** The manifest is a script that assigns one JSON value. */
function clientModulesIn(script: string): string[] {
  const assignment = /globalThis\.__RSC_MANIFEST\["[^"]*"\] = (\{.*\});?\s*$/su.exec(script);
  if (assignment === null) throw new Error('The manifest of client components has another form than known.');
  const { clientModules } = manifestSchema.parse(JSON.parse(assignment[1]!));
  return [...new Set(Object.keys(clientModules))];
}
