import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv } from '@/lib/env';
import { PlainError } from '@/lib/problems';

const secretFile = () => path.join(readEnv().dataDir, 'secret');

/** Made at the first start, readable by the portal's own account only. Whoever has it can forge a login. */
export function ensurePortalSecret(): void {
  if (existsSync(secretFile())) {
    readPortalSecret();
    return;
  }
  writeFileSync(secretFile(), `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
}

/** 256 random bits. Throws one sentence when the file is missing or was replaced by something weaker. */
export function readPortalSecret(): string {
  let secret: string;
  try {
    secret = readFileSync(secretFile(), 'utf8').trim();
  } catch {
    throw new PlainError(
      `密钥文件读不到：${secretFile()} 。请从备份恢复它；若无备份，删除所有登录后重新启动会生成新的，两步验证须重新绑定。`,
    );
  }
  // 43 characters are 256 bits in base64url; a hand-written word or a sample has fewer or repeats itself.
  if (!/^[\w-]{43,}$/u.test(secret) || new Set(secret).size < 16) {
    throw new PlainError(`密钥文件的内容不安全：${secretFile()} 。请删除它再重新启动，程序会生成新的密钥。`);
  }
  return secret;
}
