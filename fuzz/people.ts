import { type Answer, Connection } from './exchange.ts';
import type { Caller } from './plan.ts';

/** Of everybody whom the demo brings. */
const PASSWORD = 'showup-Demo-1';
const SESSION = ['__Host-id', '__Host-refresh'];

const addresses: Readonly<Partial<Record<Caller, string>>> = {
  member: 'member@example.com',
  manager: 'manager@example.com',
  primary: 'primary@example.com',
  staff: 'staff@example.com',
};

interface SignedIn {
  readonly cookies: ReadonlyMap<string, string>;
  readonly csrf: string;
}

/** The people of the demo, signed in, and what each sends to say so. */
export class People {
  readonly emails: readonly string[] = Object.values(addresses);
  readonly #site: string;
  readonly #connection: Connection;
  readonly #signedIn = new Map<Caller, SignedIn>();
  /** Of somebody who isn't signed in. */
  readonly #cookies = new Map<string, string>();

  constructor(site: string) {
    this.#site = site;
    this.#connection = new Connection(site);
  }

  /** Signs everybody in anew. Throws where that is refused. */
  async signIn(): Promise<void> {
    for (const [caller, email] of Object.entries(addresses)) {
      this.#signedIn.set(caller as Caller, await this.#signedInAs(email));
    }
  }

  /** The headers by which a caller is known, and the token that their forms have; none for those who have no form. */
  identify(caller: Caller): { readonly headers: Readonly<Record<string, string>>; readonly csrf?: string } {
    const origin = { origin: this.#site };
    if (caller === 'nobody') return { headers: { ...origin, ...cookieHeader(this.#cookies) } };
    if (caller === 'impostor') return { headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.x' } };
    if (caller === 'forged-browser') {
      return {
        headers: { origin: 'https://evil.example', ...cookieHeader(this.#of('primary').cookies) },
        csrf: 'forged',
      };
    }
    const [who = ''] = caller.split('-');
    const { cookies, csrf } = this.#of(who as Caller);
    if (caller.endsWith('-browser')) {
      return { headers: { ...origin, 'x-csrf-token': csrf, ...cookieHeader(cookies) }, csrf };
    }
    return { headers: { authorization: `Bearer ${cookies.get('__Host-id') ?? ''}` } };
  }

  /** Keeps the cookies of whoever isn't signed in, but for a session's. */
  keep(caller: Caller, { headers }: Answer): void {
    if (caller !== 'nobody') return;
    for (const [name, value] of cookiesIn(headers['set-cookie'])) {
      if (!SESSION.includes(name)) this.#cookies.set(name, value);
    }
  }

  close(): void {
    this.#connection.close();
  }

  #of(caller: Caller): SignedIn {
    const found = this.#signedIn.get(caller);
    if (found === undefined) throw new Error(`${caller} is not signed in`);
    return found;
  }

  async #signedInAs(email: string): Promise<SignedIn> {
    const page = await this.#send('GET', '/sign-in', new Map());
    const before = cookiesIn(page.headers['set-cookie']);
    const body = String(new URLSearchParams({ csrf: tokenIn(page.text), email, password: PASSWORD }));
    const answer = await this.#send('POST', '/sign-in', before, body);
    if (answer.status !== 303)
      throw new Error(`${email} could not sign in: ${answer.status} ${answer.text.slice(0, 500)}`);
    const cookies = cookiesIn(answer.headers['set-cookie']);
    const own = await this.#send('GET', '/sign-in?leave=1', cookies);
    return { cookies, csrf: tokenIn(own.text) };
  }

  #send(
    method: string,
    target: string,
    cookies: ReadonlyMap<string, string>,
    body?: string,
  ): Promise<Answer> {
    const headers = {
      origin: this.#site,
      ...cookieHeader(cookies),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    return this.#connection.send({ method, target, headers, ...(body === undefined ? {} : { body }) });
  }
}

function cookieHeader(cookies: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return cookies.size === 0
    ? {}
    : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

function cookiesIn(set: readonly string[] = []): Map<string, string> {
  return new Map(
    set.map((cookie) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      return [name, value];
    }),
  );
}

function tokenIn(html: string): string {
  const field = /<input[^>]*name="csrf"[^>]*>/u.exec(html)?.[0] ?? '';
  const token = /value="([^"]+)"/u.exec(field)?.[1];
  if (token === undefined) throw new Error('the page has no CSRF token');
  return token;
}
