import { tower } from './architecture';
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
import { broadTree, grass } from './greenery';
import { cloudStreaks, flock, freighter, hillRanges, mistBand, reflection, ripples } from './scenery';

/** Cable-stayed bridge seen from the side; `deck` is the height of the road on the sheet. */
function stayedBridge(
  span: { from: number; to: number; deck: number; water: number; pylons: readonly number[]; height: number },
  colors: { concrete: string; cable: string; deck: string },
): string {
  const { from, to, deck, water, pylons, height } = span;
  const cables = 13;
  const reach = (to - from) / pylons.length / 2;
  return (
    pylons
      .map((x) => {
        const top = deck - height;
        return (
          repeat(cables, (cable) => {
            const t = (cable + 1) / cables;
            const anchor = top + height * 0.06 + (1 - t) * height * 0.36;
            return stroke(
              `M${round(x)} ${round(anchor)}L${round(x - reach * t)} ${deck}M${round(x)} ${round(anchor)}L${round(x + reach * t)} ${deck}`,
              colors.cable,
              1.5,
              'opacity=".8"',
            );
          }) +
          polygon(
            [
              [x - 5, top],
              [x + 5, top],
              [x + 21, deck],
              [x + 15, water + 14],
              [x + 5, water + 14],
              [x + 10, deck],
              [x, top + height * 0.3],
              [x - 10, deck],
              [x - 5, water + 14],
              [x - 15, water + 14],
              [x - 21, deck],
            ],
            colors.concrete,
          ) +
          rect(x - 16, deck - 8, 32, 10, colors.concrete) +
          rect(x - 34, water, 68, 16, colors.concrete)
        );
      })
      .join('') +
    rect(from, deck - 4, to - from, 14, colors.deck) +
    rect(from, deck - 12, to - from, 2, colors.concrete)
  );
}

function drawSkylineNight(): string {
  const random = seededRandom(707);
  const water = 690;
  const warm = ['#ffd58a', '#ffe7b8', '#f7b765', '#cfe6f2'];
  const far = repeat(26, () =>
    tower(random, {
      x: random(-20, 1580),
      y: water,
      width: random(36, 74),
      height: random(110, 270),
      wall: '#24395a',
      panes: ['#7f93ad', '#b7a98a'],
      lit: 0.3,
      floor: 14,
    }),
  );
  const blocks: readonly (readonly [number, number, number])[] = [
    [30, 90, 300],
    [130, 70, 390],
    [212, 104, 250],
    [330, 84, 470],
    [428, 72, 330],
    [512, 96, 410],
    [624, 70, 280],
    [708, 110, 600],
    [834, 78, 360],
    [926, 90, 450],
    [1030, 66, 300],
    [1110, 100, 380],
  ];
  const near = blocks
    .map(([x, width, height], index) => {
      const top = water - height;
      const crowns = [
        polygon(
          [
            [x, top + 1],
            [x + width * 0.5, top - 46],
            [x + width, top + 1],
          ],
          '#17294a',
        ),
        rect(x + width * 0.2, top - 24, width * 0.6, 25, '#17294a') +
          rect(x + width * 0.48, top - 70, 4, 50, '#17294a') +
          ellipse(x + width * 0.5, top - 72, 4, 4, '#ff6a55'),
        path(`M${x} ${top + 1}Q${x + width * 0.5} ${top - 70} ${x + width} ${top + 1}Z`, '#1a2d50'),
        rect(x, top - 8, width, 10, '#f2c675', 'opacity=".85"'),
      ];
      return tower(random, {
        x,
        y: water,
        width,
        height,
        wall: ['#13233f', '#182b4b', '#101d36'][index % 3]!,
        panes: warm,
        lit: 0.56,
        floor: 19,
        crown: crowns[index % 4]!,
      });
    })
    .join('');
  const spire =
    path(`M751 92L763 -10L775 92Z`, '#1f3559') +
    ellipse(763, 40, 5, 5, '#ff6a55') +
    rect(708, 86, 110, 8, '#ffd58a') +
    rect(708, 200, 110, 4, '#7fd0d6', 'opacity=".8"') +
    rect(708, 330, 110, 4, '#7fd0d6', 'opacity=".8"');
  const bridge = stayedBridge(
    { from: 1010, to: 1680, deck: 624, water, pylons: [1370], height: 350 },
    { concrete: '#c8d3de', cable: '#a9bfd4', deck: '#33496b' },
  );
  const lamps = repeat(
    20,
    (index) =>
      ellipse(1024 + index * 32, 606, 3.4, 3.4, '#ffe2a4') +
      ellipse(1024 + index * 32, 606, 13, 13, '#ffcf7a', 'opacity=".3"'),
  );
  const bank =
    rect(0, water - 10, 1220, 14, '#0d1a30') +
    repeat(46, (index) => ellipse(12 + index * 26, water - 14, 2.6, 2.6, '#ffd58a'));
  const city = far + near + spire + bank;
  const boat = (x: number, y: number, size: number) =>
    group(
      path('M-90 -12H86Q98 -12 104 -20Q98 6 78 10H-76Q-90 6 -90 -12Z', '#0e1b31') +
        rect(-66, -36, 126, 24, '#17294a') +
        repeat(9, (pane) => rect(-60 + pane * 13, -31, 9, 13, '#ffd58a')) +
        path('M-56 -36Q-56 -58 -2 -60Q50 -58 54 -36Z', '#1d3358') +
        repeat(10, (bulb) => ellipse(-52 + bulb * 11.4, -39, 2, 2, '#ff8a5c')) +
        repeat(7, (pane) => rect(-42 + pane * 12, -52, 8, 9, '#ffe7b8', 'opacity=".9"')),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  return scene({
    shade: '#050b18',
    shadeOpacity: 0.5,
    defs:
      gradient('sky', [
        [0, '#0b1836'],
        [0.45, '#1f3a66'],
        [0.8, '#5a6386'],
        [1, '#a77c78'],
      ]) +
      gradient('river', [
        [0, '#6d6a80'],
        [0.25, '#23395f'],
        [1, '#081226'],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      repeat(90, () =>
        ellipse(
          random(0, 1600),
          random(0, 300),
          random(0.6, 1.5),
          random(0.6, 1.5),
          '#f4efe0',
          `opacity="${round(random(0.3, 0.9) * 10) / 10}"`,
        ),
      ) +
      cloudStreaks(random, { y: 320, height: 220, count: 12, color: '#c58d83', opacity: 0.4 }) +
      ellipse(1270, 150, 44, 44, '#fbf0d2') +
      ellipse(1270, 150, 120, 120, '#f2dcae', 'opacity=".2" filter="url(#haze)"') +
      group(city, '') +
      mistBand({ x: 620, y: water - 20, rx: 760, ry: 40, color: '#f0b878', opacity: 0.28 }) +
      rect(0, water, 1600, 380, 'url(#river)') +
      reflection(city + bridge + lamps, water, 0.6, 0.62) +
      repeat(60, () => {
        const x = random(10, 1220);
        return group(
          repeat(9, (dash) =>
            ellipse(
              x + random(-7, 7),
              water + 16 + dash * random(15, 34),
              random(5, 20),
              1.6,
              pick(random, warm),
            ),
          ),
          `opacity="${round(random(0.25, 0.6) * 10) / 10}"`,
        );
      }) +
      bridge +
      lamps +
      ripples(random, {
        y: water + 14,
        height: 360,
        count: 170,
        colors: ['#0a1530', '#f0c583', '#5a7da8'],
        opacity: 0.45,
      }) +
      reflection(boat(560, 830, 1.5), 846, 0.5, 0.6) +
      boat(560, 830, 1.5) +
      boat(1190, 762, 0.75) +
      group(
        rect(0, 1010, 1600, 60, '#070d1a') +
          stroke('M0 946H1600M0 976H1600', '#070d1a', 5) +
          repeat(34, (index) => rect(index * 48, 938, 5, 80, '#070d1a')) +
          [170, 246, 1080, 1140, 1402]
            .map((x, index) =>
              figure(x, 1024, 178 - (index % 2) * 14, {
                coat: '#0b1322',
                trousers: '#070c17',
                skin: '#1a2233',
                hair: '#070c17',
                facing: index % 2 ? -1 : 1,
                hairdo: index % 2 ? 'long' : 'short',
              }),
            )
            .join(''),
        '',
      ),
  });
}

function drawBridgeOpening(): string {
  const random = seededRandom(808);
  const eye = { x: 800, y: 590 };
  const deck = (t: number, across: number): [number, number] => [eye.x + across * t, eye.y + 477 * t];
  const strip = (from: number, to: number, fill: string, more = '') =>
    polygon([deck(0.03, from), deck(0.03, to), deck(1.05, to), deck(1.05, from)], fill, more);
  const apex = { x: 800, y: 62 };
  const foot = 0.27;
  const cables = repeat(22, (index) => {
    const t = 0.3 + index * 0.05;
    const high = apex.y + 60 + index * 7.5;
    return [-1, 1]
      .map((side) => {
        const [x, y] = deck(t, side * 790);
        const [bx, by] = deck(0.25 - index * 0.0095, side * 790);
        return (
          stroke(
            `M${round(apex.x + side * 10)} ${round(high)}L${round(x)} ${round(y)}`,
            '#f4f1e6',
            1.4 + index * 0.1,
          ) +
          stroke(
            `M${round(apex.x + side * 8)} ${round(high)}L${round(bx)} ${round(by)}`,
            '#e9ecea',
            1,
            'opacity=".75"',
          )
        );
      })
      .join('');
  });
  const [lx, ly] = deck(foot, -860);
  const [rx] = deck(foot, 860);
  const pylon =
    polygon(
      [
        [apex.x - 18, apex.y],
        [apex.x + 18, apex.y],
        [rx + 22, ly + 8],
        [rx - 14, ly + 8],
        [apex.x, apex.y + 196],
        [lx + 14, ly + 8],
        [lx - 22, ly + 8],
      ],
      '#f3efe3',
    ) +
    polygon(
      [
        [apex.x + 2, apex.y],
        [apex.x + 18, apex.y],
        [rx + 22, ly + 8],
        [rx + 2, ly + 8],
        [apex.x + 6, apex.y + 190],
      ],
      '#9fb2b8',
      'opacity=".75"',
    ) +
    polygon(
      [
        [apex.x - 112, 438],
        [apex.x + 112, 438],
        [apex.x + 118, 456],
        [apex.x - 118, 456],
      ],
      '#e4e0d2',
    ) +
    rect(apex.x - 2, apex.y - 34, 4, 36, '#8d9a9d');
  const crowd = [
    ...Array.from({ length: 26 }, (_, index) => ({ t: 0.09 + index * 0.009, across: random(-640, 640) })),
    ...Array.from({ length: 26 }, () => ({ t: random(0.34, 0.62), across: random(-660, 660) })),
    ...[-590, -430, -270, 260, 430, 610].map((across, index) => ({ t: 0.72 + (index % 3) * 0.05, across })),
  ].toSorted((one, other) => one.t - other.t);
  const coats = ['#c24a36', '#2f5d77', '#e0a547', '#5d8a7c', '#efe6d2', '#8b5a6c', '#3c4a66', '#d77a4a'];
  const people = crowd
    .map(({ t, across }) => {
      const [x, y] = deck(t, across);
      return (
        ellipse(x + 26 * t, y, 60 * t, 9 * t, '#2a3a42', 'opacity=".3"') +
        figure(x, y, 300 * t, {
          posture: pick(random, ['walk', 'walk', 'stand', 'wave']),
          coat: pick(random, coats),
          trousers: pick(random, ['#2e3443', '#4b5563', '#5f5347']),
          hairdo: pick(random, ['short', 'long', 'bun', 'grey', 'short']),
          facing: random(0, 1) > 0.5 ? 1 : -1,
        })
      );
    })
    .join('');
  const railing = [-1, 1]
    .map(
      (side) =>
        repeat(26, (index) => {
          const t = 0.06 * 1.122 ** index;
          const [x, y] = deck(t, side * 790);
          return rect(x - 2.5 * t, y - 70 * t, 7 * t, 70 * t, '#dfe4e0');
        }) +
        [70, 36]
          .map((up) => {
            const [x0, y0] = deck(0.04, side * 790);
            const [x1, y1] = deck(1.08, side * 790);
            return polygon(
              [
                [x0, y0 - up * 0.04],
                [x1, y1 - up * 1.08],
                [x1, y1 - (up - 9) * 1.08],
                [x0, y0 - up * 0.04 + 0.5],
              ],
              '#eef0ea',
            );
          })
          .join(''),
    )
    .join('');
  return scene({
    shade: '#173244',
    defs:
      gradient('sky', [
        [0, '#3f86a3'],
        [0.55, '#9cc6c9'],
        [1, '#f1e9d0'],
      ]) +
      gradient('road', [
        [0, '#8f999b'],
        [1, '#4c575d'],
      ]) +
      gradient('water', [
        [0, '#b6d0ca'],
        [1, '#3f7483'],
      ]),
    body:
      rect(0, 0, 1600, 610, 'url(#sky)') +
      cloudStreaks(random, { y: 80, height: 380, count: 18, color: '#fffdf2', opacity: 0.7 }) +
      hillRanges(random, ['#a9c3c0', '#86a9a8'], { y: 500, rise: 46, gap: 40, base: 600, mist: '#eef0e2' }) +
      repeat(34, (index) =>
        tower(random, {
          x: index * 48 + random(-10, 10),
          y: 594,
          width: random(20, 40),
          height: random(18, 84),
          wall: '#7f9fa6',
          panes: ['#d7e3df'],
          lit: 0.5,
          floor: 9,
        }),
      ) +
      rect(0, 590, 1600, 480, 'url(#water)') +
      ripples(random, { y: 600, height: 460, count: 160, colors: ['#e9f2ea', '#2f6172'], opacity: 0.5 }) +
      freighter(190, 700, 220, '#33505e', '#8b6a50') +
      freighter(1430, 660, 150, '#45606b', '#7c6a58') +
      pylon +
      strip(-860, 860, '#c9cfca') +
      strip(-760, 760, 'url(#road)') +
      strip(-752, -736, '#f3efe3') +
      strip(736, 752, '#f3efe3') +
      repeat(11, (index) => {
        const t = 0.07 * 1.3 ** index;
        return polygon([deck(t, -9), deck(t, 9), deck(t * 1.13, 9), deck(t * 1.13, -9)], '#f3e7c2');
      }) +
      cables +
      railing +
      people +
      repeat(16, (index) => {
        const x = 70 + index * 96 + random(-34, 34);
        const y = random(90, 400);
        return Math.abs(x - 800) < 120
          ? ''
          : ellipse(x, y, 13, 16, pick(random, ['#c9402f', '#e7b04a', '#f3efe3'])) +
              path(`M${round(x)} ${round(y + 16)}q6 16 -2 36`, 'none', 'stroke="#53727b" stroke-width="1"');
      }) +
      flock(random, { x: 1250, y: 180, spread: 130, count: 7, size: 15, color: '#35606f' }),
  });
}

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
        trousers: pick(random, ['#1f2937', '#37303c', '#23435c']),
        hairdo: pick(random, ['short', 'short', 'bun', 'grey']),
        skin: pick(random, ['#d6a585', '#c8926f', '#b98260']),
        held: rect(-4, -74, 11, 9, '#fffdf4'),
        hat: random(0, 1) > 0.7 ? path('M-7.500 -97Q0 -106 7 -98L13 -96L-7 -95Z', pick(random, shirts)) : '',
      })
    );
  };
  const pack = [
    ...Array.from({ length: 22 }, (_, index) => [40 + index * 72, 610 + random(-14, 10), 150] as const),
    ...Array.from({ length: 14 }, (_, index) => [30 + index * 118, 730 + random(-16, 14), 232] as const),
    ...Array.from({ length: 8 }, (_, index) => [90 + index * 204, 930 + random(-22, 26), 372] as const),
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
      pack.map(([x, y, height]) => runner(x + random(-16, 16), y, height)).join(''),
  });
}

export const waterfrontDrawings = {
  'skyline-night': {
    width: 1600,
    height: 1067,
    alt: '汀岚区夜色，高楼灯火倒映江面，游船从大桥前驶过。',
    credit: pictureCredit,
    draw: drawSkylineNight,
  },
  'bridge-opening': {
    width: 1600,
    height: 1067,
    alt: '澄澜江三桥通车，市民走上桥面，斜拉索从主塔向两侧铺开。',
    credit: pictureCredit,
    draw: drawBridgeOpening,
  },
  'marathon-river': {
    width: 1600,
    height: 1067,
    alt: '沿江跑道上，参赛选手跑过江堤，身后是斜拉大桥。',
    credit: pictureCredit,
    draw: drawMarathonRiver,
  },
} satisfies Record<string, DemoPictureDrawing>;
