import {
  type DemoPictureDrawing,
  ellipse,
  group,
  path,
  pictureCredit,
  polygon,
  rect,
  repeat,
  round,
  stroke,
} from './drawing';
import { graphicSheet, inks, label } from './infographics';

type Side = 'above' | 'below' | 'right' | 'left';
type Station = readonly [name: string, x: number, y: number, side: Side];

const waterTone = '#c9dfe6';

function stationName([name, x, y, side]: Station, weight = 400): string {
  const style = { size: 22, weight, halo: inks.paper };
  if (side === 'above') return label(x, y - 24, name, { ...style, anchor: 'middle' });
  if (side === 'below') return label(x, y + 42, name, { ...style, anchor: 'middle' });
  if (side === 'right') return label(x + 22, y + 8, name, style);
  return label(x - 22, y + 8, name, { ...style, anchor: 'end' });
}

function stop([, x, y]: Station, color: string): string {
  return ellipse(x, y, 9.5, 9.5, inks.paper, `stroke="${color}" stroke-width="5"`);
}

function interchange(x: number, y: number): string {
  return (
    ellipse(x, y, 17, 17, inks.paper, `stroke="${inks.dark}" stroke-width="5"`) +
    ellipse(x, y, 6, 6, inks.dark)
  );
}

function drawMetroMap(): string {
  const one: Station[] = [
    ['芦笛镇', 300, 210, 'right'],
    ['桐荫', 385, 295, 'right'],
    ['望汐', 470, 380, 'right'],
    ['市第一人民医院', 470, 570, 'right'],
    ['汐剧院', 470, 655, 'left'],
    ['石埠头镇', 555, 740, 'right'],
  ];
  const two: Station[] = [
    ['荻浦镇', 110, 480, 'below'],
    ['白鹭洲', 200, 480, 'above'],
    ['职业学院', 290, 480, 'below'],
    ['桑园', 380, 480, 'above'],
    ['钟楼', 560, 480, 'below'],
    ['青杨巷', 650, 480, 'above'],
  ];
  const east: Station[] = [
    ['苎麻桥', 750, 480, 'below'],
    ['织造路', 845, 480, 'above'],
    ['丁字河', 940, 480, 'below'],
    ['药师桥', 1015, 405, 'right'],
    ['镜汐湖东', 1085, 335, 'left'],
    ['会展中心', 1185, 300, 'below'],
    ['文澜中路', 1295, 300, 'above'],
  ];
  const three: Station[] = [
    ['汀岚北', 1410, 200, 'right'],
    ['创新园', 1410, 400, 'right'],
    ['船坞路', 1410, 490, 'right'],
    ['窑前', 1345, 600, 'right'],
    ['砚湾', 1255, 690, 'below'],
    ['砚湾港', 1120, 690, 'below'],
  ];
  const heavy = 'stroke-linejoin="round" stroke-linecap="round"';
  const lineBadge = (x: number, y: number, text: string, color: string) =>
    rect(x - 44, y - 21, 88, 42, color, 'rx="21"') +
    label(x, y + 9, text, { size: 24, weight: 700, color: '#ffffff', anchor: 'middle' });
  return graphicSheet({
    title: '澄澜市轨道交通线网示意图',
    measure: '2号线东延段11.4公里、8座车站完成热滑试验',
    body:
      stroke('M-40 640C180 560 330 690 620 610S1010 560 1180 590S1440 540 1640 620', waterTone, 58) +
      stroke('M196 836C236 760 170 690 150 640', waterTone, 18) +
      path('M905 235Q960 195 1030 225Q1075 250 1020 285Q985 330 925 312Q865 285 905 235Z', waterTone) +
      label(960, 276, '镜汐湖', { size: 22, color: '#4d7f93', anchor: 'middle' }) +
      label(690, 606, '澄　澜　江', { size: 24, color: '#4d7f93' }) +
      label(206, 770, '荻浦河', { size: 20, color: '#4d7f93' }) +
      stroke('M300 210L470 380V655L555 740', inks.blue, 13, heavy) +
      stroke('M110 480H650', inks.orange, 13, heavy) +
      stroke('M1410 200V535L1255 690H1120', inks.teal, 13, heavy) +
      stroke('M650 480H940L1085 335Q1120 300 1150 300H1410', inks.orange, 26, `${heavy} opacity=".25"`) +
      stroke('M650 480H940L1085 335Q1120 300 1150 300H1410', inks.orange, 13, heavy) +
      stroke('M650 480H940L1085 335Q1120 300 1150 300H1410', inks.paper, 4, 'stroke-dasharray="14 12"') +
      one.map((station) => stationName(station) + stop(station, inks.blue)).join('') +
      two.map((station) => stationName(station) + stop(station, inks.orange)).join('') +
      east.map((station) => stationName(station, 700) + stop(station, inks.orange)).join('') +
      three.map((station) => stationName(station) + stop(station, inks.teal)).join('') +
      interchange(470, 480) +
      label(498, 456, '汐桥', { size: 26, weight: 700, halo: inks.paper }) +
      interchange(1410, 300) +
      label(1438, 310, '汀岚站', { size: 28, weight: 700, halo: inks.paper }) +
      lineBadge(246, 186, '1号线', inks.blue) +
      lineBadge(110, 428, '2号线', inks.orange) +
      lineBadge(1486, 156, '3号线', inks.teal) +
      rect(585, 196, 250, 128, '#ffffff', `rx="10" stroke="${inks.orange}" stroke-width="3"`) +
      label(606, 236, '2号线东延段', { size: 26, weight: 700, color: '#a9541a' }) +
      label(606, 271, '汐桥至汀岚站', { size: 22 }) +
      label(606, 304, '预计27分钟', { size: 22 }) +
      stroke('M710 324V468', inks.orange, 2.5) +
      rect(700, 742, 800, 74, '#efe9da', 'rx="10"') +
      stroke('M728 779H790', inks.orange, 13, 'stroke-linecap="round"') +
      label(810, 788, '运营线路', { size: 23 }) +
      stroke('M944 779H1006', inks.orange, 13, 'stroke-linecap="round"') +
      stroke('M944 779H1006', inks.paper, 4, 'stroke-dasharray="14 12"') +
      label(1026, 788, '调试中的东延段', { size: 23 }) +
      ellipse(1242, 779, 13, 13, inks.paper, `stroke="${inks.dark}" stroke-width="4"`) +
      ellipse(1242, 779, 4.5, 4.5, inks.dark) +
      label(1270, 788, '换乘站', { size: 23 }) +
      label(1478, 788, '未按比例', { size: 20, color: inks.soft, anchor: 'end' }),
  });
}

const peak = { x: 420, y: 430, rain: 156 };

/** How far the rain reaches from the peak in a direction; the slope faces south-east. */
function reach(angle: number): number {
  return (
    358 * (1 + 0.2 * Math.cos(angle - 0.5) + 0.07 * Math.sin(angle * 3 + 0.8) + 0.04 * Math.sin(angle * 5))
  );
}

function rainAt(x: number, y: number): number {
  const angle = Math.atan2(y - peak.y, x - peak.x);
  const far = Math.hypot(x - peak.x, y - peak.y) / reach(angle);
  return Math.round(peak.rain * Math.exp(-(far ** 1.35)));
}

/** The line along which this much rain fell. */
function contour(rain: number): string {
  const far = Math.log(peak.rain / rain) ** (1 / 1.35);
  return `M${Array.from({ length: 120 }, (_, turn) => {
    const angle = (turn / 120) * Math.PI * 2;
    const radius = reach(angle) * far;
    return `${round(peak.x + Math.cos(angle) * radius)} ${round(peak.y + Math.sin(angle) * radius)}`;
  }).join('L')}Z`;
}

function drawRainfallMap(): string {
  const bands: readonly (readonly [from: number, color: string, text: string])[] = [
    [0, '#e3ecdf', '25以下'],
    [25, '#bfdcd9', '25—50'],
    [50, '#86bdcd', '50—75'],
    [75, '#4a93b8', '75—100'],
    [100, '#256a9b', '100—125'],
    [125, '#12406f', '125以上'],
  ];
  const land =
    'M90 250Q150 190 250 205Q330 165 430 190Q540 170 640 205Q760 180 860 225Q980 220 1050 290Q1110 350 1085 430Q1130 520 1070 590Q1060 690 960 720Q900 800 780 780Q660 812 560 772Q440 800 340 752Q220 760 170 670Q80 610 110 510Q60 430 96 350Q70 300 90 250Z';
  const county =
    'M90 250Q150 190 250 205Q330 165 430 190Q540 170 640 205Q690 300 650 380Q720 470 660 560Q600 640 560 772Q440 800 340 752Q220 760 170 670Q80 610 110 510Q60 430 96 350Q70 300 90 250Z';
  const places: readonly (readonly [string, number, number, 'left' | 'right' | 'above' | 'below'])[] = [
    ['白岭', 330, 350, 'left'],
    ['上坞岭', 540, 372, 'above'],
    ['云砧茶场', 300, 520, 'below'],
    ['白砧镇', 500, 560, 'right'],
    ['云砧县城', 400, 680, 'below'],
    ['苎溪镇', 180, 264, 'below'],
    ['芦笛镇', 745, 300, 'right'],
    ['荻浦镇', 740, 470, 'right'],
    ['栖汐区', 868, 632, 'above'],
    ['汀岚区', 960, 400, 'above'],
    ['砚湾县', 960, 708, 'above'],
  ];
  const gauges = places
    .map(([name, x, y, side]) => {
      const rain = rainAt(x, y);
      const style = { size: 22, weight: 500, halo: '#f4f2e9' };
      const text = `${name} ${rain}`;
      const dot = ellipse(x, y, 6.5, 6.5, '#ffffff', `stroke="${inks.dark}" stroke-width="2.5"`);
      if (side === 'left') return dot + label(x - 16, y + 8, text, { ...style, anchor: 'end' });
      if (side === 'right') return dot + label(x + 16, y + 8, text, style);
      return dot + label(x, side === 'above' ? y - 18 : y + 34, text, { ...style, anchor: 'middle' });
    })
    .join('');
  const ranked = [
    ['云砧山南坡', peak.rain] as const,
    ...places.map(([name, x, y]) => [name, rainAt(x, y)] as const),
  ]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 7);
  const list = ranked
    .map(([name, rain], index) => {
      const y = 470 + index * 50;
      return (
        label(1296, y + 22, name, { size: 23, anchor: 'end', weight: index === 0 ? 700 : 400 }) +
        rect(1310, y, rain * 1.08, 28, index === 0 ? '#a63a2b' : '#256a9b', 'rx="3"') +
        label(1310 + rain * 1.08 + 10, y + 23, String(rain), { size: 23, weight: 700 })
      );
    })
    .join('');
  const peaks = repeat(3, (index) => {
    const x = 372 + index * 46;
    const y = 404 - (index === 1 ? 12 : 0);
    return (
      polygon(
        [
          [x - 24, y],
          [x, y - 36],
          [x + 24, y],
        ],
        '#f4efe2',
        'opacity=".92"',
      ) +
      polygon(
        [
          [x, y - 36],
          [x + 24, y],
          [x + 6, y],
        ],
        '#9fb3bf',
      )
    );
  });
  return graphicSheet({
    title: '云砧山区72小时累计雨量',
    measure: '云砧县平均94毫米，最大雨量156毫米出现在云砧山南坡',
    defs: `<clipPath id="land"><path d="${land}"/></clipPath>`,
    body:
      path(land, '#c9c2b0', 'opacity=".55" transform="translate(8 10)"') +
      group(
        rect(0, 150, 1200, 700, bands[0]![1]) +
          bands
            .slice(1)
            .map(([from, color]) => path(contour(from), color))
            .join('') +
          bands
            .slice(1)
            .map(([from]) => stroke(contour(from), '#ffffff', 1.6, 'opacity=".65"'))
            .join('') +
          stroke(
            'M60 330C200 380 240 600 430 626S720 520 800 540S980 660 1130 640',
            '#d8eef2',
            9,
            'opacity=".95"',
          ) +
          stroke('M640 205Q690 300 650 380Q720 470 660 560Q600 640 560 772', '#ffffff', 4) +
          stroke(
            'M690 500Q800 520 860 480Q920 480 1110 500M780 780Q800 690 770 640Q800 560 860 480Q840 330 860 225',
            '#ffffff',
            3,
            'stroke-dasharray="10 7" opacity=".9"',
          ),
        'clip-path="url(#land)"',
      ) +
      stroke(land, '#8d8a7c', 2.5) +
      stroke(county, inks.dark, 3.5) +
      peaks +
      gauges +
      ellipse(peak.x, peak.y, 11, 11, '#a63a2b', 'stroke="#ffffff" stroke-width="3.5"') +
      label(peak.x + 20, peak.y + 10, '云砧山南坡 156', { size: 25, weight: 700, color: '#ffffff' }) +
      stroke('M1040 806H1140M1040 798V814M1140 798V814', inks.soft, 2.5) +
      label(1028, 814, '10公里', { size: 20, color: inks.soft, anchor: 'end' }) +
      label(1170, 208, '雨量分级（毫米）', { size: 24, weight: 700 }) +
      bands
        .map(
          ([, color, text], index) =>
            rect(
              1170 + (index % 2) * 180,
              232 + Math.floor(index / 2) * 48,
              42,
              30,
              color,
              `stroke="${inks.soft}" stroke-width="1"`,
            ) + label(1224 + (index % 2) * 180, 256 + Math.floor(index / 2) * 48, text, { size: 22 }),
        )
        .join('') +
      rect(1170, 402, 366, 1.5, inks.line) +
      label(1170, 444, '雨量最大的7个站点', { size: 24, weight: 700 }) +
      list,
  });
}

const size = { width: 1600, height: 900, credit: pictureCredit };

export const mapDrawings = {
  'metro-map': {
    ...size,
    alt: '轨道交通线网示意图，2号线东延段从青杨巷向东通到汀岚站。',
    draw: drawMetroMap,
  },
  'rainfall-map': {
    ...size,
    alt: '雨量分布图，云砧县三天雨量由云砧山南坡向四周递减。',
    draw: drawRainfallMap,
  },
} satisfies Record<string, DemoPictureDrawing>;
