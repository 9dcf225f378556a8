import { type DemoPictureDrawing, ellipse, path, pictureCredit, rect, round, stroke } from './drawing';
import { graphicSheet, inks, label } from './infographics';

const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

function drawEnergyChart(): string {
  const sources = [
    { name: '外购与火电', color: inks.grey, values: [7.9, 7.1, 6.2, 5.4, 5.1, 5.6, 7.2, 7.4, 5.9, 4.9, 5.2, 6.1] },
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
      return rect(left - 10, y, 1130, value === 0 ? 2.5 : 1.5, value === 0 ? inks.dark : inks.line) + label(left - 24, y + 8, String(value), { size: 22, color: inks.soft, anchor: 'end' });
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
      return parts + label(x + 31, top - 12, `${clean}%`, { size: 23, weight: 700, color: '#1b5f57', anchor: 'middle' }) + label(x + 31, foot + 36, month, { size: 22, color: inks.soft, anchor: 'middle' });
    })
    .join('');
  let edge = foot;
  const names = sources
    .map(({ name, color, values }) => {
      const middle = edge - (values[11]! * unit) / 2;
      edge -= values[11]! * unit;
      return stroke(`M${left + 14 + 11 * step + 66} ${round(middle)}H1296`, inks.soft, 1.2) + rect(1304, middle - 11, 22, 22, color, 'rx="4"') + label(1338, middle + 9, name, { size: 25, weight: 500 });
    })
    .join('');
  return graphicSheet({
    title: '10月清洁能源占用电量近一半',
    measure: '去年全市各月用电量构成，单位：亿千瓦时；柱顶为清洁能源占比',
    body:
      grid +
      columns +
      names +
      rect(1290, 210, 246, 196, '#efe9da', 'rx="10"') +
      label(1413, 254, '全年清洁能源占比', { size: 22, color: inks.soft, anchor: 'middle' }) +
      label(1413, 336, '41%', { size: 76, weight: 700, color: '#1b5f57', anchor: 'middle' }) +
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
  const lineOf = (values: number[]) => `M${values.map((value, index) => at(index, value).map(round).join(' ')).join('L')}`;
  const grid = [0, 1, 2, 3, 4]
    .map((value) => {
      const y = foot - value * 130;
      return rect(left, y, 740, value === 0 ? 2.5 : 1.5, value === 0 ? inks.dark : inks.line) + label(left - 16, y + 8, String(value), { size: 22, color: inks.soft, anchor: 'end' });
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
      thisYear.map((value, index) => ellipse(...at(index, value), 7, 7, inks.paper, `stroke="${inks.blue}" stroke-width="4"`)).join('') +
      label(endX - 10, endY - 26, '今年 3.52', { size: 28, weight: 700, color: inks.blue, anchor: 'end' }) +
      ellipse(pastX, pastY, 6, 6, inks.soft) +
      label(pastX + 8, pastY + 44, '去年 3.92', { size: 24, color: inks.soft, anchor: 'end', weight: 500 }) +
      months.map((month, index) => label(at(index, 0)[0], foot + 36, month, { size: 21, color: inks.soft, anchor: 'middle' })).join('') +
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

function drawWaterQualityChart(): string {
  const classes = [
    { name: 'Ⅰ类', color: '#12476b', ink: '#ffffff' },
    { name: 'Ⅱ类', color: '#2f83b0', ink: '#ffffff' },
    { name: 'Ⅲ类', color: '#a9d2dc', ink: '#1c2d38' },
    { name: 'Ⅳ类', color: '#f0c46c', ink: '#3b2a08' },
    { name: 'Ⅴ类', color: '#c4622a', ink: '#ffffff' },
  ];
  const rivers: readonly (readonly [string, string])[] = [
    ['苎溪源头', '111121222111'],
    ['澄澜江上游', '222223322222'],
    ['澄澜江汐桥', '333333332322'],
    ['镜汐湖湖心', '444344433332'],
    ['荻浦河', '555444443333'],
    ['砚湾近岸', '444433343332'],
  ];
  const left = 270;
  const top = 236;
  const wide = 84;
  const tall = 84;
  const cells = rivers
    .map(([name, grades], row) => {
      const y = top + row * tall;
      const good = [...grades].filter((grade) => Number(grade) <= 3).length;
      return (
        label(left - 22, y + 50, name, { size: 26, anchor: 'end', weight: 500 }) +
        [...grades]
          .map((grade, month) => {
            const { color, ink, name: text } = classes[Number(grade) - 1]!;
            const x = left + month * wide;
            return rect(x + 2, y + 2, wide - 4, tall - 4, color, 'rx="5"') + label(x + wide / 2, y + 51, text.slice(0, 1), { size: 27, weight: 500, color: ink, anchor: 'middle' });
          })
          .join('') +
        rect(1316, y + 27, 150, 28, '#e6e1d3', 'rx="4"') +
        rect(1316, y + 27, (150 * good) / 12, 28, inks.teal, 'rx="4"') +
        label(1480, y + 51, `${good}`, { size: 26, weight: 700 }) +
        label(1514, y + 50, '月', { size: 20, color: inks.soft })
      );
    })
    .join('');
  return graphicSheet({
    title: '六处河湖断面 年底全部达到Ⅲ类以上',
    measure: '去年逐月水质类别（地表水环境质量分类，Ⅰ类最好）',
    body:
      months.map((month, index) => label(left + index * wide + wide / 2, top - 16, month, { size: 22, color: inks.soft, anchor: 'middle' })).join('') +
      label(1316, top - 16, '达到Ⅲ类以上月数', { size: 22, color: inks.soft }) +
      cells +
      label(left, 800, '水质', { size: 22, color: inks.soft }) +
      classes.map(({ name, color }, index) => rect(left + 70 + index * 150, 779, 36, 26, color, 'rx="4"') + label(left + 116 + index * 150, 801, name, { size: 23 })).join('') +
      label(left + 70 + 5 * 150, 800, '← 颜色越深蓝越好', { size: 22, color: inks.soft }),
  });
}

function drawBudgetChart(): string {
  const items: readonly (readonly [name: string, amount: number, change: string, color: string])[] = [
    ['道路与桥梁', 1.42, '增加0.11', '#1f4f73'],
    ['排水设施', 0.93, '增加0.17', '#2f86a6'],
    ['公共绿地', 0.61, '减少0.08', '#7fb8a4'],
    ['道路照明', 0.58, '减少0.05', '#e8b04a'],
    ['公厕与环卫设施', 0.32, '持平', '#b8552f'],
  ];
  const total = 3.86;
  const centre = { x: 370, y: 490 };
  const spot = (share: number, radius: number) => {
    const angle = share * Math.PI * 2 - Math.PI / 2;
    return `${round(centre.x + Math.cos(angle) * radius)} ${round(centre.y + Math.sin(angle) * radius)}`;
  };
  let from = 0;
  const ring = items
    .map(([, amount, , color]) => {
      const to = from + amount / total;
      const middle = (from + to) / 2;
      const large = to - from > 0.5 ? 1 : 0;
      const d = `M${spot(from, 280)}A280 280 0 ${large} 1 ${spot(to, 280)}L${spot(to, 160)}A160 160 0 ${large} 0 ${spot(from, 160)}Z`;
      const [x, y] = spot(middle, 220).split(' ').map(Number);
      from = to;
      const ink = color === '#e8b04a' || color === '#7fb8a4' ? '#22303a' : '#ffffff';
      return path(d, color, `stroke="${inks.paper}" stroke-width="5"`) + label(x!, y! + 10, `${((amount / total) * 100).toFixed(1)}%`, { size: 28, weight: 700, color: ink, anchor: 'middle' });
    })
    .join('');
  const rows = items
    .map(([name, amount, change, color], index) => {
      const y = 262 + index * 108;
      return (
        rect(740, y - 24, 30, 30, color, 'rx="5"') +
        label(786, y + 2, name, { size: 30, weight: 500 }) +
        rect(740, y + 22, 440, 24, '#e9e4d6', 'rx="4"') +
        rect(740, y + 22, (440 * amount) / 1.42, 24, color, 'rx="4"') +
        label(1300, y + 44, amount.toFixed(2), { size: 36, weight: 700, anchor: 'end' }) +
        label(1524, y + 42, change, { size: 27, anchor: 'end', weight: 500, color: change === '持平' ? inks.soft : inks.dark }) +
        (change === '持平'
          ? rect(1374, y + 29, 22, 5, inks.soft)
          : path(change.startsWith('增') ? `M1372 ${y + 42}h26l-13 -24Z` : `M1372 ${y + 20}h26l-13 24Z`, change.startsWith('增') ? '#b8552f' : inks.blue))
      );
    })
    .join('');
  return graphicSheet({
    title: '3.86亿元市政养护经费花在哪',
    measure: '今年市政养护经费安排及所占比重',
    body:
      ring +
      label(centre.x, centre.y - 14, '3.86', { size: 82, weight: 700, anchor: 'middle' }) +
      label(centre.x, centre.y + 40, '亿元', { size: 32, color: inks.soft, anchor: 'middle' }) +
      label(740, 196, '用途', { size: 23, color: inks.soft }) +
      label(1300, 196, '金额（亿元）', { size: 23, color: inks.soft, anchor: 'end' }) +
      label(1524, 196, '与上年相比', { size: 23, color: inks.soft, anchor: 'end' }) +
      rect(740, 212, 796, 1.5, inks.line) +
      rows,
  });
}

const size = { width: 1600, height: 900, credit: pictureCredit };

export const chartDrawings = {
  'energy-chart': { ...size, alt: '柱状图：全市去年各月用电量构成，10月清洁能源占比最高。', draw: drawEnergyChart },
  'employment-chart': { ...size, alt: '折线图与条形图：前三季度城镇新增就业3.52万人，高于去年同期。', draw: drawEmploymentChart },
  'water-quality-chart': { ...size, alt: '色块图：六处河湖断面逐月水质类别，年底全部达到三类以上。', draw: drawWaterQualityChart },
  'budget-chart': { ...size, alt: '环形图：3.86亿元市政养护经费，道路与桥梁占36.8%，排水占24.1%。', draw: drawBudgetChart },
} satisfies Record<string, DemoPictureDrawing>;
