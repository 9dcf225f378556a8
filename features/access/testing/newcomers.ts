import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isNull } from 'drizzle-orm';
import { database, reader, tx } from '@/db/client';
import { ensureFoundation } from '@/db/seed/foundation';
import { editorRoleScopes, editors } from '@/db/schema/editors';
import { sections } from '@/db/schema/sections';
import type { Editor } from '@/features/access/editor';
import { ensurePortalSecret } from '@/features/access/portal-secret';
import type { EditorRole } from '@/lib/editor-role';

/** A data folder of the test's own with a secret in it. */
export function useSecret(): void {
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'chengxun-secret-'));
  ensurePortalSecret();
}

export async function rootSectionId(): Promise<number> {
  await tx((q) => ensureFoundation(q));
  const [root] = await reader().select({ id: sections.id }).from(sections).where(isNull(sections.parentId));
  return root!.id;
}

/** An account without a password, for verbs that ask only who it is. */
export async function addEditor(name: string, roles: EditorRole[], sectionId?: number): Promise<Editor> {
  const scope = sectionId ?? (await rootSectionId());
  const now = new Date();
  return tx(async (q) => {
    const email = `editor-${database().commitCount}-${Math.random().toString(36).slice(2)}@city.example`;
    const [row] = await q
      .insert(editors)
      .values({ name, email, createdAt: now, updatedAt: now })
      .returning({ id: editors.id });
    const scopes = roles.map((role) => ({ role, sectionId: scope }));
    if (scopes.length > 0) {
      await q.insert(editorRoleScopes).values(scopes.map((one) => ({ ...one, editorId: row!.id })));
    }
    return { id: row!.id, name, email, roles: scopes };
  });
}
