import * as fc from 'fast-check';
import { routes } from '../lib/http/routes.ts';
import type { Cloud } from '../local/cloud.ts';
import { attendanceSecretOf } from '../local/meeting-provider.ts';
import type { Document } from './api.ts';
import { type Seen, type Wrong, wrongWith } from './check.ts';
import { type Count, Counts } from './count.ts';
import { Connection, type Sent } from './exchange.ts';
import { learn } from './learn.ts';
import { make } from './make.ts';
import { People } from './people.ts';
import type { Plan } from './plan.ts';
import { Pool } from './pool.ts';
import { refresh } from './refresh.ts';
import { letSomeCome, sortByState } from './states.ts';
import { type Target, targetsOf } from './targets.ts';
import { type Write, watchWrites } from './writes.ts';

/** A rule that doesn't hold, with the smallest request that shows it. */
export interface Finding extends Wrong {
  readonly operation: string;
  readonly request: Sent;
  readonly plan: Plan;
}

export interface Outcome {
  readonly counts: ReadonlyMap<string, Count>;
  readonly findings: readonly Finding[];
  /** What the functions gave up on, as they say it themselves. */
  readonly failures: readonly string[];
  readonly pool: Readonly<Record<string, number>>;
  readonly sent: number;
}

/** The most requests of one call that follow each other, before the world goes on. */
const MOST_IN_A_ROW = 5;
const QUARTER_MS = 900_000;
/** The most requests that are spent on making a failing one smaller. */
const MOST_SHRINKING = 80;

/** Sends so many requests to a cloud with the demo's data in it, all drawn from the seed. */
export async function fuzz(
  cloud: Cloud,
  {
    requests,
    seed,
    told = () => undefined,
  }: { requests: number; seed: number; told?: (line: string) => void },
): Promise<Outcome> {
  const run = new Run(cloud, seed);
  try {
    return await run.go(requests, told);
  } finally {
    run.close();
  }
}

class Run {
  readonly #cloud: Cloud;
  readonly #seed: number;
  readonly #connection: Connection;
  readonly #people: People;
  readonly #pool: Pool;
  #counts = new Counts([]);
  readonly #secretArn: string;
  readonly #findings = new Map<string, Finding>();
  #writes: Write[] = [];
  #sent = 0;

  constructor(cloud: Cloud, seed: number) {
    this.#cloud = cloud;
    this.#seed = seed;
    this.#connection = new Connection(cloud.site);
    this.#people = new People(cloud.site);
    this.#secretArn = attendanceSecretOf(cloud.stack) ?? '';
    this.#pool = new Pool(() => cloud.clock.now());
    watchWrites(cloud.aws.dynamodb, (write) => this.#writes.push(write));
  }

  async go(requests: number, told: (line: string) => void): Promise<Outcome> {
    const document = await this.#connection.send({ method: 'GET', target: '/openapi.json', headers: {} });
    const targets = targetsOf(JSON.parse(document.text) as Document);
    this.#counts = new Counts(targets.map(({ id }) => id));
    const rounds = Math.max(1, Math.ceil(requests / (targets.length * MOST_IN_A_ROW)));
    const inARow = Math.ceil(requests / (targets.length * rounds));
    for (let round = 0; round < rounds; round += 1) {
      const seed = this.#seed * 1000 + round;
      await refresh(this.#cloud, this.#people, this.#pool, this.#connection, seed);
      const order = fc.shuffledSubarray(targets, { minLength: targets.length });
      const drawn = fc.sample(order, { seed, numRuns: 1 })[0] ?? [];
      for (const [at, target] of drawn.entries()) {
        // Sessions that began with the round are under way in its second half.
        if (at === drawn.length >> 1) await this.#cloud.clock.advance(QUARTER_MS);
        if (at > 0 && at % (drawn.length >> 2) === 0) await this.#sort();
        await this.#block(target, seed * 1000 + at, inARow);
      }
      told(`round ${round + 1} of ${rounds}: ${this.#sent} requests, ${this.#findings.size} findings`);
    }
    await this.#cloud.clock.settle();
    const failures = this.#cloud.queues.list().map((one) => JSON.stringify(one));
    const findings = [...this.#findings.values()];
    return { counts: this.#counts.byCall(), findings, failures, pool: this.#pool.sizes(), sent: this.#sent };
  }

  async #sort(): Promise<void> {
    await letSomeCome(this.#people, this.#pool, this.#connection);
    await sortByState(this.#people, this.#pool, this.#connection, this.#cloud.clock.now());
  }

  close(): void {
    this.#connection.close();
    this.#people.close();
  }

  /** Some requests of one call. The first that finds something new is made smaller, for as long as it finds the same. */
  async #block(target: Target, seed: number, size: number): Promise<void> {
    let [left, failed] = [size, undefined as Finding | undefined];
    let tries = 0;
    const property = fc.asyncProperty(target.plans, async (plan) => {
      if (failed === undefined) left -= 1;
      else tries += 1;
      if (tries > MOST_SHRINKING) return;
      const found = await this.#try(target, plan, failed === undefined);
      if (found === undefined || this.#findings.has(keyOf(found))) return;
      if (failed !== undefined && keyOf(failed) !== keyOf(found)) return;
      failed = found;
      throw new Error(found.rule);
    });
    await fc.check(property, { seed: seed + left, numRuns: size, unbiased: true });
    if (failed === undefined) return;
    this.#findings.set(keyOf(failed), failed);
    if (left > 0) await this.#block(target, seed + 7919, left);
  }

  async #try({ id, operation }: Target, plan: Plan, counted: boolean): Promise<Finding | undefined> {
    const { parameters, asShown, sent } = make(plan, {
      pool: this.#pool,
      people: this.#people,
      now: () => this.#cloud.clock.now(),
      secret: () => this.#cloud.aws.secrets.current(this.#secretArn),
    });
    this.#writes = [];
    const answer = await this.#connection.send(sent);
    const writes = this.#writes.filter(
      ({ caller, sk }) => caller === this.#answers(id) && !sk.startsWith('EFFECT#'),
    );
    const seen: Seen = { plan, sent, answer, writes, site: this.#cloud.site, operation };
    this.#sent += 1;
    if (counted) this.#counts.add(id, plan, answer, operation !== undefined || asShown);
    this.#people.keep(plan.caller, answer);
    learn(this.#pool, seen, parameters);
    if (id === 'signOut' && answer.status === 303) await this.#people.signIn();
    const wrong = wrongWith(seen);
    return wrong && { operation: id, ...wrong, request: sent, plan };
  }

  /**
   * Logical id of the function that answers a call: what others write meanwhile is no answer's doing. Nor are claims on
   * effects: the one that takes texts is also told of mails.
   */
  #answers(id: string): string | undefined {
    const answering = routes.find(({ name }) => name === id)?.function;
    return this.#cloud.functions.definitions.find(({ name }) => name.endsWith(`-${answering}`))?.logicalId;
  }
}

const keyOf = ({ operation, rule }: Finding): string => `${operation}: ${rule}`;
