import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { libraryDatabase } from '@/db/library-database';
import { credentials, editors, logins, secondFactors, verifications } from '@/db/schema/editors';
import { readPortalSecret } from '@/features/access/portal-secret';
import { loginCookie, longestLogin } from '@/features/access/login-rules';
import { readEnv } from '@/lib/env';

/**
 * better-auth, for what it does better than we would: password hashes, signed login cookies, TOTP and backup
 * codes. It has no address of its own on the site: every call is made by a verb in this folder, which limits
 * tries and writes the timeline first.
 */
let instance: ReturnType<typeof createAuth> | undefined;

export function auth() {
  instance ??= createAuth();
  return instance;
}

function createAuth() {
  return betterAuth({
    appName: '城讯',
    baseURL: readEnv().siteUrl,
    secret: readPortalSecret(),
    database: drizzleAdapter(libraryDatabase(), {
      provider: 'sqlite',
      schema: {
        user: editors,
        session: logins,
        account: credentials,
        verification: verifications,
        twoFactor: secondFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations (accept-invitation.ts) and from nowhere else.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    session: {
      expiresIn: longestLogin / 1000,
      // The end of a login is absolute; how long it may rest is watched by find-editor.ts.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      fields: { userId: 'editorId' },
    },
    account: { fields: { userId: 'editorId' } },
    plugins: [
      twoFactor({
        issuer: '城讯',
        // A device that is trusted for a month would be a month without a second factor.
        trustDeviceMaxAge: 1,
        schema: { twoFactor: { fields: { userId: 'editorId' } } },
      }),
    ],
    advanced: {
      database: { generateId: 'serial' },
      // The prefixes are written out: __Host- needs Secure and Path=/, which better-auth's own __Secure- does not promise.
      useSecureCookies: false,
      cookies: {
        session_token: { name: loginCookie },
        two_factor: { name: '__Host-chengxun-second-factor' },
        dont_remember: { name: '__Host-chengxun-dont-remember' },
        trust_device: { name: '__Host-chengxun-trust-device' },
      },
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      // The page server overwrites this header with the address it saw.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}
