import { ellipse, path, pick, type Random, rect, repeat, round, stroke } from './drawing';

/** A closed silhouette of hills from one edge of the sheet to the other, crest around `y`. */
export function ridge(
  random: Random,
  shape: { y: number; rise: number; wave: number; base: number; width?: number; jag?: number; from?: number },
): string {
  const { y, rise, wave, base, width = 1600, jag = 0.06, from = 0 } = shape;
  const phases = [random(0, 7), random(0, 7), random(0, 7), random(0, 7)] as const;
  let d = `M${from - 80} ${base}`;
  for (let x = from - 80; x <= from + width + 80; x += 8) {
    const t = (x / wave) * Math.PI * 2;
    const crest =
      0.55 * Math.sin(t + phases[0]) +
      0.28 * Math.sin(t * 2.3 + phases[1]) +
      0.13 * Math.sin(t * 5.1 + phases[2]) +
      0.06 * Math.sin(t * 11 + phases[3]);
    d += `L${round(x)} ${round(y - rise * (crest + random(-jag, jag)))}`;
  }
  return `${d}L${from + width + 80} ${base}Z`;
}

/** Ranges one behind the other; the farther the paler, each rising out of mist. */
export function hillRanges(
  random: Random,
  colors: readonly string[],
  place: { y: number; rise: number; gap: number; base: number; mist: string; width?: number },
): string {
  const { y, rise, gap, base, mist, width = 1600 } = place;
  return repeat(colors.length, (index) => {
    const crest = y + index * gap;
    const d = ridge(random, {
      y: crest,
      rise: rise * (1 - index * 0.12),
      wave: 900 - index * 130,
      base,
      width,
    });
    return (
      path(d, colors[index]!) +
      mistBand({
        x: width / 2,
        y: crest + gap * 0.9,
        rx: width * 0.62,
        ry: gap * 0.42,
        color: mist,
        opacity: 0.5,
      })
    );
  });
}

export function mistBand(place: {
  x: number;
  y: number;
  rx: number;
  ry: number;
  color: string;
  opacity: number;
}): string {
  const { x, y, rx, ry, color, opacity } = place;
  return ellipse(x, y, rx, ry, color, `opacity="${opacity}" filter="url(#haze)"`);
}

/** Glints on water: short near the horizon, long and sparse toward the viewer. */
export function ripples(
  random: Random,
  water: {
    x?: number;
    y: number;
    width?: number;
    height: number;
    count: number;
    colors: readonly string[];
    opacity?: number;
  },
): string {
  const { x = 0, y, width = 1600, height, count, colors, opacity = 0.5 } = water;
  return repeat(count, () => {
    const depth = random(0, 1) ** 1.5;
    const long = 12 + depth * random(40, 190);
    const across = random(x, x + width);
    const down = y + depth * height;
    const lift = 0.6 + depth * 3.2;
    return path(
      `M${round(across - long / 2)} ${round(down)}q${round(long / 2)} ${round(-lift)} ${round(long)} 0q${round(-long / 2)} ${round(lift)} ${round(-long)} 0`,
      pick(random, colors),
      `opacity="${round(random(0.4, 1) * opacity * 10) / 10}"`,
    );
  });
}

/** What stands above the water line `y`, seen in the water below it. */
export function reflection(markup: string, y: number, opacity = 0.45, squeeze = 1): string {
  return `<g opacity="${opacity}" filter="url(#wobble)"><g transform="translate(0 ${round(y * (1 + squeeze))}) scale(1 ${-squeeze})">${markup}</g></g>`;
}

/** Long drawn-out clouds of blurred strokes. */
export function cloudStreaks(
  random: Random,
  sky: { y: number; height: number; count: number; color: string; opacity: number; width?: number },
): string {
  const { y, height, count, color, opacity, width = 1600 } = sky;
  return `<g filter="url(#haze)" opacity="${opacity}">${repeat(count, () => {
    const x = random(-100, width);
    const at = y + random(0, height);
    return ellipse(x, at, random(120, 420), random(6, 22), color);
  })}</g>`;
}

/** Birds on the wing, as two strokes each. */
export function flock(
  random: Random,
  place: { x: number; y: number; spread: number; count: number; size: number; color: string },
): string {
  const { x, y, spread, count, size, color } = place;
  return repeat(count, () => {
    const span = size * random(0.6, 1.2);
    const left = x + random(-spread, spread);
    const top = y + random(-spread, spread) * 0.35;
    const lift = span * random(0.25, 0.55);
    return path(
      `M${round(left)} ${round(top - lift)}q${round(span * 0.6)} ${round(-lift * 0.1)} ${round(span)} ${round(lift)}q${round(span * 0.5)} ${round(-lift * 1.3)} ${round(span)} ${round(-lift * 1.1)}q${round(-span * 0.6)} ${round(lift * 0.3)} ${round(-span)} ${round(lift * 1.5)}q${round(-span * 0.4)} ${round(-lift * 1.1)} ${round(-span)} ${round(-lift * 1.4)}`,
      color,
    );
  });
}

/** A flat-bottomed wooden boat with a woven canopy; `x`,`y` is the middle of its water line. */
export function canopyBoat(x: number, y: number, length: number, color: string, canopy: string): string {
  const u = length / 100;
  const p = (dx: number, dy: number) => `${round(x + dx * u)} ${round(y + dy * u)}`;
  return (
    path(
      `M${p(-54, -11)}Q${p(-34, -3)} ${p(0, -4)}Q${p(34, -3)} ${p(56, -12)}Q${p(46, 4)} ${p(34, 5)}L${p(-34, 5)}Q${p(-46, 4)} ${p(-54, -11)}Z`,
      color,
    ) +
    path(`M${p(-24, -4)}Q${p(-24, -22)} ${p(-2, -22)}Q${p(20, -22)} ${p(20, -4)}Z`, canopy) +
    path(
      `M${p(-24, -4)}Q${p(-24, -22)} ${p(-2, -22)}L${p(1, -22)}Q${p(-17, -20)} ${p(-17, -4)}Z`,
      '#000',
      'opacity=".28"',
    ) +
    repeat(4, (rib) =>
      stroke(
        `M${p(-12 + rib * 8, -4)}Q${p(-12 + rib * 8, -19)} ${p(-6 + rib * 6, -21.5)}`,
        '#000',
        0.8 * u,
        'opacity=".25"',
      ),
    ) +
    rect(x - 54 * u, y + 4.5 * u, 108 * u, 2.4 * u, '#000', `opacity=".18" rx="${round(1.2 * u)}"`)
  );
}

/** A low river freighter, loaded, bow to the right. */
export function freighter(x: number, y: number, length: number, color: string, load: string): string {
  const u = length / 100;
  const p = (dx: number, dy: number) => `${round(x + dx * u)} ${round(y + dy * u)}`;
  return (
    path(`M${p(-50, -6)}L${p(38, -5)}L${p(52, -9)}Q${p(48, 0)} ${p(43, 2)}L${p(-46, 2)}Z`, color) +
    path(`M${p(-26, -6)}Q${p(-18, -11)} ${p(-8, -10)}T${p(12, -10)}T${p(34, -6)}Z`, load) +
    path(`M${p(-47, -6)}V${round(y - 15 * u)}H${round(x - 33 * u)}V${round(y - 6 * u)}Z`, color) +
    path(`M${p(-45, -15)}V${round(y - 20 * u)}H${round(x - 36 * u)}V${round(y - 15 * u)}Z`, color) +
    repeat(4, (pane) =>
      rect(x + (-44.4 + pane * 2.1) * u, y - 18.8 * u, 1.4 * u, 2 * u, '#f7d9a0', 'opacity=".8"'),
    ) +
    stroke(`M${p(-40, -20)}V${round(y - 27 * u)}M${p(46, -8)}V${round(y - 15 * u)}`, color, 0.6 * u)
  );
}
