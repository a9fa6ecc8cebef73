import type { Cloud } from '../../local/cloud.ts';
import { perform } from '../actors.ts';
import { Scene } from '../scene.ts';
import type { CastPerson, Deed, Logged, Script } from '../script.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const company = { id: 'north-pier', name: 'North Pier', code: 'NORTH-2026', afterHours: false };
const roles = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Everybody of all plays: each of them has its own people, so that none meets the history of another. */
export function castOf(plays: number): Script['cast'] {
  const people = Array.from({ length: plays }, (_, play) =>
    roles.map((_role, index) => personOf(play, index)),
  );
  const staff: CastPerson = {
    ...{ id: 'staff', name: 'Sam Okoye', email: 'sam@staff.example', account: 'staff', signsIn: true },
  };
  return { companies: [company], people: [...people.flat(), staff] };
}

function personOf(play: number, index: number): CastPerson {
  const number = play * roles.length + index;
  return {
    id: `p${number}`,
    name: `Person N${number}`,
    email: `person-n${number}@people.example`,
    mobile: `+1202555${String(200 + number).padStart(4, '0')}`,
    company: company.id,
    account: 'member',
  };
}

/** Where a play takes place: a running cloud, days that nobody else uses, and people of its own. */
export class Stage {
  readonly log: Logged[] = [];
  readonly consultants: readonly string[];
  /** The start, in UTC, of the working day that the play is about (ms). */
  readonly tomorrow: number;
  readonly #cloud: Cloud;
  readonly #scene: Scene;
  readonly #play: number;

  /** `play` is a number that no other play has. */
  constructor(
    cloud: Cloud,
    script: Script,
    play: number,
    house: { consultants: readonly string[]; holidays: readonly string[] },
  ) {
    this.#cloud = cloud;
    this.#scene = new Scene(cloud, script);
    this.#play = play;
    this.consultants = house.consultants;
    this.tomorrow = workingDayAfter(cloud.clock.now(), house.holidays);
  }

  now(): number {
    return this.#cloud.clock.now();
  }

  key(of: string): string {
    return `play-${this.#play}-${of}`;
  }

  /** Who plays a role. */
  person(role: string): CastPerson {
    return personOf(this.#play, roles.indexOf(role));
  }

  /** Does something, as its actors do in the simulation, and waits until all that it led to has settled. */
  async act(id: string, deed: Deed, at = this.now()): Promise<Logged> {
    const act = { id, at, ...deed };
    const begun = this.now();
    const outcome = await perform(this.#scene, act);
    await this.#cloud.clock.settle();
    const logged = { act, begun, settled: this.now(), ...outcome };
    this.log.push(logged);
    return logged;
  }

  async together(deeds: readonly Deed[]): Promise<void> {
    await this.#scene.atOnce(deeds.map((deed, index) => () => this.act(`crowd-${index}`, deed)));
  }

  /** Makes the world misbehave, as the console's `/faults` takes it. */
  async world(fault: unknown): Promise<void> {
    const call = { method: 'POST', console: true, path: '/faults', json: fault } as const;
    const [answer] = await this.#scene.ask(call);
    if (answer?.status !== 200)
      throw new Error(`the world said ${answer?.status}: ${JSON.stringify(answer?.body)}`);
  }

  async to(instant: number): Promise<void> {
    await this.#cloud.clock.moveTo(instant);
  }

  /** Goes to an instant step by step, so that the clock leaves out no sweep on the way. */
  async watch(instant: number): Promise<void> {
    while (this.now() < instant) await this.to(Math.min(instant, this.now() + 15 * MINUTE));
  }

  /** Lets the play's day pass, and closes what was opened for it. */
  async end(): Promise<void> {
    await this.#cloud.clock.moveTo(Math.max(this.now(), this.tomorrow + DAY));
    this.#scene.staff.close();
  }
}

/** The first working day that begins more than a day from an instant. */
function workingDayAfter(instant: number, holidays: readonly string[]): number {
  for (let day = (Math.floor(instant / DAY) + 1) * DAY; ; day += DAY) {
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    if (!isWeekend && !holidays.includes(new Date(day).toISOString().slice(0, 10))) return day;
  }
}
