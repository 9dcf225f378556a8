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
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { backpack, figure } from './figures';
import { broadTree, grass } from './greenery';
import { cloudStreaks, flock, hillRanges } from './scenery';

function drawSchoolYard(): string {
  const random = seededRandom(1818);
  const bags = ['#c24a36', '#2f6d86', '#e0a547', '#5d8a6c', '#7b5a86'];
  const floors = repeat(4, (floor) => {
    const y = 560 - floor * 92;
    return (
      rect(330, y - 92, 940, 92, floor % 2 ? '#f1e6cf' : '#ead9bb') +
      rect(330, y - 16, 940, 16, '#b9553d') +
      repeat(
        13,
        (bay) =>
          rect(348 + bay * 71, y - 82, 50, 58, '#7fa3aa') +
          rect(348 + bay * 71, y - 82, 22, 58, '#c3d9d8', 'opacity=".6"') +
          stroke(`M${373 + bay * 71} ${y - 82}v58M${348 + bay * 71} ${y - 56}h50`, '#f7f2e4', 3),
      ) +
      repeat(47, (rail) => rect(336 + rail * 20, y - 34, 2.5, 20, '#8a4a38', 'opacity=".55"'))
    );
  });
  const child = (
    x: number,
    y: number,
    height: number,
    facing: 1 | -1,
    posture: 'stand' | 'walk' | 'wave' | 'run',
  ) =>
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
    repeat(count, (index) =>
      child(
        from + index * gap + random(-4, 4),
        y + random(-4, 4),
        height * random(0.94, 1.04),
        -1,
        index % 3 ? 'walk' : 'stand',
      ),
    );
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
      repeat(
        3,
        (row) =>
          rect(722, 226 + row * 92, 156, 60, '#7fa3aa') +
          stroke(`M774 ${226 + row * 92}v60M826 ${226 + row * 92}v60`, '#f7f2e4', 4),
      ) +
      rect(734, 500, 132, 66, '#5d7f86') +
      stroke('M800 500v66', '#f7f2e4', 4) +
      rect(700, 486, 200, 14, '#9a4634') +
      repeat(3, (step) =>
        rect(690 - step * 16, 560 + step * 9, 220 + step * 32, 10, ['#e0d3b8', '#cfc0a2', '#bba98a'][step]!),
      ) +
      broadTree(random, 150, 610, 430, { trunk: '#5d4a3b', leaves: ['#3f6f4e', '#5c8f5c', '#9cbf78'] }) +
      broadTree(random, 1460, 610, 450, { trunk: '#5d4a3b', leaves: ['#456f47', '#6a9657', '#b3c777'] }) +
      rect(0, 584, 1600, 490, '#b5573f') +
      path('M-200 790Q-200 640 300 632H1300Q1800 640 1800 790V1300H-200Z', 'url(#turf)') +
      [0, 1, 2]
        .map((lane) =>
          stroke(
            `M-200 ${770 - lane * 6}Q${-200} ${626 - lane * 13} 300 ${618 - lane * 10}H1300Q1800 ${626 - lane * 13} 1800 ${770 - lane * 6}`,
            '#f6e6d2',
            2.5 - lane * 0.4,
          ),
        )
        .join('') +
      stroke('M800 632V1067', '#eef3df', 4, 'opacity=".6"') +
      ellipse(800, 830, 260, 70, 'none', 'stroke="#eef3df" stroke-width="4" opacity=".6"') +
      grass(random, {
        x: 0,
        y: 660,
        width: 1600,
        depth: 400,
        height: 16,
        count: 380,
        colors: ['#5c8f58', '#a7c784', '#457a4e'],
      }) +
      group(
        rect(-4, -230, 8, 230, '#7b8a8c') +
          rect(-70, -300, 140, 90, '#f7f2e4') +
          stroke('M-70 -300h140v90h-140ZM-28 -262h56v44h-56Z', '#c24a36', 4) +
          ellipse(0, -206, 24, 6, 'none', 'stroke="#d9673a" stroke-width="4"') +
          stroke('M-22 -204l8 30h28l8 -30M-10 -202l4 28M10 -202l-4 28', '#fff', 1.8),
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
      figure(1010, 990, 300, {
        posture: 'walk',
        coat: '#6a7d5a',
        trousers: '#3d454c',
        hairdo: 'grey',
        facing: -1,
      }) +
      child(930, 996, 224, -1, 'walk') +
      child(1380, 1010, 250, -1, 'wave') +
      child(640, 1030, 250, 1, 'run') +
      flock(random, { x: 1080, y: 120, spread: 110, count: 6, size: 14, color: '#4f7a82' }),
  });
}

export const schoolDrawings = {
  'school-yard': {
    width: 1600,
    height: 1067,
    alt: '放学时分，背着书包的学生在教学楼前的操场上列队、奔跑。',
    credit: pictureCredit,
    draw: drawSchoolYard,
  },
} satisfies Record<string, DemoPictureDrawing>;
