import { ellipse, group, path, round, stroke } from './drawing';
import { type Posture, type PostureName, postures } from './postures';

export type Looks = {
  posture?: PostureName;
  coat: string;
  trousers?: string;
  skin?: string;
  hair?: string;
  facing?: 1 | -1;
  skirt?: boolean;
  /** Shorts and short sleeves. */
  sporty?: boolean;
  /** Bun, long hair or short. */
  hairdo?: 'short' | 'bun' | 'long' | 'grey';
  /** Drawn over the head, in the figure's own measure. */
  hat?: string;
  /** In the hands; leans with the trunk. */
  held?: string;
  /** Behind the back; leans with the trunk. */
  carried?: string;
};

/** A person with feet at `x`,`y`, `height` pixels tall when standing. */
export function figure(x: number, y: number, height: number, looks: Looks): string {
  const { posture = 'stand', coat, trousers = '#2e3443', skin = '#d6a585', facing = 1, hat = '' } = looks;
  const { held = '', carried = '', skirt = false, sporty = false } = looks;
  const { hip, lean, legs, arms } = postures[posture] as Posture;
  const scale = round((height / 100) * 1000) / 1000;
  const rise = hip + 47;
  const leg = (index: number, shade: string) => {
    const [knee, foot] = legs[index]!;
    const thigh = `M${index === 0 ? -2.5 : 2.5} ${hip - 1}L${knee.join(' ')}L${foot[0]} ${foot[1] - 4}`;
    return (
      stroke(
        thigh,
        sporty ? skin : trousers,
        sporty ? 6.4 : 8,
        'stroke-linecap="round" stroke-linejoin="round"',
      ) +
      (sporty
        ? stroke(
            `M${index === 0 ? -2.5 : 2.5} ${hip - 1}L${knee.join(' ')}`,
            trousers,
            9,
            'stroke-linecap="round"',
          )
        : '') +
      path(`M${foot[0] - 3.6} ${foot[1]}v-4h5q5 .6 6 4Z`, sporty ? '#f3efe2' : '#26221f') +
      (shade ? stroke(thigh, shade, 8, 'opacity=".22" stroke-linecap="round" stroke-linejoin="round"') : '')
    );
  };
  const arm = (index: number, shade: string) => {
    const [elbow, hand] = arms[index]!.map(([ax, ay]) => [ax, ay + (posture === 'sit' ? 0 : rise)]) as [
      number[],
      number[],
    ];
    const shoulder = `M${index === 0 ? 5 : -3} ${hip - 32}`;
    const sleeve = `${shoulder}L${elbow.join(' ')}L${hand.join(' ')}`;
    return (
      stroke(
        sleeve,
        sporty ? skin : coat,
        sporty ? 5 : 6.4,
        'stroke-linecap="round" stroke-linejoin="round"',
      ) +
      (sporty ? stroke(`${shoulder}L${elbow.join(' ')}`, coat, 6.6, 'stroke-linecap="round"') : '') +
      (shade
        ? stroke(sleeve, shade, 6.4, 'opacity=".26" stroke-linecap="round" stroke-linejoin="round"')
        : '') +
      ellipse(hand[0]!, hand[1]!, 2.9, 2.9, skin)
    );
  };
  const trunk = path(
    skirt
      ? `M-7.5 ${hip - 34}Q0 ${hip - 38} 7.5 ${hip - 34}L7 ${hip - 12}L13 ${hip + 21}H-13L-7.5 ${hip - 12}Z`
      : `M-9 ${hip - 33}Q-6 ${hip - 37} 0 ${hip - 37}T9 ${hip - 33}L8.4 ${hip - 10}L8.6 ${hip + 4}Q0 ${hip + 7} -8.6 ${hip + 4}L-8 ${hip - 12}Z`,
    coat,
  );
  const foldShade = path(
    `M-9 ${hip - 33}Q-6 ${hip - 37} -1 ${hip - 37}Q-6 ${hip - 18} -3 ${hip + 5}L-8.6 ${hip + 4}L-8 ${hip - 12}Z`,
    '#10131c',
    'opacity=".2"',
  );
  const upper = `rotate(${lean} 0 ${hip})`;
  return group(
    group(carried, `transform="${upper}"`) +
      group(arm(0, '#10131c'), `transform="${upper}"`) +
      leg(0, '#10131c') +
      leg(1, '') +
      group(
        trunk + foldShade + head(hip, skin, looks) + group(hat, `transform="translate(0 ${hip + 47})"`),
        `transform="${upper}"`,
      ) +
      group(held, `transform="${upper} translate(0 ${rise})"`) +
      group(arm(1, ''), `transform="${upper}"`),
    `transform="translate(${round(x)} ${round(y)}) scale(${round(scale * facing * 1000) / 1000} ${scale})"`,
  );
}

function head(hip: number, skin: string, looks: Looks): string {
  const { hairdo = 'short' } = looks;
  const hair = hairdo === 'grey' ? '#9a9a98' : (looks.hair ?? '#25211f');
  const top = hip - 52;
  const cap = path(
    `M-6.6 ${top + 8}Q-8.6 ${top - 1.5} 0 ${top - 1.8}Q7 ${top - 1.4} 6.4 ${top + 5}Q2 ${top + 2.6} -1.6 ${top + 5}Q-2.2 ${top + 9} -4.4 ${top + 11}Z`,
    hair,
  );
  const tail =
    hairdo === 'bun'
      ? ellipse(-6.6, top + 3.4, 3.4, 3.4, hair)
      : hairdo === 'long'
        ? path(`M-6.6 ${top + 3}Q-9.6 ${top + 16} -7 ${top + 22}Q-3 ${top + 22} -2.4 ${top + 9}Z`, hair)
        : '';
  return (
    stroke(`M0 ${hip - 35}V${hip - 41}`, skin, 5) +
    ellipse(0.4, top + 6.4, 6, 7.2, skin) +
    path(`M6 ${top + 6}l1.9 2.2l-1.8 .7Z`, skin) +
    tail +
    cap
  );
}

/** A paper or cloth umbrella over the holder's head; goes into `held`. */
export function umbrella(color: string): string {
  return (
    stroke('M10 -52V-116', '#3a2f2a', 1.6) +
    path(
      'M-28 -100Q-22 -121 10 -123Q42 -121 48 -100Q40 -105 33 -100.500Q27 -106 18 -101Q10 -106 2 -101Q-7 -106 -13 -100.500Q-20 -105 -28 -100Z',
      color,
    ) +
    path('M-28 -100Q-22 -121 10 -123Q-6 -115 -13 -100.500Q-20 -105 -28 -100Z', '#0f1320', 'opacity=".28"') +
    stroke(
      'M10 -123Q2 -114 2 -101M10 -123Q19 -114 18 -101M10 -123Q32 -117 33 -100.500',
      '#0f1320',
      0.7,
      'opacity=".4"',
    ) +
    stroke('M10 -123V-127', '#3a2f2a', 1.4)
  );
}

export const strawHat =
  path('M-17 -90Q-5 -103.500 1 -103.500T18 -90Q0 -85.500 -17 -90Z', '#dcbd7d') +
  path('M-17 -90Q-5 -103.500 1 -103.500Q-4 -95 -3 -87.600Q-11 -88.200 -17 -90Z', '#8a6a34', 'opacity=".45"');

export const backpack = (color: string) => path('M-16 -79q-2 -4 3 -4h6v27h-7q-4 0 -4 -4Z', color);
