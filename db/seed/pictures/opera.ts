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
import { hillRanges } from './scenery';

/** A performer in robe and long water sleeves; `sweep` turns the sleeves. */
function performer(
  x: number,
  y: number,
  size: number,
  facing: 1 | -1,
  robe: string,
  trim: string,
  lady: boolean,
): string {
  const sleeves = lady
    ? 'M-26 -232Q-92 -250 -130 -300Q-150 -336 -196 -330Q-168 -300 -150 -262Q-112 -206 -30 -204Z'
    : 'M-30 -232Q-86 -220 -112 -176Q-124 -150 -108 -110L-80 -116Q-76 -160 -26 -196Z';
  const front = lady
    ? 'M28 -232Q82 -224 116 -186Q140 -150 200 -160Q176 -112 128 -122Q74 -138 26 -202Z'
    : 'M30 -232Q90 -240 130 -268Q150 -280 186 -262Q170 -232 140 -226Q86 -204 28 -200Z';
  const crown = lady
    ? path('M-30 -296Q-36 -330 0 -334Q36 -330 30 -296Q0 -312 -30 -296Z', '#1b1416') +
      repeat(9, (bead) =>
        ellipse(
          -32 + bead * 8,
          -318 - Math.sin((bead / 8) * Math.PI) * 20,
          5,
          5,
          bead % 2 ? '#e8c15d' : '#6fb3b0',
        ),
      ) +
      repeat(2, (side) => stroke(`M${side ? 30 : -30} -306q${side ? 6 : -6} 22 0 44`, '#e8c15d', 2.4)) +
      ellipse(0, -340, 8, 8, '#c43c2c')
    : path('M-28 -296V-326H28V-296Z', '#1d1a22') +
      rect(-28, -304, 56, 8, trim) +
      path('M-20 -326Q0 -352 20 -326Z', '#1d1a22') +
      path(
        'M-28 -314Q-74 -322 -92 -308Q-70 -300 -28 -306ZM28 -314Q74 -322 92 -308Q70 -300 28 -306Z',
        '#1d1a22',
      );
  return group(
    ellipse(0, 2, 120, 15, '#180608', 'opacity=".5"') +
      path(sleeves, '#f6efe2') +
      path('M-34 -240Q0 -254 34 -240L44 -130Q66 -60 92 -4Q0 14 -92 -4Q-66 -60 -44 -130Z', robe) +
      path(
        'M-34 -240Q-14 -250 -6 -248L-30 -130Q-46 -60 -52 2Q-76 0 -92 -4Q-66 -60 -44 -130Z',
        '#16060a',
        'opacity=".3"',
      ) +
      path('M-7 -249L0 -226L7 -249L12 -246L4 -4Q0 -2 -4 -4L-12 -246Z', trim) +
      path('M-90 -10Q0 10 90 -10L94 -2Q0 18 -94 -2Z', trim) +
      rect(-42, -150, 84, 11, trim) +
      repeat(4, (row) =>
        repeat(
          2,
          (side) =>
            ellipse((side ? 1 : -1) * (26 + row * 9), -110 + row * 28, 8, 8, trim, 'opacity=".75"') +
            ellipse((side ? 1 : -1) * (26 + row * 9), -110 + row * 28, 3.4, 3.4, robe),
        ),
      ) +
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
  const curtain =
    repeat(9, (index) => fold(index * 22, 23, 190, 960, index)) +
    group(
      repeat(9, (index) => fold(index * 22, 23, 190, 960, index)),
      'transform="translate(1200 0) scale(-1 1)"',
    );
  const valance = repeat(
    10,
    (index) =>
      path(`M${index * 120} 180h120v44q-60 92 -120 0Z`, index % 2 ? '#a32a25' : '#8a1f1d') +
      stroke(`M${index * 120} 224q60 92 120 0`, '#e2b655', 6) +
      repeat(7, (tassel) =>
        stroke(
          `M${index * 120 + 15 + tassel * 15} ${round(238 + Math.sin(((tassel + 1) / 8) * Math.PI) * 34)}v20`,
          '#e2b655',
          3,
        ),
      ),
  );
  const backdrop =
    rect(180, 200, 840, 860, 'url(#scroll)') +
    group(
      hillRanges(random, ['#d8d1b6', '#c0c3ac', '#a3b1a0', '#88a096'], {
        y: 420,
        rise: 70,
        gap: 90,
        base: 1060,
        mist: '#f1e8cf',
        width: 1200,
      }),
      'clip-path="url(#stage)"',
    ) +
    ellipse(790, 380, 62, 62, '#d9694a', 'opacity=".8"') +
    stroke(
      'M210 900Q330 760 300 600Q300 520 400 470M310 620Q380 590 450 610M300 690Q240 640 230 560',
      '#4b3a33',
      11,
      'stroke-linecap="round"',
    ) +
    repeat(90, () => {
      const t = random(0, 1);
      return ellipse(
        250 + t * 220 + random(-40, 40),
        630 - t * 130 + random(-90, 60),
        random(5, 10),
        random(5, 10),
        pick(random, ['#d98d8d', '#e9b5ae', '#c4605f']),
        'opacity=".9"',
      );
    });
  const heads = repeat(3, (row) =>
    repeat(9, (seat) => {
      const x = 30 + seat * 142 + (row % 2) * 70 + random(-14, 14);
      const y = 1340 + row * 72;
      const size = 40 + row * 8;
      return (
        path(
          `M${round(x - size * 1.5)} 1520V${round(y + size * 1.5)}Q${round(x - size * 1.3)} ${round(y + size * 0.85)} ${round(x)} ${round(y + size * 0.8)}T${round(x + size * 1.5)} ${round(y + size * 1.5)}V1520Z`,
          ['#2b1416', '#21110f', '#170b0b'][row]!,
        ) +
        ellipse(x, y, size * 0.78, size * 0.95, ['#2b1416', '#21110f', '#170b0b'][row]!) +
        (seat % 3 === 0
          ? ellipse(x, y - size * 0.9, size * 0.4, size * 0.36, ['#2b1416', '#21110f', '#170b0b'][row]!)
          : '') +
        stroke(
          `M${round(x - size * 0.7)} ${round(y - size * 0.45)}q${round(size * 0.7)} ${round(-size * 0.85)} ${round(size * 1.4)} 0`,
          '#f2b764',
          3,
          'opacity=".5"',
        )
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
      polygon(
        [
          [0, 1240],
          [180, 1010],
          [1020, 1010],
          [1200, 1240],
        ],
        'url(#boards)',
      ) +
      repeat(15, (board) =>
        stroke(`M${180 + board * 60} 1010L${round(board * 85.7)} 1240`, '#3a1c0e', 2, 'opacity=".4"'),
      ) +
      ellipse(600, 1112, 460, 84, 'url(#pool)') +
      polygon(
        [
          [330, 180],
          [430, 180],
          [760, 1120],
          [180, 1120],
        ],
        'url(#beam)',
        'opacity=".5"',
      ) +
      polygon(
        [
          [770, 180],
          [870, 180],
          [1020, 1120],
          [470, 1120],
        ],
        'url(#beam)',
        'opacity=".5"',
      ) +
      performer(452, 1130, 1.3, 1, '#c4572f', '#f0cf7a', true) +
      performer(800, 1118, 1.4, -1, '#2f5d78', '#e6c266', false) +
      curtain +
      rect(0, 0, 1200, 190, '#3b1512') +
      rect(0, 120, 1200, 66, '#5a2218') +
      rect(0, 118, 1200, 6, '#d9a94c') +
      repeat(13, (index) =>
        path(
          `M${12 + index * 92} 174q0 -38 40 -38t40 38h-14q0 -24 -26 -24t-26 24Z`,
          '#d9a94c',
          'opacity=".75"',
        ),
      ) +
      tiledRoof(40, 96, 1120, 96, '#3f2f33') +
      valance +
      [110, 300, 900, 1090].map((x) => lantern(x, 250, 58, '#c8372a', '#ffca7a')).join('') +
      rect(0, 1240, 1200, 44, '#8a4a26') +
      rect(0, 1240, 1200, 6, '#e2b655') +
      repeat(
        16,
        (index) =>
          ellipse(40 + index * 75, 1236, 8, 5, '#fff0bd') +
          ellipse(40 + index * 75, 1232, 30, 18, '#ffd98a', 'opacity=".35" filter="url(#bloom)"'),
      ) +
      rect(0, 1284, 1200, 220, '#1c0b0b') +
      heads,
  });
}

export const operaDrawings = {
  'opera-stage': {
    width: 1200,
    height: 1500,
    alt: '汐剧院舞台上，两名演员甩起水袖，台下观众静静观看。',
    credit: pictureCredit,
    draw: drawOperaStage,
  },
} satisfies Record<string, DemoPictureDrawing>;
