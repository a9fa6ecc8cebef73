import type { Cloud } from '../../local/cloud.ts';

export interface Wish {
  readonly start: string;
  readonly email: string;
  readonly mobile: string | undefined;
}

export interface Held {
  readonly id: string;
  readonly start: number;
  readonly token: string;
  readonly mobile: string | undefined;
}

/** The site of a local cloud, as people and their programs use it. */
export class Visitors {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Looks at a page, or has a program look. Throws where the site is not well. */
  async look(path: string, method: 'GET' | 'HEAD' = 'GET'): Promise<void> {
    const answer = await fetch(`${this.#cloud.site}${path}`, { method });
    await answer.arrayBuffer();
    if (answer.status >= 400) throw new Error(`${method} ${path} was answered ${answer.status}`);
  }

  /** Starts of the free slots between two dates, both included. */
  async slots(sessionType: string, from: string, to: string): Promise<readonly string[]> {
    const query = new URLSearchParams({ sessionType, from, to, timeZone: 'UTC' });
    const answer = await fetch(`${this.#cloud.site}/v1/slots?${query}`);
    const { days } = (await answer.json()) as { days: Record<string, { start: string }[]> };
    return Object.values(days).flatMap((slots) => slots.map(({ start }) => start));
  }

  async book(sessionType: string, { start, email, mobile }: Wish): Promise<Held> {
    const attendee = { name: 'Morgan Ito', email, ...(mobile === undefined ? {} : { mobile }) };
    const body = { sessionType, start, timeZone: 'America/New_York', attendee, companyCode: 'DEMO-2026' };
    const { id, manageUrl } = (await this.#post('/v1/bookings', body, {
      'idempotency-key': crypto.randomUUID(),
    })) as { id: string; manageUrl: string };
    const token = new URL(manageUrl).pathname.split('/').at(-1) ?? '';
    return { id, start: Date.parse(start), token, mobile };
  }

  async move(held: Held, start: string): Promise<Held> {
    await this.#post(`/v1/manage/${held.token}/reschedule`, { start });
    return { ...held, start: Date.parse(start) };
  }

  async cancel({ token }: Held): Promise<void> {
    await this.#post(`/v1/manage/${token}/cancel`, {});
  }

  async join({ token }: Held): Promise<void> {
    await this.#post(`/v1/manage/${token}/join`, {});
  }

  /** Texts 1, and waits for what comes of it. */
  async answer({ mobile = '' }: Held): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ from: mobile, body: '1' });
    await fetch(`${this.#cloud.console}/texts`, { method: 'POST', headers, body });
    await this.#cloud.clock.advance(0);
  }

  async #post(path: string, body: unknown, more: Record<string, string> = {}): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...more };
    const answer = await fetch(`${this.#cloud.site}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const said: unknown = await answer.json();
    if (answer.status >= 400)
      throw new Error(`POST ${path} was answered ${answer.status}: ${JSON.stringify(said)}`);
    return said;
  }
}
