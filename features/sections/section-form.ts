import { z } from 'zod';
import { longestSegment } from '@/features/sections/section-slug';
import { sectionKinds } from '@/lib/section-kind';

/** What can be said of a section, new or known. */
export const sectionFields = {
  name: z.string().trim().min(1, '请填写栏目的名称。').max(30, '名称不能超过 30 字。'),
  kind: z.enum(sectionKinds, '请选择类型。'),
  description: z.string().trim().max(200, '简介不能超过 200 字。'),
  /** The last step of its address. */
  segment: z
    .string()
    .trim()
    .min(1, '请填写地址。')
    .max(longestSegment, `地址的一段不能超过 ${longestSegment} 个字符。`)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, '地址只能用小写字母、数字和中间的短横线，例如 city-news。'),
  parentId: z.int('请选择上级栏目。').positive('请选择上级栏目。'),
};
