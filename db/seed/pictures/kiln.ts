import { lantern, tiledRoof } from './architecture';
import {
  type DemoPictureDrawing,
  ellipse,
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
import { figure } from './figures';
import { broadTree, grass } from './greenery';
import { hillRanges, mistBand } from './scenery';

type Glaze = readonly [body: string, light: string, dark: string];

const glazes: readonly Glaze[] = [
  ['#86a79b', '#c6d8cb', '#5a7c72'],
  ['#b98a5e', '#ddb88b', '#86603d'],
  ['#5d7f8d', '#9fbac2', '#3e5c6a'],
  ['#a95b3f', '#cf8a66', '#773a27'],
  ['#d8cfb8', '#f0ead9', '#a89d83'],
];

/** A pot standing at `x`,`y`: jar, vase or bowl. */
function pot(x: number, y: number, size: number, shape: number, [body, light, dark]: Glaze): string {
  const outlines = [
    'M-26 0Q-52 -38 -40 -70Q-32 -90 -20 -94V-104H20V-94Q32 -90 40 -70Q52 -38 26 0Z',
    'M-18 0Q-38 -30 -36 -62Q-34 -88 -12 -104Q-10 -122 -20 -132H20Q10 -122 12 -104Q34 -88 36 -62Q38 -30 18 0Z',
    'M-16 0Q-44 -10 -52 -48H52Q44 -10 16 0Z',
  ];
  const rims = [-104, -132, -48];
  const wide = [20, 20, 52];
  const d = outlines[shape % 3]!;
  const rim = rims[shape % 3]!;
  return group(
    ellipse(8, 1, 44, 8, '#1d130c', 'opacity=".3"') +
      path(d, body) +
      path(
        shape % 3 === 2 ? 'M6 0Q40 -10 46 -48H52Q44 -10 16 0Z' : 'M8 0Q34 -34 24 -70L40 -66Q50 -36 26 0Z',
        dark,
        'opacity=".6"',
      ) +
      path(
        shape % 3 === 2
          ? 'M-42 -40Q-38 -18 -22 -8Q-34 -24 -34 -42Z'
          : 'M-32 -66Q-40 -40 -24 -14Q-32 -40 -22 -74Z',
        light,
        'opacity=".75"',
      ) +
      ellipse(0, rim, wide[shape % 3]!, 6, dark) +
      ellipse(0, rim + 1.5, wide[shape % 3]! - 5, 3.6, '#1d130c', 'opacity=".55"'),
    `transform="translate(${round(x)} ${round(y)}) scale(${round(size * 100) / 100})"`,
  );
}

function drawKilnPottery(): string {
  const random = seededRandom(1414);
  const chambers = repeat(8, (index) => {
    const chamber = 7 - index;
    const cx = 470 + chamber * 128;
    const cy = 690 - chamber * 46;
    const size = 1 - chamber * 0.045;
    return (
      path(
        `M${cx - 110 * size} ${cy + 96}V${round(cy - 20 * size)}Q${cx - 100 * size} ${round(cy - 118 * size)} ${cx} ${round(cy - 122 * size)}Q${round(cx + 100 * size)} ${round(cy - 118 * size)} ${round(cx + 110 * size)} ${round(cy - 20 * size)}V${cy + 96}Z`,
        ['#8d6148', '#9a6b4e'][chamber % 2]!,
      ) +
      repeat(7, (course) =>
        stroke(
          `M${round(cx - 106 * size)} ${round(cy + 70 - course * 24)}q${round(106 * size)} -22 ${round(212 * size)} 0`,
          '#4d3024',
          2,
          'opacity=".35"',
        ),
      ) +
      path(
        `M${round(cx - 60)} ${round(cy + 96)}V${round(cy + 24)}q26 -44 52 0V${round(cy + 96)}Z`,
        '#2c1912',
      ) +
      path(
        `M${round(cx - 54)} ${round(cy + 96)}V${round(cy + 34)}q20 -30 40 0V${round(cy + 96)}Z`,
        '#ff9d45',
        `opacity="${round((1 - chamber * 0.1) * 10) / 10}"`,
      ) +
      ellipse(
        cx - 34,
        cy + 70,
        60,
        50,
        '#ffb35c',
        `opacity="${round((0.5 - chamber * 0.05) * 10) / 10}" filter="url(#bloom)"`,
      )
    );
  });
  const smoke = repeat(16, (index) =>
    ellipse(
      1440 + index * 6 - (index % 3) * 26,
      300 - index * 21,
      26 + index * 9,
      20 + index * 5,
      '#e9dccb',
      `opacity="${round((0.5 - index * 0.025) * 100) / 100}" filter="url(#haze)"`,
    ),
  );
  const shed =
    repeat(4, (post) => rect(70 + post * 160, 420, 15, 420, '#5d4230')) +
    rect(60, 420, 520, 16, '#5d4230') +
    tiledRoof(20, 440, 590, 130, '#4c4a48') +
    rect(90, 520, 470, 12, '#74553b') +
    rect(90, 640, 470, 12, '#74553b') +
    repeat(8, (index) => pot(128 + index * 56, 520, 0.5, index + 1, glazes[(index * 3 + 4) % 5]!)) +
    repeat(8, (index) => pot(128 + index * 56, 640, 0.52, index, glazes[(index * 2) % 5]!)) +
    lantern(545, 440, 30, '#c0492f', '#ffc878');
  const wheel =
    ellipse(760, 958, 170, 30, '#1d130c', 'opacity=".35"') +
    path('M690 880H834L812 950H712Z', '#6b4a35') +
    ellipse(762, 880, 92, 20, '#8a6a50') +
    ellipse(762, 874, 84, 17, '#b2906e') +
    pot(762, 872, 0.95, 0, ['#b48a68', '#d6b393', '#84603f']) +
    stroke('M700 874q62 20 124 0', '#6b4a35', 2, 'opacity=".6"');
  const rows = repeat(3, (row) =>
    repeat(7 - row, (index) =>
      pot(
        960 + index * (96 + row * 18) + row * 26,
        850 + row * 92,
        0.78 + row * 0.24,
        index + row,
        pick(random, glazes),
      ),
    ),
  );
  return scene({
    shade: '#2a170e',
    shadeOpacity: 0.45,
    defs:
      gradient('sky', [
        [0, '#8fa9aa'],
        [0.6, '#dccfb2'],
        [1, '#f3d9ab'],
      ]) +
      gradient('yard', [
        [0, '#b08a62'],
        [1, '#6d4b34'],
      ]) +
      gradient('slope', [
        [0, '#7f8f62'],
        [1, '#8a7550'],
      ]),
    body:
      rect(0, 0, 1600, 760, 'url(#sky)') +
      hillRanges(random, ['#aab8ac', '#8ea28f', '#758c73'], {
        y: 300,
        rise: 80,
        gap: 76,
        base: 780,
        mist: '#efe0c2',
      }) +
      smoke +
      path('M-20 780V700Q500 720 800 560T1640 260V800Z', 'url(#slope)') +
      grass(random, {
        x: 700,
        y: 600,
        width: 900,
        depth: 170,
        height: 34,
        count: 420,
        colors: ['#5f7048', '#8c9a5f', '#a8ad73'],
      }) +
      repeat(4, (index) =>
        broadTree(random, 930 + index * 210, 500 - index * 62, 190, {
          trunk: '#4d3b2e',
          leaves: ['#4c6448', '#6c8557', '#9db077'],
        }),
      ) +
      rect(1424, 250, 52, 150, '#7f5642') +
      rect(1416, 244, 68, 16, '#5d3d2e') +
      chambers +
      rect(0, 762, 1600, 310, 'url(#yard)') +
      mistBand({ x: 900, y: 780, rx: 760, ry: 18, color: '#e8c796', opacity: 0.4 }) +
      repeat(70, () =>
        ellipse(
          random(0, 1600),
          random(780, 1060),
          random(20, 100),
          random(1.5, 4.5),
          '#46301f',
          'opacity=".22"',
        ),
      ) +
      shed +
      figure(470, 806, 190, {
        posture: 'walk',
        coat: '#6e7f77',
        trousers: '#453c36',
        held: rect(2, -70, 30, 4, '#74553b') + pot(18, -70, 0.2, 1, glazes[4]!),
        facing: -1,
      }) +
      figure(1010, 780, 170, { posture: 'bend', coat: '#5d6e7d', trousers: '#453c36', facing: -1 }) +
      rect(618, 930, 96, 20, '#5d4230') +
      rect(630, 948, 12, 56, '#5d4230') +
      rect(690, 948, 12, 56, '#5d4230') +
      figure(664, 1004, 290, { posture: 'sit', coat: '#3f5c6b', trousers: '#38414a', hairdo: 'grey' }) +
      wheel +
      rows +
      repeat(5, (index) =>
        pot(70 + index * 112, 1010 - (index % 2) * 30, 1.1, index, glazes[(index + 2) % 5]!),
      ),
  });
}

export const kilnDrawings = {
  'kiln-pottery': {
    width: 1600,
    height: 1067,
    alt: '砚湾县龙窑前的作坊，老匠人拉坯，院里摆满陶罐瓷瓶。',
    credit: pictureCredit,
    draw: drawKilnPottery,
  },
} satisfies Record<string, DemoPictureDrawing>;
