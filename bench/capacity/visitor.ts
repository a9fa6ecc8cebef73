import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../local/cloud.ts';

export interface Booked {
  readonly id: string;
  readonly start: number;
  readonly token: string;
}

export interface Wish {
  readonly start: string;
  readonly email: string;
  readonly mobile?: string;
  readonly companyCode?: string;
}

const sessionType = 'live-60';

/** Somebody who uses the API of a cloud in this process. Whatever isn't answered well is thrown. */
export class Visitor {
  readonly #cloud: Pick<Cloud, 'site' | 'console'>;

  constructor(cloud: Pick<Cloud, 'site' | 'console'>) {
    this.#cloud = cloud;
  }

  /** Free starts from a date to another, both included. */
  async slots(from: string, to: string): Promise<readonly string[]> {
    const query = new URLSearchParams({ sessionType, from, to, timeZone: 'UTC' });
    const said = await this.#ask(`${this.#cloud.site}/v1/slots?${query}`);
    const { days } = said as { days: Readonly<Record<string, readonly { start: string }[]>> };
    return Object.values(days).flatMap((slots) => slots.map(({ start }) => start));
  }

  async book(wish: Wish): Promise<Booked> {
    const { id, manageUrl } = (await this.#book(wish)) as { id: string; manageUrl: string };
    return { id, start: Date.parse(wish.start), token: new URL(manageUrl).pathname.split('/').at(-1) ?? '' };
  }

  /** Asks for a session without a code, which is refused because it must be paid. */
  async bookInVain(wish: Wish): Promise<void> {
    await this.#book(wish, 402);
  }

  async move(booked: Booked, start: string): Promise<Booked> {
    await this.#post(`/v1/manage/${booked.token}/reschedule`, { start });
    return { ...booked, start: Date.parse(start) };
  }

  async cancel({ token }: Booked): Promise<void> {
    await this.#post(`/v1/manage/${token}/cancel`, {});
  }

  async join({ token }: Booked): Promise<void> {
    await this.#post(`/v1/manage/${token}/join`, {});
  }

  async text(from: string, body: string): Promise<void> {
    await this.#ask(`${this.#cloud.console}/texts`, { from, body });
  }

  #book({ start, email, mobile, companyCode }: Wish, wanted?: number): Promise<unknown> {
    const attendee = { name: 'Morgan Ito', email, ...(mobile && { mobile }) };
    const more = companyCode && { companyCode };
    const body = { sessionType, start, timeZone: 'America/New_York', attendee, ...more };
    return this.#ask(`${this.#cloud.site}/v1/bookings`, body, wanted);
  }

  #post(path: string, body: object): Promise<unknown> {
    return this.#ask(`${this.#cloud.site}${path}`, body);
  }

  async #ask(url: string, body?: object, wanted?: number): Promise<unknown> {
    // A key of its own for each: what needs none takes no notice of it.
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(url, init);
    const said = await answer.text();
    if (wanted === undefined ? !answer.ok : answer.status !== wanted)
      throw new Error(`${init.method ?? 'GET'} ${url} was answered ${answer.status}: ${said}`);
    return said === '' ? undefined : JSON.parse(said);
  }
}
