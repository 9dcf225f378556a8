import { punctuationRules } from '@/features/house-style/starter-marks';
import { numberRules } from '@/features/house-style/starter-numbers';
import { fieldsOf, type StarterRule } from '@/features/house-style/starter-rule';
import { typoRules } from '@/features/house-style/starter-typos';
import { bannedRules, titleRules, usageRules } from '@/features/house-style/starter-usage';
import type { StyleRuleFields } from '@/lib/style-rule-form';

/** Names of the demo newsroom's city as they get mistyped; a real newsroom keeps its own. */
const cityNames: [wrong: string, right: string][] = [
  ['澄兰市', '澄澜市'],
  ['橙澜市', '澄澜市'],
  ['澄兰江', '澄澜江'],
  ['栖夕区', '栖汐区'],
  ['汀岗区', '汀岚区'],
  ['砚弯县', '砚湾县'],
  ['云站县', '云砧县'],
  ['镜夕湖', '镜汐湖'],
  ['荻甫镇', '荻浦镇'],
  ['芦迪镇', '芦笛镇'],
  ['石步头镇', '石埠头镇'],
  ['桐萌街道', '桐荫街道'],
  ['澄澜市第一医院', '澄澜市第一人民医院'],
  ['澄澜博物院', '澄澜博物馆'],
  ['砚湾港务局', '砚湾港务公司'],
];

export const cityRules: StarterRule[] = cityNames.map(([text, replacement]) => ({
  text,
  replacement,
  category: 'title',
  message: `名称应写作“${replacement}”`,
  wrong: `记者从${text}获悉`,
  right: `记者从${replacement}获悉`,
}));

/** What every Chinese newsroom can start from. */
export const generalRules: StarterRule[] = [
  ...typoRules,
  ...usageRules,
  ...titleRules,
  ...bannedRules,
  ...punctuationRules,
  ...numberRules,
];

export function generalStarterRules(): StyleRuleFields[] {
  return generalRules.map(fieldsOf);
}

/** The rules the demo newsroom begins with: the general ones and the names of its city. */
export function demoStyleRules(): StyleRuleFields[] {
  return [...generalRules, ...cityRules].map(fieldsOf);
}
