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
import { backpack, figure } from './figures';
import { broadTree } from './greenery';
import { hillRanges } from './scenery';

const spines = [
  '#8c3b2c',
  '#b5653a',
  '#c99a4e',
  '#4a5f52',
  '#6f8471',
  '#2f4858',
  '#5d7686',
  '#d9cba6',
  '#7a5560',
  '#a88a5c',
];

function bookcase(
  random: Random,
  x: number,
  y: number,
  width: number,
  height: number,
  shelves: number,
): string {
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
        books += rect(at + 1.5, foot - tall * 0.82, thick - 3, 2.4, '#f3e6c4', 'opacity=".55"');
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
    polygon(
      [
        [-60, -58],
        [60, -58],
        [150, 0],
        [-150, 0],
      ],
      '#ffe6a8',
      'opacity=".22"',
    ) +
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
    path('M-30 2Q-14 -6 0 1Q14 -6 30 2L34 -12Q16 -20 0 -12Q-16 -20 -34 -12Z', '#f8f0dc') +
      stroke('M0 1V-12', '#a89878', 1.4) +
      path('M-31 3Q-14 -4 0 3Q14 -4 31 3L31 6Q14 0 0 6Q-14 0 -31 6Z', cover),
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
        hillRanges(random, ['#b9cfc4', '#8fb0a0'], {
          y: 440,
          rise: 40,
          gap: 60,
          base: 660,
          mist: '#f3f0dd',
        }) +
          broadTree(random, x + 120, 650, 320, {
            trunk: '#7c6a52',
            leaves: ['#8c9a52', '#c0a54f', '#e2c876'],
          }),
        `clip-path="url(#pane-${x})"`,
      ) +
      stroke(d, '#6b472d', 15) +
      stroke(
        `M${x + 95} 112V640M${x} 250H${x + 190}M${x} 380H${x + 190}M${x} 510H${x + 190}M${x + 48} 140V640M${x + 142} 140V640`,
        '#7b5434',
        5,
      )
    );
  };
  const places = [170, 560, 950, 1340];
  const clips = places
    .map(
      (x) =>
        `<clipPath id="pane-${x}"><path d="M${x} 640V230Q${x} 110 ${x + 95} 110T${x + 190} 230V640Z"/></clipPath>`,
    )
    .join('');
  const reader = (
    x: number,
    y: number,
    height: number,
    coat: string,
    facing: 1 | -1,
    hairdo: 'short' | 'bun' | 'long' | 'grey',
  ) =>
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
      repeat(9, (beam) =>
        polygon(
          [
            [beam * 190 - 20, 0],
            [beam * 190 + 24, 0],
            [beam * 170 + 92, 56],
            [beam * 170 + 64, 56],
          ],
          '#4d311e',
        ),
      ) +
      rect(0, 56, 1600, 9, '#c89b62') +
      places.map(window).join('') +
      rect(0, 640, 1600, 16, '#7b5434') +
      bookcase(random, -40, 720, 190, 620, 7) +
      bookcase(random, 382, 720, 156, 620, 7) +
      bookcase(random, 772, 720, 156, 620, 7) +
      bookcase(random, 1162, 720, 156, 620, 7) +
      bookcase(random, 1552, 720, 160, 620, 7) +
      rect(0, 720, 1600, 350, 'url(#parquet)') +
      repeat(15, (line) =>
        stroke(`M0 ${round(728 + line ** 1.75 * 3.4)}H1600`, '#3b2413', 1.6, 'opacity=".3"'),
      ) +
      places
        .map((x) =>
          polygon(
            [
              [x, 200],
              [x + 190, 200],
              [x + 60, 1040],
              [x - 330, 1040],
            ],
            'url(#beam)',
            'opacity=".45"',
          ),
        )
        .join('') +
      figure(470, 764, 250, {
        posture: 'reach',
        coat: '#7a4a3a',
        trousers: '#3a3430',
        hairdo: 'long',
        skirt: true,
        facing: -1,
      }) +
      figure(1225, 760, 246, {
        posture: 'stand',
        coat: '#53706a',
        trousers: '#353b40',
        held: rect(3, -63, 13, 16, '#8c3b2c'),
      }) +
      figure(1105, 772, 160, {
        posture: 'walk',
        coat: '#d89a3f',
        trousers: '#3d5364',
        carried: backpack('#8c3b2c'),
      }) +
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
        rect(-20, 1000, 1640, 80, '#4a2d1a') +
          rect(-20, 994, 1640, 10, '#a87446') +
          repeat(4, (index) => openBook(260 + index * 380, 1000, 1.9, spines[index * 2]!)) +
          repeat(3, (stack) =>
            repeat(
              5 - stack,
              (book) =>
                rect(
                  420 + stack * 390 + (book % 2) * 8,
                  978 - book * 18,
                  130,
                  17,
                  spines[(book * 3 + stack) % 10]!,
                ) + rect(426 + stack * 390, 983 - book * 18, 10, 7, '#f3e6c4', 'opacity=".6"'),
            ),
          ),
        '',
      ),
  });
}

export const libraryDrawings = {
  'library-reading': {
    width: 1600,
    height: 1067,
    alt: '澄澜市图书馆阅览室，读者坐在高窗下的长桌旁静静看书。',
    credit: pictureCredit,
    draw: drawLibraryReading,
  },
} satisfies Record<string, DemoPictureDrawing>;
