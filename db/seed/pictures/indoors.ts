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
  type Random,
  rect,
  repeat,
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { backpack, figure } from './figures';
import { broadTree } from './greenery';
import { cloudStreaks, hillRanges } from './scenery';

const spines = ['#8c3b2c', '#b5653a', '#c99a4e', '#4a5f52', '#6f8471', '#2f4858', '#5d7686', '#d9cba6', '#7a5560', '#a88a5c'];

function bookcase(random: Random, x: number, y: number, width: number, height: number, shelves: number): string {
  const each = height / shelves;
  let books = '';
  for (let shelf = 0; shelf < shelves; shelf += 1) {
    const foot = y - height + each * (shelf + 1) - 7;
    let at = x + 9;
    while (at < x + width - 16) {
      const thick = random(5, 13);
      const tall = each * random(0.55, 0.82);
      if (random(0, 1) > 0.07) {
        books += rect(at, foot - tall, thick, tall, pick(random, spines));
        books += rect(at + 1.500, foot - tall * 0.82, thick - 3, 2.4, '#f3e6c4', 'opacity=".55"');
      }
      at += thick + 1;
    }
    books += rect(x + 4, foot, width - 8, 7, '#7b5332');
  }
  return (
    rect(x, y - height, width, height, '#5b3c26') +
    rect(x + 7, y - height + 7, width - 14, height - 10, '#2f1e15') +
    books +
    rect(x - 5, y - height - 10, width + 10, 14, '#80583a') +
    rect(x, y - height, 6, height, '#9a6f48', 'opacity=".6"')
  );
}

function deskLamp(x: number, y: number, size: number): string {
  return group(
    polygon([[-60, -58], [60, -58], [150, 0], [-150, 0]], '#ffe6a8', 'opacity=".22"') +
      ellipse(0, -52, 70, 46, '#ffdf98', 'opacity=".45" filter="url(#bloom)"') +
      rect(-2, -54, 4, 54, '#b98a3c') +
      rect(-20, -4, 40, 5, '#b98a3c') +
      path('M-40 -52Q-34 -74 0 -74T40 -52Z', '#2f6b57') +
      path('M-40 -52Q-34 -74 -6 -74Q-26 -66 -28 -52Z', '#7fb59b', 'opacity=".7"') +
      rect(-40, -54, 80, 4, '#fff0c4'),
    `transform="translate(${x} ${y}) scale(${size})"`,
  );
}

function openBook(x: number, y: number, size: number, cover: string): string {
  return group(
    path('M-30 2Q-14 -6 0 1Q14 -6 30 2L34 -12Q16 -20 0 -12Q-16 -20 -34 -12Z', '#f8f0dc') + stroke('M0 1V-12', '#a89878', 1.4) + path('M-31 3Q-14 -4 0 3Q14 -4 31 3L31 6Q14 0 0 6Q-14 0 -31 6Z', cover),
    `transform="translate(${round(x)} ${y}) scale(${size})"`,
  );
}

function drawLibraryReading(): string {
  const random = seededRandom(1616);
  const window = (x: number) => {
    const d = `M${x} 640V230Q${x} 110 ${x + 95} 110T${x + 190} 230V640Z`;
    return (
      path(d, 'url(#daylight)') +
      group(
        hillRanges(random, ['#b9cfc4', '#8fb0a0'], { y: 440, rise: 40, gap: 60, base: 660, mist: '#f3f0dd' }) +
          broadTree(random, x + 120, 650, 320, { trunk: '#7c6a52', leaves: ['#8c9a52', '#c0a54f', '#e2c876'] }),
        `clip-path="url(#pane-${x})"`,
      ) +
      stroke(d, '#6b472d', 15) +
      stroke(`M${x + 95} 112V640M${x} 250H${x + 190}M${x} 380H${x + 190}M${x} 510H${x + 190}M${x + 48} 140V640M${x + 142} 140V640`, '#7b5434', 5)
    );
  };
  const places = [170, 560, 950, 1340];
  const clips = places.map((x) => `<clipPath id="pane-${x}"><path d="M${x} 640V230Q${x} 110 ${x + 95} 110T${x + 190} 230V640Z"/></clipPath>`).join('');
  const reader = (x: number, y: number, height: number, coat: string, facing: 1 | -1, hairdo: 'short' | 'bun' | 'long' | 'grey') =>
    rect(x - facing * 10 - height * 0.16, y - height * 0.27, height * 0.32, height * 0.05, '#5d3d27') +
    rect(x - facing * (height * 0.17) - 4, y - height * 0.62, 9, height * 0.62, '#5d3d27') +
    rect(x + facing * height * 0.08, y - height * 0.24, 8, height * 0.24, '#4d321f') +
    figure(x, y, height, { posture: 'sit', coat, facing, hairdo });
  const table = (x: number, y: number, width: number, thick: number) =>
    ellipse(x + width / 2, y + 190, width * 0.52, 16, '#1d0f08', 'opacity=".35"') +
    rect(x + 30, y, 18, 190, '#57371f') +
    rect(x + width - 48, y, 18, 190, '#57371f') +
    rect(x, y, width, thick, '#8a5b35') +
    rect(x, y, width, 6, '#c08a55') +
    rect(x, y + thick - 4, width, 5, '#3b2413', 'opacity=".5"');
  return scene({
    shade: '#1d0f08',
    shadeOpacity: 0.5,
    defs:
      gradient('wall', [
        [0, '#b58d60'],
        [1, '#d8b683'],
      ]) +
      gradient('daylight', [
        [0, '#e3ebe0'],
        [1, '#fdf3d3'],
      ]) +
      gradient('parquet', [
        [0, '#b07d4c'],
        [1, '#65402a'],
      ]) +
      gradient('beam', [
        [0, '#fff3c8', 0.5],
        [1, '#fff3c8', 0],
      ]) +
      clips,
    body:
      rect(0, 0, 1600, 720, 'url(#wall)') +
      rect(0, 0, 1600, 56, '#6b472d') +
      repeat(9, (beam) => polygon([[beam * 190 - 20, 0], [beam * 190 + 24, 0], [beam * 170 + 92, 56], [beam * 170 + 64, 56]], '#4d311e')) +
      rect(0, 56, 1600, 9, '#c89b62') +
      places.map(window).join('') +
      rect(0, 640, 1600, 16, '#7b5434') +
      bookcase(random, -40, 720, 190, 620, 7) +
      bookcase(random, 382, 720, 156, 620, 7) +
      bookcase(random, 772, 720, 156, 620, 7) +
      bookcase(random, 1162, 720, 156, 620, 7) +
      bookcase(random, 1552, 720, 160, 620, 7) +
      rect(0, 720, 1600, 350, 'url(#parquet)') +
      repeat(15, (line) => stroke(`M0 ${round(728 + line ** 1.75 * 3.4)}H1600`, '#3b2413', 1.6, 'opacity=".3"')) +
      places.map((x) => polygon([[x, 200], [x + 190, 200], [x + 60, 1040], [x - 330, 1040]], 'url(#beam)', 'opacity=".45"')).join('') +
      figure(470, 764, 250, { posture: 'reach', coat: '#7a4a3a', trousers: '#3a3430', hairdo: 'long', skirt: true, facing: -1 }) +
      figure(1225, 760, 246, { posture: 'stand', coat: '#53706a', trousers: '#353b40', held: rect(3, -63, 13, 16, '#8c3b2c') }) +
      figure(1105, 772, 160, { posture: 'walk', coat: '#d89a3f', trousers: '#3d5364', carried: backpack('#8c3b2c') }) +
      reader(230, 900, 300, '#2f4f63', 1, 'short') +
      reader(726, 900, 300, '#a9452f', -1, 'long') +
      reader(930, 900, 300, '#6a7d5a', 1, 'grey') +
      reader(1440, 900, 300, '#d7c7a2', -1, 'bun') +
      table(270, 758, 420, 26) +
      table(970, 758, 430, 26) +
      deskLamp(480, 758, 1) +
      deskLamp(1185, 758, 1) +
      openBook(335, 757, 1, '#8c3b2c') +
      openBook(622, 757, 1, '#2f4858') +
      openBook(1040, 757, 1, '#4a5f52') +
      openBook(1330, 757, 1, '#c99a4e') +
      repeat(3, (book) => rect(395 + (book % 2) * 4, 748 - book * 11, 62, 10, spines[book + 2]!)) +
      repeat(4, (book) => rect(1232 + (book % 2) * 5, 748 - book * 11, 66, 10, spines[book + 4]!)) +
      group(
        rect(-20, 1000, 1640, 80, '#4a2d1a') + rect(-20, 994, 1640, 10, '#a87446') + repeat(4, (index) => openBook(260 + index * 380, 1000, 1.9, spines[index * 2]!)) + repeat(3, (stack) => repeat(5 - stack, (book) => rect(420 + stack * 390 + (book % 2) * 8, 978 - book * 18, 130, 17, spines[(book * 3 + stack) % 10]!) + rect(426 + stack * 390, 983 - book * 18, 10, 7, '#f3e6c4', 'opacity=".6"'))),
        '',
      ),
  });
}

function drawHospitalClinic(): string {
  const random = seededRandom(1717);
  const cross = (x: number, y: number, size: number) => rect(x - size / 2, y - size / 6, size, size / 3, '#3f8f83') + rect(x - size / 6, y - size / 2, size / 3, size, '#3f8f83');
  const whiteCoat = '#f4f3ec';
  const plant = (x: number, y: number, size: number) =>
    group(
      repeat(15, (leaf) => path('M0 0Q-16 -60 0 -120Q16 -60 0 0Z', pick(random, ['#3f7a5c', '#5d9a72', '#8bb98b']), `transform="translate(0 -60) rotate(${-70 + leaf * 10}) scale(${round(random(0.6, 1) * 10) / 10})"`)) + path('M-36 -70H36L26 0H-26Z', '#d9c6a4') + rect(-40, -76, 80, 12, '#e8d9ba'),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  const chair = (x: number, y: number) => rect(x - 52, y - 100, 104, 14, '#4f9488') + rect(x - 56, y - 220, 12, 130, '#4f9488', 'rx="6"') + rect(x - 46, y - 88, 7, 88, '#8fa4a6') + rect(x + 40, y - 88, 7, 88, '#8fa4a6');
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
          hillRanges(random, ['#b3cfca', '#93b8ac'], { y: 400, rise: 40, gap: 50, base: 580, mist: '#f6f3e2' }) +
          repeat(5, (index) => broadTree(random, 110 + index * 140, 580, 220, { trunk: '#6b5a48', leaves: ['#5c8a63', '#7fa877', '#b1cb96'] })),
        'clip-path="url(#window)"',
      ) +
      stroke('M70 130H710V560H70ZM283 130V560M497 130V560', '#f7f6ee', 16) +
      rect(54, 560, 672, 18, '#eef0e8') +
      polygon([[90, 150], [690, 150], [1120, 1067], [300, 1067]], 'url(#beam)', 'opacity=".5"') +
      rect(800, 130, 250, 180, '#f7f6ee', 'rx="8"') +
      stroke('M830 220h50l14 -46l22 90l20 -66l12 22h70', '#d0583f', 5, 'stroke-linejoin="round"') +
      rect(1130, 90, 330, 670, '#eef2ea') +
      rect(1144, 104, 302, 656, '#8fb9ae') +
      rect(1190, 160, 210, 260, '#d7e8e4') +
      polygon([[1190, 420], [1290, 160], [1350, 160], [1250, 420]], '#fff', 'opacity=".45"') +
      ellipse(1176, 480, 10, 10, '#eef2ea') +
      cross(1522, 210, 84) +
      stroke('M770 0V70M790 70H750', '#9fb5b0', 4) +
      [360, 800, 1240].map((x) => rect(x - 120, 0, 240, 20, '#fffef4') + ellipse(x, 16, 220, 50, 'url(#shine)')).join('') +
      rect(0, 760, 1600, 310, 'url(#floor)') +
      repeat(9, (line) => stroke(`M${200 * line - 100} 760L${round(800 + (200 * line - 900) * 1.9)} 1067`, '#fff', 2, 'opacity=".4"')) +
      stroke('M0 820H1600M0 920H1600', '#fff', 2, 'opacity=".35"') +
      plant(80, 800, 1.5) +
      figure(1300, 800, 330, { posture: 'walk', coat: '#bfdad5', trousers: '#8fb5b2', hairdo: 'bun', facing: -1, hat: path('M-8 -97Q-7 -107 0 -107T8 -98Q0 -102 -8 -97Z', '#e9f2ee'), held: rect(-2, -66, 20, 4, '#8fa4a6') + rect(2, -76, 4, 10, '#d0583f') + rect(9, -74, 4, 8, '#4f9488') }) +
      figure(1030, 786, 300, { posture: 'stand', coat: '#7e95ab', trousers: '#505a66', facing: 1, hairdo: 'grey' }) +
      figure(1092, 788, 262, { posture: 'walk', coat: '#c7774f', trousers: '#4d545c', facing: 1, hairdo: 'bun' }) +
      [420, 600, 780].map((x) => ellipse(x, 1000, 130, 16, '#3d5a58', 'opacity=".22" filter="url(#soft)"')).join('') +
      chair(330, 992) +
      group(chair(0, 0), 'transform="translate(880 992) scale(-1 1)"') +
      figure(338, 992, 400, { posture: 'sit', coat: '#8a6f86', trousers: '#4b4f5a', hairdo: 'grey' }) +
      figure(872, 992, 410, { posture: 'sit', coat: whiteCoat, trousers: '#5f7c86', hairdo: 'short', facing: -1, held: stroke('M-3 -80Q3 -66 8 -64Q12 -66 9 -80', '#2f5d66', 1.6) + ellipse(8, -63, 2.4, 2.4, '#2f5d66') }) +
      rect(440, 786, 340, 20, '#e9dcc0') +
      rect(440, 802, 340, 8, '#b89e74') +
      rect(462, 808, 14, 190, '#cdb88f') +
      rect(744, 808, 14, 190, '#cdb88f') +
      rect(620, 820, 122, 96, '#dccaa4') +
      rect(632, 862, 98, 3, '#a58b61') +
      group(rect(-46, -62, 92, 56, '#dfe6e2', 'rx="8"') + rect(-38, -54, 52, 38, '#5f9aa0') + ellipse(32, -42, 8, 8, '#d0583f') + rect(22, -24, 20, 6, '#8fa4a6'), 'transform="translate(560 786)"') +
      stroke('M516 768Q480 780 440 800', '#3d4f55', 5) +
      rect(400, 788, 54, 22, '#3f6f8a', 'rx="8" transform="rotate(-6 426 798)"') +
      group(rect(-58, -96, 116, 78, '#34474d', 'rx="5"') + rect(-52, -90, 104, 64, '#9fd0cc') + stroke('M-40 -50h20l8 -22l12 38l10 -22h28', '#f7f6ee', 3) + rect(-8, -18, 16, 14, '#34474d') + rect(-30, -6, 60, 6, '#34474d'), 'transform="translate(690 786)"') +
      rect(608, 776, 30, 10, '#f7f6ee') +
      rect(1420, 870, 180, 16, '#4f9488') +
      rect(1440, 886, 12, 110, '#8fa4a6') +
      rect(1568, 886, 12, 110, '#8fa4a6') +
      figure(1490, 996, 330, { posture: 'sit', coat: '#d3a24d', trousers: '#46525c', hairdo: 'long', facing: -1 }) +
      figure(1560, 996, 210, { posture: 'sit', coat: '#c4553d', trousers: '#56707d', facing: -1 }),
  });
}

export const indoorDrawings = {
  'library-reading': { width: 1600, height: 1067, alt: '澄澜市图书馆阅览室，读者坐在高窗下的长桌旁静静看书。', credit: pictureCredit, draw: drawLibraryReading },
  'hospital-clinic': { width: 1600, height: 1067, alt: '明亮的诊室里，医生为一位老人量血压，护士推门走过。', credit: pictureCredit, draw: drawHospitalClinic },
} satisfies Record<string, DemoPictureDrawing>;
