import type { Mail } from '../aws/mail.ts';
import type { UnusedGrant } from '../aws/permissions.ts';
import type { Mailboxes } from '../aws/ses-mailboxes.ts';
import type { InboundText } from '../aws/sns.ts';
import type { Timer } from '../aws/timers.ts';
import type { Carrier } from '../carrier/carrier.ts';
import type { Text } from '../carrier/text.ts';
import type { Metric } from '../functions/metrics.ts';
import type { FunctionState } from '../functions/outages.ts';
import type { Answered, MeetingJoin } from '../meeting-provider.ts';
import type { Clock } from '../parts.ts';
import type { UsageReport } from '../usage/usage.ts';
import type { BookingRecords } from './booking-records.ts';

/** What the console shows and turns: the parts of the local cloud, as far as it uses them. */
export interface ConsoleParts {
  readonly clock: Clock & {
    moveTo(instant: number): Promise<void>;
    advance(duration: number): Promise<void>;
    interject(work: () => Promise<void>): Promise<void>;
  };
  readonly scheduler: {
    list(): readonly Timer[];
    fire(name: string): Promise<void>;
    fireUnheld(payload: unknown): Promise<void>;
    lose(name: string): void;
  };
  /** The table's streams: `repeat` delivers once more what they delivered. */
  readonly events: { repeat(): Promise<void> };
  readonly bookings: Pick<BookingRecords, 'list' | 'some' | 'rows'>;
  readonly ses: {
    mailbox(to?: string): Promise<readonly Mail[]>;
    readonly mailboxes: Pick<Mailboxes, 'stateOf' | 'setState' | 'suppressionOf'>;
  };
  readonly sns: { publishInbound(inbound: InboundText): Promise<Text> };
  /** The phones: what they saw, what was kept from them, and what they do with texts. */
  readonly carrier: Pick<Carrier, 'conversation' | 'everything' | 'stateOf' | 'setState' | 'trouble'> & {
    readonly optOuts: Pick<Carrier['optOuts'], 'has'>;
  };
  /** Where texts from phones go: the topic, and the number that people text. */
  readonly inbound: { readonly topicArn: string; readonly to: string };
  /** Tells the site of who joins a meeting; absent where the stack takes no such posts. */
  readonly meetings?: { tell(join: MeetingJoin): Promise<Answered> };
  /** What was put on buses, oldest first. */
  readonly bus: { list(): readonly unknown[] };
  readonly queues: { list(): readonly Failure[] };
  readonly logs: { lines(): readonly LogLine[]; metrics(): readonly Metric[] };
  /** The functions, which can be made to fail. */
  readonly functions: {
    readonly definitions: readonly { readonly name: string }[];
    setState(name: string, state: FunctionState): void;
  };
  /** What the cloud was used for so far, in the units that are paid. */
  usage(): UsageReport;
  /** What the functions' roles allow and nothing has needed since the start. */
  readonly grants: { unused(): readonly UnusedGrant[] };
  /** What the stack gives out, by the names of its outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Address of the site, for the page's link. */
  readonly site: string;
  /** IANA zone in which the page shows times. */
  readonly timeZone: string;
}

/** What lies in a failure queue. */
export interface Failure {
  readonly id: string;
  readonly queue: string;
  readonly at: string;
  readonly body: unknown;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A line that a function wrote. */
export interface LogLine {
  readonly at: string;
  readonly function: string;
  readonly level: string;
  readonly line: string;
}
