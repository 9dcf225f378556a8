import { tower } from './architecture';
import {
  type DemoPictureDrawing,
  ellipse,
  gradient,
  group,
  path,
  pick,
  pictureCredit,
  polygon,
  type Random,
  rect,
  repeat,
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { figure, strawHat } from './figures';
import { broadTree, grass } from './greenery';
import { cloudStreaks, mistBand } from './scenery';

/** One raised bed seen slightly from above, planted in rows. */
function raisedBed(random: Random, x: number, y: number, width: number, depth: number, crop: number): string {
  const slant = depth * 0.5;
  const leaves = [
    ['#3f7a45', '#63a052', '#9cc773'],
    ['#6d3b55', '#8a5570', '#5b8a57'],
    ['#4c7f4a', '#7fb05c', '#c7d97f'],
    ['#2f6b4f', '#4f9268', '#8cc08f'],
  ][crop % 4]!;
  const fruit = ['#d4472f', '#7a3f78', '#f0b23e', '#e8e3cc'][crop % 4]!;
  return (
    polygon(
      [
        [x + slant, y - depth],
        [x + width + slant, y - depth],
        [x + width, y],
        [x, y],
      ],
      '#5b3f2b',
    ) +
    repeat(4, (row) =>
      repeat(Math.round(width / 46), (plant) => {
        const t = (row + 0.5) / 4;
        const px = x + slant * (1 - t) + 26 + plant * 46;
        const py = y - depth * (1 - t);
        const size = 0.7 + t * 0.5;
        return (
          repeat(9, (leaf) =>
            ellipse(
              px + Math.cos(leaf * 0.7) * 13 * size,
              py - 16 * size + Math.sin(leaf * 0.7) * 9 * size,
              11 * size,
              7 * size,
              pick(random, leaves),
            ),
          ) +
          (random(0, 1) > 0.45
            ? ellipse(px + random(-9, 9), py - 14 * size, 5.5 * size, 5.5 * size, fruit)
            : '')
        );
      }),
    ) +
    rect(x, y, width, 44, '#a87b4d') +
    rect(x, y + 20, width, 3, '#5f4226', 'opacity=".5"') +
    polygon(
      [
        [x + width, y],
        [x + width + slant, y - depth],
        [x + width + slant, y - depth + 40],
        [x + width, y + 44],
      ],
      '#7d5936',
    ) +
    rect(x, y, width, 4, '#cda06b')
  );
}

function drawCommunityGarden(): string {
  const random = seededRandom(1919);
  const blocks = repeat(5, (index) => {
    const x = 20 + index * 325;
    const high = [430, 360, 470, 390, 440][index]!;
    return (
      tower(random, {
        x,
        y: 610,
        width: 250,
        height: high,
        wall: ['#e5cfae', '#d9b794', '#e9d9bf', '#cfae8c', '#e2c9a5'][index]!,
        panes: ['#7d98a0', '#93aab0', '#f4e3b5'],
        lit: 0.96,
        floor: 46,
      }) +
      repeat(
        Math.floor(high / 46) - 1,
        (floor) =>
          rect(x + 8, 610 - high + 62 + floor * 46, 106, 7, '#a4765a', 'opacity=".75"') +
          (floor % 2 ? ellipse(x + 60, 610 - high + 58 + floor * 46, 22, 8, '#6f9a5c') : ''),
      )
    );
  });
  const can =
    path('M8 -58h18v16h-18ZM26 -50l14 -10l2 3l-14 13Z', '#3f7f8c') +
    stroke('M10 -58q7 -12 14 0', '#3f7f8c', 2) +
    repeat(5, (drop) =>
      stroke(`M${42 + drop * 2} ${-56 + drop}q8 14 9 ${30 + drop * 4}`, '#e8f4f4', 0.9, 'opacity=".85"'),
    );
  const trellis =
    stroke('M1180 720V470M1560 720V470M1180 470H1560M1180 540H1560M1180 610H1560', '#8a6a45', 7) +
    repeat(8, (pole) => stroke(`M${1195 + pole * 52} 720V462`, '#a88456', 4)) +
    repeat(200, () =>
      ellipse(
        random(1170, 1570),
        random(450, 690),
        random(8, 18),
        random(7, 13),
        pick(random, ['#3f7548', '#5f9a57', '#8fbf6b']),
        'opacity=".92"',
      ),
    ) +
    repeat(16, () => {
      const x = random(1200, 1550);
      const y = random(490, 660);
      return path(`M${round(x)} ${round(y)}q9 26 2 50q-11 -20 -2 -50Z`, '#2f6b3e');
    }) +
    repeat(14, () => ellipse(random(1190, 1550), random(460, 670), 7, 7, '#f3c34b'));
  return scene({
    shade: '#2d3320',
    shadeOpacity: 0.34,
    defs:
      gradient('sky', [
        [0, '#9cc6cb'],
        [1, '#fbeccb'],
      ]) +
      gradient('path', [
        [0, '#d9c49b'],
        [1, '#a98d66'],
      ]),
    body:
      rect(0, 0, 1600, 620, 'url(#sky)') +
      cloudStreaks(random, { y: 20, height: 150, count: 9, color: '#fff', opacity: 0.7 }) +
      group(blocks, 'opacity=".86"') +
      mistBand({ x: 800, y: 590, rx: 1000, ry: 40, color: '#fbf0d2', opacity: 0.6 }) +
      repeat(8, (index) =>
        broadTree(random, 40 + index * 160, 640, random(150, 230), {
          trunk: '#5d4b3a',
          leaves: ['#4c7a4c', '#6f9e5b', '#aac77c'],
        }),
      ) +
      rect(0, 626, 1600, 450, 'url(#path)') +
      grass(random, {
        x: 0,
        y: 632,
        width: 1600,
        depth: 14,
        height: 34,
        count: 380,
        colors: ['#5c8a4c', '#86ad62', '#3f6f42'],
      }) +
      repeat(90, () =>
        ellipse(random(0, 1600), random(660, 1060), random(6, 22), random(2, 5), '#7f6647', 'opacity=".25"'),
      ) +
      trellis +
      raisedBed(random, 60, 730, 400, 60, 2) +
      figure(700, 738, 190, {
        posture: 'reach',
        coat: '#5f7f94',
        trousers: '#454c55',
        hairdo: 'grey',
        held: can,
      }) +
      raisedBed(random, 600, 726, 420, 60, 3) +
      figure(1130, 770, 200, { posture: 'reach', coat: '#b5563f', hairdo: 'bun', skirt: true }) +
      figure(1060, 772, 128, { posture: 'wave', coat: '#e6b13f', trousers: '#44606f' }) +
      raisedBed(random, -60, 900, 560, 84, 0) +
      raisedBed(random, 1010, 905, 660, 84, 1) +
      figure(610, 930, 300, {
        posture: 'bend',
        coat: '#6a8a5c',
        trousers: '#4a4f56',
        hat: strawHat,
        facing: -1,
      }) +
      figure(800, 940, 316, {
        posture: 'walk',
        coat: '#e9dfc8',
        trousers: '#55616b',
        hairdo: 'long',
        held:
          path('M10 -52h24l-4 18h-16Z', '#a5793f') +
          ellipse(16, -53, 5, 5, '#d4472f') +
          ellipse(23, -55, 6, 6, '#63a052') +
          ellipse(29, -53, 5, 5, '#d4472f'),
      }) +
      figure(920, 930, 290, { posture: 'reach', coat: '#41698a', trousers: '#3b434d', held: can }) +
      raisedBed(random, 180, 1030, 520, 60, 2) +
      repeat(
        3,
        (pail) =>
          path(`M${760 + pail * 70} 1000h50l-7 50h-36Z`, ['#3f7f8c', '#c4573f', '#d9a441'][pail]!) +
          ellipse(785 + pail * 70, 1000, 25, 6, '#3b2a1c'),
      ),
  });
}

export const gardenDrawings = {
  'community-garden': {
    width: 1600,
    height: 1067,
    alt: '小区楼下的共享菜园里，居民在木箱菜畦间浇水、采摘。',
    credit: pictureCredit,
    draw: drawCommunityGarden,
  },
} satisfies Record<string, DemoPictureDrawing>;
