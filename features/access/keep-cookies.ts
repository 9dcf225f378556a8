import { cookies } from 'next/headers';
import { parseSetCookieHeader } from 'better-auth/cookies';

/** Hands the browser what a verb of this folder answered as Set-Cookie lines. For server actions only. */
export async function keepCookies(lines: string[]): Promise<void> {
  const jar = await cookies();
  for (const line of lines) {
    for (const [name, { value, ...attributes }] of parseSetCookieHeader(line)) {
      jar.set(name, decodeURIComponent(value), {
        httpOnly: attributes.httponly,
        secure: attributes.secure,
        sameSite: attributes.samesite,
        path: attributes.path,
        maxAge: attributes['max-age'],
      });
    }
  }
}
