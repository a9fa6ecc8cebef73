import type { Cloud } from '../local/cloud.ts';
import type { Answered, Script } from './script.ts';
import { Session } from './stage.ts';

/** A booking as those who made it know it. */
export interface Made {
  readonly id: string;
  /** Tokens of its links; a booking by staff has them in its mail only. */
  readonly manage: string;
  readonly join: string;
}

/** A call that somebody makes. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Of the site, or of the console where `console` is set. */
  readonly path: string;
  readonly console?: boolean;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How often somebody tries, and how long they wait between. */
const TRIES = 6;
const PAUSE_MS = 5000;

/** What the people of a script share while it runs: the cloud, and what they know of their bookings. */
export class Scene {
  readonly cloud: Cloud;
  readonly script: Script;
  readonly staff: Session;
  /** By the id of the act that made it. */
  readonly bookings = new Map<string, Made>();
  /** Those that aren't what they were at the start, by person. */
  readonly passwords = new Map<string, string>();
  #patient = true;

  constructor(cloud: Cloud, script: Script) {
    this.cloud = cloud;
    this.script = script;
    this.staff = new Session(cloud);
  }

  person(id: string) {
    const person = this.script.cast.people.find((one) => one.id === id);
    if (person === undefined) throw new Error(`nobody of the cast is ${id}`);
    return person;
  }

  /** Does things at once: while they last, nobody waits between two tries, for all share one clock. */
  async atOnce<Outcome>(deeds: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
    this.#patient = deeds.length < 2;
    try {
      return await Promise.all(deeds.map((deed) => deed()));
    } finally {
      this.#patient = true;
    }
  }

  /** Asks until it is answered otherwise than with a failure of ours, as people and clients do. Gives every answer. */
  async ask(call: Call): Promise<Answered[]> {
    const answers: Answered[] = [];
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const answer = await this.#once(call);
      answers.push(answer);
      if (answer.status !== 0 && answer.status < 500) break;
      if (this.#patient && tries < TRIES) await this.cloud.clock.advance(PAUSE_MS * tries);
    }
    return answers;
  }

  async askAsStaff(path: string, json: unknown, headers: Record<string, string> = {}): Promise<Answered[]> {
    const signed = { ...(await this.staff.headers()), ...headers };
    return this.ask({ method: 'POST', path: `/v1/desk${path}`, json, headers: signed });
  }

  async #once({ method, path, console = false, json, form, headers = {} }: Call): Promise<Answered> {
    const origin = console ? this.cloud.console : this.cloud.site;
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const body = form ? String(new URLSearchParams(form)) : JSON.stringify(json ?? {});
    const sent = { ...headers, ...(form ? { origin } : {}), 'content-type': type };
    const init = method === 'GET' ? { method, headers } : { method, headers: sent, body };
    try {
      const response = await fetch(`${origin}${path}`, { ...init, redirect: 'manual' });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
      const answered = { status: response.status, body: isJson ? JSON.parse(text) : text };
      const cookies = { 'set-cookie': response.headers.getSetCookie().join('\n') };
      return { method, path, ...answered, headers: { ...Object.fromEntries(response.headers), ...cookies } };
    } catch (error) {
      return { method, path, status: 0, body: String(error), headers: {} };
    }
  }
}
