import type { Settling } from '../clock.ts';
import type { FunctionPool } from '../functions/functions.ts';
import type { StreamFaults } from '../hostile/stream-faults.ts';
import type { Clock, Part } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { EventSource } from './event-source.ts';
import { failureRecord } from './failure-record.ts';
import { type GiveUpReason, Lane } from './lane.ts';
import type { Positions, RawRecord, StreamReader } from './reader.ts';
import { type StreamRecord, toStreamRecord } from './record.ts';

/** Carries a table's changes to a function, as an event source mapping does. */
export interface TableStream extends Part, Settling {
  /** Looks for new records now; called after every write. */
  poke(): void;
  /** Delivers everything that the stream still holds once more, and resolves when that has settled. */
  repeat(): Promise<void>;
  stop(): Promise<void>;
}

export interface TableStreamSurroundings {
  readonly clock: Clock;
  readonly pool: FunctionPool;
  readonly queues: Queues;
  readonly reader: StreamReader;
  /** What goes wrong, where the world misbehaves: records then go out in rounds, when the cloud is to settle. */
  readonly mishaps?: StreamFaults | undefined;
  /** Called with the positions whenever all records up to them are dealt with. */
  save?(positions: Positions): void;
  /** Told of records that were given up, and of a stream that can't be read. */
  report(line: string): void;
}

/** Writes past the local AWS endpoint poke nobody, so they are looked for this often (ms, real time). */
const pollEvery = 500;

/** Opens the stream and keeps delivering until stopped. */
export async function startTableStream(
  source: EventSource,
  around: TableStreamSurroundings,
): Promise<TableStream> {
  await around.reader.open(source.startingPosition);
  const delivery = new Delivery(source, around);
  const timer = around.mishaps ? undefined : setInterval(() => delivery.poke(), pollEvery);
  delivery.poke();
  return {
    poke: () => delivery.poke(),
    repeat: () => delivery.repeat(),
    settled: () => delivery.settled(),
    begun: () => delivery.begun,
    nextDue: () => delivery.nextDue(),
    runDue: (now) => delivery.runDue(now),
    stop: async () => {
      clearInterval(timer);
      delivery.stopped = true;
      await delivery.settled();
      around.reader.close();
    },
  };
}

class Delivery {
  private readonly source: EventSource;
  private readonly around: TableStreamSurroundings;
  private readonly lanes: readonly Lane[];
  private reading: Promise<void> | undefined;
  private rounds: Promise<void> | undefined;
  private unread = false;
  private saved = true;
  begun = 0;
  stopped = false;

  constructor(source: EventSource, around: TableStreamSurroundings) {
    this.source = source;
    this.around = around;
    const { clock } = around;
    const invoke = (records: readonly StreamRecord[]): Promise<unknown> =>
      around.pool.invoke(source.functionArn, { Records: records.map(({ event }) => event) });
    const deliver = (records: readonly StreamRecord[]): Promise<unknown> =>
      around.mishaps?.deliver(records, invoke) ?? invoke(records);
    const giveUp = this.giveUp.bind(this);
    this.lanes = Array.from({ length: source.lanes }, () => new Lane({ clock, source, deliver, giveUp }));
  }

  poke(): void {
    if (this.stopped) return;
    this.unread = true;
    if (this.around.mishaps !== undefined) {
      // Whoever settles comes back for it.
      this.begun += 1;
      return;
    }
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
      if (this.unread) this.poke();
    });
  }

  async repeat(): Promise<void> {
    await this.settled();
    this.takeAll(await this.around.reader.readAgain());
    await this.settled();
  }

  async settled(): Promise<void> {
    if (this.around.mishaps !== undefined && !this.stopped) {
      this.rounds ??= this.goRounds(this.around.mishaps).finally(() => {
        this.rounds = undefined;
      });
      await this.rounds;
    }
    await this.lanesSettled();
    this.savePosition();
  }

  /** Reads what there is, tells all of it, and looks again; what was held back goes when nothing else is left. */
  private async goRounds(mishaps: StreamFaults): Promise<void> {
    for (let more = true; more; ) {
      this.unread = true;
      await this.read();
      const idle = !this.lanesBusy();
      const released = idle ? mishaps.release() : [];
      for (const record of released) this.push(record);
      more = !idle || released.length > 0;
      await this.lanesSettled();
    }
  }

  private lanesBusy(): boolean {
    return this.lanes.some((lane) => !lane.empty && lane.due === undefined);
  }

  private async lanesSettled(): Promise<void> {
    while (this.reading || this.lanesBusy()) {
      await this.reading;
      await Promise.all(this.lanes.map((lane) => lane.settled()));
    }
  }

  nextDue(): number | undefined {
    const dues = this.lanes.map(({ due }) => due).filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  async runDue(now: number): Promise<void> {
    await Promise.all(
      this.lanes.filter(({ due }) => due !== undefined && due <= now).map((lane) => lane.retry()),
    );
  }

  private async read(): Promise<void> {
    while (this.unread && !this.stopped) {
      this.unread = false;
      try {
        const found = await this.around.reader.read();
        this.takeAll(found);
        if (found.length === 0) this.savePosition();
      } catch (error) {
        if (!this.stopped)
          this.around.report(`${this.source.logicalId}: the stream can't be read: ${String(error)}`);
      }
    }
  }

  private takeAll(found: readonly RawRecord[]): void {
    const now = this.around.clock.now();
    for (const { record, shardId } of found)
      this.take(toStreamRecord(record, shardId, this.source.streamArn, now));
  }

  private take(record: StreamRecord): void {
    this.saved = false;
    if (!this.source.matches(record.event)) return;
    if (this.around.mishaps?.holds(record) !== true) this.push(record);
  }

  private push(record: StreamRecord): void {
    this.begun += 1;
    this.lanes[spread(record.key, this.lanes.length)]?.push(record);
  }

  private savePosition(): void {
    if (this.saved || this.reading || !this.lanes.every((lane) => lane.empty)) return;
    this.saved = true;
    this.around.save?.(this.around.reader.position());
  }

  private giveUp(records: readonly StreamRecord[], reason: GiveUpReason, tries: number): void {
    const { source, around } = this;
    around.report(`${source.logicalId}: ${records.length} record(s) given up: ${reason}`);
    if (!source.failureQueue) return;
    around.queues.send(
      source.failureQueue,
      failureRecord(source, records, reason, tries, around.clock.now()),
    );
  }
}

/** The lane of a key: always the same one, so that records of one item keep their order. */
function spread(key: string, lanes: number): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash) % lanes;
}
