import { tower } from './architecture';
import { stayedBridge } from './bridges';
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
  round,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { figure } from './figures';
import { cloudStreaks, mistBand, reflection, ripples } from './scenery';

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
    path(`M751 92L763 16L775 92Z`, '#1f3559') +
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
                coat: ['#2c4368', '#5d3a44', '#37506f', '#6a5440', '#2c4368'][index]!,
                trousers: '#131f36',
                skin: '#8b7478',
                hair: '#0a1222',
                facing: index % 2 ? -1 : 1,
                hairdo: index % 2 ? 'long' : 'short',
              }),
            )
            .join(''),
        '',
      ),
  });
}

export const skylineDrawings = {
  'skyline-night': {
    width: 1600,
    height: 1067,
    alt: '汀岚区夜色，高楼灯火倒映江面，游船从大桥前驶过。',
    credit: pictureCredit,
    draw: drawSkylineNight,
  },
} satisfies Record<string, DemoPictureDrawing>;
