/** One picture of the demo newsroom: `draw` gives a complete SVG of `width` by `height`. */
export type DemoPictureDrawing = {
  width: number;
  height: number;
  alt: string;
  credit: string;
  draw: () => string;
};

export const pictureCredit = '澄澜在线制图';

/** A number from `from` up to `to`; the same seed gives the same series, so seeding is repeatable. */
export type Random = (from: number, to: number) => number;

export type Stop = [offset: number, color: string, opacity?: number];

/** Mulberry32: small, and even enough for scattering leaves and windows. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (from, to) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (to - from);
  };
}

/** One decimal is finer than a pixel and keeps the SVG short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random(0, choices.length))]!;
}

export function repeat(times: number, draw: (index: number) => string): string {
  let markup = '';
  for (let index = 0; index < times; index += 1) markup += draw(index);
  return markup;
}

/** A linear gradient running down, or right, or along the given line of the painted box. */
export function gradient(id: string, stops: Stop[], line: 'down' | 'right' | string = 'down'): string {
  const ends =
    line === 'down' ? 'x1="0" y1="0" x2="0" y2="1"' : line === 'right' ? 'x1="0" y1="0" x2="1" y2="0"' : line;
  return `<linearGradient id="${id}" ${ends}>${stopList(stops)}</linearGradient>`;
}

export function glow(id: string, stops: Stop[], place = ''): string {
  return `<radialGradient id="${id}" ${place}>${stopList(stops)}</radialGradient>`;
}

function stopList(stops: Stop[]): string {
  return stops
    .map(([offset, color, opacity = 1]) => {
      return `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`;
    })
    .join('');
}

/** A shape with one paint needs no layer of its own to be see-through, and layers are what rendering waits for. */
function seeThrough(more: string, paint: 'fill' | 'stroke'): string {
  const layered = more.includes('filter=') || (paint === 'fill' && more.includes('stroke='));
  return layered ? more : more.replace(/(?<![-\w])opacity=/, `${paint}-opacity=`);
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${seeThrough(more, 'fill')}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${seeThrough(more, 'fill')}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${seeThrough(more, 'fill')}/>`;
}

export function stroke(d: string, color: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${round(width)}" ${seeThrough(more, 'stroke')}/>`;
}

/** Straight-edged shape through the given points. */
export function polygon(points: readonly (readonly [number, number])[], fill: string, more = ''): string {
  return path(`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`, fill, more);
}

export function group(markup: string, attributes: string): string {
  return `<g ${attributes}>${markup}</g>`;
}

/**
 * The finished sheet of a scene. Paper tone and grain lie over everything, so that flat areas look printed
 * rather than filled. Filters any scene may name: soft, haze, bloom, rough (uneven brush edge), wobble (water).
 */
export function scene(sheet: {
  width?: number;
  height?: number;
  defs?: string;
  body: string;
  shade?: string;
  shadeOpacity?: number;
}): string {
  const { width = 1600, height = 1067, defs = '', body, shade = '#1b2130', shadeOpacity = 0.3 } = sheet;
  const whole = 'x="0" y="0" width="100%" height="100%"';
  const grey = (low: number, gain: number) =>
    `<feColorMatrix values="${`${gain} 0 0 0 ${low} `.repeat(3)}0 0 0 0 1"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="3"/></filter>
<filter id="haze" x="-30%" y="-60%" width="160%" height="220%"><feGaussianBlur stdDeviation="18"/></filter>
<filter id="bloom" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="rough" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="3" seed="4"/><feDisplacementMap in="SourceGraphic" scale="7" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="wobble" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency=".006 .07" numOctaves="2" seed="9" result="waves"/><feGaussianBlur in="SourceGraphic" stdDeviation="1.6 2.4" result="blurred"/><feDisplacementMap in="blurred" in2="waves" scale="30" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="paper-grain" ${whole} color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".75" numOctaves="2" seed="11"/>${grey(-0.25, 1.5)}</filter>
<filter id="paper-tone" ${whole} color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".006 .009" numOctaves="4" seed="23"/>${grey(-0.4, 1.8)}</filter>
${glow(
  'sheet-shade',
  [
    [0.55, shade, 0],
    [1, shade, shadeOpacity],
  ],
  'cx=".5" cy=".46" r=".78"',
)}${defs}</defs>
${body}
<rect width="${width}" height="${height}" fill="url(#sheet-shade)"/>
<rect width="${width}" height="${height}" filter="url(#paper-tone)" opacity=".28" style="mix-blend-mode:soft-light"/>
<rect width="${width}" height="${height}" filter="url(#paper-grain)" opacity=".2" style="mix-blend-mode:soft-light"/>
</svg>`;
}
