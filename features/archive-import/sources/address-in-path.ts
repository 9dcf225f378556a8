const host =
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:cn|com|net|org|gov|edu|info|cc|tv|hk|tw|mo|xyz|top|site|news)$/iu;

/**
 * The address that a mirror's path tells: www.example.cn/system/2018/07/01/021.shtml. Undefined where no folder is
 * named like a host. A port or query that the mirror wrote into the name is kept as it stands.
 */
export function addressInPath(filePath: string): string | undefined {
  const segments = filePath.split('/');
  const place = segments.findIndex((segment) => host.test(segment));
  if (place === -1 || place === segments.length - 1) return undefined;
  const rest = segments
    .slice(place + 1)
    .map((segment) => encodeURIComponent(segment))
    .join('/');
  return `http://${segments[place]!.toLowerCase()}/${rest.replaceAll('%3F', '?').replaceAll('%3D', '=').replaceAll('%26', '&')}`;
}
