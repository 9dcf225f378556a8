import { eavesHouse, gableHouse } from './architecture';
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
import { broadTree, grass } from './greenery';
import { cloudStreaks, flock, hillRanges, mistBand, ridge } from './scenery';

function drawTerracedFields(): string {
  const random = seededRandom(1010);
  const levels = 22;
  const edge = (level: number, x: number) => {
    const t = level / levels;
    const depth = 430 + 690 * t ** 1.55;
    const slope = (1 - t * 0.55) * 120;
    return (
      depth +
      Math.sin(x / 270 + level * 0.33) * slope * 0.34 +
      Math.sin(x / 118 + level * 0.71) * 15 * (0.4 + t) -
      Math.exp(-(((x - 1230) / 330) ** 2)) * slope * 1.15 +
      Math.exp(-(((x - 540) / 300) ** 2)) * slope * 0.75
    );
  };
  const line = (level: number) => {
    let d = '';
    for (let x = -20; x <= 1620; x += 10) d += `${x === -20 ? 'M' : 'L'}${x} ${round(edge(level, x))}`;
    return d;
  };
  const crops = ['#6f9a55', '#86ab5d', '#a5bd67', '#5b8a56', '#bccb7c'];
  let fields = '';
  for (let level = 0; level <= levels; level += 1) {
    const flooded = level % 3 !== 1;
    const bank = 5 + level * 0.9;
    fields += path(`${line(level)}V1100H-20Z`, flooded ? 'url(#paddy)' : pick(random, crops));
    fields += stroke(line(level), '#3f5f3c', bank);
    fields += stroke(line(level), '#93ad62', bank * 0.4, `transform="translate(0 ${round(-bank * 0.32)})"`);
    if (flooded) {
      fields += repeat(26, () => {
        const x = random(0, 1600);
        const y = edge(level, x) + bank + random(2, 12 + level * 0.8);
        return ellipse(x, y, random(14, 60), 1 + level * 0.05, '#fdf6e2', 'opacity=".5"');
      });
    } else {
      fields += repeat(150, () => {
        const x = random(0, 1600);
        const y = edge(level, x) + bank + random(6, 16 + level * 1.3);
        return stroke(
          `M${round(x)} ${round(y)}l${round(random(-2, 2))} ${round(-5 - level * 0.4)}`,
          pick(random, ['#4c7543', '#c3d27f', '#7da055']),
          1.6,
        );
      });
    }
  }
  const house = (x: number, y: number, size: number) =>
    group(
      gableHouse(-60, 0, 70, 92, { wall: '#efe9da', roof: '#4d5654', wood: '#6f5a45' }) +
        eavesHouse(random, 6, 0, 96, 84, { wall: '#e2d8c0', roof: '#4d5654', wood: '#6f5a45' }),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  const road =
    'M-20 1000Q240 930 420 968T760 900Q900 842 760 782T560 690Q520 640 690 612T960 560Q1040 534 1000 506';
  const farmer = (x: number, level: number, height: number, bend: boolean, facing: 1 | -1 = 1) =>
    figure(x, edge(level, x) - 2, height, {
      posture: bend ? 'bend' : 'walk',
      coat: pick(random, ['#b8503a', '#35566b', '#6b6f8a']),
      trousers: '#3c423c',
      hat: strawHat,
      facing,
      held: bend ? '' : stroke('M-26 -80Q6 -92 40 -76', '#6b4d2e', 2.4),
    });
  return scene({
    shade: '#1d3426',
    defs:
      gradient('sky', [
        [0, '#9fc0c4'],
        [1, '#fbeed2'],
      ]) +
      gradient('paddy', [
        [0, '#eef0df'],
        [0.05, '#c7dad2'],
        [0.2, '#9dbfbe'],
        [1, '#7ea9ad'],
      ]) +
      glow('sun', [
        [0, '#fff8dc'],
        [1, '#ffe6b0', 0],
      ]),
    body:
      rect(0, 0, 1600, 600, 'url(#sky)') +
      ellipse(330, 170, 330, 330, 'url(#sun)') +
      cloudStreaks(random, { y: 40, height: 160, count: 10, color: '#ffffff', opacity: 0.55 }) +
      hillRanges(random, ['#b4ccc6', '#94b5a9', '#769c87', '#5d8770'], {
        y: 215,
        rise: 70,
        gap: 62,
        base: 620,
        mist: '#f3efda',
      }) +
      fields +
      stroke(road, '#5f5a4c', 26, 'stroke-linejoin="round" opacity=".25"') +
      stroke(road, '#d9cfb4', 19, 'stroke-linejoin="round"') +
      stroke(road, '#f3ead0', 2, 'stroke-dasharray="16 14" opacity=".9"') +
      group(
        rect(-34, -26, 44, 22, '#2f6a72') +
          path('M10 -4V-22H24L33 -12V-4Z', '#d5503a') +
          path('M15 -19H23L28 -12H15Z', '#dbe8e6') +
          ellipse(-22, -3, 6, 6, '#22282b') +
          ellipse(20, -3, 6, 6, '#22282b') +
          rect(-30, -34, 36, 9, '#9cb35f'),
        'transform="translate(610 930) rotate(-8) scale(1.4)"',
      ) +
      house(1150, 540, 0.8) +
      house(1260, 556, 1) +
      house(1380, 560, 0.86) +
      repeat(5, (index) =>
        broadTree(random, 1090 + index * 92, 556 + (index % 2) * 14, 92, {
          trunk: '#554a3a',
          leaves: ['#3f6a4a', '#5c8a56', '#92b06c'],
        }),
      ) +
      mistBand({ x: 320, y: 470, rx: 460, ry: 34, color: '#f6f1de', opacity: 0.75 }) +
      farmer(1060, 13, 74, true) +
      farmer(1140, 13, 74, true, -1) +
      farmer(300, 15, 92, true) +
      farmer(1270, 18, 134, false, -1) +
      farmer(1050, 19, 150, true) +
      flock(random, { x: 980, y: 170, spread: 150, count: 8, size: 14, color: '#4f6f66' }),
  });
}

function drawTeaHills(): string {
  const random = seededRandom(1111);
  const greens = ['#2f5b3b', '#3d6e44', '#4f8350', '#6a9a58', '#8fb56a'];
  /** One rounded hill combed with rows of bushes that follow its back. */
  const teaHill = (cx: number, top: number, half: number, base: number, rows: number, tone: number) => {
    const d = `M${cx - half} ${base}Q${cx - half * 0.5} ${top} ${cx} ${top}T${cx + half} ${base}Z`;
    const id = `tea-${cx}-${top}`;
    return (
      `<clipPath id="${id}"><path d="${d}"/></clipPath>` +
      path(d, greens[tone]!) +
      group(
        repeat(rows, (row) => {
          const t = row / rows;
          const y = top + (base - top) * t ** 1.15;
          const thick = ((base - top) / rows) * (0.7 + t * 0.65);
          const bow = half * 0.34 * (1 - t * 0.35);
          const curve = (dy: number) =>
            `M${cx - half * 1.1} ${round(y + bow + dy)}Q${cx} ${round(y - bow * 0.55 + dy)} ${cx + half * 1.1} ${round(y + bow + dy)}`;
          const tufts = Math.round(half / 8);
          return (
            stroke(curve(thick * 0.5), '#1d3d2b', thick * 0.5, 'opacity=".6"') +
            stroke(curve(0), greens[Math.min(4, tone + 1)]!, thick * 0.62) +
            stroke(curve(-thick * 0.18), greens[Math.min(4, tone + 2)]!, thick * 0.2, 'opacity=".8"') +
            repeat(tufts, (tuft) => {
              const u = (tuft + random(0, 1)) / tufts;
              const bx = cx - half * 1.1 + half * 2.2 * u;
              const by = y + bow - 2 * (1 - u) * u * bow * 1.55;
              return ellipse(
                bx,
                by - thick * random(-0.1, 0.32),
                thick * 0.36,
                thick * 0.22,
                pick(random, greens),
                'opacity=".8"',
              );
            })
          );
        }),
        `clip-path="url(#${id})"`,
      )
    );
  };
  const basket =
    path('M-20 -80h13l-2 30h-9Z', '#a97f45') + stroke('M-19 -70h11M-18.500 -60h10', '#6d4d26', 1);
  const picker = (
    x: number,
    y: number,
    height: number,
    coat: string,
    facing: 1 | -1 = 1,
    posture: 'reach' | 'bend' | 'stand' = 'reach',
  ) =>
    figure(x, y, height, {
      posture,
      coat,
      trousers: '#39434a',
      hat: strawHat,
      carried: basket,
      facing,
      hairdo: 'bun',
    });
  return scene({
    shade: '#122a1f',
    defs: gradient('sky', [
      [0, '#c5d9d6'],
      [0.6, '#eef0df'],
      [1, '#fbf3da'],
    ]),
    body:
      rect(0, 0, 1600, 700, 'url(#sky)') +
      cloudStreaks(random, { y: 40, height: 180, count: 10, color: '#ffffff', opacity: 0.7 }) +
      hillRanges(random, ['#bcd0cc', '#a1bdb6', '#86a99d', '#6c947f'], {
        y: 200,
        rise: 105,
        gap: 78,
        base: 720,
        mist: '#f2f2e4',
      }) +
      path(ridge(random, { y: 470, rise: 40, wave: 620, base: 720 }), '#557f63') +
      mistBand({ x: 900, y: 505, rx: 800, ry: 34, color: '#f4f3e4', opacity: 0.75 }) +
      repeat(16, (index) =>
        broadTree(random, 20 + index * 108 + random(-30, 30), 540, random(70, 120), {
          trunk: '#4b4a3c',
          leaves: ['#3d6a50', '#56845f', '#7fa677'],
        }),
      ) +
      rect(0, 800, 1600, 280, '#2f5b3b') +
      teaHill(1180, 490, 640, 900, 17, 2) +
      gableHouse(250, 560, 90, 100, { wall: '#f1ecdf', roof: '#46504f', wood: '#6f5a45' }) +
      eavesHouse(random, 332, 562, 150, 96, { wall: '#e8e0cc', roof: '#46504f', wood: '#6f5a45' }) +
      teaHill(330, 560, 640, 990, 17, 1) +
      picker(1040, 640, 92, '#c3523c') +
      picker(1160, 618, 86, '#e8dcc2', -1) +
      picker(1300, 672, 98, '#4d6f93', -1) +
      picker(420, 736, 120, '#d8a24a') +
      picker(270, 752, 126, '#a8506a', -1) +
      mistBand({ x: 780, y: 800, rx: 480, ry: 26, color: '#eef0dd', opacity: 0.4 }) +
      teaHill(950, 770, 1150, 1330, 13, 1) +
      picker(700, 905, 235, '#3d6a86') +
      picker(930, 880, 222, '#c3523c', -1) +
      picker(1270, 930, 250, '#efe3c8', 1) +
      group(
        repeat(2, (side) => teaHill(side * 1500 + 50, 985, 700, 1400, 9, 0)),
        '',
      ) +
      grass(random, {
        x: 0,
        y: 1075,
        width: 1600,
        depth: 10,
        height: 60,
        count: 160,
        colors: ['#6a9a58', '#a8c97a', '#3d6e44'],
      }) +
      flock(random, { x: 650, y: 180, spread: 120, count: 6, size: 14, color: '#5f7f78' }),
  });
}

export const countrysideDrawings = {
  'terraced-fields': {
    width: 1600,
    height: 1067,
    alt: '白砧镇的层层梯田映着天光，农人弯腰插秧，小货车沿盘山路上行。',
    credit: pictureCredit,
    draw: drawTerracedFields,
  },
  'tea-hills': {
    width: 1600,
    height: 1067,
    alt: '云砧山茶园里，戴草帽的茶农背着竹篓采摘新芽。',
    credit: pictureCredit,
    draw: drawTeaHills,
  },
} satisfies Record<string, DemoPictureDrawing>;
