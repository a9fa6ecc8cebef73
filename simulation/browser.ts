import type { Outcome } from './deeds.ts';
import type { Scene } from './scene.ts';
import type { Answered } from './script.ts';

const session = '__Host-id';
/** The cookie by which a session is renewed. */
export const refresh = '__Host-refresh';

/** As much of a browser as it takes: it keeps cookies, and sends forms with what a page hid in them. */
export class Browser {
  readonly answers: Answered[] = [];
  readonly cookies = new Map<string, string>();
  readonly #scene: Scene;
  #csrf = '';

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get isSignedIn(): boolean {
    return this.cookies.has(session) && this.cookies.has(refresh);
  }

  outcome(): Outcome {
    return { answers: this.answers };
  }

  async get(path: string): Promise<void> {
    this.#take(await this.#scene.ask({ method: 'GET', path, headers: this.#headers() }));
  }

  /** As a script of the page does. */
  async post(path: string, json: unknown): Promise<void> {
    const headers = { ...this.#headers(), origin: this.#scene.cloud.site, 'x-csrf-token': this.#csrf };
    this.#take(await this.#scene.ask({ method: 'POST', path, json, headers }));
  }

  /** Opens a page and sends its form; without one, the form of the page before. Says whether it was taken. */
  async submit(path: string, typed: Readonly<Record<string, string>>): Promise<boolean> {
    if (path !== '/sign-out') await this.get(path);
    const form = { csrf: this.#csrf, ...typed };
    this.#take(await this.#scene.ask({ method: 'POST', path, form, headers: this.#headers() }));
    return this.answers.at(-1)?.status === 303;
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  #take(answers: readonly Answered[]): void {
    this.answers.push(...answers);
    for (const { headers, body } of answers) {
      for (const [, name = '', value = ''] of (headers['set-cookie'] ?? '').matchAll(
        /^([^=\n]+)=([^;\n]*)/gmu,
      )) {
        if (value === '') this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
      this.#csrf = /name="csrf" value="([^"]+)"/u.exec(String(body))?.[1] ?? this.#csrf;
    }
  }
}

/** What an answer gives of a session. */
export function sessionIn({ headers }: Pick<Answered, 'headers'>): 'whole' | 'part' | 'none' {
  const has = [session, refresh].map((name) =>
    new RegExp(`^${name}=[^;\\n]`, 'mu').test(headers['set-cookie'] ?? ''),
  );
  if (has.every(Boolean)) return 'whole';
  return has.some(Boolean) ? 'part' : 'none';
}
