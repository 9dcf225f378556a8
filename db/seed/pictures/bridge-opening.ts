import { tower } from './architecture';
import {
  type DemoPictureDrawing,
  ellipse,
  gradient,
  path,
  pick,
  pictureCredit,
  polygon,
  rect,
  repeat,
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { figure } from './figures';
import { cloudStreaks, flock, freighter, hillRanges, ripples } from './scenery';

function drawBridgeOpening(): string {
  const random = seededRandom(808);
  const eye = { x: 800, y: 590 };
  const deck = (t: number, across: number): [number, number] => [eye.x + across * t, eye.y + 477 * t];
  const strip = (from: number, to: number, fill: string, more = '') =>
    polygon([deck(0.03, from), deck(0.03, to), deck(1.05, to), deck(1.05, from)], fill, more);
  const apex = { x: 800, y: 62 };
  const foot = 0.27;
  const cables = repeat(22, (index) => {
    const t = 0.3 + index * 0.05;
    const high = apex.y + 60 + index * 7.5;
    return [-1, 1]
      .map((side) => {
        const [x, y] = deck(t, side * 790);
        const [bx, by] = deck(0.25 - index * 0.0095, side * 790);
        return (
          stroke(
            `M${round(apex.x + side * 10)} ${round(high)}L${round(x)} ${round(y)}`,
            '#f4f1e6',
            1.4 + index * 0.1,
          ) +
          stroke(
            `M${round(apex.x + side * 8)} ${round(high)}L${round(bx)} ${round(by)}`,
            '#e9ecea',
            1,
            'opacity=".75"',
          )
        );
      })
      .join('');
  });
  const [lx, ly] = deck(foot, -860);
  const [rx] = deck(foot, 860);
  const pylon =
    polygon(
      [
        [apex.x - 18, apex.y],
        [apex.x + 18, apex.y],
        [rx + 22, ly + 8],
        [rx - 14, ly + 8],
        [apex.x, apex.y + 196],
        [lx + 14, ly + 8],
        [lx - 22, ly + 8],
      ],
      '#f3efe3',
    ) +
    polygon(
      [
        [apex.x + 2, apex.y],
        [apex.x + 18, apex.y],
        [rx + 22, ly + 8],
        [rx + 2, ly + 8],
        [apex.x + 6, apex.y + 190],
      ],
      '#9fb2b8',
      'opacity=".75"',
    ) +
    polygon(
      [
        [apex.x - 112, 438],
        [apex.x + 112, 438],
        [apex.x + 118, 456],
        [apex.x - 118, 456],
      ],
      '#e4e0d2',
    ) +
    rect(apex.x - 2, apex.y - 34, 4, 36, '#8d9a9d');
  const crowd = [
    ...Array.from({ length: 26 }, (_, index) => ({ t: 0.09 + index * 0.009, across: random(-640, 640) })),
    ...Array.from({ length: 26 }, () => ({ t: random(0.34, 0.62), across: random(-660, 660) })),
    ...[-590, -430, -270, 260, 430, 610].map((across, index) => ({ t: 0.72 + (index % 3) * 0.05, across })),
  ].toSorted((one, other) => one.t - other.t);
  const coats = ['#c24a36', '#2f5d77', '#e0a547', '#5d8a7c', '#efe6d2', '#8b5a6c', '#3c4a66', '#d77a4a'];
  const people = crowd
    .map(({ t, across }) => {
      const [x, y] = deck(t, across);
      return (
        ellipse(x + 26 * t, y, 60 * t, 9 * t, '#2a3a42', 'opacity=".3"') +
        figure(x, y, 300 * t, {
          posture: pick(random, ['walk', 'walk', 'stand', 'wave']),
          coat: pick(random, coats),
          trousers: pick(random, ['#2e3443', '#4b5563', '#5f5347']),
          hairdo: pick(random, ['short', 'long', 'bun', 'grey', 'short']),
          facing: random(0, 1) > 0.5 ? 1 : -1,
        })
      );
    })
    .join('');
  const railing = [-1, 1]
    .map(
      (side) =>
        repeat(26, (index) => {
          const t = 0.06 * 1.122 ** index;
          const [x, y] = deck(t, side * 790);
          return rect(x - 2.5 * t, y - 70 * t, 7 * t, 70 * t, '#dfe4e0');
        }) +
        [70, 36]
          .map((up) => {
            const [x0, y0] = deck(0.04, side * 790);
            const [x1, y1] = deck(1.08, side * 790);
            return polygon(
              [
                [x0, y0 - up * 0.04],
                [x1, y1 - up * 1.08],
                [x1, y1 - (up - 9) * 1.08],
                [x0, y0 - up * 0.04 + 0.5],
              ],
              '#eef0ea',
            );
          })
          .join(''),
    )
    .join('');
  return scene({
    shade: '#173244',
    defs:
      gradient('sky', [
        [0, '#3f86a3'],
        [0.55, '#9cc6c9'],
        [1, '#f1e9d0'],
      ]) +
      gradient('road', [
        [0, '#8f999b'],
        [1, '#4c575d'],
      ]) +
      gradient('water', [
        [0, '#b6d0ca'],
        [1, '#3f7483'],
      ]),
    body:
      rect(0, 0, 1600, 610, 'url(#sky)') +
      cloudStreaks(random, { y: 80, height: 380, count: 18, color: '#fffdf2', opacity: 0.7 }) +
      hillRanges(random, ['#a9c3c0', '#86a9a8'], { y: 500, rise: 46, gap: 40, base: 600, mist: '#eef0e2' }) +
      repeat(34, (index) =>
        tower(random, {
          x: index * 48 + random(-10, 10),
          y: 594,
          width: random(20, 40),
          height: random(18, 84),
          wall: '#7f9fa6',
          panes: ['#d7e3df'],
          lit: 0.5,
          floor: 9,
        }),
      ) +
      rect(0, 590, 1600, 480, 'url(#water)') +
      ripples(random, { y: 600, height: 460, count: 160, colors: ['#e9f2ea', '#2f6172'], opacity: 0.5 }) +
      freighter(190, 700, 220, '#33505e', '#8b6a50') +
      freighter(1430, 660, 150, '#45606b', '#7c6a58') +
      pylon +
      strip(-860, 860, '#c9cfca') +
      strip(-760, 760, 'url(#road)') +
      strip(-752, -736, '#f3efe3') +
      strip(736, 752, '#f3efe3') +
      repeat(11, (index) => {
        const t = 0.07 * 1.3 ** index;
        return polygon([deck(t, -9), deck(t, 9), deck(t * 1.13, 9), deck(t * 1.13, -9)], '#f3e7c2');
      }) +
      cables +
      railing +
      people +
      repeat(16, (index) => {
        const x = 70 + index * 96 + random(-34, 34);
        const y = random(90, 400);
        return Math.abs(x - 800) < 120
          ? ''
          : ellipse(x, y, 13, 16, pick(random, ['#c9402f', '#e7b04a', '#f3efe3'])) +
              path(`M${round(x)} ${round(y + 16)}q6 16 -2 36`, 'none', 'stroke="#53727b" stroke-width="1"');
      }) +
      flock(random, { x: 1250, y: 180, spread: 130, count: 7, size: 15, color: '#35606f' }),
  });
}

export const bridgeOpeningDrawings = {
  'bridge-opening': {
    width: 1600,
    height: 1067,
    alt: '澄澜江三桥通车，市民走上桥面，斜拉索从主塔向两侧铺开。',
    credit: pictureCredit,
    draw: drawBridgeOpening,
  },
} satisfies Record<string, DemoPictureDrawing>;
