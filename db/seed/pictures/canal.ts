import { eavesHouse, gableHouse, lantern } from './architecture';
import { archBridge } from './bridges';
import {
  type DemoPictureDrawing,
  gradient,
  pictureCredit,
  rect,
  repeat,
  scene,
  seededRandom,
  stroke,
} from './drawing';
import { figure } from './figures';
import { broadTree, willowStrands } from './greenery';
import { canopyBoat, hillRanges, mistBand, reflection, ripples } from './scenery';

function drawTownCanal(): string {
  const random = seededRandom(606);
  const water = 640;
  const colors = { wall: '#eceae1', roof: '#3d474d', wood: '#6d5140', glass: '#46535a', shade: '#5d7076' };
  const far = hillRanges(random, ['#bfd0cc', '#a3b8b3'], {
    y: 330,
    rise: 50,
    gap: 60,
    base: water,
    mist: '#eef1ea',
  });
  const left =
    gableHouse(330, water - 20, 170, 270, { ...colors, wall: '#dfe2dc' }) +
    eavesHouse(random, 200, water - 18, 190, 290, colors) +
    gableHouse(20, water - 12, 240, 420, colors) +
    eavesHouse(random, -140, water - 8, 230, 400, { ...colors, wall: '#f3f0e6' });
  const right =
    eavesHouse(random, 1040, water - 20, 170, 240, { ...colors, wall: '#dfe2dc' }) +
    gableHouse(1160, water - 18, 190, 330, { ...colors, wall: '#e7e7df' }) +
    eavesHouse(random, 1320, water - 12, 230, 350, colors) +
    gableHouse(1490, water - 8, 260, 470, { ...colors, wall: '#f3f0e6' });
  const quay =
    rect(0, water - 22, 540, 40, '#8b9389') +
    rect(1010, water - 22, 600, 40, '#8b9389') +
    repeat(60, (index) =>
      rect(
        index < 28 ? index * 19 : 1012 + (index - 28) * 19,
        water - 20 + (index % 2) * 18,
        17,
        15,
        '#5e6a66',
        'opacity=".25"',
      ),
    );
  const bridge = archBridge(770, water + 16, 620, 190, {
    stone: '#b9b7a6',
    edge: '#d9d6c6',
    dark: '#56625f',
  });
  const people =
    figure(745, water - 182, 66, { posture: 'walk', coat: '#35566b' }) +
    figure(830, water - 174, 64, {
      posture: 'walk',
      coat: '#b4483a',
      skirt: true,
      hairdo: 'long',
      facing: -1,
    }) +
    figure(150, water - 20, 82, { posture: 'stand', coat: '#6c7f6a', hairdo: 'grey' }) +
    figure(1270, water - 20, 80, { posture: 'walk', coat: '#c98f45', facing: -1 });
  const boat =
    canopyBoat(640, 838, 380, '#3d342f', '#5f5147') +
    figure(780, 826, 128, {
      posture: 'reach',
      coat: '#47606f',
      trousers: '#343c43',
      held: stroke('M38 -118L6 14', '#3d342f', 2.2),
    });
  const lanterns = repeat(5, (index) =>
    lantern(60 + index * 88, water - 205 + (index % 2) * 8, 22, '#c0402f', '#ffc277'),
  );
  const washing =
    stroke(`M1330 ${water - 140}Q1430 ${water - 120} 1540 ${water - 142}`, '#4b4b48', 2) +
    repeat(5, (index) =>
      rect(
        1352 + index * 36,
        water - 133 + (index % 2) * 3,
        26,
        46,
        ['#5c7f96', '#e9d9b9', '#b9573f', '#8aa18a', '#dfe3e0'][index]!,
      ),
    );
  return scene({
    shade: '#24322f',
    defs:
      gradient('sky', [
        [0, '#b7cdcf'],
        [1, '#f1efe2'],
      ]) +
      gradient('canal', [
        [0, '#b9cbbd'],
        [0.4, '#84a399'],
        [1, '#3f645f'],
      ]),
    body:
      rect(0, 0, 1600, water, 'url(#sky)') +
      far +
      broadTree(random, 585, water - 18, 240, {
        trunk: '#5a4c40',
        leaves: ['#6b8a62', '#8aa777', '#b3c795'],
      }) +
      broadTree(random, 985, water - 18, 270, {
        trunk: '#5a4c40',
        leaves: ['#5f8060', '#7f9f74', '#a8bf8e'],
      }) +
      mistBand({ x: 780, y: water - 50, rx: 420, ry: 36, color: '#f2f3ea', opacity: 0.75 }) +
      rect(0, water - 2, 1600, 440, 'url(#canal)') +
      reflection(left + right + quay + bridge, water + 16, 0.55, 0.85) +
      left +
      right +
      quay +
      lanterns +
      washing +
      bridge +
      people +
      ripples(random, {
        y: water + 26,
        height: 400,
        count: 190,
        colors: ['#eef2e6', '#31534f', '#d5e0d2'],
        opacity: 0.45,
      }) +
      reflection(boat, 856, 0.45, 0.6) +
      boat +
      willowStrands(random, {
        x: 1180,
        y: -20,
        width: 460,
        length: 430,
        count: 46,
        colors: ['#5f8052', '#7d9a63', '#9db57a'],
      }) +
      willowStrands(random, {
        x: -30,
        y: -20,
        width: 240,
        length: 300,
        count: 22,
        colors: ['#56774e', '#74925d'],
      }),
  });
}

export const canalDrawings = {
  'town-canal': {
    width: 1600,
    height: 1067,
    alt: '荻浦河穿镇而过，白墙黑瓦临水，小船正驶向石拱桥。',
    credit: pictureCredit,
    draw: drawTownCanal,
  },
} satisfies Record<string, DemoPictureDrawing>;
