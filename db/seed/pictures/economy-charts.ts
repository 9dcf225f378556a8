import { type DemoPictureDrawing, ellipse, path, pictureCredit, rect, round, stroke } from './drawing';
import { graphicSheet, inks, label } from './infographics';

const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

function drawEnergyChart(): string {
  const sources = [
    {
      name: '外购与火电',
      color: inks.grey,
      values: [7.9, 7.1, 6.2, 5.4, 5.1, 5.6, 7.2, 7.4, 5.9, 4.9, 5.2, 6.1],
    },
    { name: '水电', color: inks.blue, values: [1.1, 1.0, 1.5, 1.9, 2.2, 2.5, 2.6, 2.4, 2.0, 1.6, 1.3, 1.2] },
    { name: '风电', color: inks.sky, values: [1.2, 1.3, 1.4, 1.3, 1.1, 0.9, 0.8, 0.9, 1.1, 1.4, 1.5, 1.6] },
    { name: '光伏', color: inks.ochre, values: [0.6, 0.7, 1.0, 1.3, 1.6, 1.5, 1.9, 1.9, 1.6, 1.4, 1.1, 0.9] },
  ];
  const foot = 760;
  const unit = 36;
  const left = 150;
  const step = 92;
  const grid = [0, 4, 8, 12]
    .map((value) => {
      const y = foot - value * unit;
      return (
        rect(left - 10, y, 1130, value === 0 ? 2.5 : 1.5, value === 0 ? inks.dark : inks.line) +
        label(left - 24, y + 8, String(value), { size: 22, color: inks.soft, anchor: 'end' })
      );
    })
    .join('');
  const columns = months
    .map((month, index) => {
      const x = left + 14 + index * step;
      let top = foot;
      const parts = sources
        .map(({ color, values }) => {
          const height = values[index]! * unit;
          top -= height;
          return rect(x, top, 62, height - 2, color);
        })
        .join('');
      const all = sources.reduce((sum, { values }) => sum + values[index]!, 0);
      const clean = Math.round(((all - sources[0]!.values[index]!) / all) * 100);
      return (
        parts +
        label(x + 31, top - 12, `${clean}%`, { size: 23, weight: 700, color: '#1b5f57', anchor: 'middle' }) +
        label(x + 31, foot + 36, month, { size: 22, color: inks.soft, anchor: 'middle' })
      );
    })
    .join('');
  const whole = sources.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0);
  const burnt = sources[0]!.values.reduce((sum, value) => sum + value, 0);
  const yearly = Math.round(((whole - burnt) / whole) * 100);
  let edge = foot;
  const names = sources
    .map(({ name, color, values }) => {
      const middle = edge - (values[11]! * unit) / 2;
      edge -= values[11]! * unit;
      return (
        stroke(`M${left + 14 + 11 * step + 66} ${round(middle)}H1296`, inks.soft, 1.2) +
        rect(1304, middle - 11, 22, 22, color, 'rx="4"') +
        label(1338, middle + 9, name, { size: 25, weight: 500 })
      );
    })
    .join('');
  return graphicSheet({
    title: '5月清洁能源占用电量近一半',
    measure: '去年全市各月用电量构成，单位：亿千瓦时；柱顶为清洁能源占比',
    body:
      grid +
      columns +
      names +
      rect(1290, 210, 246, 196, '#efe9da', 'rx="10"') +
      label(1413, 254, '全年清洁能源占比', { size: 22, color: inks.soft, anchor: 'middle' }) +
      label(1413, 336, `${yearly}%`, { size: 76, weight: 700, color: '#1b5f57', anchor: 'middle' }) +
      label(1413, 382, '比上年提高5个百分点', { size: 20, color: inks.soft, anchor: 'middle' }) +
      label(left - 24, 262, '亿千瓦时', { size: 20, color: inks.soft, anchor: 'middle' }),
  });
}

function drawEmploymentChart(): string {
  const thisYear = [0.31, 0.58, 1.02, 1.39, 1.78, 2.24, 2.71, 3.09, 3.52];
  const lastYear = [0.28, 0.51, 0.89, 1.22, 1.55, 1.94, 2.36, 2.7, 3.06, 3.37, 3.66, 3.92];
  const foot = 760;
  const left = 150;
  const step = 62;
  const at = (index: number, value: number) => [left + 20 + index * step, foot - value * 130] as const;
  const lineOf = (values: number[]) =>
    `M${values.map((value, index) => at(index, value).map(round).join(' ')).join('L')}`;
  const grid = [0, 1, 2, 3, 4]
    .map((value) => {
      const y = foot - value * 130;
      return (
        rect(left, y, 740, value === 0 ? 2.5 : 1.5, value === 0 ? inks.dark : inks.line) +
        label(left - 16, y + 8, String(value), { size: 22, color: inks.soft, anchor: 'end' })
      );
    })
    .join('');
  const [endX, endY] = at(8, 3.52);
  const [pastX, pastY] = at(11, 3.92);
  const trades: readonly (readonly [string, number, number])[] = [
    ['先进制造', 0.94, 0.78],
    ['商贸物流', 0.71, 0.66],
    ['文化旅游', 0.58, 0.41],
    ['健康养老', 0.49, 0.36],
    ['建筑工程', 0.43, 0.52],
    ['现代农业', 0.37, 0.33],
  ];
  const bars = trades
    .map(([name, now, before], index) => {
      const y = 292 + index * 80;
      return (
        label(1096, y + 30, name, { size: 24, anchor: 'end', weight: 500 }) +
        rect(1112, y, now * 340, 26, inks.blue) +
        rect(1112, y + 30, before * 340, 14, inks.grey) +
        label(1112 + now * 340 + 12, y + 22, now.toFixed(2), { size: 24, weight: 700, color: inks.blue })
      );
    })
    .join('');
  return graphicSheet({
    title: '前三季度城镇新增就业3.52万人',
    measure: '比去年同期多0.46万人，先进制造业吸纳最多',
    body:
      label(left - 40, 196, '累计新增就业（万人）', { size: 24, weight: 700 }) +
      grid +
      path(`${lineOf(thisYear)}L${endX} ${foot}L${at(0, 0)[0]} ${foot}Z`, inks.blue, 'opacity=".12"') +
      stroke(lineOf(lastYear), inks.soft, 4, 'stroke-dasharray="10 8" stroke-linejoin="round"') +
      stroke(lineOf(thisYear), inks.blue, 6, 'stroke-linejoin="round" stroke-linecap="round"') +
      thisYear
        .map((value, index) =>
          ellipse(...at(index, value), 7, 7, inks.paper, `stroke="${inks.blue}" stroke-width="4"`),
        )
        .join('') +
      label(endX - 10, endY - 26, '今年 3.52', { size: 28, weight: 700, color: inks.blue, anchor: 'end' }) +
      ellipse(pastX, pastY, 6, 6, inks.soft) +
      label(pastX + 8, pastY - 22, '去年 3.92', { size: 24, color: inks.soft, anchor: 'end', weight: 500 }) +
      months
        .map((month, index) =>
          label(at(index, 0)[0], foot + 36, month, { size: 21, color: inks.soft, anchor: 'middle' }),
        )
        .join('') +
      rect(940, 190, 1.5, 600, inks.line) +
      label(984, 196, '前三季度分行业（万人）', { size: 24, weight: 700 }) +
      rect(984, 226, 26, 20, inks.blue) +
      label(1020, 244, '今年', { size: 22, color: inks.soft }) +
      rect(1092, 230, 26, 13, inks.grey) +
      label(1128, 244, '去年同期', { size: 22, color: inks.soft }) +
      rect(1110, 280, 2.5, 490, inks.dark) +
      bars,
  });
}

const size = { width: 1600, height: 900, credit: pictureCredit };

export const economyDrawings = {
  'energy-chart': {
    ...size,
    alt: '柱状图：全市去年各月用电量构成，5月清洁能源占比最高，近一半。',
    draw: drawEnergyChart,
  },
  'employment-chart': {
    ...size,
    alt: '折线图与条形图：前三季度城镇新增就业3.52万人，高于去年同期。',
    draw: drawEmploymentChart,
  },
} satisfies Record<string, DemoPictureDrawing>;
