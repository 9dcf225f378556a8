import { eavesHouse, tiledRoof } from './architecture';
import { archBridge } from './bridges';
import {
  type DemoPictureDrawing,
  ellipse,
  glow,
  gradient,
  group,
  path,
  pick,
  pictureCredit,
  rect,
  repeat,
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { figure, strawHat } from './figures';
import { bough, broadTree, reeds } from './greenery';
import {
  canopyBoat,
  cloudStreaks,
  flock,
  freighter,
  hillRanges,
  mistBand,
  reflection,
  ripples,
} from './scenery';

function drawRiverDawn(): string {
  const random = seededRandom(101);
  const water = 560;
  const hills = hillRanges(random, ['#dba582', '#c08a76', '#94706f', '#6a5865'], {
    y: 400,
    rise: 62,
    gap: 42,
    base: water,
    mist: '#f8dcb4',
  });
  const town =
    repeat(15, (index) =>
      eavesHouse(random, 985 + index * 44 + random(0, 16), water + 2, random(34, 58), random(30, 54), {
        wall: '#8b6c6c',
        roof: '#4a4152',
        wood: '#5b4a54',
        glass: '#f4c887',
      }),
    ) +
    path(`M1180 ${water}V470h22v-10h-6l17 -24l17 24h-6v10h22V${water}Z`, '#5a4b5a') +
    repeat(3, (tier) => tiledRoof(1176 - tier * -4, 530 - tier * 30, 74 - tier * 8, 15, '#4a4152'));
  const boatman = figure(742, 782, 108, {
    posture: 'reach',
    coat: '#3b3540',
    trousers: '#2b2731',
    skin: '#7c5a4c',
    hat: strawHat,
    held: stroke('M36 -118L12 10', '#2b2530', 2.2),
  });
  const boat = canopyBoat(660, 792, 330, '#2e2933', '#54403c') + boatman;
  return scene({
    defs:
      gradient('sky', [
        [0, '#6d86a0'],
        [0.34, '#b5adac'],
        [0.62, '#efc596'],
        [0.88, '#fbe0ae'],
      ]) +
      gradient('river', [
        [0, '#f6d3a0'],
        [0.24, '#d9ad8d'],
        [0.6, '#7f7f8d'],
        [1, '#33445a'],
      ]) +
      glow('sun', [
        [0, '#fff6d8'],
        [0.2, '#ffe7ac', 0.85],
        [1, '#ffd28a', 0],
      ]),
    body:
      rect(0, 0, 1600, water + 10, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 250, count: 16, color: '#f7d3b4', opacity: 0.55 }) +
      cloudStreaks(random, { y: 20, height: 120, count: 7, color: '#55708d', opacity: 0.4 }) +
      ellipse(470, 402, 330, 330, 'url(#sun)') +
      ellipse(470, 402, 46, 46, '#fff4d2') +
      hills +
      town +
      mistBand({ x: 800, y: water - 6, rx: 1000, ry: 18, color: '#fce6c2', opacity: 0.75 }) +
      rect(0, water, 1600, 510, 'url(#river)') +
      reflection(hills + town, water, 0.34, 0.8) +
      group(
        repeat(46, (index) => {
          const t = index / 46;
          const wide = 16 + 60 * t + random(0, 60) * t;
          return ellipse(
            470 + random(-26, 26) * (0.5 + t),
            water + 8 + t * t * 440,
            wide,
            1.4 + t * 3.4,
            '#fff0c4',
            `opacity="${round((0.85 - t * 0.5) * 10) / 10}"`,
          );
        }),
        'filter="url(#rough)"',
      ) +
      ripples(random, {
        y: water + 6,
        height: 480,
        count: 240,
        colors: ['#fbe3b6', '#46566c', '#2c3c52'],
        opacity: 0.5,
      }) +
      freighter(1120, 634, 300, '#4b4350', '#7b5c52') +
      reflection(freighter(1120, 634, 300, '#3b3746', '#59474c'), 640, 0.4) +
      mistBand({ x: 1180, y: 648, rx: 420, ry: 12, color: '#f9dcb6', opacity: 0.5 }) +
      canopyBoat(196, 640, 110, '#4d4450', '#6b5450') +
      reflection(boat, 808, 0.42, 0.7) +
      boat +
      flock(random, { x: 800, y: 250, spread: 150, count: 9, size: 17, color: '#4a4656' }) +
      reeds(random, {
        x: -20,
        y: 1085,
        width: 420,
        height: 330,
        count: 46,
        stalk: '#2a2d33',
        plume: '#6d5a50',
        lean: 40,
      }) +
      reeds(random, {
        x: 1290,
        y: 1085,
        width: 340,
        height: 250,
        count: 36,
        stalk: '#23282f',
        plume: '#5d4f4a',
        lean: -34,
      }),
  });
}

function drawLakeAutumn(): string {
  const random = seededRandom(202);
  const water = 540;
  const maples = ['#a63a24', '#c4552b', '#d98432', '#8f3324', '#e0a043'];
  const shore = group(
    repeat(30, (index) => {
      const x = 40 + index * 54 + random(-20, 20);
      const [dark, middle, light] = pick(random, [
        ['#7c3524', '#b1512c', '#d98a45'],
        ['#8a5a24', '#c08a34', '#e3ba62'],
        ['#465b4a', '#5f7d62', '#8ba681'],
        ['#6d3026', '#98402b', '#c4693f'],
      ] as const);
      return broadTree(random, x, water - 2, random(76, 150), {
        trunk: '#4b3a34',
        leaves: [dark, middle, light],
      });
    }),
    'filter="url(#rough)"',
  );
  const pavilion =
    rect(1010, water - 26, 176, 30, '#b9b3a2') +
    repeat(4, (post) => rect(1030 + post * 42, water - 104, 9, 84, '#8a3a2c')) +
    rect(1024, water - 46, 148, 6, '#7a3528') +
    tiledRoof(1010, water - 100, 176, 44, '#3d4a4e') +
    tiledRoof(1048, water - 150, 100, 40, '#3d4a4e') +
    rect(1056, water - 152, 84, 14, '#8a3a2c') +
    path(`M1092 ${water - 192}l6 -26l6 26Z`, '#3d4a4e');
  const bridge = archBridge(700, water + 4, 330, 92, { stone: '#bcb8a8', edge: '#dcd8c8', dark: '#5b6a68' });
  const causeway = rect(0, water - 12, 560, 16, '#aaa896') + rect(842, water - 12, 170, 16, '#aaa896');
  const walkers = [
    figure(642, water - 72, 44, { posture: 'walk', coat: '#3d566b' }),
    figure(664, water - 80, 44, { posture: 'walk', coat: '#b04a34', hairdo: 'long' }),
    figure(1090, water - 26, 46, { posture: 'stand', coat: '#4c6272' }),
    figure(340, water - 12, 44, { posture: 'walk', coat: '#ded4bd', trousers: '#4d5a5a', facing: -1 }),
  ].join('');
  const far = hillRanges(random, ['#b9c8c2', '#9db4ae', '#7f9c97'], {
    y: 300,
    rise: 70,
    gap: 62,
    base: water,
    mist: '#e9ece0',
  });
  const boat =
    canopyBoat(420, 770, 260, '#4a3b34', '#8d6b45') +
    figure(330, 764, 84, {
      posture: 'reach',
      coat: '#5b6a6c',
      trousers: '#3a4145',
      hat: strawHat,
      facing: -1,
      held: stroke('M32 -116L4 20', '#4a3b34', 2),
    });
  return scene({
    shade: '#2d3a3a',
    defs:
      gradient('sky', [
        [0, '#a9c4c6'],
        [0.5, '#d5ddd0'],
        [1, '#f3ecd6'],
      ]) +
      gradient('lake', [
        [0, '#d9dfcf'],
        [0.3, '#a3bdb3'],
        [1, '#4f7c7d'],
      ]),
    body:
      rect(0, 0, 1600, water + 4, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 200, count: 12, color: '#ffffff', opacity: 0.6 }) +
      far +
      shore +
      mistBand({ x: 700, y: water - 8, rx: 900, ry: 12, color: '#f3efe0', opacity: 0.55 }) +
      rect(0, water, 1600, 540, 'url(#lake)') +
      reflection(far + shore + causeway + bridge + pavilion, water, 0.5, 0.95) +
      causeway +
      bridge +
      pavilion +
      walkers +
      ripples(random, {
        y: water + 14,
        height: 500,
        count: 220,
        colors: ['#eef2e4', '#3f6b6e', '#c9d8cb'],
        opacity: 0.45,
      }) +
      reflection(boat, 782, 0.4, 0.6) +
      boat +
      repeat(70, () => {
        const y = random(760, 1050);
        return ellipse(
          random(700, 1600),
          y,
          3 + (y - 700) / 60,
          1.4 + (y - 700) / 160,
          pick(random, maples),
          'opacity=".85"',
        );
      }) +
      bough(random, {
        x: 1640,
        y: -30,
        reach: -760,
        drop: 250,
        count: 520,
        wood: '#3a2a26',
        leaves: maples,
        size: 32,
      }) +
      bough(random, {
        x: 1650,
        y: 230,
        reach: -330,
        drop: 150,
        count: 240,
        wood: '#3a2a26',
        leaves: maples,
        size: 34,
      }) +
      reeds(random, {
        x: -30,
        y: 1085,
        width: 330,
        height: 230,
        count: 30,
        stalk: '#5d6142',
        plume: '#cdb98c',
      }),
  });
}

export const riverDrawings = {
  'river-dawn': {
    width: 1600,
    height: 1067,
    alt: '晨光中的澄澜江，薄雾浮在江面，船工撑着乌篷船驶过。',
    credit: pictureCredit,
    draw: drawRiverDawn,
  },
  'lake-autumn': {
    width: 1600,
    height: 1067,
    alt: '深秋的镜汐湖，红叶映水，游人走过石拱桥和湖心亭。',
    credit: pictureCredit,
    draw: drawLakeAutumn,
  },
} satisfies Record<string, DemoPictureDrawing>;
