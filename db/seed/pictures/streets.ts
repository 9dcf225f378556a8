import { archBridge, eavesHouse, gableHouse, lantern, tiledRoof } from './architecture';
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
import { figure, umbrella } from './figures';
import { broadTree, willowStrands } from './greenery';
import { canopyBoat, hillRanges, mistBand, reflection, ripples } from './scenery';

/** One side of the street: shop fronts that shrink toward the vanishing point. */
function shopRow(random: Random, side: 1 | -1, eye: { x: number; y: number }): string {
  const tones = ['#8b9299', '#a2a4a1', '#7a858e', '#969b9c', '#aeb0ac'];
  const far = 6;
  let markup = '';
  for (let house = far - 1; house >= 0; house -= 1) {
    const near = 1 / (1 + house * 0.62);
    const away = 1 / (1 + (house + 1) * 0.62);
    const at = (t: number, height: number): [number, number] => [
      eye.x + side * 860 * t,
      eye.y + (440 - height) * t,
    ];
    const top = 900 + (house % 2) * 90;
    const wall = tones[house % tones.length]!;
    markup += polygon([at(near, 0), at(near, top), at(away, top), at(away, 0)], wall);
    markup += polygon(
      [at(near, top * 0.52), at(near, top), at(away, top), at(away, top * 0.52)],
      '#3c4853',
      'opacity=".18"',
    );
    const slot = (from: number, to: number, low: number, high: number, fill: string, more = '') => {
      const p = near + (away - near) * from;
      const q = near + (away - near) * to;
      return polygon([at(p, low), at(p, high), at(q, high), at(q, low)], fill, more);
    };
    for (let bay = 0; bay < 3; bay += 1) {
      const from = 0.08 + bay * 0.31;
      const to = from + 0.25;
      const lit = random(0, 1) > 0.35;
      markup += slot(from, to, 8, 330, '#3a2c28');
      markup += slot(from + 0.02, to - 0.02, 40, 310, lit ? '#f0b765' : '#4c5258', lit ? 'opacity=".9"' : '');
      for (let bar = 1; bar < 5; bar += 1) {
        const t = from + ((to - from) * bar) / 5;
        markup += slot(t, t + 0.012, 8, 320, '#2b211f');
      }
      markup += slot(from, to, 108, 116, '#2b211f') + slot(from, to, 230, 238, '#2b211f');
      markup +=
        slot(from + 0.02, to - 0.02, 480, 650, '#463733') +
        slot(from + 0.04, to - 0.04, 495, 636, random(0, 1) > 0.5 ? '#d9a35e' : '#59646c');
      markup += slot(from + 0.12, from + 0.13, 480, 650, '#2d2422');
    }
    markup += slot(0, 1, 366, 384, '#2b211f');
    const over = (t: number, out: number, height: number): [number, number] => [
      eye.x + side * (860 - out) * t,
      eye.y + (440 - height) * t,
    ];
    markup += polygon([at(near, 440), over(near, 120, 372), over(away, 120, 372), at(away, 440)], '#39434e');
    markup += polygon(
      [at(near, top + 70), over(near, 140, top - 20), over(away, 140, top - 20), at(away, top + 70)],
      '#333d48',
    );
    markup += repeat(12, (tile) => {
      const t = near + ((away - near) * (tile + 0.5)) / 12;
      const low = [at(t, 440), over(t, 120, 372)] as const;
      const high = [at(t, top + 70), over(t, 140, top - 20)] as const;
      return stroke(
        [low, high]
          .map(([[ax, ay], [bx, by]]) => `M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`)
          .join(''),
        '#10161d',
        7 * t,
        'opacity=".4"',
      );
    });
    const [lx, ly] = over((near + away) / 2, 95, 366);
    markup += lantern(lx, ly, 58 * near, '#b8382a', '#ffb566');
  }
  return markup;
}

function drawOldStreetRain(): string {
  const random = seededRandom(404);
  const eye = { x: 820, y: 560 };
  const houses = shopRow(random, -1, eye) + shopRow(random, 1, eye);
  const gate =
    rect(730, 450, 180, 110, '#b3babc') +
    rect(780, 486, 80, 74, '#8d979c') +
    tiledRoof(725, 458, 190, 40, '#5f6b75') +
    tiledRoof(760, 416, 120, 34, '#66727b');
  const walkers =
    figure(792, 612, 62, { posture: 'walk', coat: '#56636e', held: umbrella('#6f8790'), facing: -1 }) +
    figure(868, 640, 88, { posture: 'walk', coat: '#7a6a58', held: umbrella('#d8b45e') }) +
    figure(700, 720, 150, {
      posture: 'walk',
      coat: '#4f6475',
      hairdo: 'long',
      skirt: true,
      held: umbrella('#54757c'),
      facing: -1,
    }) +
    figure(975, 905, 330, {
      posture: 'walk',
      coat: '#2f4254',
      trousers: '#232b36',
      hairdo: 'bun',
      skirt: true,
      held: umbrella('#b7352a'),
    }) +
    figure(1120, 772, 190, {
      posture: 'walk',
      coat: '#8d7f6c',
      trousers: '#39424c',
      held: umbrella('#3c5668'),
      facing: -1,
    });
  const ground = (t: number, across: number): [number, number] => [eye.x + across * 860 * t, eye.y + 440 * t];
  const paving = repeat(22, (row) => {
    const t = 1.32 / (1 + row * 0.3);
    const u = 1.32 / (1 + (row + 1) * 0.3);
    return repeat(9, (slab) => {
      const from = -1 + (slab * 2) / 9 + (row % 2) * 0.1;
      return polygon(
        [ground(t, from), ground(t, from + 0.21), ground(u, from + 0.21), ground(u, from)],
        pick(random, ['#5f6b74', '#67747d', '#56626c', '#707c84', '#7b868c']),
        `opacity="${round(random(0.3, 0.9) * 10) / 10}"`,
      );
    });
  });
  return scene({
    shade: '#101a26',
    shadeOpacity: 0.55,
    defs: gradient('sky', [
      [0, '#8f9ea8'],
      [1, '#cfd5d4'],
    ]),
    body:
      rect(0, 0, 1600, 1067, 'url(#sky)') +
      gate +
      houses +
      polygon([ground(0.2, -1), ground(0.2, 1), ground(1.4, 1), ground(1.4, -1)], '#4d5963') +
      paving +
      reflection(houses + gate, 640, 0.2, 0.5) +
      reflection(walkers, 772, 0.3, 0.6) +
      group(
        repeat(30, () => {
          const y = random(660, 1050);
          return ellipse(
            eye.x + random(-1, 1) * (y - 520),
            y,
            (y - 500) / 9,
            (y - 500) / 60,
            '#dfe6e6',
            'opacity=".2"',
          );
        }),
        '',
      ) +
      repeat(5, (index) =>
        ellipse(
          eye.x + pick(random, [-1, 1]) * random(120, 420),
          700 + index * 76,
          70 + index * 24,
          7 + index * 3,
          '#f1b267',
          'opacity=".4" filter="url(#bloom)"',
        ),
      ) +
      mistBand({ x: 820, y: 548, rx: 240, ry: 60, color: '#dbe0df', opacity: 0.6 }) +
      walkers +
      group(
        repeat(330, () => {
          const x = random(-40, 1640);
          const y = random(-20, 1060);
          const long = random(18, 60);
          return stroke(
            `M${round(x)} ${round(y)}l${round(-long * 0.14)} ${round(long)}`,
            '#eef3f4',
            random(0.7, 1.7),
            `opacity="${round(random(0.15, 0.5) * 10) / 10}"`,
          );
        }),
        '',
      ) +
      repeat(60, () => {
        const y = random(760, 1055);
        return stroke(
          `M${round(random(60, 1540))} ${round(y)}q5 -9 9 0m-14 0q-4 -7 -8 -2`,
          '#e9eff0',
          1.3,
          'opacity=".55"',
        );
      }),
  });
}

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
      [330, 520, 770, 1010, 1215, 1420]
        .map((x, index) =>
          ellipse(x - 40, 905 + (index % 3) * 34, 90, 13, '#5a4330', 'opacity=".35" filter="url(#soft)"'),
        )
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
      produceBox(random, 60, 965, 220, 1) +
      produceBox(random, 250, 1000, 220, 5) +
      produceBox(random, 560, 1010, 190, 2) +
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

function drawTownCanal(): string {
  const random = seededRandom(606);
  const water = 640;
  const colors = { wall: '#eceae1', roof: '#3d474d', wood: '#6d5140', glass: '#46535a', shade: '#5d7076' };
  const far = hillRanges(random, ['#bfd0cc', '#a3b8b3'], {
    y: 330,
    rise: 50,
    gap: 60,
    base: water,
    mist: '#eef1ea',
  });
  const left =
    gableHouse(330, water - 20, 170, 270, { ...colors, wall: '#dfe2dc' }) +
    eavesHouse(random, 200, water - 18, 190, 290, colors) +
    gableHouse(20, water - 12, 240, 420, colors) +
    eavesHouse(random, -140, water - 8, 230, 400, { ...colors, wall: '#f3f0e6' });
  const right =
    eavesHouse(random, 1040, water - 20, 170, 240, { ...colors, wall: '#dfe2dc' }) +
    gableHouse(1160, water - 18, 190, 330, { ...colors, wall: '#e7e7df' }) +
    eavesHouse(random, 1320, water - 12, 230, 350, colors) +
    gableHouse(1490, water - 8, 260, 470, { ...colors, wall: '#f3f0e6' });
  const quay =
    rect(0, water - 22, 540, 40, '#8b9389') +
    rect(1010, water - 22, 600, 40, '#8b9389') +
    repeat(60, (index) =>
      rect(
        index < 28 ? index * 19 : 1012 + (index - 28) * 19,
        water - 20 + (index % 2) * 18,
        17,
        15,
        '#5e6a66',
        'opacity=".25"',
      ),
    );
  const bridge = archBridge(770, water + 16, 620, 190, {
    stone: '#b9b7a6',
    edge: '#d9d6c6',
    dark: '#56625f',
  });
  const people =
    figure(745, water - 182, 66, { posture: 'walk', coat: '#35566b' }) +
    figure(830, water - 174, 64, {
      posture: 'walk',
      coat: '#b4483a',
      skirt: true,
      hairdo: 'long',
      facing: -1,
    }) +
    figure(150, water - 20, 82, { posture: 'stand', coat: '#6c7f6a', hairdo: 'grey' }) +
    figure(1270, water - 20, 80, { posture: 'walk', coat: '#c98f45', facing: -1 });
  const boat =
    canopyBoat(640, 838, 380, '#3d342f', '#5f5147') +
    figure(780, 826, 128, {
      posture: 'reach',
      coat: '#47606f',
      trousers: '#343c43',
      held: stroke('M38 -118L6 14', '#3d342f', 2.2),
    });
  const lanterns = repeat(5, (index) =>
    lantern(60 + index * 88, water - 205 + (index % 2) * 8, 22, '#c0402f', '#ffc277'),
  );
  const washing =
    stroke(`M1330 ${water - 140}Q1430 ${water - 120} 1540 ${water - 142}`, '#4b4b48', 2) +
    repeat(5, (index) =>
      rect(
        1352 + index * 36,
        water - 133 + (index % 2) * 3,
        26,
        46,
        ['#5c7f96', '#e9d9b9', '#b9573f', '#8aa18a', '#dfe3e0'][index]!,
      ),
    );
  return scene({
    shade: '#24322f',
    defs:
      gradient('sky', [
        [0, '#b7cdcf'],
        [1, '#f1efe2'],
      ]) +
      gradient('canal', [
        [0, '#b9cbbd'],
        [0.4, '#84a399'],
        [1, '#3f645f'],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      far +
      broadTree(random, 585, water - 18, 240, {
        trunk: '#5a4c40',
        leaves: ['#6b8a62', '#8aa777', '#b3c795'],
      }) +
      broadTree(random, 985, water - 18, 270, {
        trunk: '#5a4c40',
        leaves: ['#5f8060', '#7f9f74', '#a8bf8e'],
      }) +
      mistBand({ x: 780, y: water - 50, rx: 420, ry: 36, color: '#f2f3ea', opacity: 0.75 }) +
      rect(0, water - 2, 1600, 440, 'url(#canal)') +
      reflection(left + right + quay + bridge, water + 16, 0.55, 0.85) +
      left +
      right +
      quay +
      lanterns +
      washing +
      bridge +
      people +
      ripples(random, {
        y: water + 26,
        height: 400,
        count: 190,
        colors: ['#eef2e6', '#31534f', '#d5e0d2'],
        opacity: 0.45,
      }) +
      reflection(boat, 856, 0.45, 0.6) +
      boat +
      willowStrands(random, {
        x: 1180,
        y: -20,
        width: 460,
        length: 430,
        count: 46,
        colors: ['#5f8052', '#7d9a63', '#9db57a'],
      }) +
      willowStrands(random, {
        x: -30,
        y: -20,
        width: 240,
        length: 300,
        count: 22,
        colors: ['#56774e', '#74925d'],
      }),
  });
}

export const streetDrawings = {
  'old-street-rain': {
    width: 1600,
    height: 1067,
    alt: '雨中的栖汐区老街，行人撑伞走过石板路，店铺亮着灯笼。',
    credit: pictureCredit,
    draw: drawOldStreetRain,
  },
  'market-morning': {
    width: 1600,
    height: 1067,
    alt: '清晨的早市，摊棚下摆满新鲜蔬菜，居民提篮挑选。',
    credit: pictureCredit,
    draw: drawMarketMorning,
  },
  'town-canal': {
    width: 1600,
    height: 1067,
    alt: '荻浦河穿镇而过，白墙黑瓦临水，小船正驶向石拱桥。',
    credit: pictureCredit,
    draw: drawTownCanal,
  },
} satisfies Record<string, DemoPictureDrawing>;
