/** Most telling first: Edge, QQ and WeChat also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//u, '微信'],
  [/Edg(?:A|iOS)?\//u, 'Edge'],
  [/QQBrowser\//u, 'QQ 浏览器'],
  [/QIHU|360SE/u, '360 浏览器'],
  [/UCBrowser\//u, 'UC 浏览器'],
  [/HuaweiBrowser\//u, '华为浏览器'],
  [/OPR\//u, 'Opera'],
  [/(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/(?:Chrome|CriOS)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];

/** Before Linux: Android and HarmonyOS name it, too. */
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/u, '鸿蒙'],
  [/Android/u, '安卓'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'Mac'],
  [/Linux|X11/u, 'Linux'],
];

/** What a User-Agent line says in few words, `Chrome，Windows`; browsers may claim anything in it. */
export function describeBrowser(userAgent: string): string {
  const nameIn = (list: [RegExp, string][]) => list.find(([mark]) => mark.test(userAgent))?.[1];
  const words = [nameIn(browsers), nameIn(systems)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join('，') : '未知的浏览器';
}
