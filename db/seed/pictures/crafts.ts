import { lantern, tiledRoof } from './architecture';
import {
  type DemoPictureDrawing,
  ellipse,
  glow,
  gradient,
  group,
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
      path(shape % 3 === 2 ? 'M6 0Q40 -10 46 -48H52Q44 -10 16 0Z' : 'M8 0Q34 -34 24 -70L40 -66Q50 -36 26 0Z', dark, 'opacity=".6"') +
      path(shape % 3 === 2 ? 'M-42 -40Q-38 -18 -22 -8Q-34 -24 -34 -42Z' : 'M-32 -66Q-40 -40 -24 -14Q-32 -40 -22 -74Z', light, 'opacity=".75"') +
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
      repeat(7, (course) => stroke(`M${round(cx - 106 * size)} ${round(cy + 70 - course * 24)}q${round(106 * size)} -22 ${round(212 * size)} 0`, '#4d3024', 2, 'opacity=".35"')) +
      path(`M${round(cx - 60)} ${round(cy + 96)}V${round(cy + 24)}q26 -44 52 0V${round(cy + 96)}Z`, '#2c1912') +
      path(`M${round(cx - 54)} ${round(cy + 96)}V${round(cy + 34)}q20 -30 40 0V${round(cy + 96)}Z`, '#ff9d45', `opacity="${round((1 - chamber * 0.1) * 10) / 10}"`) +
      ellipse(cx - 34, cy + 70, 60, 50, '#ffb35c', `opacity="${round((0.5 - chamber * 0.05) * 10) / 10}" filter="url(#bloom)"`)
    );
  });
  const smoke = repeat(16, (index) => ellipse(1440 + index * 6 - (index % 3) * 26, 300 - index * 21, 26 + index * 9, 20 + index * 5, '#e9dccb', `opacity="${round((0.5 - index * 0.025) * 100) / 100}" filter="url(#haze)"`));
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
    repeat(7 - row, (index) => pot(960 + index * (96 + row * 18) + row * 26, 850 + row * 92, 0.78 + row * 0.24, index + row, pick(random, glazes))),
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
      hillRanges(random, ['#aab8ac', '#8ea28f', '#758c73'], { y: 300, rise: 80, gap: 76, base: 780, mist: '#efe0c2' }) +
      smoke +
      path('M-20 780V700Q500 720 800 560T1640 260V800Z', 'url(#slope)') +
      grass(random, { x: 700, y: 600, width: 900, depth: 170, height: 34, count: 420, colors: ['#5f7048', '#8c9a5f', '#a8ad73'] }) +
      repeat(4, (index) => broadTree(random, 930 + index * 210, 500 - index * 62, 190, { trunk: '#4d3b2e', leaves: ['#4c6448', '#6c8557', '#9db077'] })) +
      rect(1424, 250, 52, 150, '#7f5642') +
      rect(1416, 244, 68, 16, '#5d3d2e') +
      chambers +
      rect(0, 762, 1600, 310, 'url(#yard)') +
      mistBand({ x: 900, y: 780, rx: 760, ry: 18, color: '#e8c796', opacity: 0.4 }) +
      repeat(70, () => ellipse(random(0, 1600), random(780, 1060), random(20, 100), random(1.5, 4.5), '#46301f', 'opacity=".22"')) +
      shed +
      figure(470, 806, 190, { posture: 'walk', coat: '#6e7f77', trousers: '#453c36', held: rect(2, -70, 30, 4, '#74553b') + pot(18, -70, 0.2, 1, glazes[4]!), facing: -1 }) +
      figure(1010, 780, 170, { posture: 'bend', coat: '#5d6e7d', trousers: '#453c36', facing: -1 }) +
      rect(618, 930, 96, 20, '#5d4230') +
      rect(630, 948, 12, 56, '#5d4230') +
      rect(690, 948, 12, 56, '#5d4230') +
      figure(664, 1004, 290, { posture: 'sit', coat: '#3f5c6b', trousers: '#38414a', hairdo: 'grey' }) +
      wheel +
      rows +
      repeat(5, (index) => pot(70 + index * 112, 1010 - (index % 2) * 30, 1.1, index, glazes[(index + 2) % 5]!)),
  });
}

/** A performer in robe and long water sleeves; `sweep` turns the sleeves. */
function performer(x: number, y: number, size: number, facing: 1 | -1, robe: string, trim: string, lady: boolean): string {
  const sleeves = lady
    ? 'M-26 -232Q-92 -250 -130 -300Q-150 -336 -196 -330Q-168 -300 -150 -262Q-112 -206 -30 -204Z'
    : 'M-30 -232Q-86 -220 -112 -176Q-124 -150 -108 -110L-80 -116Q-76 -160 -26 -196Z';
  const front = lady
    ? 'M28 -232Q82 -224 116 -186Q140 -150 200 -160Q176 -112 128 -122Q74 -138 26 -202Z'
    : 'M30 -232Q90 -240 130 -268Q150 -280 186 -262Q170 -232 140 -226Q86 -204 28 -200Z';
  const crown = lady
    ? path('M-30 -296Q-36 -330 0 -334Q36 -330 30 -296Q0 -312 -30 -296Z', '#1b1416') +
      repeat(9, (bead) => ellipse(-32 + bead * 8, -318 - Math.sin((bead / 8) * Math.PI) * 20, 5, 5, bead % 2 ? '#e8c15d' : '#6fb3b0')) +
      repeat(2, (side) => stroke(`M${side ? 30 : -30} -306q${side ? 6 : -6} 22 0 44`, '#e8c15d', 2.4)) +
      ellipse(0, -340, 8, 8, '#c43c2c')
    : path('M-28 -296V-326H28V-296Z', '#1d1a22') + rect(-28, -304, 56, 8, trim) + path('M-20 -326Q0 -352 20 -326Z', '#1d1a22') + path('M-28 -314Q-74 -322 -92 -308Q-70 -300 -28 -306ZM28 -314Q74 -322 92 -308Q70 -300 28 -306Z', '#1d1a22');
  return group(
    ellipse(0, 2, 120, 15, '#180608', 'opacity=".5"') +
      path(sleeves, '#f6efe2') +
      path('M-34 -240Q0 -254 34 -240L44 -130Q66 -60 92 -4Q0 14 -92 -4Q-66 -60 -44 -130Z', robe) +
      path('M-34 -240Q-14 -250 -6 -248L-30 -130Q-46 -60 -52 2Q-76 0 -92 -4Q-66 -60 -44 -130Z', '#16060a', 'opacity=".3"') +
      path('M-7 -249L0 -226L7 -249L12 -246L4 -4Q0 -2 -4 -4L-12 -246Z', trim) +
      path('M-90 -10Q0 10 90 -10L94 -2Q0 18 -94 -2Z', trim) +
      rect(-42, -150, 84, 11, trim) +
      repeat(4, (row) => repeat(2, (side) => ellipse((side ? 1 : -1) * (26 + row * 9), -110 + row * 28, 8, 8, trim, 'opacity=".75"') + ellipse((side ? 1 : -1) * (26 + row * 9), -110 + row * 28, 3.4, 3.4, robe))) +
      stroke('M-16 -136Q-26 -70 -30 -8M20 -136Q32 -70 40 -8', '#16060a', 2, 'opacity=".35"') +
      path(front, '#fbf6ea') +
      path(front, '#8aa3b0', 'opacity=".18" transform="translate(4 8)"') +
      rect(-8, -262, 16, 18, '#eac7ab') +
      ellipse(0, -286, 25, 30, '#f6dcc6') +
      ellipse(-9, -281, 8, 9, '#e08b79', 'opacity=".55"') +
      ellipse(13, -281, 8, 9, '#e08b79', 'opacity=".55"') +
      stroke('M-14 -291q6 -5 11 0M5 -291q6 -5 11 0M-15 -298q6 -5 12 -2M5 -300q6 -3 12 2', '#221416', 2.4) +
      ellipse(2, -270, 4, 2.4, '#b5281f') +
      crown,
    `transform="translate(${x} ${y}) scale(${size * facing} ${size})"`,
  );
}

function drawOperaStage(): string {
  const random = seededRandom(1515);
  const fold = (x: number, wide: number, y: number, height: number, tone: number) =>
    rect(x, y, wide, height, ['#7f1c1a', '#9d2723', '#b5342b', '#8f211e'][tone % 4]!);
  const curtain = repeat(9, (index) => fold(index * 22, 23, 190, 960, index)) + group(repeat(9, (index) => fold(index * 22, 23, 190, 960, index)), 'transform="translate(1200 0) scale(-1 1)"');
  const valance = repeat(10, (index) => path(`M${index * 120} 180h120v44q-60 92 -120 0Z`, index % 2 ? '#a32a25' : '#8a1f1d') + stroke(`M${index * 120} 224q60 92 120 0`, '#e2b655', 6) + repeat(7, (tassel) => stroke(`M${index * 120 + 15 + tassel * 15} ${round(238 + Math.sin(((tassel + 1) / 8) * Math.PI) * 34)}v20`, '#e2b655', 3)));
  const backdrop =
    rect(180, 200, 840, 860, 'url(#scroll)') +
    group(hillRanges(random, ['#d3cdb4', '#b2b8a4', '#8da193'], { y: 420, rise: 70, gap: 74, base: 800, mist: '#f1e8cf', width: 1200 }), 'clip-path="url(#stage)"') +
    ellipse(790, 380, 62, 62, '#d9694a', 'opacity=".8"') +
    stroke('M210 900Q330 760 300 600Q300 520 400 470M310 620Q380 590 450 610M300 690Q240 640 230 560', '#4b3a33', 11, 'stroke-linecap="round"') +
    repeat(90, () => {
      const t = random(0, 1);
      return ellipse(250 + t * 220 + random(-40, 40), 630 - t * 130 + random(-90, 60), random(5, 10), random(5, 10), pick(random, ['#d98d8d', '#e9b5ae', '#c4605f']), 'opacity=".9"');
    });
  const heads = repeat(3, (row) =>
    repeat(9, (seat) => {
      const x = 30 + seat * 142 + (row % 2) * 70 + random(-14, 14);
      const y = 1340 + row * 72;
      const size = 40 + row * 8;
      return (
        path(`M${round(x - size * 1.5)} 1520V${round(y + size * 1.5)}Q${round(x - size * 1.3)} ${round(y + size * 0.85)} ${round(x)} ${round(y + size * 0.8)}T${round(x + size * 1.5)} ${round(y + size * 1.5)}V1520Z`, ['#2b1416', '#21110f', '#170b0b'][row]!) +
        ellipse(x, y, size * 0.78, size * 0.95, ['#2b1416', '#21110f', '#170b0b'][row]!) +
        (seat % 3 === 0 ? ellipse(x, y - size * 0.9, size * 0.4, size * 0.36, ['#2b1416', '#21110f', '#170b0b'][row]!) : '') +
        stroke(`M${round(x - size * 0.7)} ${round(y - size * 0.45)}q${round(size * 0.7)} ${round(-size * 0.85)} ${round(size * 1.4)} 0`, '#f2b764', 3, 'opacity=".5"')
      );
    }),
  );
  return scene({
    width: 1200,
    height: 1500,
    shade: '#0d0405',
    shadeOpacity: 0.75,
    defs:
      gradient('hall', [
        [0, '#2a0f10'],
        [1, '#3d1614'],
      ]) +
      gradient('scroll', [
        [0, '#e9dcb8'],
        [1, '#f6e9c8'],
      ]) +
      gradient('boards', [
        [0, '#b97d45'],
        [1, '#6a3a20'],
      ]) +
      gradient('beam', [
        [0, '#fff2c8', 0.55],
        [1, '#fff2c8', 0],
      ]) +
      glow('pool', [
        [0, '#fff0c0', 0.75],
        [1, '#fff0c0', 0],
      ]) +
      '<clipPath id="stage"><rect x="180" y="200" width="840" height="860"/></clipPath>',
    body:
      rect(0, 0, 1200, 1500, 'url(#hall)') +
      backdrop +
      polygon([[0, 1240], [180, 1010], [1020, 1010], [1200, 1240]], 'url(#boards)') +
      repeat(15, (board) => stroke(`M${180 + board * 60} 1010L${round(board * 85.7)} 1240`, '#3a1c0e', 2, 'opacity=".4"')) +
      ellipse(600, 1112, 460, 84, 'url(#pool)') +
      polygon([[330, 180], [430, 180], [760, 1120], [180, 1120]], 'url(#beam)', 'opacity=".5"') +
      polygon([[770, 180], [870, 180], [1020, 1120], [470, 1120]], 'url(#beam)', 'opacity=".5"') +
      performer(400, 1130, 1.42, 1, '#c4572f', '#f0cf7a', true) +
      performer(790, 1118, 1.5, -1, '#2f5d78', '#e6c266', false) +
      curtain +
      rect(0, 0, 1200, 190, '#3b1512') +
      rect(0, 120, 1200, 66, '#5a2218') +
      rect(0, 118, 1200, 6, '#d9a94c') +
      repeat(13, (index) => path(`M${12 + index * 92} 174q0 -38 40 -38t40 38h-14q0 -24 -26 -24t-26 24Z`, '#d9a94c', 'opacity=".75"')) +
      tiledRoof(40, 96, 1120, 96, '#3f2f33') +
      valance +
      [110, 300, 900, 1090].map((x) => lantern(x, 250, 58, '#c8372a', '#ffca7a')).join('') +
      rect(0, 1240, 1200, 44, '#8a4a26') +
      rect(0, 1240, 1200, 6, '#e2b655') +
      repeat(16, (index) => ellipse(40 + index * 75, 1236, 8, 5, '#fff0bd') + ellipse(40 + index * 75, 1232, 30, 18, '#ffd98a', 'opacity=".35" filter="url(#bloom)"')) +
      rect(0, 1284, 1200, 220, '#1c0b0b') +
      heads,
  });
}

export const craftDrawings = {
  'kiln-pottery': { width: 1600, height: 1067, alt: '砚湾县龙窑前的作坊，老匠人拉坯，院里摆满陶罐瓷瓶。', credit: pictureCredit, draw: drawKilnPottery },
  'opera-stage': { width: 1200, height: 1500, alt: '汐剧院舞台上，两名演员甩起水袖，台下观众静静观看。', credit: pictureCredit, draw: drawOperaStage },
} satisfies Record<string, DemoPictureDrawing>;
