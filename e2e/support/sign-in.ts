import { createHmac, randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { tx } from '@/db/client';
import { editorRoleScopes, editors, logins } from '@/db/schema/editors';
import { longestLogin, loginCookie } from '@/features/access/login-rules';
import { readPortalSecret } from '@/features/access/portal-secret';
import { type EditorRole, editorRoleLabels } from '@/lib/editor-role';

export type SignedInEditor = { editorId: number; name: string; email: string };

/**
 * Makes an account with these roles for the section and all below it, and a login of it in this browser,
 * as the sign-in pages would. Each call is somebody new, so journeys beside each other share nobody. The
 * account has no password and no second factor; the demo newsroom demands none.
 */
export async function signInAs(
  browser: Page | BrowserContext,
  roles: EditorRole[],
  sectionId = 1,
): Promise<SignedInEditor> {
  const mark = randomBytes(4).toString('hex');
  const name = `${roles.map((role) => editorRoleLabels[role]).join('') || '访客'}-${mark}`;
  const email = `${mark}@journey.example`;
  const token = randomBytes(24).toString('base64url');
  const now = new Date();
  const editorId = await tx(async (q) => {
    const [editor] = await q
      .insert(editors)
      .values({ name, email, emailVerified: true, createdAt: now, updatedAt: now })
      .returning({ id: editors.id });
    const { id } = editor!;
    if (roles.length > 0) {
      await q.insert(editorRoleScopes).values(roles.map((role) => ({ editorId: id, role, sectionId })));
    }
    await q.insert(logins).values({
      editorId: id,
      token,
      ipAddress: '127.0.0.1',
      userAgent: 'journey',
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + longestLogin),
    });
    return id;
  });
  const context = 'context' in browser ? browser.context() : browser;
  await context.addCookies([
    {
      name: loginCookie,
      value: signed(token),
      // With `url` instead, Playwright would drop `secure` on http, and __Host- needs it (loopback counts as safe).
      domain: new URL(process.env.PORTAL_ORIGIN ?? '').hostname,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  return { editorId, name, email };
}

/** The form better-auth gives its cookies: the token and its HMAC-SHA-256 under the portal's secret. */
function signed(token: string): string {
  const signature = createHmac('sha256', readPortalSecret()).update(token).digest('base64');
  return encodeURIComponent(`${token}.${signature}`);
}
