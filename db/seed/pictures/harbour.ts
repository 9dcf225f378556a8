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
import { figure } from './figures';
import { cloudStreaks, flock, hillRanges, reflection, ripples } from './scenery';

const containerTones = [
  '#b5452f',
  '#2d6076',
  '#d19a3f',
  '#5f7f72',
  '#8b4a3c',
  '#3c4f6b',
  '#c9c3b2',
  '#4d8088',
];

function container(random: Random, x: number, y: number, width: number, height: number): string {
  const ribs = Math.round(width / 9);
  return (
    rect(x, y - height, width, height, pick(random, containerTones)) +
    repeat(ribs, (rib) =>
      rect(x + 3 + (rib * (width - 6)) / ribs, y - height + 3, 2, height - 6, '#0d1720', 'opacity=".2"'),
    ) +
    rect(x, y - height, width, 2.5, '#fff', 'opacity=".22"') +
    rect(x, y - 4, width, 4, '#0d1720', 'opacity=".35"')
  );
}

/** Ship-to-shore crane: four legs, long boom over the water, trolley with a box on its ropes. */
function quayCrane(x: number, y: number, size: number, color: string, drop: number): string {
  const u = size / 100;
  const lattice = repeat(13, (bay) => stroke(`M${-58 + bay * 11} -72l5.500 -6l5.500 6`, color, 0.7));
  return group(
    rect(-1, -78, 3, 78, color) +
      rect(35, -78, 3, 78, color) +
      rect(-1, -34, 39, 2.4, color) +
      rect(-1, -62, 39, 2, color) +
      stroke('M1 -34L37 -62M1 -2L37 -34', color, 1.1) +
      rect(-62, -72.5, 146, 2.2, color) +
      rect(-62, -78.6, 146, 1.2, color) +
      lattice +
      polygon(
        [
          [13, -78],
          [17, -110],
          [19, -110],
          [23, -78],
        ],
        color,
      ) +
      stroke('M17 -111L-60 -78M17 -111L-24 -78M19 -111L82 -78', color, 0.7) +
      rect(44, -88, 24, 10, color) +
      rect(46, -86, 3, 4, '#e6eef0') +
      rect(-34, -72, 10, 6, color) +
      rect(-32, -66, 6, 6, '#e6eef0', 'opacity=".85"') +
      stroke(`M-33 -68V${-66 + drop}M-25 -68V${-66 + drop}`, color, 0.6) +
      rect(-42, -66 + drop, 26, 9, '#c8542f') +
      repeat(9, (rib) => rect(-40.5 + rib * 2.8, -65 + drop, 0.7, 7, '#30110a', 'opacity=".4"')) +
      rect(-6, -3, 14, 4, color) +
      rect(30, -3, 14, 4, color),
    `transform="translate(${x} ${y}) scale(${round(u * 10) / 10})"`,
  );
}

function drawHarbourContainers(): string {
  const random = seededRandom(1212);
  const water = 700;
  const deckLoad = repeat(4, (tier) =>
    repeat(12 - (tier === 3 ? 4 : 0), (bay) =>
      random(0, 1) > 0.9 && tier > 1
        ? ''
        : container(random, 214 + (tier === 3 ? 128 : 0) + bay * 64, 584 - tier * 37, 62, 36),
    ),
  );
  const ship =
    path('M60 590H1130Q1120 660 1098 716H180Q110 690 60 590Z', '#24384b') +
    path('M128 676H1110L1098 716H180Q150 704 128 676Z', '#9c3b2b') +
    rect(80, 584, 1040, 8, '#e5e0d0') +
    rect(1000, 400, 92, 186, '#ece7d8') +
    rect(988, 396, 116, 12, '#d6d0bf') +
    repeat(5, (deck) => repeat(6, (pane) => rect(1008 + pane * 13, 418 + deck * 32, 8, 12, '#3a5568'))) +
    rect(1030, 352, 34, 46, '#c0492f') +
    rect(1044, 310, 4, 60, '#5b6a74') +
    stroke('M76 586V540M76 548L210 582', '#33485a', 3) +
    deckLoad;
  const stacks = repeat(11, (column) => {
    const high = Math.floor(random(2, 5));
    return repeat(high, (tier) => container(random, 16 + column * 146, 985 - tier * 58, 142, 56));
  });
  return scene({
    shade: '#16283a',
    shadeOpacity: 0.4,
    defs:
      gradient('sky', [
        [0, '#6f9bb0'],
        [0.5, '#b9cdcb'],
        [1, '#f6dfb9'],
      ]) +
      gradient('sea', [
        [0, '#cfd0bd'],
        [0.4, '#7fa0a6'],
        [1, '#3d6475'],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 340, count: 16, color: '#fff3dc', opacity: 0.65 }) +
      hillRanges(random, ['#a9bcbd', '#8ba4a8'], {
        y: 530,
        rise: 46,
        gap: 46,
        base: water,
        mist: '#f3e4c8',
      }) +
      group([1180, 1330, 1470].map((x) => quayCrane(x, 668, 210, '#7d949c', 20)).join(''), 'opacity=".75"') +
      rect(0, water - 34, 1600, 420, 'url(#sea)') +
      ripples(random, {
        y: water - 24,
        height: 150,
        count: 120,
        colors: ['#f3efdc', '#46707d'],
        opacity: 0.55,
      }) +
      reflection(ship, 716, 0.32, 0.4) +
      ship +
      rect(0, 782, 1600, 290, '#7d7f7b') +
      rect(0, 782, 1600, 12, '#b5b2a4') +
      repeat(40, (index) => rect(index * 42, 796, 22, 7, index % 2 ? '#2f3436' : '#d9a441')) +
      quayCrane(450, 800, 620, '#d9673a', 12) +
      quayCrane(1170, 800, 620, '#d9673a', 30) +
      repeat(60, () =>
        ellipse(
          random(0, 1600),
          random(830, 1060),
          random(30, 120),
          random(1.5, 4),
          '#4f534f',
          'opacity=".3"',
        ),
      ) +
      stacks +
      rect(0, 985, 1600, 90, '#5b5f5e') +
      rect(0, 985, 1600, 10, '#383c3d', 'opacity=".6"') +
      rect(0, 1024, 1600, 4, '#e0b552') +
      group(
        rect(-150, -58, 200, 50, '#b5452f') +
          repeat(20, (rib) => rect(-146 + rib * 10, -54, 2, 42, '#2d0f09', 'opacity=".3"')) +
          rect(-154, -8, 214, 8, '#2a2f32') +
          path('M62 -4V-56H96L112 -30V-4Z', '#e8e2d2') +
          path('M72 -48H93L103 -30H72Z', '#5b7f8e') +
          [-126, -96, 20, 90]
            .map((x) => ellipse(x, 0, 13, 13, '#1d2123') + ellipse(x, 0, 5, 5, '#8d9290'))
            .join(''),
        'transform="translate(700 1046) scale(1.1)"',
      ) +
      figure(935, 1050, 92, {
        posture: 'wave',
        coat: '#e7a13a',
        trousers: '#2e4256',
        hat: path('M-9 -94Q0 -106 9 -94Z', '#f0e6c4'),
      }) +
      figure(1000, 1052, 92, {
        posture: 'stand',
        coat: '#d9673a',
        trousers: '#2e4256',
        facing: -1,
        hat: path('M-9 -94Q0 -106 9 -94Z', '#f0e6c4'),
      }) +
      flock(random, { x: 330, y: 200, spread: 170, count: 9, size: 16, color: '#40606f' }),
  });
}

export const harbourDrawings = {
  'harbour-containers': {
    width: 1600,
    height: 1067,
    alt: '砚湾港码头，岸桥正从货轮上吊卸集装箱，堆场里货箱成列。',
    credit: pictureCredit,
    draw: drawHarbourContainers,
  },
} satisfies Record<string, DemoPictureDrawing>;
