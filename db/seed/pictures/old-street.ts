import { lantern, tiledRoof } from './architecture';
import {
  type DemoPictureDrawing,
  ellipse,
  gradient,
  group,
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
import { figure, umbrella } from './figures';
import { mistBand, reflection } from './scenery';

/** One side of the street: shop fronts that shrink toward the vanishing point. */
function shopRow(random: Random, side: 1 | -1, eye: { x: number; y: number }): string {
  const tones = ['#8b9299', '#a2a4a1', '#7a858e', '#969b9c', '#aeb0ac'];
  const far = 6;
  let markup = '';
  for (let house = far - 1; house >= 0; house -= 1) {
    const near = 1 / (1 + house * 0.62);
    const away = 1 / (1 + (house + 1) * 0.62);
    const at = (t: number, height: number): [number, number] => [
      eye.x + side * 860 * t,
      eye.y + (440 - height) * t,
    ];
    const top = 840 + (house % 2) * 80;
    const wall = tones[house % tones.length]!;
    markup += polygon([at(near, 0), at(near, top), at(away, top), at(away, 0)], wall);
    markup += polygon(
      [at(near, top * 0.52), at(near, top), at(away, top), at(away, top * 0.52)],
      '#3c4853',
      'opacity=".18"',
    );
    const slot = (from: number, to: number, low: number, high: number, fill: string, more = '') => {
      const p = near + (away - near) * from;
      const q = near + (away - near) * to;
      return polygon([at(p, low), at(p, high), at(q, high), at(q, low)], fill, more);
    };
    for (let bay = 0; bay < 3; bay += 1) {
      const from = 0.08 + bay * 0.31;
      const to = from + 0.25;
      const lit = random(0, 1) > 0.35;
      markup += slot(from, to, 8, 330, '#3a2c28');
      markup += slot(from + 0.02, to - 0.02, 40, 310, lit ? '#f0b765' : '#4c5258', lit ? 'opacity=".9"' : '');
      for (let bar = 1; bar < 5; bar += 1) {
        const t = from + ((to - from) * bar) / 5;
        markup += slot(t, t + 0.012, 8, 320, '#2b211f');
      }
      markup += slot(from, to, 108, 116, '#2b211f') + slot(from, to, 230, 238, '#2b211f');
      markup +=
        slot(from + 0.02, to - 0.02, 480, 650, '#463733') +
        slot(from + 0.04, to - 0.04, 495, 636, random(0, 1) > 0.5 ? '#d9a35e' : '#59646c');
      markup += slot(from + 0.12, from + 0.13, 480, 650, '#2d2422');
    }
    markup += slot(0, 1, 366, 384, '#2b211f');
    const over = (t: number, out: number, height: number): [number, number] => [
      eye.x + side * (860 - out) * t,
      eye.y + (440 - height) * t,
    ];
    markup += polygon([at(near, 440), over(near, 120, 372), over(away, 120, 372), at(away, 440)], '#39434e');
    markup += polygon(
      [
        over(near, 150, top - 30),
        over(near, -150, top + 420),
        over(away, -150, top + 420),
        over(away, 150, top - 30),
      ],
      house % 2 ? '#46525d' : '#505c66',
    );
    markup += polygon(
      [
        over(near, 150, top - 130),
        over(near, 150, top - 30),
        over(near, -150, top + 420),
        over(near, -150, top + 300),
      ],
      '#5d666e',
    );
    markup += polygon(
      [at(near, top - 20), over(near, 150, top - 30), over(away, 150, top - 30), at(away, top - 20)],
      '#252c35',
    );
    markup += polygon(
      [
        over(near, 150, top - 30),
        over(near, 150, top - 2),
        over(away, 150, top - 2),
        over(away, 150, top - 30),
      ],
      '#2b343e',
    );
    markup += repeat(16, (tile) => {
      const t = near + ((away - near) * (tile + 0.5)) / 16;
      const low = [at(t, 440), over(t, 120, 372)] as const;
      const high = [over(t, 150, top - 30), over(t, -150, top + 420)] as const;
      return stroke(
        [low, high]
          .map(([[ax, ay], [bx, by]]) => `M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`)
          .join(''),
        '#10161d',
        7 * t,
        'opacity=".4"',
      );
    });
    const [lx, ly] = over((near + away) / 2, 95, 366);
    markup += lantern(lx, ly, 58 * near, '#b8382a', '#ffb566');
  }
  return markup;
}

function drawOldStreetRain(): string {
  const random = seededRandom(404);
  const eye = { x: 820, y: 560 };
  const houses = shopRow(random, -1, eye) + shopRow(random, 1, eye);
  const gate =
    rect(730, 450, 180, 110, '#b3babc') +
    rect(780, 486, 80, 74, '#8d979c') +
    tiledRoof(725, 458, 190, 40, '#5f6b75') +
    tiledRoof(760, 416, 120, 34, '#66727b');
  const walkers =
    figure(792, 612, 62, { posture: 'walk', coat: '#56636e', held: umbrella('#6f8790'), facing: -1 }) +
    figure(868, 640, 88, { posture: 'walk', coat: '#7a6a58', held: umbrella('#d8b45e') }) +
    figure(700, 720, 150, {
      posture: 'walk',
      coat: '#4f6475',
      hairdo: 'long',
      skirt: true,
      held: umbrella('#54757c'),
      facing: -1,
    }) +
    figure(975, 905, 330, {
      posture: 'walk',
      coat: '#2f4254',
      trousers: '#232b36',
      hairdo: 'bun',
      skirt: true,
      held: umbrella('#b7352a'),
    }) +
    figure(1120, 772, 190, {
      posture: 'walk',
      coat: '#8d7f6c',
      trousers: '#39424c',
      held: umbrella('#3c5668'),
      facing: -1,
    });
  const ground = (t: number, across: number): [number, number] => [eye.x + across * 860 * t, eye.y + 440 * t];
  const paving = repeat(22, (row) => {
    const t = 1.32 / (1 + row * 0.3);
    const u = 1.32 / (1 + (row + 1) * 0.3);
    return repeat(9, (slab) => {
      const from = -1 + (slab * 2) / 9 + (row % 2) * 0.1;
      return polygon(
        [ground(t, from), ground(t, from + 0.21), ground(u, from + 0.21), ground(u, from)],
        pick(random, ['#5f6b74', '#67747d', '#56626c', '#707c84', '#7b868c']),
        `opacity="${round(random(0.3, 0.9) * 10) / 10}"`,
      );
    });
  });
  return scene({
    shade: '#101a26',
    shadeOpacity: 0.55,
    defs: gradient('sky', [
      [0, '#8f9ea8'],
      [1, '#cfd5d4'],
    ]),
    body:
      rect(0, 0, 1600, 1067, 'url(#sky)') +
      gate +
      houses +
      polygon([ground(0.2, -1), ground(0.2, 1), ground(1.4, 1), ground(1.4, -1)], '#4d5963') +
      paving +
      reflection(houses + gate, 640, 0.2, 0.5) +
      reflection(walkers, 772, 0.3, 0.6) +
      group(
        repeat(30, () => {
          const y = random(660, 1050);
          return ellipse(
            eye.x + random(-1, 1) * (y - 520),
            y,
            (y - 500) / 9,
            (y - 500) / 60,
            '#dfe6e6',
            'opacity=".2"',
          );
        }),
        '',
      ) +
      repeat(5, (index) =>
        ellipse(
          eye.x + pick(random, [-1, 1]) * random(120, 420),
          700 + index * 76,
          70 + index * 24,
          7 + index * 3,
          '#f1b267',
          'opacity=".4" filter="url(#bloom)"',
        ),
      ) +
      mistBand({ x: 820, y: 548, rx: 240, ry: 60, color: '#dbe0df', opacity: 0.6 }) +
      walkers +
      group(
        repeat(330, () => {
          const x = random(-40, 1640);
          const y = random(-20, 1060);
          const long = random(18, 60);
          return stroke(
            `M${round(x)} ${round(y)}l${round(-long * 0.14)} ${round(long)}`,
            '#eef3f4',
            random(0.7, 1.7),
            `opacity="${round(random(0.15, 0.5) * 10) / 10}"`,
          );
        }),
        '',
      ) +
      repeat(60, () => {
        const y = random(760, 1055);
        return stroke(
          `M${round(random(60, 1540))} ${round(y)}q5 -9 9 0m-14 0q-4 -7 -8 -2`,
          '#e9eff0',
          1.3,
          'opacity=".55"',
        );
      }),
  });
}

export const oldStreetDrawings = {
  'old-street-rain': {
    width: 1600,
    height: 1067,
    alt: '雨中的栖汐区老街，行人撑伞走过石板路，店铺亮着灯笼。',
    credit: pictureCredit,
    draw: drawOldStreetRain,
  },
} satisfies Record<string, DemoPictureDrawing>;
