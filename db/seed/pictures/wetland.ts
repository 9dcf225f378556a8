import {
  type DemoPictureDrawing,
  ellipse,
  gradient,
  group,
  path,
  pictureCredit,
  rect,
  repeat,
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { reeds } from './greenery';
import { cloudStreaks, hillRanges, mistBand, reflection, ripples } from './scenery';

/** One egret; `x`,`y` are its feet, `size` its standing height. */
function egret(x: number, y: number, size: number, facing: 1 | -1, feeding = false): string {
  const neck = feeding
    ? 'M14 -48Q34 -62 36 -40Q36 -22 44 -12'
    : 'M14 -50Q26 -58 20 -70Q12 -84 22 -94Q27 -98 31 -94';
  const beak = feeding ? 'M42 -14L52 4L47 -16Z' : 'M30 -97L50 -92L30 -91.500Z';
  return group(
    stroke('M-2 -34L-4 -16L-3 0M6 -34L7 -17L9 0', '#2f3436', 2) +
      path('M-42 -28Q-18 -36 -6 -54Q10 -66 22 -48Q20 -34 4 -30Q-16 -26 -42 -28Z', '#f4f2e8') +
      path('M-46 -24Q-20 -32 -8 -46Q4 -44 8 -34Q-14 -26 -46 -24Z', '#b9c3c4', 'opacity=".8"') +
      stroke(neck, '#f6f4ea', 6, 'stroke-linecap="round"') +
      (feeding ? '' : ellipse(27, -94, 5, 4, '#f6f4ea')) +
      path(beak, '#d79a3a') +
      (feeding ? '' : stroke('M24 -97Q12 -96 6 -88', '#f4f2e8', 1.4) + ellipse(29, -95, 0.9, 0.9, '#222')),
    `transform="translate(${round(x)} ${round(y)}) scale(${round((size / 100) * facing * 100) / 100} ${round(size) / 100})"`,
  );
}

function flyingEgret(x: number, y: number, size: number, up: boolean): string {
  const wing = up
    ? 'M-6 -2Q-26 -40 -66 -52Q-50 -34 -40 -26Q-52 -30 -60 -30Q-40 -10 10 4Z'
    : 'M-6 0Q-34 6 -58 34Q-36 26 -28 24Q-36 34 -36 40Q-6 26 12 4Z';
  const rear = up
    ? 'M6 -2Q10 -34 38 -58Q34 -38 28 -28Q36 -32 40 -32Q30 -8 18 4Z'
    : 'M8 0Q26 8 34 34Q18 24 10 22Q8 26 4 30Q-2 18 4 2Z';
  return group(
    path(rear, '#c3cccb') +
      stroke('M-18 4L-50 8', '#3a3f40', 1.8) +
      path('M-24 4Q-4 -8 22 -2Q30 -8 36 -3Q30 6 18 5Q0 10 -24 4Z', '#f6f4ea') +
      path('M35 -5L50 -1L35 0Z', '#d79a3a') +
      path(wing, '#f6f4ea'),
    `transform="translate(${round(x)} ${round(y)}) scale(${round(size) / 100})"`,
  );
}

function drawWetlandBirds(): string {
  const random = seededRandom(303);
  const far = hillRanges(random, ['#c7b8bb', '#a7a3b0', '#858f9f'], {
    y: 540,
    rise: 60,
    gap: 54,
    base: 720,
    mist: '#f0ddd3',
    width: 1200,
  });
  const standing =
    egret(420, 1130, 330, 1) +
    egret(735, 1010, 190, -1, true) +
    egret(905, 955, 150, -1) +
    egret(250, 925, 110, 1, true);
  return scene({
    width: 1200,
    height: 1500,
    shade: '#28374a',
    defs:
      gradient('sky', [
        [0, '#5f7f98'],
        [0.4, '#b3b7bd'],
        [0.75, '#eccbb9'],
        [1, '#f7e2c9'],
      ]) +
      gradient('marsh', [
        [0, '#f2dac6'],
        [0.3, '#bdb9bb'],
        [0.7, '#6f8a98'],
        [1, '#39566a'],
      ]),
    body:
      rect(0, 0, 1200, 720, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 380, count: 14, color: '#f6dccb', opacity: 0.6, width: 1200 }) +
      ellipse(860, 420, 70, 70, '#e7795a', 'opacity=".9"') +
      ellipse(860, 420, 180, 180, '#f0a582', 'opacity=".28" filter="url(#haze)"') +
      cloudStreaks(random, { y: 400, height: 70, count: 5, color: '#c9b9bd', opacity: 0.8, width: 1200 }) +
      far +
      rect(0, 700, 1200, 800, 'url(#marsh)') +
      ellipse(860, 900, 46, 130, '#f0a07e', 'opacity=".55" filter="url(#wobble)"') +
      reflection(far, 702, 0.4, 0.8) +
      repeat(9, (row) =>
        reeds(random, {
          x: random(-60, 900),
          y: 720 + row * 17,
          width: random(160, 420),
          height: 70 + row * 9,
          count: 26,
          stalk: row < 4 ? '#8d8f92' : '#6d7a7c',
          plume: row < 4 ? '#b9a59c' : '#a58f80',
          lean: 24,
        }),
      ) +
      mistBand({ x: 600, y: 800, rx: 640, ry: 22, color: '#f6e3d4', opacity: 0.5 }) +
      ripples(random, {
        y: 860,
        width: 1200,
        height: 620,
        count: 220,
        colors: ['#f7e6d6', '#33526a', '#d9cfc9'],
        opacity: 0.5,
      }) +
      reflection(egret(420, 1130, 330, 1), 1130, 0.45, 0.7) +
      reflection(egret(735, 1010, 190, -1, true), 1010, 0.45, 0.7) +
      reflection(egret(905, 955, 150, -1), 955, 0.45, 0.7) +
      standing +
      flyingEgret(330, 330, 190, true) +
      flyingEgret(590, 220, 130, false) +
      flyingEgret(700, 350, 100, true) +
      flyingEgret(150, 190, 84, false) +
      flyingEgret(470, 120, 66, true) +
      reeds(random, {
        x: 780,
        y: 1520,
        width: 450,
        height: 520,
        count: 52,
        stalk: '#33464a',
        plume: '#c9ab86',
        lean: -30,
      }) +
      reeds(random, {
        x: -40,
        y: 1520,
        width: 330,
        height: 400,
        count: 40,
        stalk: '#2c3f45',
        plume: '#b99c7c',
        lean: 30,
      }),
  });
}

export const wetlandDrawings = {
  'wetland-birds': {
    width: 1200,
    height: 1500,
    alt: '暮色里的镜汐湖湿地，白鹭在芦苇间觅食，几只正飞过水面。',
    credit: pictureCredit,
    draw: drawWetlandBirds,
  },
} satisfies Record<string, DemoPictureDrawing>;
