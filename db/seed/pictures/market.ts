import { eavesHouse, gableHouse, lantern } from './architecture';
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
} from './drawing';
import { figure } from './figures';
import { broadTree } from './greenery';
import { mistBand } from './scenery';

const vegetables: readonly (readonly [string, string, string])[] = [
  ['#4d7b3a', '#6d9a4c', '#92b866'],
  ['#b23a26', '#cf5536', '#e07d57'],
  ['#d08a2a', '#e3a744', '#f0c56d'],
  ['#5d3a63', '#7a4d7c', '#996a98'],
  ['#c9c7a2', '#dedcbd', '#efeeda'],
  ['#3f6a4a', '#5c8a5c', '#a3bf7f'],
];

function produceBox(random: Random, x: number, y: number, width: number, kind: number): string {
  const tones = vegetables[kind % vegetables.length]!;
  return (
    ellipse(x + width / 2, y - 12, width * 0.46, 26, tones[0]) +
    repeat(46, (index) => {
      const t = index / 46;
      const across = random(-1, 1);
      return ellipse(
        x + width / 2 + across * width * 0.44,
        y - 34 * (1 - across * across * 0.8) * (1 - t) - 6 + t * 4,
        width * 0.06,
        width * 0.05,
        pick(random, tones),
      );
    }) +
    path(`M${round(x)} ${y}h${round(width)}l${round(-width * 0.06)} 46h${round(-width * 0.88)}Z`, '#a67c4b') +
    repeat(3, (slat) =>
      rect(x + width * 0.02, y + 4 + slat * 14, width * 0.96, 2.5, '#5f4326', 'opacity=".55"'),
    ) +
    rect(x - 3, y - 3, width + 6, 8, '#bd9260')
  );
}

function stall(
  random: Random,
  x: number,
  y: number,
  width: number,
  awning: readonly [string, string],
  kind: number,
): string {
  const top = y - 330;
  const stripes = 10;
  return (
    rect(x + 12, top, 9, 330, '#5a4737') +
    rect(x + width - 21, top, 9, 330, '#5a4737') +
    rect(x + 8, top + 20, width - 16, 190, '#4a3a34', 'opacity=".38"') +
    lantern(x + width * 0.5, top + 46, 34, '#f0c06a', '#ffe7b0') +
    figure(x + width * 0.36, y + 4, 250, {
      posture: 'reach',
      coat: pick(random, ['#5d7686', '#7e8c6a', '#8a5a4a']),
      hairdo: pick(random, ['bun', 'short', 'grey']),
    }) +
    polygon(
      [
        [x, y - 96],
        [x + width, y - 96],
        [x + width + 10, y - 74],
        [x - 10, y - 74],
      ],
      '#7c5d3e',
    ) +
    rect(x - 10, y - 74, width + 20, 78, '#64492f') +
    repeat(3, (box) =>
      produceBox(random, x + 6 + (box * (width - 8)) / 3, y - 84, (width - 30) / 3, kind + box),
    ) +
    repeat(stripes, (stripe) => {
      const from = x - 26 + ((width + 52) * stripe) / stripes;
      const wide = (width + 52) / stripes;
      const inner = x + 10 + ((width - 20) * stripe) / stripes;
      return path(
        `M${round(inner)} ${round(top - 54)}h${round((width - 20) / stripes)}L${round(from + wide)} ${round(top + 24)}q${round(-wide / 2)} 24 ${round(-wide)} 0Z`,
        awning[stripe % 2]!,
      );
    }) +
    rect(x - 26, top + 8, width + 52, 10, '#000', 'opacity=".1"')
  );
}

function drawMarketMorning(): string {
  const random = seededRandom(505);
  const back =
    eavesHouse(random, -40, 560, 330, 390, {
      wall: '#d9c7a8',
      roof: '#77685e',
      wood: '#7b5a40',
      glass: '#8d7a62',
    }) +
    eavesHouse(random, 300, 556, 300, 330, {
      wall: '#e6d7ba',
      roof: '#806f63',
      wood: '#7b5a40',
      glass: '#9b8568',
    }) +
    gableHouse(610, 556, 250, 380, { wall: '#efe2c8', roof: '#776a61', wood: '#8a694c', glass: '#a08a6c' }) +
    eavesHouse(random, 880, 556, 330, 350, {
      wall: '#e0cfae',
      roof: '#7a6a60',
      wood: '#7b5a40',
      glass: '#8d7a62',
    }) +
    eavesHouse(random, 1220, 560, 420, 410, {
      wall: '#d3bf9d',
      roof: '#6e6057',
      wood: '#6f513a',
      glass: '#7d6b56',
    });
  const basket = (color: string) => path('M12 -50h20l-3 16h-14Z', '#a5793f') + ellipse(22, -51, 9, 5, color);
  return scene({
    shade: '#3a2616',
    shadeOpacity: 0.42,
    defs:
      gradient('sky', [
        [0, '#c9cfca'],
        [1, '#fbe6bb'],
      ]) +
      gradient('ground', [
        [0, '#d8bd93'],
        [1, '#8d7257'],
      ]) +
      gradient(
        'beam',
        [
          [0, '#fff0c4', 0.75],
          [1, '#fff0c4', 0],
        ],
        'x1="1" y1="0" x2=".1" y2="1"',
      ),
    body:
      rect(0, 0, 1600, 600, 'url(#sky)') +
      group(back, 'opacity=".72"') +
      broadTree(random, 590, 640, 540, { trunk: '#6a513c', leaves: ['#7f8550', '#a1a463', '#c9c486'] }) +
      mistBand({ x: 800, y: 560, rx: 1000, ry: 60, color: '#fbe9c6', opacity: 0.65 }) +
      rect(0, 560, 1600, 510, 'url(#ground)') +
      repeat(90, () =>
        ellipse(
          random(0, 1600),
          random(580, 1060),
          random(20, 90),
          random(1.5, 4),
          '#6f573f',
          'opacity=".18"',
        ),
      ) +
      stall(random, 60, 740, 400, ['#c4503a', '#f2e3c8'], 0) +
      stall(random, 1130, 740, 420, ['#3f6f74', '#efe6cf'], 2) +
      stall(random, 610, 700, 380, ['#d59a3b', '#f6ead0'], 4) +
      (
        [
          [350, 908],
          [530, 883],
          [800, 948],
          [1000, 863],
          [1225, 953],
          [1430, 1003],
        ] as const
      )
        .map(([x, y]) => ellipse(x, y, 96, 12, '#5a4330', 'opacity=".35" filter="url(#soft)"'))
        .join('') +
      figure(520, 880, 330, {
        posture: 'walk',
        coat: '#7c8f9c',
        trousers: '#4c525c',
        hairdo: 'grey',
        held: basket('#6d9a4c'),
        facing: -1,
      }) +
      figure(1010, 860, 310, {
        posture: 'reach',
        coat: '#b55e45',
        skirt: true,
        hairdo: 'long',
        trousers: '#594a44',
        facing: -1,
      }) +
      figure(770, 944, 350, {
        posture: 'walk',
        coat: '#41596a',
        trousers: '#32404a',
        held: basket('#d08a2a'),
      }) +
      figure(852, 948, 210, { posture: 'walk', coat: '#e0a83f', trousers: '#4a5a6a' }) +
      figure(330, 905, 340, {
        posture: 'bend',
        coat: '#8d6a7a',
        trousers: '#44474f',
        hairdo: 'bun',
        facing: -1,
      }) +
      figure(1215, 950, 350, { posture: 'reach', coat: '#5f7f62', trousers: '#3d454c' }) +
      figure(1440, 1000, 370, {
        posture: 'walk',
        coat: '#e3d5bb',
        trousers: '#5b4e46',
        hairdo: 'bun',
        facing: -1,
        held: basket('#cf5536'),
      }) +
      produceBox(random, 90, 862, 210, 1) +
      produceBox(random, 130, 1000, 220, 5) +
      produceBox(random, 370, 1014, 200, 2) +
      polygon(
        [
          [1600, 0],
          [1600, 420],
          [300, 1067],
          [-60, 1067],
          [620, 0],
        ],
        'url(#beam)',
        'opacity=".55"',
      ),
  });
}

export const marketDrawings = {
  'market-morning': {
    width: 1600,
    height: 1067,
    alt: '清晨的早市，摊棚下摆满新鲜蔬菜，居民提篮挑选。',
    credit: pictureCredit,
    draw: drawMarketMorning,
  },
} satisfies Record<string, DemoPictureDrawing>;
