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
  rect,
  repeat,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { backpack, figure } from './figures';
import { broadTree } from './greenery';
import { cloudStreaks, mistBand, reflection } from './scenery';

function electricBus(): string {
  const wheel = (x: number) =>
    ellipse(x, 0, 58, 58, '#182126') +
    ellipse(x, 0, 32, 32, '#a9b5b6') +
    ellipse(x, 0, 12, 12, '#3c494e') +
    repeat(6, (bolt) =>
      ellipse(x + Math.cos(bolt * 1.05) * 21, Math.sin(bolt * 1.05) * 21, 3.4, 3.4, '#4d5a5f'),
    );
  const heads = [-500, -400, -270, -170, 150, 250, 330];
  return (
    path('M-560 24V-300Q-560 -336 -520 -338H500Q560 -336 574 -280L592 -120V24Z', '#f2efe2') +
    path('M-560 24V-70H592V24Z', '#2f8579') +
    path('M-560 -70Q-200 -96 60 -70T592 -110V-66Q300 -30 60 -50T-560 -44Z', '#8cc4b4') +
    path('M-546 -116V-288Q-546 -304 -528 -304H494Q528 -304 540 -270L560 -116Z', '#22404c') +
    path(
      'M-546 -116V-288Q-546 -304 -528 -304H494Q528 -304 540 -270L560 -116Z',
      'url(#glass)',
      'opacity=".85"',
    ) +
    heads
      .map((x, index) =>
        group(
          ellipse(x, -176, 22, 26, '#c99a7c') +
            path(
              `M${x - 24} -172Q${x - 28} -206 ${x} -206Q${x + 26} -206 ${x + 22} -184Q${x} -196 ${x - 24} -172Z`,
              '#2a2320',
            ) +
            path(
              `M${x - 46} -116Q${x - 44} -150 ${x} -152T${x + 46} -116Z`,
              ['#b5563f', '#41698a', '#6a8a5c', '#d9a441'][index % 4]!,
            ),
          'opacity=".85"',
        ),
      )
      .join('') +
    repeat(7, (post) => rect(-420 + post * 130 - 3, -304, 6, 190, '#16262d')) +
    polygon(
      [
        [-360, -116],
        [-250, -304],
        [-200, -304],
        [-310, -116],
      ],
      '#fff',
      'opacity=".14"',
    ) +
    polygon(
      [
        [180, -116],
        [290, -304],
        [380, -304],
        [270, -116],
      ],
      '#fff',
      'opacity=".12"',
    ) +
    [-70, 400]
      .map(
        (x) =>
          rect(x - 64, -300, 128, 318, '#dfe3d8') +
          rect(x - 56, -290, 52, 296, '#31525e') +
          rect(x + 4, -290, 52, 296, '#31525e') +
          rect(x - 56, -290, 52, 296, 'url(#glass)', 'opacity=".7"') +
          rect(x + 4, -290, 52, 296, 'url(#glass)', 'opacity=".7"'),
      )
      .join('') +
    rect(-460, -368, 420, 34, '#dfe3d8', 'rx="12"') +
    rect(60, -362, 300, 28, '#cfd6cc', 'rx="12"') +
    rect(-440, -356, 380, 4, '#9fb0ab') +
    path('M548 -96h34l4 30h-38Z', '#fff3c4') +
    ellipse(592, -82, 90, 34, '#fff0b8', 'opacity=".45" filter="url(#bloom)"') +
    rect(-562, -100, 10, 40, '#c9402f') +
    rect(-330, -328, 180, 18, '#16262d', 'rx="4"') +
    repeat(14, (dot) => rect(-320 + dot * 12, -324, 7, 10, '#f3b44b', 'opacity=".9"')) +
    path('M-500 -20l26 -40v26h22l-28 42v-28Z', '#f5e08c') +
    path('M582 -270q30 6 32 60h-14q-2 -36 -20 -42Z', '#22404c') +
    path('M-430 24a70 70 0 0 1 140 0ZM190 24a70 70 0 0 1 140 0Z', '#10181c') +
    rect(-556, 20, 1146, 10, '#1d3a3a') +
    group(wheel(-360) + wheel(260), 'transform="translate(0 26)"')
  );
}

function drawBusElectric(): string {
  const random = seededRandom(2020);
  const bus = group(electricBus(), 'transform="translate(760 826) scale(1.06)"');
  const city = repeat(15, (index) =>
    tower(random, {
      x: index * 112 - 30 + random(-14, 14),
      y: 640,
      width: random(70, 116),
      height: random(180, 470),
      wall: pick(random, ['#c3b6b0', '#b2aeb3', '#d3c1b0', '#a8a9b4']),
      panes: ['#f6deaa', '#e9eae4', '#8f98a8'],
      lit: 0.7,
      floor: 24,
    }),
  );
  const shelter =
    rect(1196, 470, 12, 400, '#46545a') +
    rect(1560, 470, 12, 400, '#46545a') +
    path('M1150 470Q1380 430 1610 462V484H1150Z', '#2f6b66') +
    rect(1222, 520, 326, 190, '#dfeae6', 'opacity=".4"') +
    rect(1236, 532, 132, 166, '#f3efe0') +
    repeat(6, (line) =>
      rect(1250, 552 + line * 22, [98, 80, 104, 66, 92, 74][line]!, 5, ['#2f8579', '#9aa5a3'][line % 2]!),
    ) +
    stroke('M1250 684h100', '#c9402f', 4) +
    repeat(5, (stop) =>
      ellipse(1252 + stop * 24, 684, 5, 5, '#f3efe0', 'stroke="#c9402f" stroke-width="3"'),
    ) +
    rect(1400, 780, 140, 12, '#a87b4d') +
    rect(1414, 792, 8, 76, '#46545a') +
    rect(1520, 792, 8, 76, '#46545a');
  const charger =
    rect(70, 600, 70, 260, '#e9ece4', 'rx="10"') +
    rect(84, 622, 42, 60, '#2f5d66') +
    path('M112 626l-18 30h12l-6 22l20 -32h-13Z', '#f3d36b') +
    stroke('M140 720Q190 760 176 820T150 858', '#2a3438', 8) +
    rect(60, 852, 90, 14, '#8d979a');
  return scene({
    shade: '#2a2433',
    shadeOpacity: 0.38,
    defs:
      gradient('sky', [
        [0, '#8d9dbb'],
        [0.6, '#e3bfae'],
        [1, '#fbe1b6'],
      ]) +
      gradient('road', [
        [0, '#77767f'],
        [1, '#474852'],
      ]) +
      gradient(
        'glass',
        [
          [0, '#b9d6da', 0.75],
          [0.5, '#5f8791', 0.25],
          [1, '#f4d9b0', 0.5],
        ],
        'x1="0" y1="0" x2="1" y2="1"',
      ),
    body:
      rect(0, 0, 1600, 660, 'url(#sky)') +
      cloudStreaks(random, { y: 60, height: 220, count: 12, color: '#fbe3d0', opacity: 0.7 }) +
      group(city, 'opacity=".75"') +
      mistBand({ x: 800, y: 620, rx: 1000, ry: 60, color: '#fbe3c2', opacity: 0.65 }) +
      [40, 400, 760, 1120, 1480]
        .map((x) =>
          broadTree(random, x, 720, 430, { trunk: '#5c4a42', leaves: ['#586f4a', '#7c9157', '#bdb96f'] }),
        )
        .join('') +
      rect(0, 690, 1600, 90, '#b7a998') +
      rect(0, 690, 1600, 8, '#d9ccb8') +
      [60, 300, 1010]
        .map((x, index) =>
          figure(x, 744, 150, {
            posture: 'walk',
            coat: ['#6f7f94', '#a8705c', '#7c8a6a'][index]!,
            facing: index === 1 ? -1 : 1,
          }),
        )
        .join('') +
      rect(0, 776, 1600, 300, 'url(#road)') +
      rect(0, 776, 1600, 12, '#d9d2c4') +
      repeat(9, (dash) => rect(dash * 200 - 40, 968, 110, 9, '#f0e6cf', 'opacity=".75"')) +
      charger +
      shelter +
      ellipse(760, 886, 650, 26, '#15161c', 'opacity=".5" filter="url(#soft)"') +
      reflection(bus, 888, 0.16, 0.35) +
      bus +
      rect(0, 1000, 1600, 70, '#a39786') +
      rect(0, 1000, 1600, 12, '#ddd3c2') +
      repeat(27, (stone) => rect(stone * 62, 1014, 3, 60, '#6f665a', 'opacity=".5"')) +
      repeat(54, (stud) => ellipse(20 + stud * 31, 1032, 7, 3.4, '#e2b552')) +
      [560, 1230, 1350, 1450].map((x) => ellipse(x + 10, 1046, 62, 8, '#1d1b20', 'opacity=".35"')).join('') +
      figure(1230, 1046, 330, {
        posture: 'walk',
        coat: '#f0eee4',
        trousers: '#7ea9a6',
        hairdo: 'bun',
        facing: -1,
        carried: backpack('#c4573f'),
      }) +
      figure(1350, 1046, 344, {
        posture: 'stand',
        coat: '#41546f',
        trousers: '#2b313c',
        facing: -1,
        held: rect(8, -62, 5, 9, '#1d2126'),
      }) +
      figure(1450, 1050, 330, {
        posture: 'walk',
        coat: '#c98a3f',
        trousers: '#4a4f5c',
        facing: -1,
        hairdo: 'grey',
      }) +
      figure(1512, 1050, 220, { posture: 'walk', coat: '#b5473a', trousers: '#3d5364', facing: -1 }) +
      figure(560, 1046, 338, {
        posture: 'walk',
        coat: '#5d7a6c',
        trousers: '#3a3f48',
        hairdo: 'long',
        skirt: true,
      }),
  });
}

export const transportDrawings = {
  'bus-electric': {
    width: 1600,
    height: 1067,
    alt: '傍晚的街边，一辆纯电动公交车靠站，乘客排队准备上车。',
    credit: pictureCredit,
    draw: drawBusElectric,
  },
} satisfies Record<string, DemoPictureDrawing>;
