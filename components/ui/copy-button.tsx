'use client';

import { Copy } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type CopyButtonProps = { text: string; label?: string; done?: string; isSmall?: boolean };

/** Puts a text on the clipboard and says so. Over plain HTTP browsers lend none: then it says what to do. */
export function CopyButton({ text, label = '复制', done = '已复制。', isSmall }: CopyButtonProps) {
  const toast = useToast();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast(done);
    } catch {
      toast('浏览器不允许复制，请选中文字后按 Ctrl+C。');
    }
  }
  return (
    <Button isSmall={isSmall} onClick={() => void copy()}>
      <Copy size={15} aria-hidden />
      {label}
    </Button>
  );
}
