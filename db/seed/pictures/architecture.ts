import { ellipse, path, pick, type Random, rect, repeat, round, stroke } from './drawing';

type HouseColors = { wall: string; roof: string; wood: string; glass?: string; shade?: string };

/** Tiled roof seen from the eaves side: sagging slope, rows of tiles, raised ridge ends. */
export function tiledRoof(x: number, y: number, width: number, height: number, color: string): string {
  const eaves = width * 0.06;
  const left = x - eaves;
  const right = x + width + eaves;
  const rows = Math.max(6, Math.round(width / 15));
  return (
    path(
      `M${round(left)} ${round(y)}Q${round(x + width * 0.05)} ${round(y - height * 0.3)} ${round(x + width * 0.1)} ${round(y - height)}H${round(x + width * 0.9)}Q${round(x + width * 0.95)} ${round(y - height * 0.3)} ${round(right)} ${round(y)}Z`,
      color,
    ) +
    repeat(rows, (row) => {
      const t = (row + 0.5) / rows;
      return stroke(
        `M${round(x + width * (0.1 + t * 0.8))} ${round(y - height)}Q${round(x + width * (0.04 + t * 0.92))} ${round(y - height * 0.3)} ${round(left + (right - left) * t)} ${round(y)}`,
        '#05070b',
        Math.max(1, width / rows / 4),
        'opacity=".28"',
      );
    }) +
    rect(left, y - height * 0.07, right - left, height * 0.1, '#05070b', 'opacity=".4"') +
    path(
      `M${round(x + width * 0.06)} ${round(y - height * 1.16)}Q${round(x + width * 0.1)} ${round(y - height * 1.02)} ${round(x + width * 0.16)} ${round(y - height * 1.04)}H${round(x + width * 0.84)}Q${round(x + width * 0.9)} ${round(y - height * 1.02)} ${round(x + width * 0.94)} ${round(y - height * 1.16)}L${round(x + width * 0.92)} ${round(y - height * 0.95)}H${round(x + width * 0.08)}Z`,
      color,
    ) +
    rect(
      x + width * 0.1,
      y - height * 0.98,
      width * 0.8,
      Math.max(1.5, height * 0.05),
      '#000',
      'opacity=".3"',
    )
  );
}

/** Lattice window of a timber house. */
export function latticeWindow(
  x: number,
  y: number,
  width: number,
  height: number,
  wood: string,
  glass: string,
): string {
  const bars = 3;
  return (
    rect(x, y, width, height, glass) +
    repeat(bars + 1, (bar) =>
      stroke(
        `M${round(x + (width * bar) / bars)} ${round(y)}v${round(height)}`,
        wood,
        Math.max(1.2, width * 0.05),
      ),
    ) +
    stroke(
      `M${round(x)} ${round(y)}h${round(width)}M${round(x)} ${round(y + height * 0.36)}h${round(width)}M${round(x)} ${round(y + height * 0.7)}h${round(width)}M${round(x)} ${round(y + height)}h${round(width)}`,
      wood,
      Math.max(1.2, width * 0.05),
    )
  );
}

/** Whitewashed house seen from its eaves side; `y` is the ground. */
export function eavesHouse(
  random: Random,
  x: number,
  y: number,
  width: number,
  height: number,
  colors: HouseColors,
): string {
  const { wall, roof, wood, glass = '#39434b', shade = '#33404d' } = colors;
  const roofHeight = Math.min(height * 0.36, width * 0.4);
  const top = y - height + roofHeight;
  const panes = Math.max(2, Math.round(width / 70));
  const each = width / panes;
  const storey = (y - top) / 2;
  const door = Math.floor(random(0, panes));
  return (
    rect(x, top, width, y - top, wall) +
    rect(x, top, width, storey * 0.22, shade, 'opacity=".38"') +
    rect(x, y - storey * 0.2, width, storey * 0.2, shade, 'opacity=".2"') +
    repeat(panes, (pane) => {
      const px = x + pane * each + each * 0.2;
      const upper = latticeWindow(px, top + storey * 0.3, each * 0.6, storey * 0.48, wood, glass);
      const lower =
        pane === door
          ? rect(px, y - storey * 0.78, each * 0.6, storey * 0.78, wood) +
            rect(px + each * 0.29, y - storey * 0.74, 2, storey * 0.74, '#000', 'opacity=".4"')
          : latticeWindow(px, y - storey * 0.72, each * 0.6, storey * 0.46, wood, glass);
      return upper + lower;
    }) +
    tiledRoof(x, top + 2, width, roofHeight, roof)
  );
}

/** House turned gable-on: the stepped fire wall with its capped edges. */
export function gableHouse(x: number, y: number, width: number, height: number, colors: HouseColors): string {
  const { wall, roof, wood, glass = '#39434b', shade = '#33404d' } = colors;
  const step = height * 0.13;
  const top = y - height;
  const cap = (from: number, to: number, at: number) => {
    const thick = Math.max(5, height * 0.035);
    return path(
      `M${round(from - width * 0.035)} ${round(at - thick * 1.4)}Q${round(from)} ${round(at - thick * 0.6)} ${round(from + width * 0.05)} ${round(at - thick * 0.7)}H${round(to - width * 0.05)}Q${round(to)} ${round(at - thick * 0.6)} ${round(to + width * 0.035)} ${round(at - thick * 1.4)}V${round(at + thick * 0.5)}H${round(from - width * 0.035)}Z`,
      roof,
    );
  };
  return (
    path(
      `M${round(x)} ${round(y)}V${round(top + step * 2)}H${round(x + width * 0.2)}V${round(top + step)}H${round(x + width * 0.36)}V${round(top)}H${round(x + width * 0.64)}V${round(top + step)}H${round(x + width * 0.8)}V${round(top + step * 2)}H${round(x + width)}V${round(y)}Z`,
      wall,
    ) +
    rect(x, y - height * 0.14, width, height * 0.14, shade, 'opacity=".2"') +
    rect(x + width * 0.82, top + step * 2, width * 0.18, height - step * 2, shade, 'opacity=".12"') +
    cap(x, x + width * 0.2, top + step * 2) +
    cap(x + width * 0.8, x + width, top + step * 2) +
    cap(x + width * 0.2, x + width * 0.36, top + step) +
    cap(x + width * 0.64, x + width * 0.8, top + step) +
    cap(x + width * 0.36, x + width * 0.64, top) +
    latticeWindow(x + width * 0.4, top + height * 0.22, width * 0.2, height * 0.13, wood, glass) +
    latticeWindow(x + width * 0.18, top + height * 0.56, width * 0.17, height * 0.14, wood, glass) +
    latticeWindow(x + width * 0.65, top + height * 0.56, width * 0.17, height * 0.14, wood, glass)
  );
}

/** A modern block with rows of windows, some of them lit. */
export function tower(
  random: Random,
  block: {
    x: number;
    y: number;
    width: number;
    height: number;
    wall: string;
    panes: readonly string[];
    lit?: number;
    floor?: number;
    crown?: string;
  },
): string {
  const { x, y, width, height, wall, panes, lit = 0.5, floor = 17, crown = '' } = block;
  const floors = Math.floor((height - floor) / floor);
  const bays = Math.max(2, Math.floor(width / (floor * 0.95)));
  const bay = width / bays;
  return (
    rect(x, y - height, width, height, wall) +
    rect(x + width * 0.72, y - height, width * 0.28, height, '#060913', 'opacity=".22"') +
    repeat(floors * bays, (index) => {
      if (random(0, 1) > lit) return '';
      const column = index % bays;
      const level = Math.floor(index / bays);
      return rect(
        x + column * bay + bay * 0.18,
        y - height + floor * 0.8 + level * floor,
        bay * 0.62,
        floor * 0.5,
        pick(random, panes),
        `opacity="${round(random(0.45, 1) * 10) / 10}"`,
      );
    }) +
    crown
  );
}

/** A paper lantern hanging from `x`,`y`. */
export function lantern(x: number, y: number, size: number, color: string, light: string): string {
  return (
    ellipse(x, y + size, size * 1.9, size * 1.8, light, 'opacity=".3" filter="url(#bloom)"') +
    stroke(`M${round(x)} ${round(y)}v${round(size * 0.4)}`, '#2a1a14', 1.6) +
    ellipse(x, y + size, size * 0.72, size * 0.62, color) +
    ellipse(x - size * 0.1, y + size, size * 0.36, size * 0.58, light, 'opacity=".55"') +
    rect(x - size * 0.28, y + size * 0.34, size * 0.56, size * 0.14, '#3a2417') +
    rect(x - size * 0.28, y + size * 1.54, size * 0.56, size * 0.14, '#3a2417') +
    stroke(`M${round(x)} ${round(y + size * 1.66)}v${round(size * 0.7)}`, color, Math.max(1.5, size * 0.12))
  );
}
