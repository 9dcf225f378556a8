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
import { broadTree } from './greenery';
import { cloudStreaks, hillRanges } from './scenery';

function drawHospitalClinic(): string {
  const random = seededRandom(1717);
  const cross = (x: number, y: number, size: number) =>
    rect(x - size / 2, y - size / 6, size, size / 3, '#3f8f83') +
    rect(x - size / 6, y - size / 2, size / 3, size, '#3f8f83');
  const whiteCoat = '#f4f3ec';
  const plant = (x: number, y: number, size: number) =>
    group(
      repeat(15, (leaf) =>
        path(
          'M0 0Q-16 -60 0 -120Q16 -60 0 0Z',
          pick(random, ['#3f7a5c', '#5d9a72', '#8bb98b']),
          `transform="translate(0 -60) rotate(${-70 + leaf * 10}) scale(${round(random(0.6, 1) * 10) / 10})"`,
        ),
      ) +
        path('M-36 -70H36L26 0H-26Z', '#d9c6a4') +
        rect(-40, -76, 80, 12, '#e8d9ba'),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  const chair = (x: number, y: number) =>
    rect(x - 52, y - 100, 104, 14, '#4f9488') +
    rect(x - 56, y - 220, 12, 130, '#4f9488', 'rx="6"') +
    rect(x - 46, y - 88, 7, 88, '#8fa4a6') +
    rect(x + 40, y - 88, 7, 88, '#8fa4a6');
  return scene({
    shade: '#23423f',
    shadeOpacity: 0.26,
    defs:
      gradient('wall', [
        [0, '#dfe9e2'],
        [1, '#c9dcd5'],
      ]) +
      gradient('outside', [
        [0, '#a9cfd6'],
        [1, '#f5efd8'],
      ]) +
      gradient('floor', [
        [0, '#dfe3da'],
        [1, '#a6b8b4'],
      ]) +
      gradient('beam', [
        [0, '#fffdea', 0.65],
        [1, '#fffdea', 0],
      ]) +
      glow('shine', [
        [0, '#ffffff', 0.6],
        [1, '#ffffff', 0],
      ]) +
      '<clipPath id="window"><rect x="70" y="130" width="640" height="430"/></clipPath>',
    body:
      rect(0, 0, 1600, 760, 'url(#wall)') +
      rect(0, 560, 1600, 200, '#a9cbc1') +
      rect(0, 552, 1600, 10, '#7fb0a4') +
      rect(70, 130, 640, 430, 'url(#outside)') +
      group(
        cloudStreaks(random, { y: 160, height: 120, count: 6, color: '#fff', opacity: 0.8 }) +
          hillRanges(random, ['#b3cfca', '#93b8ac'], {
            y: 400,
            rise: 40,
            gap: 50,
            base: 580,
            mist: '#f6f3e2',
          }) +
          repeat(5, (index) =>
            broadTree(random, 110 + index * 140, 580, 220, {
              trunk: '#6b5a48',
              leaves: ['#5c8a63', '#7fa877', '#b1cb96'],
            }),
          ),
        'clip-path="url(#window)"',
      ) +
      stroke('M70 130H710V560H70ZM283 130V560M497 130V560', '#f7f6ee', 16) +
      rect(54, 560, 672, 18, '#eef0e8') +
      polygon(
        [
          [90, 150],
          [690, 150],
          [1120, 1067],
          [300, 1067],
        ],
        'url(#beam)',
        'opacity=".5"',
      ) +
      rect(800, 130, 250, 180, '#f7f6ee', 'rx="8"') +
      stroke('M830 220h50l14 -46l22 90l20 -66l12 22h70', '#d0583f', 5, 'stroke-linejoin="round"') +
      rect(1130, 90, 330, 670, '#eef2ea') +
      rect(1144, 104, 302, 656, '#8fb9ae') +
      rect(1190, 160, 210, 260, '#d7e8e4') +
      polygon(
        [
          [1190, 420],
          [1290, 160],
          [1350, 160],
          [1250, 420],
        ],
        '#fff',
        'opacity=".45"',
      ) +
      ellipse(1176, 480, 10, 10, '#eef2ea') +
      cross(1522, 210, 84) +
      [360, 800, 1240]
        .map((x) => rect(x - 120, 0, 240, 20, '#fffef4') + ellipse(x, 16, 220, 50, 'url(#shine)'))
        .join('') +
      rect(0, 760, 1600, 310, 'url(#floor)') +
      repeat(9, (line) =>
        stroke(
          `M${200 * line - 100} 760L${round(800 + (200 * line - 900) * 1.9)} 1067`,
          '#fff',
          2,
          'opacity=".4"',
        ),
      ) +
      stroke('M0 820H1600M0 920H1600', '#fff', 2, 'opacity=".35"') +
      plant(80, 800, 1.5) +
      figure(1300, 800, 330, {
        posture: 'walk',
        coat: '#bfdad5',
        trousers: '#8fb5b2',
        hairdo: 'bun',
        facing: -1,
        hat: path('M-8 -97Q-7 -107 0 -107T8 -98Q0 -102 -8 -97Z', '#e9f2ee'),
        held:
          rect(-2, -66, 20, 4, '#8fa4a6') + rect(2, -76, 4, 10, '#d0583f') + rect(9, -74, 4, 8, '#4f9488'),
      }) +
      figure(1030, 786, 300, {
        posture: 'stand',
        coat: '#7e95ab',
        trousers: '#505a66',
        facing: 1,
        hairdo: 'grey',
      }) +
      figure(1092, 788, 262, {
        posture: 'walk',
        coat: '#c7774f',
        trousers: '#4d545c',
        facing: 1,
        hairdo: 'bun',
      }) +
      [420, 600, 780]
        .map((x) => ellipse(x, 1000, 130, 16, '#3d5a58', 'opacity=".22" filter="url(#soft)"'))
        .join('') +
      chair(330, 992) +
      group(chair(0, 0), 'transform="translate(880 992) scale(-1 1)"') +
      figure(338, 992, 400, { posture: 'sit', coat: '#8a6f86', trousers: '#4b4f5a', hairdo: 'grey' }) +
      figure(872, 992, 410, {
        posture: 'sit',
        coat: whiteCoat,
        trousers: '#5f7c86',
        hairdo: 'short',
        facing: -1,
        held:
          stroke('M-3 -80Q3 -66 8 -64Q12 -66 9 -80', '#2f5d66', 1.6) + ellipse(8, -63, 2.4, 2.4, '#2f5d66'),
      }) +
      rect(440, 786, 340, 20, '#e9dcc0') +
      rect(440, 802, 340, 8, '#b89e74') +
      rect(462, 808, 14, 190, '#cdb88f') +
      rect(744, 808, 14, 190, '#cdb88f') +
      rect(620, 820, 122, 96, '#dccaa4') +
      rect(632, 862, 98, 3, '#a58b61') +
      group(
        rect(-46, -62, 92, 56, '#dfe6e2', 'rx="8"') +
          rect(-38, -54, 52, 38, '#5f9aa0') +
          ellipse(32, -42, 8, 8, '#d0583f') +
          rect(22, -24, 20, 6, '#8fa4a6'),
        'transform="translate(560 786)"',
      ) +
      stroke('M516 768Q480 780 440 800', '#3d4f55', 5) +
      rect(400, 788, 54, 22, '#3f6f8a', 'rx="8" transform="rotate(-6 426 798)"') +
      group(
        rect(-58, -96, 116, 78, '#34474d', 'rx="5"') +
          rect(-52, -90, 104, 64, '#9fd0cc') +
          stroke('M-40 -50h20l8 -22l12 38l10 -22h28', '#f7f6ee', 3) +
          rect(-8, -18, 16, 14, '#34474d') +
          rect(-30, -6, 60, 6, '#34474d'),
        'transform="translate(690 786)"',
      ) +
      rect(608, 776, 30, 10, '#f7f6ee') +
      rect(1330, 900, 220, 16, '#4f9488') +
      rect(1346, 916, 12, 80, '#8fa4a6') +
      rect(1520, 916, 12, 80, '#8fa4a6') +
      figure(1400, 996, 330, {
        posture: 'sit',
        coat: '#d3a24d',
        trousers: '#46525c',
        hairdo: 'long',
        facing: -1,
      }) +
      figure(1496, 968, 230, { posture: 'sit', coat: '#c4553d', trousers: '#56707d', facing: -1 }),
  });
}

export const clinicDrawings = {
  'hospital-clinic': {
    width: 1600,
    height: 1067,
    alt: '明亮的诊室里，医生为一位老人量血压，护士端着托盘走过。',
    credit: pictureCredit,
    draw: drawHospitalClinic,
  },
} satisfies Record<string, DemoPictureDrawing>;
