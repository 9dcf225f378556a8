import { type DemoPictureDrawing, pictureCredit, rect } from './drawing';
import { graphicSheet, inks, label } from './infographics';

const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

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
            return (
              rect(x + 2, y + 2, wide - 4, tall - 4, color, 'rx="5"') +
              label(x + wide / 2, y + 51, text.slice(0, 1), {
                size: 27,
                weight: 500,
                color: ink,
                anchor: 'middle',
              })
            );
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
      months
        .map((month, index) =>
          label(left + index * wide + wide / 2, top - 16, month, {
            size: 22,
            color: inks.soft,
            anchor: 'middle',
          }),
        )
        .join('') +
      label(1316, top - 16, '达到Ⅲ类以上月数', { size: 22, color: inks.soft }) +
      cells +
      label(left, 800, '水质', { size: 22, color: inks.soft }) +
      classes
        .map(
          ({ name, color }, index) =>
            rect(left + 70 + index * 150, 779, 36, 26, color, 'rx="4"') +
            label(left + 116 + index * 150, 801, name, { size: 23 }),
        )
        .join('') +
      label(left + 70 + 5 * 150, 800, '← 颜色越深蓝越好', { size: 22, color: inks.soft }),
  });
}

const size = { width: 1600, height: 900, credit: pictureCredit };

export const waterDrawings = {
  'water-quality-chart': {
    ...size,
    alt: '色块图：六处河湖断面逐月水质类别，年底全部达到三类以上。',
    draw: drawWaterQualityChart,
  },
} satisfies Record<string, DemoPictureDrawing>;
