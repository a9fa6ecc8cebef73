import type { Showup } from '../showup.ts';

/** The password of everybody whom the demo data brings. */
export const DEMO_PASSWORD = 'showup-Demo-1';

export interface Got {
  readonly status: number;
  readonly location: string;
  readonly text: string;
  // Answers are looked into freely here: the tests are what holds their shape.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly json: any;
  readonly setCookies: readonly string[];
}

/** A browser that keeps cookies, sends its origin, and runs no script. */
export class Client {
  readonly showup: Showup;
  readonly cookies = new Map<string, string>();
  origin: string;

  constructor(showup: Showup) {
    this.showup = showup;
    this.origin = showup.site;
  }

  /** Signed in by the form, as people do. Throws where that fails. */
  static async signedIn(showup: Showup, email: string, password = DEMO_PASSWORD): Promise<Client> {
    const client = new Client(showup);
    const answer = await client.signIn(email, password);
    if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
    return client;
  }

  async signIn(email: string, password: string): Promise<Got> {
    const page = await this.get('/sign-in');
    return this.submit('/sign-in', { csrf: tokenIn(page.text), email, password });
  }

  get(path: string): Promise<Got> {
    return this.send(path, { method: 'GET' });
  }

  /** Posts a form. */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Got> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Posts JSON, with the session's CSRF token as a page of ours would send it; a text as it is. */
  async post(path: string, body: unknown, csrf?: string, more: Record<string, string> = {}): Promise<Got> {
    const headers = { 'content-type': 'application/json', ...(csrf && { 'x-csrf-token': csrf }), ...more };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(path, { method: 'POST', body: text, headers });
  }

  /** The CSRF token of the session, out of the form that every page of the portal has. */
  async csrf(path = '/portal'): Promise<string> {
    return tokenIn((await this.get(path)).text);
  }

  private async send(path: string, init: RequestInit): Promise<Got> {
    const headers = new Headers(init.headers);
    headers.set('origin', this.origin);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${this.showup.site}${path}`, { ...init, headers, redirect: 'manual' });
    const setCookies = response.headers.getSetCookie();
    for (const cookie of setCookies) this.keep(cookie);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text,
      json: isJson ? JSON.parse(text) : undefined,
      setCookies,
    };
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    if (value === '' || /max-age=0/iu.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The CSRF token in a page's form. Throws where there is none. */
export function tokenIn(html: string): string {
  const token =
    /name="csrf"[^>]*value="([^"]+)"/u.exec(html)?.[1] ?? /value="([^"]+)"[^>]*name="csrf"/u.exec(html)?.[1];
  if (token === undefined) throw new Error('the page has no CSRF token');
  return token;
}
