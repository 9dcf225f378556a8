/** The hundred family names, and those that became common since; what follows them may be a given name. */
const familyNames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福禤付闫覃揭邸苟代兰原战仝晋尉谌荚亓蹇柘揣危缪呼延'.match(
    /./gu,
  ),
);
const doubleFamilyNames =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|宇文|长孙|端木|南宫|独孤|百里|呼延|太史|澹台|轩辕)/u;

/** Words that stand among names and say nothing of their own: 记者 顾某 整合. */
const fillers =
  /^(?:文|图|摄|讯|电|等|报道|综合|整合|编译|整理|摄影|供图|文图|图文|实习|发自|原创|记者|编辑|作者|通讯员)$/u;

/** Words that begin like a family name or stand where a name could, and are none. */
const noNames =
  /^(?:文字|图片|通讯|时间|时候|关闭|关注|关键|高清|原文|家园|国内|国际|广告|广州|成都|江苏|安徽|杭州|宁波|温州|金华|北京|上海|本报|本网|您好|你好|谢谢|是的|好的|请问|应该|方面|都是|安全|和平|高兴|向上)$/u;

const closingWords = /(?:综合|摄影|编译|整理|采写|联合|图文|文\/图)?(?:报道|整合|编译|摄影|供图|摄)$/u;

const han = String.raw`\p{sc=Han}`;
const personName = new RegExp(
  String.raw`^(?:${han}{2,8}|(?=.*[·•‧])${han}[${han}·•‧]{2,18}${han}|\p{sc=Latin}[\p{sc=Latin}\d_.' -]*)$`,
  'u',
);

/** Whether a word reads as a person's name by itself: a family name with one or two characters, or a name with a dot. */
export function readsAsName(word: string): boolean {
  if (noNames.test(word) || fillers.test(word)) return false;
  if (/[·•‧]/u.test(word)) return personName.test(word);
  const length = [...word].length;
  if (doubleFamilyNames.test(word)) return length >= 3 && length <= 4;
  return length >= 2 && length <= 3 && familyNames.has(word[0]!) && new RegExp(`^${han}+$`, 'u').test(word);
}

/**
 * The names a text lists after a role word, and the words in it that are no names. The first may be any name
 * or office (通讯员 县委宣传部); after a comma too; after a mere blank only what reads as a person's name.
 * A name of two characters that is spread with a blank (张　三) is closed up.
 */
export function splitNames(text: string): { names: string[]; rest: string[] } {
  const names: string[] = [];
  const rest: string[] = [];
  for (const part of text.split(/[、，,;；/&＆]|(?<=\p{sc=Han})(?:和|与)(?=\p{sc=Han}{2})/u)) {
    for (const [index, word] of wordsOf(part).entries()) {
      const name = word.replace(closingWords, '') || word;
      if (fillers.test(name)) continue;
      const isName =
        personName.test(name) &&
        !noNames.test(name) &&
        (index === 0 || readsAsName(name) || /^\p{sc=Latin}/u.test(name));
      (isName ? names : rest).push(isName ? name : word);
    }
  }
  return { names, rest };
}

/** Words between blanks; characters that stand alone belong together, and so do Latin words. */
function wordsOf(part: string): string[] {
  const cleaned = part
    .replaceAll(/[（(](?:[^（()）]{0,6})[)）]/gu, ' ')
    .replaceAll(/[（()）【】[\]。.:：]+(?=\s|$)|^[（()）【】[\]]+/gu, ' ');
  const words: string[] = [];
  let singles: string[] = [];
  const closeSingles = () => {
    // 张 三 is one name, 张 三 李 四 are two.
    const size = singles.length > 3 && singles.length % 2 === 0 ? 2 : singles.length;
    for (let at = 0; at < singles.length; at += size) words.push(singles.slice(at, at + size).join(''));
    singles = [];
  };
  for (const word of cleaned.split(/\s+/u).filter((one) => one !== '')) {
    if (new RegExp(`^${han}$`, 'u').test(word) && !fillers.test(word)) {
      singles.push(word);
      continue;
    }
    closeSingles();
    const before = words.at(-1);
    if (
      before !== undefined &&
      /^\p{sc=Latin}[\p{sc=Latin}.' -]*$/u.test(before) &&
      /^\p{sc=Latin}/u.test(word)
    )
      words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  closeSingles();
  return words;
}
