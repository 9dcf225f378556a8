import { path, polygon, rect, repeat, round, stroke } from './drawing';

/** Stone arch bridge with stepped back; `y` is the water line under the arch. */
export function archBridge(
  x: number,
  y: number,
  span: number,
  rise: number,
  colors: { stone: string; edge: string; dark: string },
): string {
  const { stone, edge, dark } = colors;
  const left = x - span / 2;
  const right = x + span / 2;
  const arch = span * 0.24;
  const top = y - rise;
  const deck = `M${round(left)} ${round(y - rise * 0.12)}Q${round(left + span * 0.2)} ${round(y - rise * 0.3)} ${round(x - span * 0.12)} ${round(top + rise * 0.05)}Q${round(x)} ${round(top - rise * 0.06)} ${round(x + span * 0.12)} ${round(top + rise * 0.05)}Q${round(right - span * 0.2)} ${round(y - rise * 0.3)} ${round(right)} ${round(y - rise * 0.12)}`;
  const stones: (readonly [number, number])[] = [];
  for (let angle = 0; angle <= 180; angle += 12) {
    const turn = (angle * Math.PI) / 180;
    stones.push([x - Math.cos(turn) * arch, y - Math.sin(turn) * rise * 0.78]);
  }
  const opening = `M${stones.map(([sx, sy]) => `${round(sx)} ${round(sy)}`).join('L')}Z`;
  const vault = stones.map(
    ([sx, sy]) => `${round(x + (sx - x) * 0.86 + arch * 0.1)} ${round(y + (sy - y) * 0.95)}`,
  );
  const underside = `${opening.slice(0, -1)}L${vault.toReversed().join('L')}Z`;
  return (
    path(`${deck}V${round(y)}H${round(left)}Z${opening}`, stone, 'fill-rule="evenodd"') +
    path(underside, dark, 'opacity=".85"') +
    stroke(
      `M${stones.map(([sx, sy]) => `${round(sx)} ${round(sy)}`).join('L')}`,
      edge,
      Math.max(4, rise * 0.06),
    ) +
    stroke(
      `M${stones.map(([sx, sy]) => `${round(sx)} ${round(sy)}`).join('L')}`,
      dark,
      Math.max(4, rise * 0.06),
      `stroke-dasharray="1.5 ${round(arch * 0.2)}" opacity=".5"`,
    ) +
    stroke(deck, edge, Math.max(4, rise * 0.05)) +
    balustrade(left, right, x, y, rise, edge, span)
  );
}

/** Balustrade posts following the back of the bridge. */
function balustrade(
  left: number,
  right: number,
  x: number,
  y: number,
  rise: number,
  edge: string,
  span: number,
): string {
  const height = Math.max(9, rise * 0.13);
  const back = (px: number) => {
    const t = Math.min(1, Math.abs(px - x) / (span / 2));
    return y - rise * (1.02 - 0.9 * t ** 1.35);
  };
  const posts = 15;
  let rail = '';
  let markup = '';
  for (let post = 0; post <= posts; post += 1) {
    const px = left + ((right - left) * post) / posts;
    const py = back(px);
    rail += `${post === 0 ? 'M' : 'L'}${round(px)} ${round(py - height * 0.8)}`;
    markup += rect(px - 2, py - height, 4, height + 4, edge);
  }
  return markup + stroke(rail, edge, 3);
}

/** Cable-stayed bridge seen from the side; `deck` is the height of the road on the sheet. */
export function stayedBridge(
  span: { from: number; to: number; deck: number; water: number; pylons: readonly number[]; height: number },
  colors: { concrete: string; cable: string; deck: string },
): string {
  const { from, to, deck, water, pylons, height } = span;
  const cables = 13;
  const reach = (to - from) / pylons.length / 2;
  return (
    pylons
      .map((x) => {
        const top = deck - height;
        return (
          repeat(cables, (cable) => {
            const t = (cable + 1) / cables;
            const anchor = top + height * 0.06 + (1 - t) * height * 0.36;
            return stroke(
              `M${round(x)} ${round(anchor)}L${round(x - reach * t)} ${deck}M${round(x)} ${round(anchor)}L${round(x + reach * t)} ${deck}`,
              colors.cable,
              1.5,
              'opacity=".8"',
            );
          }) +
          polygon(
            [
              [x - 5, top],
              [x + 5, top],
              [x + 21, deck],
              [x + 15, water + 14],
              [x + 5, water + 14],
              [x + 10, deck],
              [x, top + height * 0.3],
              [x - 10, deck],
              [x - 5, water + 14],
              [x - 15, water + 14],
              [x - 21, deck],
            ],
            colors.concrete,
          ) +
          rect(x - 16, deck - 8, 32, 10, colors.concrete) +
          rect(x - 34, water, 68, 16, colors.concrete)
        );
      })
      .join('') +
    rect(from, deck - 4, to - from, 14, colors.deck) +
    rect(from, deck - 12, to - from, 2, colors.concrete)
  );
}
