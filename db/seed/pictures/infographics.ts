import { rect, round } from './drawing';

/** Told apart under every common form of colour blindness; each also differs in lightness. */
export const inks = {
  blue: '#1f6391',
  sky: '#79b4d6',
  orange: '#d9772b',
  ochre: '#e8b04a',
  teal: '#2a8f82',
  violet: '#7d5a86',
  grey: '#a9b0b3',
  dark: '#22303a',
  soft: '#5d6b74',
  line: '#d9d5c8',
  paper: '#f8f5ec',
} as const;

const fonts = 'Noto Sans CJK SC, Noto Sans SC, sans-serif';

export function label(
  x: number,
  y: number,
  text: string,
  style: {
    size?: number;
    weight?: number;
    color?: string;
    anchor?: 'start' | 'middle' | 'end';
    halo?: string;
  } = {},
): string {
  const { size = 24, weight = 400, color = inks.dark, anchor = 'start', halo } = style;
  const edge =
    halo === undefined
      ? ''
      : `<text x="${round(x)}" y="${round(y)}" font-family="${fonts}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${halo}" stroke="${halo}" stroke-width="6" stroke-linejoin="round">${text}</text>`;
  return `${edge}<text x="${round(x)}" y="${round(y)}" font-family="${fonts}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${color}">${text}</text>`;
}

/** The sheet every chart and map stands on: title, what is measured, and where the figures come from. */
export function graphicSheet(sheet: { title: string; measure: string; body: string; defs?: string }): string {
  const { title, measure, body, defs = '' } = sheet;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900"><defs>
<filter id="paper-grain" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="5"/><feColorMatrix values="1.4 0 0 0 -.2 1.4 0 0 0 -.2 1.4 0 0 0 -.2 0 0 0 0 1"/></filter>${defs}</defs>
${rect(0, 0, 1600, 900, inks.paper)}
<rect width="1600" height="900" filter="url(#paper-grain)" opacity=".08" style="mix-blend-mode:multiply"/>
${rect(0, 0, 1600, 10, '#a63a2b')}
${body}
${rect(64, 52, 8, 46, '#a63a2b')}
${label(88, 91, title, { size: 44, weight: 700 })}
${label(88, 134, measure, { size: 24, color: inks.soft })}
${rect(64, 842, 1472, 1.5, inks.line)}
${label(64, 876, '数据来源：澄澜市统计局（演示数据）', { size: 21, color: inks.soft })}
${label(1536, 876, '澄澜在线制图', { size: 21, color: inks.soft, anchor: 'end' })}
</svg>`;
}
