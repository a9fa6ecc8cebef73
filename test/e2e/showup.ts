import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { leaksIn, logLines } from './leaks.ts';

const root = join(import.meta.dirname, '../..');

/** Monday morning in New York, before anybody works. */
export const MONDAY_0700 = '2026-11-30T07:00:00-05:00';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // Answers are looked into freely here: the tests are what holds their shape.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { filename: string; contentType: string; content: string }[];
}

export interface Text {
  readonly id: string;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
}

/** Name of a file in test/ that says how the product is configured. */
export type Configuration =
  | 'fixture-config'
  | 'fixture-config-voice'
  | 'fixture-config-accounts'
  | 'fixture-config-guarded';

/** A running Showup, driven over HTTP only. */
export class Showup {
  readonly site: string;
  readonly console: string;
  /** Where its table is, for those who look at the rows themselves. */
  readonly table: { readonly endpoint: string; readonly name: string };
  readonly #process: ChildProcess;

  private constructor(port: number, child: ChildProcess, said: string) {
    this.site = `http://127.0.0.1:${port}`;
    this.console = `http://127.0.0.1:${port + 1}`;
    const [, endpoint = '', name = ''] = /AWS +(\S+) \(table (\S+)\)/u.exec(said) ?? [];
    this.table = { endpoint, name };
    this.#process = child;
  }

  /** Starts one of its own, and resolves when it says that it is ready. */
  static async start(
    now: string | null = MONDAY_0700,
    configuration: Configuration = 'fixture-config',
    data?: string,
    more: readonly string[] = [],
  ): Promise<Showup> {
    const [port, assembly] = [await freePortPair(), await assemblyOf(configuration)];
    const child = spawn(
      process.execPath,
      [
        ...['local/main.ts', '--port', String(port), '--assembly', assembly, '--cold'],
        // One that goes on with its data goes on with its time.
        ...(now === null ? [] : ['--now', now]),
        ...(data === undefined ? [] : ['--data', data]),
        ...more,
      ],
      { cwd: root, env: { ...process.env, ...compiledBeside(assembly) }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return new Showup(port, child, await ready(child));
  }

  /** The same, configured otherwise. */
  static startWith(configuration: Configuration): Promise<Showup> {
    return Showup.start(MONDAY_0700, configuration);
  }

  /** Throws if somebody, or what lets one in, could be read in what its functions logged. */
  async stop(): Promise<void> {
    const leaks = leaksIn(await logLines(this), []);
    await this.#end();
    if (leaks.length > 0) throw new Error(`the logs tell of people:\n${leaks.join('\n')}`);
  }

  async #end(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await gone;
  }

  get(path: string): Promise<Reply> {
    return call(`${this.site}${path}`, { method: 'GET' });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return postJson(`${this.site}${path}`, body, headers);
  }

  /** Turns the clock to an instant; resolves once all that fell due has happened. */
  async clockTo(instant: string | number): Promise<void> {
    const to = new Date(instant).toISOString();
    const { status, body } = await postJson(`${this.console}/clock`, { to });
    if (status !== 200) throw new Error(`the clock said ${status}: ${JSON.stringify(body)}`);
  }

  async now(): Promise<string> {
    return (await call(`${this.console}/clock`, { method: 'GET' })).body.now;
  }

  async mailbox(to: string): Promise<Mail[]> {
    return (await call(`${this.console}/mailbox?to=${encodeURIComponent(to)}`, { method: 'GET' })).body;
  }

  async subjects(to: string): Promise<string[]> {
    return (await this.mailbox(to)).map(({ subject }) => subject);
  }

  async texts(mobile: string): Promise<Text[]> {
    return (await call(`${this.console}/texts?with=${encodeURIComponent(mobile)}`, { method: 'GET' })).body;
  }

  /** What a number was texted by us, oldest first. */
  async textsTo(mobile: string): Promise<string[]> {
    return (await this.texts(mobile)).filter(({ direction }) => direction === 'out').map(({ body }) => body);
  }

  /** What was sent to a number, or came from it, with what became of it on its way. */
  async carried(mobile: string): Promise<(Text & { delivered?: boolean; fate?: string })[]> {
    const url = `${this.console}/texts?with=${encodeURIComponent(mobile)}&all=1`;
    return (await call(url, { method: 'GET' })).body;
  }

  async text(from: string, body: string, at?: string): Promise<void> {
    const { status } = await postJson(`${this.console}/texts`, {
      from,
      body,
      ...(at === undefined ? {} : { at }),
    });
    if (status !== 201) throw new Error(`the phone said ${status}`);
    await this.settle();
  }

  /** The carrier brings a text under its own id: the same id again is the same text again. */
  async carry(messageId: string, from: string, body: string, at?: string): Promise<void> {
    const sent = at === undefined ? {} : { at };
    const { status } = await postJson(`${this.console}/texts`, { from, body, messageId, ...sent });
    if (status !== 201) throw new Error(`the phone said ${status}`);
    await this.settle();
  }

  /** The provider of the meetings says that somebody joined, and hears what the site answers. */
  async join(seen: Readonly<Record<string, string>>): Promise<{ status: number; answer: unknown }> {
    const { status, body } = await postJson(`${this.console}/joins`, seen);
    await this.settle();
    return { status, answer: body.answer };
  }

  /** Makes the world misbehave, as the console's `/faults` takes it; resolves once all it led to has settled. */
  async misbehave(fault: Fault): Promise<void> {
    const { status, body } = await postJson(`${this.console}/faults`, fault);
    if (status !== 200) throw new Error(`the fault was answered ${status}: ${JSON.stringify(body)}`);
  }

  async timers(): Promise<{ name: string; at: string; payload: unknown }[]> {
    return (await call(`${this.console}/timers`, { method: 'GET' })).body;
  }

  /** Waits until everything under way has been done, by turning the clock not at all. */
  async settle(): Promise<void> {
    await postJson(`${this.console}/clock`, { advance: 'PT0S' });
  }

  /** Books, with what isn't given made up; resolves once the confirmation is sent. */
  async book(wishes: Wishes = {}): Promise<Booked> {
    const reply = await this.tryToBook(wishes);
    if (reply.status !== 201) throw new Error(`not booked: ${reply.status} ${JSON.stringify(reply.body)}`);
    await this.settle();
    return { ...reply.body, token: new URL(reply.body.manageUrl).pathname.split('/').at(-1) };
  }

  tryToBook({ key = randomUUID(), ...wishes }: Wishes = {}): Promise<Reply> {
    return this.post('/v1/bookings', bookingBody(wishes), { 'idempotency-key': key });
  }

  async booking(token: string): Promise<Reply['body']> {
    return (await this.get(`/v1/manage/${token}`)).body;
  }
}

export type Fault =
  | { readonly fireTimer: { readonly name: string } | { readonly payload: TimerPayload } }
  | { readonly loseTimer: { readonly name: string } }
  | { readonly repeatEvents: true }
  | { readonly function: { readonly name: string; readonly state: 'works' | 'fails' | 'unreachable' } }
  | { readonly mailbox: { readonly address: string; readonly state: 'works' | 'bounces' | 'complains' } }
  | { readonly phone: { readonly number: string; readonly state: 'works' | 'off' | 'landline' | 'refused' } };

export interface TimerPayload {
  readonly kind: string;
  readonly bookingId: string;
  readonly version: number;
}

export interface Wishes {
  readonly start?: string;
  readonly sessionType?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly timeZone?: string;
  readonly key?: string;
  readonly extra?: object;
}

export interface Booked {
  readonly id: string;
  readonly token: string;
  readonly start: string;
  readonly manageUrl: string;
  readonly joinUrl: string;
  readonly consultant: { readonly id: string; readonly name: string };
}

export function bookingBody({
  start,
  sessionType,
  email,
  mobile,
  timeZone,
  extra,
}: Omit<Wishes, 'key'>): object {
  const at = start ?? '2026-12-02T10:00:00-05:00';
  return {
    sessionType: sessionType ?? 'live-60',
    start: at,
    timeZone: timeZone ?? 'America/New_York',
    attendee: {
      name: 'Ada Member',
      // Somebody else for each start: who misses two sessions is blocked, which most tests aren't about.
      email: email ?? `ada-${Date.parse(at)}@example.com`,
      ...(mobile === undefined ? {} : { mobile }),
    },
    companyCode: 'DEMO-2026',
    ...extra,
  };
}

/** An instant so many minutes after another. */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return call(url, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function call(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Resolves with what it says when it is ready. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/Showup is ready.*\n$/su.test(said)) resolve(said);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      process.stderr.write(chunk);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code} and said: ${said}`)));
  });
}

/** The directory of the stack synthesized with a configuration; see synthesized.ts. */
async function assemblyOf(configuration: Configuration): Promise<string> {
  const { status, body } = await call(`${inject('assemblies')}/${configuration}`, { method: 'GET' });
  if (status !== 200) throw new Error(body);
  return body;
}

/** Compiled code is kept as long as the assemblies, whose bundles no other run will ask for. */
function compiledBeside(assembly: string): { NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: join(dirname(assembly), 'compiled') };
}

/** A port that is free, and so is the one after it. */
async function freePortPair(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
