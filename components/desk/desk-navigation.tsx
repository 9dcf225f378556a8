'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { UnseenCount } from '@/components/desk/notices/unseen-count';
import {
  Archive,
  Bell,
  FileText,
  Images,
  LayoutGrid,
  ListTree,
  MessageSquareWarning,
  ScrollText,
  Search,
  Send,
  Settings,
  SpellCheck,
  Users,
} from 'lucide-react';

const pages = [
  { key: 'articles', href: '/desk', label: '稿件', icon: FileText },
  { key: 'notices', href: '/desk/notices', label: '通知', icon: Bell },
  { key: 'pictures', href: '/desk/media', label: '图片库', icon: Images },
  { key: 'reports', href: '/desk/reports', label: '读者来信', icon: MessageSquareWarning },
  { key: 'fronts', href: '/desk/fronts', label: '版面', icon: LayoutGrid },
  { key: 'sections', href: '/desk/sections', label: '栏目', icon: ListTree },
  { key: 'styleRules', href: '/desk/style-rules', label: '机检规则', icon: SpellCheck },
  { key: 'editors', href: '/desk/editors', label: '人员', icon: Users },
  { key: 'searches', href: '/desk/searches', label: '搜索词', icon: Search },
  { key: 'settings', href: '/desk/settings', label: '网站设置', icon: Settings },
  { key: 'imports', href: '/desk/imports', label: '旧稿导入', icon: Archive },
  { key: 'push', href: '/desk/push', label: '推送', icon: Send },
  { key: 'audit', href: '/desk/audit', label: '操作记录', icon: ScrollText },
] as const;

export type DeskPage = (typeof pages)[number]['key'];

/** The desk's pages, as far as the editor may open them. */
export function DeskNavigation({ open }: { open: readonly DeskPage[] }) {
  const path = usePathname();
  return (
    <nav aria-label="采编台" className="relative flex gap-1 overflow-x-auto lg:flex-col">
      {pages
        .filter(({ key }) => open.includes(key))
        .map(({ key, href, label, icon: Icon }) => {
          const isCurrent =
            href === '/desk' ? path === href || path.startsWith('/desk/articles') : path.startsWith(href);
          return (
            <Link
              key={key}
              href={href}
              prefetch={false}
              aria-current={isCurrent ? 'page' : undefined}
              className="flex shrink-0 items-center gap-2 rounded-md px-2.5 py-1.5 text-muted hover:bg-tint hover:text-ink aria-[current]:bg-tint aria-[current]:font-bold aria-[current]:text-ink"
            >
              <Icon size={16} aria-hidden />
              {label}
              {key === 'notices' && <UnseenCount />}
            </Link>
          );
        })}
    </nav>
  );
}
