import { ellipse, path, pick, type Random, repeat, round, stroke } from './drawing';

type TreeColors = { trunk: string; leaves: readonly [dark: string, middle: string, light: string] };

/** A broad-crowned tree, foot at `x`,`y`: leaf clumps dark below, light toward the upper left. */
export function broadTree(random: Random, x: number, y: number, height: number, colors: TreeColors): string {
  const crown = height * 0.36;
  const middle = y - height * 0.64;
  const thick = height * 0.05;
  const [dark, mid, light] = colors.leaves;
  // A tree in the distance needs fewer leaves.
  const rich = height > 200 ? 1 : 0.6;
  const clumps = (count: number, color: string, reach: number, dx: number, dy: number, size: number) =>
    repeat(count, () => {
      const angle = random(0, Math.PI * 2);
      const far = Math.sqrt(random(0, 1)) * reach;
      return ellipse(
        x + dx + Math.cos(angle) * far * crown * 1.12,
        middle + dy + Math.sin(angle) * far * crown * 0.8,
        crown * size * random(0.6, 1.2),
        crown * size * random(0.45, 0.85),
        color,
        `opacity="${round(random(0.75, 1) * 10) / 10}"`,
      );
    });
  const limb = (to: number, up: number, width: number) =>
    stroke(
      `M${round(x)} ${round(y - height * 0.22)}Q${round(x + to * 0.3)} ${round(y - up * 0.7)} ${round(x + to)} ${round(y - up)}`,
      colors.trunk,
      width,
    );
  return (
    path(
      `M${round(x - thick)} ${round(y)}Q${round(x - thick * 0.4)} ${round(y - height * 0.2)} ${round(x - thick * 0.4)} ${round(y - height * 0.6)}H${round(x + thick * 0.5)}Q${round(x + thick * 0.4)} ${round(y - height * 0.2)} ${round(x + thick * 1.1)} ${round(y)}Z`,
      colors.trunk,
    ) +
    limb(-crown * 0.7, height * 0.62, thick * 0.6) +
    limb(crown * 0.75, height * 0.66, thick * 0.55) +
    clumps(38 * rich, dark, 1, 0, crown * 0.12, 0.22) +
    clumps(38 * rich, mid, 0.9, -crown * 0.08, -crown * 0.08, 0.16) +
    clumps(40 * rich, light, 0.74, -crown * 0.2, -crown * 0.26, 0.09)
  );
}

/** Hanging willow strands from a leaning trunk or from beyond the upper edge of the sheet. */
export function willowStrands(
  random: Random,
  place: { x: number; y: number; width: number; length: number; count: number; colors: readonly string[] },
): string {
  const { x, y, width, length, count, colors } = place;
  return repeat(count, () => {
    const from = x + random(0, width);
    const start = y + random(-20, 30);
    const long = length * random(0.45, 1.05);
    const sway = random(8, 34);
    const color = pick(random, colors);
    const leaves = Math.round(long / 13);
    return (
      stroke(
        `M${round(from)} ${round(start)}q${round(sway)} ${round(long * 0.45)} ${round(sway * 0.6)} ${round(long)}`,
        color,
        1.3,
      ) +
      repeat(leaves, (leaf) => {
        const t = (leaf + 1) / (leaves + 1);
        const lx = from + 2 * (1 - t) * t * sway + t * t * sway * 0.6;
        const ly = start + 2 * (1 - t) * t * long * 0.45 + t * t * long;
        const side = leaf % 2 === 0 ? 1 : -1;
        return path(
          `M${round(lx)} ${round(ly)}q${side * 6} 3 ${side * 7} 14q${side * -6} -4 ${side * -7} -14Z`,
          color,
        );
      })
    );
  });
}

/** Reeds with feathered heads, feet along `y`. */
export function reeds(
  random: Random,
  place: {
    x: number;
    y: number;
    width: number;
    height: number;
    count: number;
    stalk: string;
    plume: string;
    lean?: number;
  },
): string {
  const { x, y, width, height, count, stalk, plume, lean = 26 } = place;
  return repeat(count, () => {
    const foot = x + random(0, width);
    const tall = height * random(0.5, 1);
    const strands = tall > 150 ? 22 : 12;
    const over = lean * random(0.3, 1.5) * (tall / 200);
    const tipX = foot + over;
    const tipY = y - tall;
    const blade = (side: number, at: number, long: number) =>
      path(
        `M${round(foot + over * at * 0.5)} ${round(y - tall * at)}q${round(side * long * 0.5)} ${round(-long * 0.7)} ${round(side * long)} ${round(-long * 0.5)}q${round(-side * long * 0.55)} ${round(-long * 0.02)} ${round(-side * long)} ${round(long * 0.62)}Z`,
        stalk,
      );
    const thick = Math.max(1.2, tall / 130);
    return (
      stroke(
        `M${round(foot)} ${round(y)}Q${round(foot)} ${round(y - tall * 0.6)} ${round(tipX)} ${round(tipY)}`,
        stalk,
        thick,
      ) +
      blade(1, random(0.15, 0.4), tall * 0.28) +
      blade(-1, random(0.25, 0.55), tall * 0.24) +
      repeat(strands, (strand) => {
        const t = strand / strands;
        const size = tall * 0.085 * (1.15 - t * 0.7);
        const px = tipX + over * 0.3 * t;
        const py = tipY + tall * 0.05 - tall * 0.17 * t;
        const side = strand % 2 === 0 ? 1 : -0.55;
        return stroke(
          `M${round(px)} ${round(py)}q${round(size * 0.3 * side + over * 0.03)} ${round(-size * 0.5)} ${round(size * 0.62 * side + over * 0.08)} ${round(size * random(-0.1, 0.35))}`,
          plume,
          Math.max(0.9, tall * 0.011),
          'stroke-linecap="round" opacity=".9"',
        );
      })
    );
  });
}

/** A strip of grass blades along `y`, or a full meadow when given depth. */
export function grass(
  random: Random,
  place: {
    x: number;
    y: number;
    width: number;
    depth: number;
    height: number;
    count: number;
    colors: readonly string[];
  },
): string {
  const { x, y, width, depth, height, count, colors } = place;
  return repeat(count, (index) => {
    const t = index / count;
    const foot = x + random(0, width);
    const ground = y + depth * t;
    const tall = height * random(0.5, 1) * (depth === 0 ? 1 : 0.5 + t * 0.7);
    const bend = random(-0.5, 0.5) * tall;
    const half = Math.max(0.8, tall * 0.06);
    return path(
      `M${round(foot - half)} ${round(ground)}Q${round(foot)} ${round(ground - tall * 0.6)} ${round(foot + bend)} ${round(ground - tall)}Q${round(foot + half * 1.6)} ${round(ground - tall * 0.5)} ${round(foot + half)} ${round(ground)}Z`,
      pick(random, colors),
    );
  });
}

/** A leafy bough reaching into the sheet from a corner, to frame a view. */
export function bough(
  random: Random,
  place: {
    x: number;
    y: number;
    reach: number;
    drop: number;
    count: number;
    wood: string;
    leaves: readonly string[];
    size: number;
  },
): string {
  const { x, y, reach, drop, count, wood, leaves, size } = place;
  const at = (t: number): [number, number] => [
    x + reach * t,
    y + drop * (t * 1.25 - t * t * 0.35) + Math.sin(t * 6) * drop * 0.07,
  ];
  let wooden = '';
  for (let step = 0; step < 10; step += 1) {
    const [x0, y0] = at(step / 10);
    const [x1, y1] = at((step + 1) / 10);
    wooden += stroke(
      `M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`,
      wood,
      15 - step * 1.3,
      'stroke-linecap="round"',
    );
  }
  return (
    wooden +
    repeat(count, () => {
      const t = random(0.05, 1.04);
      const [bx, by] = at(t);
      const away = (1.15 - t * 0.55) * Math.abs(reach) * 0.17;
      const lx = bx + random(-1, 1) * away;
      const ly = by + random(-0.6, 1) * away;
      const long = size * random(0.6, 1.25);
      return path(
        `M0 0Q${round(long * 0.45)} ${round(-long * 0.34)} ${round(long)} 0Q${round(long * 0.45)} ${round(long * 0.34)} 0 0Z`,
        pick(random, leaves),
        `transform="translate(${round(lx)} ${round(ly)}) rotate(${round(random(0, 360))})"`,
      );
    })
  );
}
