import { type DemoPictureDrawing, path, pictureCredit, rect, round } from './drawing';
import { graphicSheet, inks, label } from './infographics';

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
      return (
        path(d, color, `stroke="${inks.paper}" stroke-width="5"`) +
        label(x!, y! + 10, `${((amount / total) * 100).toFixed(1)}%`, {
          size: 28,
          weight: 700,
          color: ink,
          anchor: 'middle',
        })
      );
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
        label(1524, y + 42, change, {
          size: 27,
          anchor: 'end',
          weight: 500,
          color: change === '持平' ? inks.soft : inks.dark,
        }) +
        (change === '持平'
          ? rect(1374, y + 29, 22, 5, inks.soft)
          : path(
              change.startsWith('增') ? `M1372 ${y + 42}h26l-13 -24Z` : `M1372 ${y + 20}h26l-13 24Z`,
              change.startsWith('增') ? '#b8552f' : inks.blue,
            ))
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

export const budgetDrawings = {
  'budget-chart': {
    ...size,
    alt: '环形图：3.86亿元市政养护经费，道路与桥梁占36.8%，排水占24.1%。',
    draw: drawBudgetChart,
  },
} satisfies Record<string, DemoPictureDrawing>;
