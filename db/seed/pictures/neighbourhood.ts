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
import { backpack, figure, strawHat } from './figures';
import { broadTree, grass } from './greenery';
import { cloudStreaks, flock, hillRanges, mistBand } from './scenery';

function drawSchoolYard(): string {
  const random = seededRandom(1818);
  const bags = ['#c24a36', '#2f6d86', '#e0a547', '#5d8a6c', '#7b5a86'];
  const floors = repeat(4, (floor) => {
    const y = 560 - floor * 92;
    return (
      rect(330, y - 92, 940, 92, floor % 2 ? '#f1e6cf' : '#ead9bb') +
      rect(330, y - 16, 940, 16, '#b9553d') +
      repeat(13, (bay) => rect(348 + bay * 71, y - 82, 50, 58, '#7fa3aa') + rect(348 + bay * 71, y - 82, 22, 58, '#c3d9d8', 'opacity=".6"') + stroke(`M${373 + bay * 71} ${y - 82}v58M${348 + bay * 71} ${y - 56}h50`, '#f7f2e4', 3)) +
      repeat(47, (rail) => rect(336 + rail * 20, y - 34, 2.5, 20, '#8a4a38', 'opacity=".55"'))
    );
  });
  const child = (x: number, y: number, height: number, facing: 1 | -1, posture: 'stand' | 'walk' | 'wave' | 'run') =>
    ellipse(x + 10, y + 2, height * 0.24, height * 0.035, '#2a2f33', 'opacity=".3"') +
    figure(x, y, height, {
      posture,
      coat: pick(random, ['#2f5d86', '#f3efe2', '#2f5d86', '#f3efe2', '#d9a441']),
      trousers: pick(random, ['#27374d', '#33415a']),
      carried: backpack(pick(random, bags)),
      hairdo: pick(random, ['short', 'bun', 'long', 'short']),
      facing,
      held: posture === 'stand' ? path('M-3 -82L3 -82L1 -70Z', '#c24a36') : '',
    });
  const line = (y: number, count: number, height: number, from: number, gap: number) =>
    repeat(count, (index) => child(from + index * gap + random(-4, 4), y + random(-4, 4), height * random(0.94, 1.04), -1, index % 3 ? 'walk' : 'stand'));
  return scene({
    shade: '#243a3a',
    shadeOpacity: 0.32,
    defs:
      gradient('sky', [
        [0, '#79b3c4'],
        [1, '#f6ead0'],
      ]) +
      gradient('turf', [
        [0, '#8fb56f'],
        [1, '#4f8356'],
      ]),
    body:
      rect(0, 0, 1600, 600, 'url(#sky)') +
      cloudStreaks(random, { y: 40, height: 180, count: 11, color: '#ffffff', opacity: 0.8 }) +
      hillRanges(random, ['#a3c4be', '#86ab9f'], { y: 430, rise: 44, gap: 40, base: 600, mist: '#f2f0de' }) +
      floors +
      rect(310, 176, 980, 20, '#9a4634') +
      rect(690, 96, 220, 470, '#e3cda8') +
      rect(676, 84, 248, 18, '#9a4634') +
      ellipse(800, 158, 40, 40, '#f7f2e4') +
      stroke('M800 158V132M800 158L820 168', '#33415a', 5, 'stroke-linecap="round"') +
      repeat(3, (row) => rect(722, 226 + row * 92, 156, 60, '#7fa3aa') + stroke(`M774 ${226 + row * 92}v60M826 ${226 + row * 92}v60`, '#f7f2e4', 4)) +
      rect(734, 500, 132, 66, '#5d7f86') +
      stroke('M800 500v66', '#f7f2e4', 4) +
      rect(700, 486, 200, 14, '#9a4634') +
      repeat(3, (step) => rect(690 - step * 16, 560 + step * 9, 220 + step * 32, 10, ['#e0d3b8', '#cfc0a2', '#bba98a'][step]!)) +
      broadTree(random, 150, 610, 430, { trunk: '#5d4a3b', leaves: ['#3f6f4e', '#5c8f5c', '#9cbf78'] }) +
      broadTree(random, 1460, 610, 450, { trunk: '#5d4a3b', leaves: ['#456f47', '#6a9657', '#b3c777'] }) +
      rect(0, 584, 1600, 490, '#b5573f') +
      path('M-200 790Q-200 640 300 632H1300Q1800 640 1800 790V1300H-200Z', 'url(#turf)') +
      [0, 1, 2].map((lane) => stroke(`M-200 ${770 - lane * 6}Q${-200} ${626 - lane * 13} 300 ${618 - lane * 10}H1300Q1800 ${626 - lane * 13} 1800 ${770 - lane * 6}`, '#f6e6d2', 2.5 - lane * 0.4)).join('') +
      stroke('M800 632V1067', '#eef3df', 4, 'opacity=".6"') +
      ellipse(800, 830, 260, 70, 'none', 'stroke="#eef3df" stroke-width="4" opacity=".6"') +
      grass(random, { x: 0, y: 660, width: 1600, depth: 400, height: 16, count: 380, colors: ['#5c8f58', '#a7c784', '#457a4e'] }) +
      group(
        rect(-4, -230, 8, 230, '#7b8a8c') + rect(-70, -300, 140, 90, '#f7f2e4') + stroke('M-70 -300h140v90h-140ZM-28 -262h56v44h-56Z', '#c24a36', 4) + ellipse(0, -206, 24, 6, 'none', 'stroke="#d9673a" stroke-width="4"') + stroke('M-22 -204l8 30h28l8 -30M-10 -202l4 28M10 -202l-4 28', '#fff', 1.8),
        'transform="translate(1330 720)"',
      ) +
      line(690, 9, 96, 420, 50) +
      line(752, 9, 122, 350, 62) +
      figure(915, 700, 165, { posture: 'wave', coat: '#8a4a5c', skirt: true, hairdo: 'long' }) +
      figure(292, 764, 196, { posture: 'reach', coat: '#35566b', hairdo: 'short' }) +
      child(1090, 800, 150, 1, 'run') +
      child(1180, 830, 160, 1, 'run') +
      ellipse(1268, 842, 15, 15, '#d9673a') +
      child(260, 960, 236, 1, 'walk') +
      child(356, 972, 228, 1, 'walk') +
      figure(1010, 990, 300, { posture: 'walk', coat: '#6a7d5a', trousers: '#3d454c', hairdo: 'grey', facing: -1 }) +
      child(930, 996, 224, -1, 'walk') +
      child(1380, 1010, 250, -1, 'wave') +
      child(640, 1030, 250, 1, 'run') +
      flock(random, { x: 1080, y: 120, spread: 110, count: 6, size: 14, color: '#4f7a82' }),
  });
}

/** One raised bed seen slightly from above, planted in rows. */
function raisedBed(random: Random, x: number, y: number, width: number, depth: number, crop: number): string {
  const slant = depth * 0.5;
  const leaves = [['#3f7a45', '#63a052', '#9cc773'], ['#6d3b55', '#8a5570', '#5b8a57'], ['#4c7f4a', '#7fb05c', '#c7d97f'], ['#2f6b4f', '#4f9268', '#8cc08f']][crop % 4]!;
  const fruit = ['#d4472f', '#7a3f78', '#f0b23e', '#e8e3cc'][crop % 4]!;
  return (
    polygon([[x + slant, y - depth], [x + width + slant, y - depth], [x + width, y], [x, y]], '#5b3f2b') +
    repeat(4, (row) =>
      repeat(Math.round(width / 46), (plant) => {
        const t = (row + 0.5) / 4;
        const px = x + slant * (1 - t) + 26 + plant * 46;
        const py = y - depth * (1 - t);
        const size = 0.7 + t * 0.5;
        return (
          repeat(9, (leaf) => ellipse(px + Math.cos(leaf * 0.7) * 13 * size, py - 16 * size + Math.sin(leaf * 0.7) * 9 * size, 11 * size, 7 * size, pick(random, leaves))) +
          (random(0, 1) > 0.45 ? ellipse(px + random(-9, 9), py - 14 * size, 5.500 * size, 5.500 * size, fruit) : '')
        );
      }),
    ) +
    rect(x, y, width, 44, '#a87b4d') +
    rect(x, y + 20, width, 3, '#5f4226', 'opacity=".5"') +
    polygon([[x + width, y], [x + width + slant, y - depth], [x + width + slant, y - depth + 40], [x + width, y + 44]], '#7d5936') +
    rect(x, y, width, 4, '#cda06b')
  );
}

function drawCommunityGarden(): string {
  const random = seededRandom(1919);
  const blocks = repeat(5, (index) => {
    const x = 20 + index * 325;
    const high = [430, 360, 470, 390, 440][index]!;
    return (
      tower(random, { x, y: 610, width: 250, height: high, wall: ['#e5cfae', '#d9b794', '#e9d9bf', '#cfae8c', '#e2c9a5'][index]!, panes: ['#7d98a0', '#93aab0', '#f4e3b5'], lit: 0.96, floor: 46 }) +
      repeat(Math.floor(high / 46) - 1, (floor) => rect(x + 8, 610 - high + 62 + floor * 46, 106, 7, '#a4765a', 'opacity=".75"') + (floor % 2 ? ellipse(x + 60, 610 - high + 58 + floor * 46, 22, 8, '#6f9a5c') : ''))
    );
  });
  const can = path('M8 -58h18v16h-18ZM26 -50l14 -10l2 3l-14 13Z', '#3f7f8c') + stroke('M10 -58q7 -12 14 0', '#3f7f8c', 2) + repeat(5, (drop) => stroke(`M${42 + drop * 2} ${-56 + drop}q8 14 9 ${30 + drop * 4}`, '#e8f4f4', 0.9, 'opacity=".85"'));
  const trellis =
    stroke('M1180 720V470M1560 720V470M1180 470H1560M1180 540H1560M1180 610H1560', '#8a6a45', 7) +
    repeat(8, (pole) => stroke(`M${1195 + pole * 52} 720V462`, '#a88456', 4)) +
    repeat(200, () => ellipse(random(1170, 1570), random(450, 690), random(8, 18), random(7, 13), pick(random, ['#3f7548', '#5f9a57', '#8fbf6b']), 'opacity=".92"')) +
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
      repeat(8, (index) => broadTree(random, 40 + index * 160, 640, random(150, 230), { trunk: '#5d4b3a', leaves: ['#4c7a4c', '#6f9e5b', '#aac77c'] })) +
      rect(0, 626, 1600, 450, 'url(#path)') +
      grass(random, { x: 0, y: 632, width: 1600, depth: 14, height: 34, count: 380, colors: ['#5c8a4c', '#86ad62', '#3f6f42'] }) +
      repeat(90, () => ellipse(random(0, 1600), random(660, 1060), random(6, 22), random(2, 5), '#7f6647', 'opacity=".25"')) +
      trellis +
      raisedBed(random, 60, 730, 400, 60, 2) +
      raisedBed(random, 600, 726, 420, 60, 3) +
      figure(520, 748, 190, { posture: 'reach', coat: '#5f7f94', trousers: '#454c55', hairdo: 'grey', held: can }) +
      figure(1130, 770, 200, { posture: 'reach', coat: '#b5563f', hairdo: 'bun', skirt: true }) +
      figure(1060, 772, 128, { posture: 'wave', coat: '#e6b13f', trousers: '#44606f' }) +
      raisedBed(random, -60, 900, 560, 84, 0) +
      raisedBed(random, 1010, 905, 660, 84, 1) +
      figure(610, 930, 300, { posture: 'bend', coat: '#6a8a5c', trousers: '#4a4f56', hat: strawHat, facing: -1 }) +
      figure(800, 940, 316, { posture: 'walk', coat: '#e9dfc8', trousers: '#55616b', hairdo: 'long', held: path('M10 -52h24l-4 18h-16Z', '#a5793f') + ellipse(16, -53, 5, 5, '#d4472f') + ellipse(23, -55, 6, 6, '#63a052') + ellipse(29, -53, 5, 5, '#d4472f') }) +
      figure(920, 930, 290, { posture: 'reach', coat: '#41698a', trousers: '#3b434d', held: can }) +
      raisedBed(random, 180, 1030, 520, 60, 2) +
      repeat(3, (pail) => path(`M${760 + pail * 70} 1000h50l-7 50h-36Z`, ['#3f7f8c', '#c4573f', '#d9a441'][pail]!) + ellipse(785 + pail * 70, 1000, 25, 6, '#3b2a1c')) +
      repeat(9, (index) => path('M0 0q10 -9 20 0q-10 9 -20 0Z', '#f3efe2', `transform="translate(${round(random(200, 1400))} ${round(random(560, 860))}) rotate(${round(random(0, 180))})"`)),
  });
}

export const neighbourhoodDrawings = {
  'school-yard': { width: 1600, height: 1067, alt: '放学时分，背着书包的学生在教学楼前的操场上列队、奔跑。', credit: pictureCredit, draw: drawSchoolYard },
  'community-garden': { width: 1600, height: 1067, alt: '小区楼下的共享菜园里，居民在木箱菜畦间浇水、采摘。', credit: pictureCredit, draw: drawCommunityGarden },
} satisfies Record<string, DemoPictureDrawing>;
