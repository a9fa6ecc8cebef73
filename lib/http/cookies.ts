import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What a cookie lives for, in seconds; without one, until the browser is closed. */
export interface CookieLife {
  readonly seconds?: number;
}

/** A Set-Cookie value. Names begin with `__Host-`: browsers then take it from our own host alone, and over TLS. */
export function setCookie(name: HostCookie, value: string, { seconds }: CookieLife = {}): string {
  const life = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${life}`;
}

export type HostCookie = `__Host-${string}`;

/** A Set-Cookie value that has browsers forget the cookie. */
export function clearCookie(name: HostCookie): string {
  return setCookie(name, '', { seconds: 0 });
}

/** The cookie's value, or undefined where it wasn't sent, or more than once: ours can't be. */
export function readCookie({ cookies = [] }: APIGatewayProxyEventV2, name: HostCookie): string | undefined {
  const values = cookies.filter((cookie) => cookie.startsWith(`${name}=`));
  const [value] = values;
  return values.length === 1 ? value?.slice(name.length + 1) : undefined;
}
