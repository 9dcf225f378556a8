import { Converter } from 'opencc-js/t2cn';

/*
 * A search for 杭组文 finds 杭組文 and the other way round: both are stored and asked in simplified characters.
 * Character by character, without regard to words (乾隆 becomes 干隆 on both sides), because query and text
 * have to be changed alike wherever a word begins.
 */

/** The blocks of Han characters in which traditional forms stand. */
const ranges: [number, number][] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
];

function readTable(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const table = new Map<string, string>();
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      const simplified = convert(character);
      if (simplified !== character && simplified.length === 1) table.set(character, simplified);
    }
  }
  return table;
}

let table: Map<string, string> | undefined;
let traditional: RegExp | undefined;

/** The text with every traditional character in its simplified form; as long as it was. */
export function simplify(text: string): string {
  table ??= readTable();
  traditional ??= new RegExp(`[${[...table.keys()].join('')}]`, 'gu');
  return text.replace(traditional, (character) => table!.get(character)!);
}
