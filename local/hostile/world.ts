import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { operator } from '../aws/endpoint.ts';
import type { AwsAnswer, AwsCall, Clock } from '../parts.ts';
import { conflictOf, failureOf, throttlingOf } from './call-errors.ts';
import { CallFaults } from './call-faults.ts';
import { CallsOnTheWay } from './calls-on-the-way.ts';
import { ConnectionCut } from './connection-cut.ts';
import { digestOf, drawsOf, essenceOf, plainText, uuidOf } from './essence.ts';
import type { CallTrouble, Fault, Hostility, Strike } from './fault.ts';
import { Skews } from './skews.ts';
import { StreamFaults } from './stream-faults.ts';
import { Strikes } from './strikes.ts';
import { TextFaults } from './text-faults.ts';
import { TimerFaults } from './timer-faults.ts';
import { Turns } from './turns.ts';

/** The environment of a function, as far as the world can harm it. */
export interface Environment {
  /** Of its function. */
  readonly logicalId: string;
  /** Rides on each of its calls, as the token of its credentials. */
  readonly token: string;
  /** Whether it still is there, and has work. */
  readonly working: boolean;
  /** Resolves once it has taken in the answers to this many calls, with how many it has made then. */
  quiet(answered: number): Promise<number>;
  /** Ends it: what it had under way fails as it does when Lambda loses an environment. */
  die(): Promise<void>;
}

/** One run of a function: its request id, and the seed of all that is random in it. */
export interface Chance {
  readonly id: string;
  readonly seed: string;
}

/** How long a slow call takes, ms of real time. Whatever else can happen in the meantime does. */
const slowness = 100;

/** Until when a call that was sent is waited for, ms of real time: one that broke off may never come. */
const longestOnTheWay = 2000;

/**
 * A world in which things go wrong as a script says, and everything else happens the same way each time: the dial moves
 * only when it is moved, steps are taken one at a time, and randomness follows from the seed.
 */
export class HostileWorld {
  /** How much more real time everything gets: one step at a time takes a while, and time is the dial's. */
  readonly patience = 20;
  readonly timers: TimerFaults;
  readonly stream: StreamFaults;
  readonly texts: TextFaults;
  readonly skews: Skews;
  readonly #seed: number;
  readonly #calls: CallFaults;
  readonly #strikes: Strikes;
  readonly #turns: Turns;
  readonly #onTheWay = new CallsOnTheWay();
  readonly #environments = new Map<string, Environment>();
  readonly #running = new Map<string, string>();
  readonly #occurrences = new Map<string, number>();
  readonly #names = new Map<string, readonly string[]>();

  constructor({ seed, faults }: Hostility, clock: Clock) {
    const of = <K extends Fault['kind']>(kind: K) =>
      faults.filter((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind);
    const named = (logicalId: string, name: string): boolean =>
      logicalId === name || (this.#names.get(logicalId)?.includes(name) ?? false);
    this.#seed = seed;
    this.#strikes = new Strikes(clock);
    this.#calls = new CallFaults(of('call'), named, this.#strikes);
    this.timers = new TimerFaults(of('timer'), this.#strikes);
    this.stream = new StreamFaults(of('stream'), this.#strikes);
    this.texts = new TextFaults(of('text'), this.#strikes);
    this.skews = new Skews(of('skew'), named, this.#strikes);
    this.#turns = new Turns(async () => {
      const busy = [...this.#environments.values()].filter(({ working }) => working);
      await Promise.all(busy.map((one) => this.#quiet(one)));
    });
  }

  /** What struck so far, in order. */
  strikes(): readonly Strike[] {
    return this.#strikes.list();
  }

  /** Ends all faults: from now on nothing is struck, and all clocks are right. */
  calm(): void {
    this.#strikes.end();
    this.skews.end();
  }

  /** Learns which functions there are, so that faults can name them. */
  meet(functions: readonly { readonly logicalId: string; readonly name: string }[]): void {
    for (const { logicalId, name } of functions)
      this.#names.set(logicalId, [name, /^[^-]+-[^-]+-(.+)$/.exec(name)?.[1] ?? name]);
  }

  /** Takes up an environment as it starts. */
  join(environment: Environment): void {
    this.#environments.set(environment.token, environment);
  }

  /** A seed for what an environment draws outside of any run. */
  seedOf(token: string): string {
    return digestOf(this.#seed, token);
  }

  /** Draws whole numbers for one of the cloud's own makings, such as its secrets. */
  draws(what: string): (below: number) => number {
    return drawsOf(digestOf(this.#seed, what));
  }

  /** Begins a run when its turn has come. `begin` picks the environment and gives its token. */
  begin<T>(
    logicalId: string,
    event: unknown,
    begin: (chance: Chance) => { readonly token: string; readonly result: T },
  ): Promise<{ readonly result: T }> {
    const essence = digestOf(this.#seed, logicalId, essenceOf(event));
    return this.#turns.take('', essence, async () => {
      const occurrence = (this.#occurrences.get(essence) ?? 0) + 1;
      this.#occurrences.set(essence, occurrence);
      const seed = digestOf(essence, occurrence);
      const { token, result } = begin({ id: uuidOf(seed), seed });
      this.#running.set(token, seed);
      return { result };
    });
  }

  /**
   * Resolves once a run that is over has nothing left under way, such as a call beside the one that failed it: what is
   * left would race with whatever comes next.
   */
  async end({ token }: Environment): Promise<void> {
    await this.#turns.take(token, this.#running.get(token) ?? token, () => Promise.resolve(), 'after-own');
  }

  /** Takes a call to where it goes when its turn has come, unless a fault says otherwise. Also one that nobody signed. */
  async handle(made: AwsCall, effect: () => Promise<AwsAnswer>): Promise<AwsAnswer> {
    if (made.caller === operator) return await effect();
    const environment = this.#environments.get(made.headers['x-amz-security-token'] ?? '');
    if (environment === undefined) return await effect();
    const call = { ...made, caller: environment.logicalId };
    const key = this.#keyOf(call, environment);
    const alive = (): void => {
      if (!environment.working) throw new ConnectionCut();
    };
    const { token } = environment;
    const answer = await this.#turns.take(token, key, async () => {
      alive();
      const trouble = this.#calls.next(call);
      return trouble === 'slow' ? undefined : await this.#carryOut(call, trouble, environment, effect);
    });
    if (answer !== undefined) return answer;
    const slowly = async (): Promise<AwsAnswer> => {
      await pause(slowness);
      alive();
      return await effect();
    };
    return await this.#turns.take(token, key, slowly, 'last');
  }

  /** Told of each request for AWS as it is heard, and as it is answered, by its caller's token. */
  heard(token: string): void {
    this.#onTheWay.heard(token);
  }

  answered(token: string): void {
    this.#onTheWay.answered(token);
  }

  async #quiet(environment: Environment): Promise<void> {
    const counted = this.#onTheWay.of(environment.token);
    const sent = await environment.quiet(counted.answered);
    const until = performance.now() + longestOnTheWay;
    while (environment.working && counted.heard < sent && performance.now() < until) await turn();
  }

  async #carryOut(
    call: AwsCall,
    trouble: CallTrouble | undefined,
    environment: Environment,
    effect: () => Promise<AwsAnswer>,
  ): Promise<AwsAnswer> {
    if (trouble === 'fails-before') throw failureOf(call);
    if (trouble === 'throttled') throw throttlingOf(call);
    if (trouble === 'conflict') throw conflictOf(call);
    if (trouble === 'dies-before') return await died(environment);
    const answer = await effect();
    if (trouble === 'fails-after') throw failureOf(call);
    if (trouble === 'cut-after') throw new ConnectionCut();
    return trouble === 'dies-after' ? await died(environment) : answer;
  }

  /** Which call it is, among those that could be next: its run, its action, and what it says. */
  #keyOf(call: AwsCall, { token }: Environment): string {
    const run = this.#running.get(token) ?? token;
    return digestOf(this.#seed, run, call.service, call.action, plainText(call.url), saidBy(call));
  }
}

function saidBy({ body }: AwsCall): string {
  const text = body.toString('latin1');
  if (text.startsWith('{')) return essenceOf(JSON.parse(text));
  // A mail holds the site's port in base64: its recipients say enough.
  return plainText(text.replace(/RawMessage\.Data=[^&]*/, ''));
}

async function died(environment: Environment): Promise<never> {
  await environment.die();
  throw new ConnectionCut();
}
