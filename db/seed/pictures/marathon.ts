import { tower } from './architecture';
import { stayedBridge } from './bridges';
import {
  type DemoPictureDrawing,
  ellipse,
  glow,
  gradient,
  path,
  pick,
  pictureCredit,
  rect,
  repeat,
  scene,
  seededRandom,
} from './drawing';
import { figure } from './figures';
import { broadTree, grass } from './greenery';
import { cloudStreaks, hillRanges, mistBand, reflection, ripples } from './scenery';

function drawMarathonRiver(): string {
  const random = seededRandom(909);
  const water = 430;
  const shirts = ['#d4472f', '#f0b23e', '#2d6f8e', '#f4efe2', '#3f8f7a', '#7b4b72', '#e77d3c', '#1f3f66'];
  const runner = (x: number, y: number, height: number) => {
    const shirt = pick(random, shirts);
    return (
      ellipse(x + height * 0.05, y + 2, height * 0.26, height * 0.03, '#2b2a33', 'opacity=".35"') +
      figure(x, y - random(0, 6), height, {
        posture: pick(random, ['run', 'stride']),
        coat: shirt,
        trousers: pick(random, ['#1f2937', '#4b3a52', '#23556c', '#2f4a3f', '#7a2f2a']),
        hairdo: pick(random, ['short', 'short', 'bun', 'grey']),
        skin: pick(random, ['#d6a585', '#c8926f', '#b98260']),
        sporty: true,
        held: rect(-3, -67, 10.5, 10, '#fffdf4') + rect(-0.5, -64, 5.5, 4, '#39434e'),
        hat: random(0, 1) > 0.7 ? path('M-7.500 -97Q0 -106 7 -98L13 -96L-7 -95Z', pick(random, shirts)) : '',
      })
    );
  };
  const pack = [
    ...Array.from(
      { length: 22 },
      (_, index) => [40 + index * 74 + random(-24, 24), 610 + random(-20, 16), random(138, 158)] as const,
    ),
    ...Array.from(
      { length: 12 },
      (_, index) => [30 + index * 128 + random(-34, 34), 735 + random(-28, 30), random(214, 246)] as const,
    ),
    ...Array.from(
      { length: 8 },
      (_, index) => [70 + index * 212 + random(-36, 36), 940 + random(-50, 60), random(345, 392)] as const,
    ),
  ];
  const bridge = stayedBridge(
    { from: -20, to: 1620, deck: 356, water, pylons: [420, 1190], height: 270 },
    { concrete: '#e9e4d6', cable: '#d7dcd8', deck: '#a9b7b7' },
  );
  const skyline = repeat(40, (index) =>
    tower(random, {
      x: index * 41 + random(-8, 8),
      y: water - 2,
      width: random(24, 42),
      height: random(40, 150),
      wall: '#93b0b3',
      panes: ['#dbe8e2'],
      lit: 0.5,
      floor: 11,
    }),
  );
  return scene({
    shade: '#14303a',
    shadeOpacity: 0.36,
    defs:
      gradient('sky', [
        [0, '#7db7c4'],
        [1, '#f7ecd0'],
      ]) +
      gradient('river', [
        [0, '#cfe0d4'],
        [1, '#5e9aa0'],
      ]) +
      gradient('lane', [
        [0, '#c27a55'],
        [1, '#8f4a38'],
      ]) +
      glow('sun', [
        [0, '#fffbe6'],
        [1, '#ffe9b0', 0],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      ellipse(1330, 120, 260, 260, 'url(#sun)') +
      cloudStreaks(random, { y: 30, height: 160, count: 10, color: '#ffffff', opacity: 0.6 }) +
      hillRanges(random, ['#a8c6c3'], { y: 330, rise: 44, gap: 40, base: water, mist: '#eef0e2' }) +
      skyline +
      mistBand({ x: 800, y: water - 10, rx: 1000, ry: 26, color: '#f4f1df', opacity: 0.55 }) +
      rect(0, water, 1600, 110, 'url(#river)') +
      reflection(bridge, water + 6, 0.4, 0.5) +
      bridge +
      ripples(random, {
        y: water + 6,
        height: 96,
        count: 90,
        colors: ['#f4f6ea', '#4a858d'],
        opacity: 0.55,
      }) +
      rect(0, 528, 1600, 30, '#6f8f62') +
      grass(random, {
        x: 0,
        y: 540,
        width: 1600,
        depth: 20,
        height: 30,
        count: 420,
        colors: ['#5c7f50', '#7fa066', '#a4bb7c'],
      }) +
      repeat(6, (index) =>
        broadTree(random, 120 + index * 290, 552, 170, {
          trunk: '#5d4c3f',
          leaves: ['#4f7350', '#6f9363', '#a2bb80'],
        }),
      ) +
      rect(0, 552, 1600, 520, 'url(#lane)') +
      [590, 668, 790, 968]
        .map((y, index) => rect(0, y, 1600, 3 + index * 2, '#f6e4cf', 'opacity=".7"'))
        .join('') +
      repeat(120, () =>
        ellipse(random(0, 1600), random(570, 1060), random(10, 60), random(1, 3), '#5f2f26', 'opacity=".16"'),
      ) +
      pack
        .toSorted((one, other) => one[1] - other[1])
        .map(([x, y, height]) => runner(x + random(-16, 16), y, height))
        .join(''),
  });
}

export const marathonDrawings = {
  'marathon-river': {
    width: 1600,
    height: 1067,
    alt: '沿江跑道上，参赛选手跑过江堤，身后是斜拉大桥。',
    credit: pictureCredit,
    draw: drawMarathonRiver,
  },
} satisfies Record<string, DemoPictureDrawing>;
