import {
  type DemoPictureDrawing,
  ellipse,
  glow,
  gradient,
  group,
  path,
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
import { mistBand, reflection } from './scenery';

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
              group(
                rect(-6, -262, 12, 54, '#56666e') +
                  path('M-16 -262H16V-270H-16ZM-16 -270V-288H-10V-270ZM10 -270V-288H16V-270Z', '#2d383e'),
                `transform="rotate(${round(72 - bend * 0.3)} 0 -206)"`,
              ),
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
      rect(
        inset * 0.9,
        y,
        1600 - inset * 1.8,
        9 - index,
        '#4f6973',
        `opacity="${round((0.95 - index * 0.14) * 10) / 10}"`,
      ) +
      repeat(20, (bay) => {
        const wide = (1600 - inset * 1.8) / 20;
        return stroke(
          `M${round(inset * 0.9 + bay * wide)} ${y + 4}l${round(wide / 2)} -22l${round(wide / 2)} 22`,
          '#4f6973',
          2.6 - index * 0.35,
          'opacity=".7"',
        );
      })
    );
  });
  const car = (x: number, y: number, size: number, color: string) =>
    group(
      path(
        'M-120 -34Q-118 -60 -84 -64L-52 -96Q-42 -106 -14 -106H32Q52 -106 66 -92L92 -66Q122 -62 126 -34Z',
        color,
      ) +
        path(
          'M-44 -66L-28 -90Q-22 -96 -10 -96H4V-66ZM14 -66V-96H30Q44 -96 54 -86L72 -66Z',
          '#d6e6e8',
          'opacity=".85"',
        ) +
        path('M-120 -34Q-118 -46 -104 -52H116Q126 -46 126 -34Z', '#0b1a22', 'opacity=".22"') +
        stroke('M9 -100V-36M-48 -62V-36M76 -62V-36', '#0b1a22', 1.4, 'opacity=".45"') +
        path('M-106 -34a28 28 0 0 1 56 0ZM50 -34a28 28 0 0 1 56 0Z', '#182329') +
        rect(100, -58, 20, 9, '#fff0c4', 'rx="4"'),
      `transform="translate(${x} ${y}) scale(${size})"`,
    );
  const worker = (
    x: number,
    y: number,
    height: number,
    facing: 1 | -1,
    posture: 'reach' | 'stand' | 'walk',
  ) =>
    figure(x, y, height, {
      posture,
      coat: '#2f6f7d',
      trousers: '#274a56',
      facing,
      hat: path('M-9 -93Q-9 -105 0 -105.500Q9 -105 9 -94L14 -92.500H-9Z', '#e9a23b'),
      held: posture === 'stand' ? rect(4, -64, 14, 11, '#dfe9ea') + rect(5.5, -62.5, 11, 8, '#4fa3ad') : '',
    });
  const spark = (x: number, y: number) =>
    ellipse(x, y, 90, 90, 'url(#spark)') +
    repeat(26, () =>
      stroke(
        `M${x} ${y}l${round(random(-80, 80))} ${round(random(-60, 90))}`,
        '#ffe9a8',
        1.3,
        `opacity="${round(random(0.3, 0.9) * 10) / 10}"`,
      ),
    );
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
      repeat(
        9,
        (bay) =>
          rect(120 + bay * 156, 258, 110, 150, '#f6f6ea', 'opacity=".85"') +
          stroke(`M${175 + bay * 156} 258v150M${120 + bay * 156} 333h110`, '#8ba1a6', 3),
      ) +
      trusses +
      repeat(
        6,
        (lamp) =>
          rect(180 + lamp * 250, 226, 2, 40, '#4f6973') +
          polygon(
            [
              [150 + lamp * 250, 282],
              [166 + lamp * 250, 264],
              [196 + lamp * 250, 264],
              [212 + lamp * 250, 282],
            ],
            '#47606a',
          ) +
          ellipse(181 + lamp * 250, 286, 70, 26, '#fffbe2', 'opacity=".55" filter="url(#bloom)"'),
      ) +
      repeat(7, (post) => rect(40 + post * 250, 210, 16, 350, '#6f8a92', 'opacity=".75"')) +
      group(
        repeat(6, (index) => car(150 + index * 260, 548, 0.78, ['#a9b9bc', '#c9cfc8'][index % 2]!)) +
          rect(0, 524, 1600, 26, '#7c8f95') +
          repeat(5, (index) =>
            robotArm(270 + index * 262, 520, index % 2 ? -0.62 : 0.62, 10 + index * 5, '#d7b06b'),
          ),
        'opacity=".8"',
      ) +
      mistBand({ x: 800, y: 500, rx: 900, ry: 60, color: '#eef0e6', opacity: 0.5 }) +
      rect(0, 550, 1600, 520, 'url(#floor)') +
      repeat(40, () =>
        ellipse(
          random(0, 1600),
          random(570, 1060),
          random(60, 260),
          random(2, 6),
          '#ffffff',
          'opacity=".13"',
        ),
      ) +
      polygon(
        [
          [0, 600],
          [1600, 600],
          [1600, 612],
          [0, 612],
        ],
        '#e2b24c',
      ) +
      rect(0, 800, 1600, 74, 'url(#belt)') +
      repeat(
        46,
        (roller) =>
          ellipse(18 + roller * 35, 837, 12, 12, '#93a4a9') + ellipse(18 + roller * 35, 837, 4, 4, '#2c383d'),
      ) +
      rect(0, 790, 1600, 12, '#22292d') +
      reflection(
        repeat(4, (index) => car(190 + index * 405, 800, 1.36, '#2f6f7d')),
        880,
        0.18,
        0.6,
      ) +
      [0, 1, 2, 3]
        .map((index) =>
          car(190 + index * 405, 832, 1.36, ['#d8dcd4', '#c0533a', '#35707f', '#d8dcd4'][index]!),
        )
        .join('') +
      robotArm(395, 790, 1.28, 4, '#e8912f') +
      robotArm(800, 790, -1.28, 14, '#e8912f') +
      robotArm(1206, 790, 1.28, 20, '#e8912f') +
      spark(1356, 676) +
      spark(600, 672) +
      worker(480, 1010, 300, -1, 'stand') +
      worker(1090, 1030, 320, 1, 'reach') +
      worker(70, 660, 130, 1, 'walk') +
      group(
        rect(1160, 850, 170, 12, '#2d383e') +
          rect(1174, 862, 10, 170, '#2d383e') +
          rect(1306, 862, 10, 170, '#2d383e') +
          rect(1186, 780, 116, 72, '#22303a') +
          rect(1194, 788, 100, 56, '#3f97a3') +
          stroke('M1202 832l18 -20l16 10l20 -26l28 14', '#eaf6f2', 3),
        '',
      ),
  });
}

export const factoryDrawings = {
  'factory-line': {
    width: 1600,
    height: 1067,
    alt: '汽车总装车间里，机械臂在生产线上焊接车身，工人检查进度。',
    credit: pictureCredit,
    draw: drawFactoryLine,
  },
} satisfies Record<string, DemoPictureDrawing>;
