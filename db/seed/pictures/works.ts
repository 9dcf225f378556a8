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
import { figure } from './figures';

import { cloudStreaks, flock, hillRanges, mistBand, reflection, ripples } from './scenery';

const containerTones = ['#b5452f', '#2d6076', '#d19a3f', '#5f7f72', '#8b4a3c', '#3c4f6b', '#c9c3b2', '#4d8088'];

function container(random: Random, x: number, y: number, width: number, height: number): string {
  const ribs = Math.round(width / 9);
  return (
    rect(x, y - height, width, height, pick(random, containerTones)) +
    repeat(ribs, (rib) => rect(x + 3 + (rib * (width - 6)) / ribs, y - height + 3, 2, height - 6, '#0d1720', 'opacity=".2"')) +
    rect(x, y - height, width, 2.5, '#fff', 'opacity=".22"') +
    rect(x, y - 4, width, 4, '#0d1720', 'opacity=".35"')
  );
}

/** Ship-to-shore crane: four legs, long boom over the water, trolley with a box on its ropes. */
function quayCrane(x: number, y: number, size: number, color: string, drop: number): string {
  const u = size / 100;
  const lattice = repeat(13, (bay) => stroke(`M${-58 + bay * 11} -72l5.500 -6l5.500 6`, color, 1));
  return group(
    rect(-2, -78, 5, 78, color) +
      rect(34, -78, 5, 78, color) +
      rect(-2, -34, 41, 4, color) +
      rect(-2, -62, 41, 3, color) +
      stroke('M1 -34L37 -62M1 -2L37 -34', color, 1.8) +
      rect(-62, -73, 146, 3.4, color) +
      rect(-62, -79, 146, 1.6, color) +
      lattice +
      polygon([[12, -78], [16, -112], [20, -112], [25, -78]], color) +
      stroke('M17 -111L-60 -78M17 -111L-24 -78M19 -111L82 -78', color, 1) +
      rect(44, -88, 24, 10, color) +
      rect(46, -86, 3, 4, '#e6eef0') +
      rect(-34, -72, 10, 6, color) +
      rect(-32, -66, 6, 6, '#e6eef0', 'opacity=".85"') +
      stroke(`M-33 -68V${-66 + drop}M-25 -68V${-66 + drop}`, color, 0.6) +
      rect(-42, -66 + drop, 26, 9, '#c8542f') +
      repeat(9, (rib) => rect(-40.500 + rib * 2.800, -65 + drop, 0.7, 7, '#30110a', 'opacity=".4"')) +
      rect(-6, -3, 14, 4, color) +
      rect(30, -3, 14, 4, color),
    `transform="translate(${x} ${y}) scale(${round(u * 10) / 10})"`,
  );
}

function drawHarbourContainers(): string {
  const random = seededRandom(1212);
  const water = 700;
  const deckLoad = repeat(4, (tier) =>
    repeat(12 - (tier === 3 ? 4 : 0), (bay) => (random(0, 1) > 0.9 && tier > 1 ? '' : container(random, 214 + (tier === 3 ? 128 : 0) + bay * 64, 584 - tier * 37, 62, 36))),
  );
  const ship =
    path('M60 590H1130Q1120 660 1098 716H180Q110 690 60 590Z', '#24384b') +
    path('M128 676H1110L1098 716H180Q150 704 128 676Z', '#9c3b2b') +
    rect(80, 584, 1040, 8, '#e5e0d0') +
    rect(1000, 400, 92, 186, '#ece7d8') +
    rect(988, 396, 116, 12, '#d6d0bf') +
    repeat(5, (deck) => repeat(6, (pane) => rect(1008 + pane * 13, 418 + deck * 32, 8, 12, '#3a5568'))) +
    rect(1030, 352, 34, 46, '#c0492f') +
    rect(1044, 310, 4, 60, '#5b6a74') +
    stroke('M76 586V540M76 548L210 582', '#33485a', 3) +
    deckLoad;
  const stacks = repeat(11, (column) => {
    const high = Math.floor(random(2, 5));
    return repeat(high, (tier) => container(random, 16 + column * 146, 985 - tier * 58, 142, 56));
  });
  return scene({
    shade: '#16283a',
    shadeOpacity: 0.4,
    defs:
      gradient('sky', [
        [0, '#6f9bb0'],
        [0.5, '#b9cdcb'],
        [1, '#f6dfb9'],
      ]) +
      gradient('sea', [
        [0, '#cfd0bd'],
        [0.4, '#7fa0a6'],
        [1, '#3d6475'],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 340, count: 16, color: '#fff3dc', opacity: 0.65 }) +
      hillRanges(random, ['#a9bcbd', '#8ba4a8'], { y: 530, rise: 46, gap: 46, base: water, mist: '#f3e4c8' }) +
      group([1180, 1330, 1470].map((x) => quayCrane(x, 668, 210, '#7d949c', 20)).join(''), 'opacity=".75"') +
      rect(0, water - 34, 1600, 420, 'url(#sea)') +
      ripples(random, { y: water - 24, height: 150, count: 120, colors: ['#f3efdc', '#46707d'], opacity: 0.55 }) +
      reflection(ship, 716, 0.32, 0.4) +
      ship +
      rect(0, 782, 1600, 290, '#7d7f7b') +
      rect(0, 782, 1600, 12, '#b5b2a4') +
      repeat(40, (index) => rect(index * 42, 796, 22, 7, index % 2 ? '#2f3436' : '#d9a441')) +
      quayCrane(330, 800, 640, '#d9673a', 18) +
      quayCrane(820, 800, 640, '#2f5d70', 33) +
      quayCrane(1330, 800, 640, '#d9673a', 9) +
      repeat(60, () => ellipse(random(0, 1600), random(830, 1060), random(30, 120), random(1.500, 4), '#4f534f', 'opacity=".3"')) +
      stacks +
      rect(0, 985, 1600, 90, '#5b5f5e') +
      rect(0, 985, 1600, 10, '#383c3d', 'opacity=".6"') +
      rect(0, 1024, 1600, 4, '#e0b552') +
      group(
        rect(-150, -58, 200, 50, '#b5452f') + repeat(20, (rib) => rect(-146 + rib * 10, -54, 2, 42, '#2d0f09', 'opacity=".3"')) + rect(-154, -8, 214, 8, '#2a2f32') + path('M62 -4V-56H96L112 -30V-4Z', '#e8e2d2') + path('M72 -48H93L103 -30H72Z', '#5b7f8e') + [-126, -96, 20, 90].map((x) => ellipse(x, 0, 13, 13, '#1d2123') + ellipse(x, 0, 5, 5, '#8d9290')).join(''),
        'transform="translate(700 1046) scale(1.1)"',
      ) +
      figure(935, 1050, 92, { posture: 'wave', coat: '#e7a13a', trousers: '#2e4256', hat: path('M-9 -94Q0 -106 9 -94Z', '#f0e6c4') }) +
      figure(1000, 1052, 92, { posture: 'stand', coat: '#d9673a', trousers: '#2e4256', facing: -1, hat: path('M-9 -94Q0 -106 9 -94Z', '#f0e6c4') }) +
      flock(random, { x: 330, y: 200, spread: 170, count: 9, size: 16, color: '#40606f' }),
  });
}

function robotArm(x: number, y: number, size: number, bend: number, color: string): string {
  return group(
    rect(-26, -22, 52, 22, '#3c4a52') +
      ellipse(0, -22, 24, 10, '#4d5d66') +
      group(
        path('M-17 -24L-13 -110H13L17 -24Z', color) +
          path('M-17 -24L-13 -110H-4L-6 -24Z', '#000', 'opacity=".18"') +
          ellipse(0, -112, 22, 22, '#3c4a52') +
          ellipse(0, -112, 12, 12, '#8fa0a6') +
          group(
            path('M-13 -112L-9 -206H9L13 -112Z', color) +
              path('M-13 -112L-9 -206H-2L-4 -112Z', '#000', 'opacity=".18"') +
              ellipse(0, -206, 16, 16, '#3c4a52') +
              ellipse(0, -206, 8, 8, '#8fa0a6') +
              group(rect(-6, -262, 12, 54, '#56666e') + path('M-16 -262H16V-270H-16ZM-16 -270V-288H-10V-270ZM10 -270V-288H16V-270Z', '#2d383e'), `transform="rotate(${round(72 - bend * 0.3)} 0 -206)"`),
            `transform="rotate(${64 + bend} 0 -112)"`,
          ),
        `transform="rotate(${-12 - bend * 0.4} 0 -20)"`,
      ) +
      stroke('M-22 -26Q-44 -90 -18 -128', '#22292d', 5),
    `transform="translate(${x} ${y}) scale(${size} ${Math.abs(size)})"`,
  );
}

function drawFactoryLine(): string {
  const random = seededRandom(1313);
  const trusses = repeat(5, (index) => {
    const y = 30 + index * 46;
    const inset = index * 96;
    return (
      rect(inset * 0.9, y, 1600 - inset * 1.8, 9 - index, '#4f6973', `opacity="${round((0.95 - index * 0.14) * 10) / 10}"`) +
      repeat(20, (bay) => {
        const wide = (1600 - inset * 1.8) / 20;
        return stroke(`M${round(inset * 0.9 + bay * wide)} ${y + 4}l${round(wide / 2)} -22l${round(wide / 2)} 22`, '#4f6973', 2.6 - index * 0.35, 'opacity=".7"');
      })
    );
  });
  const car = (x: number, y: number, size: number, color: string) =>
    group(
      path('M-120 -34Q-118 -60 -84 -64L-52 -96Q-42 -106 -14 -106H32Q52 -106 66 -92L92 -66Q122 -62 126 -34Z', color) +
        path('M-44 -66L-28 -90Q-22 -96 -10 -96H4V-66ZM14 -66V-96H30Q44 -96 54 -86L72 -66Z', '#d6e6e8', 'opacity=".85"') +
        path('M-120 -34Q-118 -46 -104 -52H116Q126 -46 126 -34Z', '#0b1a22', 'opacity=".22"') +
        stroke('M9 -100V-36M-48 -62V-36M76 -62V-36', '#0b1a22', 1.4, 'opacity=".45"') +
        path('M-106 -34a28 28 0 0 1 56 0ZM50 -34a28 28 0 0 1 56 0Z', '#182329') +
        rect(100, -58, 20, 9, '#fff0c4', 'rx="4"'),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  const worker = (x: number, y: number, height: number, facing: 1 | -1, posture: 'reach' | 'stand' | 'walk') =>
    figure(x, y, height, {
      posture,
      coat: '#2f6f7d',
      trousers: '#274a56',
      facing,
      hat: path('M-9 -93Q-9 -105 0 -105.500Q9 -105 9 -94L14 -92.500H-9Z', '#e9a23b'),
      held: posture === 'stand' ? rect(4, -64, 14, 11, '#dfe9ea') + rect(5.500, -62.500, 11, 8, '#4fa3ad') : '',
    });
  const spark = (x: number, y: number) =>
    ellipse(x, y, 90, 90, 'url(#spark)') + repeat(26, () => stroke(`M${x} ${y}l${round(random(-80, 80))} ${round(random(-60, 90))}`, '#ffe9a8', 1.3, `opacity="${round(random(0.3, 0.9) * 10) / 10}"`));
  return scene({
    shade: '#0e1e26',
    shadeOpacity: 0.45,
    defs:
      gradient('hall', [
        [0, '#b9ced1'],
        [1, '#e9ebe0'],
      ]) +
      gradient('floor', [
        [0, '#cfd5cf'],
        [1, '#7f9093'],
      ]) +
      gradient('belt', [
        [0, '#5a6b72'],
        [1, '#36444a'],
      ]) +
      glow('spark', [
        [0, '#fffbe0'],
        [0.2, '#ffdf8a', 0.8],
        [1, '#ffb347', 0],
      ]),
    body:
      rect(0, 0, 1600, 560, 'url(#hall)') +
      repeat(9, (bay) => rect(120 + bay * 156, 258, 110, 150, '#f6f6ea', 'opacity=".85"') + stroke(`M${175 + bay * 156} 258v150M${120 + bay * 156} 333h110`, '#8ba1a6', 3)) +
      trusses +
      repeat(6, (lamp) => rect(180 + lamp * 250, 226, 2, 40, '#4f6973') + polygon([[150 + lamp * 250, 282], [166 + lamp * 250, 264], [196 + lamp * 250, 264], [212 + lamp * 250, 282]], '#47606a') + ellipse(181 + lamp * 250, 286, 70, 26, '#fffbe2', 'opacity=".55" filter="url(#bloom)"')) +
      repeat(7, (post) => rect(40 + post * 250, 210, 16, 350, '#6f8a92', 'opacity=".75"')) +
      group(
        repeat(6, (index) => car(150 + index * 260, 548, 0.78, ['#a9b9bc', '#c9cfc8'][index % 2]!)) + rect(0, 524, 1600, 26, '#7c8f95') + repeat(5, (index) => robotArm(270 + index * 262, 520, index % 2 ? -0.62 : 0.62, 10 + index * 5, '#d7b06b')),
        'opacity=".8"',
      ) +
      mistBand({ x: 800, y: 500, rx: 900, ry: 60, color: '#eef0e6', opacity: 0.5 }) +
      rect(0, 550, 1600, 520, 'url(#floor)') +
      repeat(40, () => ellipse(random(0, 1600), random(570, 1060), random(60, 260), random(2, 6), '#ffffff', 'opacity=".13"')) +
      polygon([[0, 600], [1600, 600], [1600, 612], [0, 612]], '#e2b24c') +
      rect(0, 800, 1600, 74, 'url(#belt)') +
      repeat(46, (roller) => ellipse(18 + roller * 35, 837, 12, 12, '#93a4a9') + ellipse(18 + roller * 35, 837, 4, 4, '#2c383d')) +
      rect(0, 790, 1600, 12, '#22292d') +
      reflection(repeat(4, (index) => car(190 + index * 405, 800, 1.36, '#2f6f7d')), 880, 0.18, 0.6) +
      [0, 1, 2, 3].map((index) => car(190 + index * 405, 832, 1.36, ['#d8dcd4', '#c0533a', '#35707f', '#d8dcd4'][index]!)).join('') +
      robotArm(395, 790, 1.28, 4, '#e8912f') +
      robotArm(800, 790, -1.28, 14, '#e8912f') +
      robotArm(1206, 790, 1.28, 20, '#e8912f') +
      spark(1440, 662) +
      spark(600, 672) +
      worker(480, 1010, 300, -1, 'stand') +
      worker(1090, 1030, 320, 1, 'reach') +
      worker(1440, 660, 130, -1, 'walk') +
      group(rect(1160, 850, 170, 12, '#2d383e') + rect(1174, 862, 10, 170, '#2d383e') + rect(1306, 862, 10, 170, '#2d383e') + rect(1186, 780, 116, 72, '#22303a') + rect(1194, 788, 100, 56, '#3f97a3') + stroke('M1202 832l18 -20l16 10l20 -26l28 14', '#eaf6f2', 3), ''),
  });
}

export const worksDrawings = {
  'harbour-containers': { width: 1600, height: 1067, alt: '砚湾港码头，岸桥正从货轮上吊卸集装箱，堆场里货箱成列。', credit: pictureCredit, draw: drawHarbourContainers },
  'factory-line': { width: 1600, height: 1067, alt: '汽车总装车间里，机械臂在生产线上焊接车身，工人检查进度。', credit: pictureCredit, draw: drawFactoryLine },
} satisfies Record<string, DemoPictureDrawing>;
