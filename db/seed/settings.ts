import type { z } from 'zod';
import type { footerSettingsSchema, standingPagesSchema } from '@/lib/site-settings';

/**
 * The demo newsroom's settings. The licence numbers have the registries' form with zeros where a real one
 * would have its number, so that nobody takes them for a real newsroom's.
 */
export const demoFooter: z.input<typeof footerSettingsSchema> = {
  supervisor: '澄澜市融媒体中心（虚构）',
  sponsor: '澄澜日报社（虚构）',
  operator: '澄澜在线新闻网络中心（虚构）',
  newsLicence: '00000000000',
  icpNumber: '沪ICP备00000000号-1',
  policeNumber: '沪公网安备 00000000000000号',
  reportPhone: '000-00000000',
  reportEmail: 'jubao@chenglan.example',
  copyright: '澄澜在线 版权所有 未经授权禁止复制或建立镜像',
  remark: '本站为“城讯”新闻系统的演示站点，城市、机构、人物与新闻均为虚构。',
};

export const demoStandingPages: z.input<typeof standingPagesSchema> = {
  about: {
    title: '关于我们',
    text: [
      '澄澜在线是虚构城市澄澜市的综合新闻门户，用来演示“城讯”新闻系统：首页、栏目页和稿件页都由这套系统生成。',
      '编辑部分为要闻、城事、经济、文化、教育、健康、体育和城市观察八个部门，并办有子站“澄澜城镇网”，报道二十六个镇街的新闻与故事。',
      '站内的城市、机构、人物、数字和图片都是为演示而写、而画的。如果与真实的人和事相似，纯属巧合。',
      '要把演示内容换成自己的新闻，请看项目说明里的“开始一个空白站点”。',
    ].join('\n'),
  },
  copyright: {
    title: '版权声明',
    text: [
      '澄澜在线刊发的演示稿件和插图随“城讯”项目一同发布，使用条件以项目的许可文件为准。',
      '本站标明“来源：澄澜在线”的稿件由演示编辑部撰写；标明其他来源的稿件用来演示转载的写法，其来源同样是虚构的。',
      '正式运行的新闻网站应在此写明：作品的权利归属，转载须注明的来源、作者和原标题，权利人提出异议的方式，以及处理的时限。',
    ].join('\n'),
  },
  contact: {
    title: '联系我们',
    text: [
      '编辑部：澄澜市栖汐区望汐街道汐桥路 1 号（虚构地址）',
      '新闻热线：000-00000000　投稿邮箱：news@chenglan.example',
      '违法和不良信息举报电话：000-00000000　举报邮箱：jubao@chenglan.example',
      '这些号码和邮箱只用于演示，不会有人接听或回复。',
    ].join('\n'),
  },
};
