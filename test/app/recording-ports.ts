import type { Bus } from '../../lib/app/bus.ts';
import type { Mailer, Texter, TextOut, Timers } from '../../lib/app/deps.ts';
import type { Timer, TimerKind } from '../../lib/domain/booking/timer.ts';
import type { PublicEvent } from '../../lib/domain/public-event.ts';
import type { DeliveryId } from '../../lib/domain/webhooks/delivery.ts';

/** Holds timers by name, as the scheduler does, and counts what was asked. */
export class RecordingTimers implements Timers {
  readonly held = new Map<string, number>();
  readonly cleared: string[] = [];

  set(bookingId: string, version: number, { kind, at }: Timer): Promise<void> {
    this.held.set(nameOf(bookingId, version, kind), at);
    return Promise.resolve();
  }

  clear(bookingId: string, version: number, kind: TimerKind): Promise<void> {
    const name = nameOf(bookingId, version, kind);
    this.held.delete(name);
    this.cleared.push(name);
    return Promise.resolve();
  }
}

function nameOf(bookingId: string, version: number, kind: TimerKind): string {
  return `${bookingId}.${kind}.v${version}`;
}

/** Remembers messages; `interrupt`, while set, runs before each is taken, and fails the sending where it throws. */
class Outgoing<Message> {
  readonly sent: Message[] = [];
  interrupt: (() => void | Promise<void>) | undefined;

  protected async take(message: Message): Promise<string> {
    await this.interrupt?.();
    this.sent.push(message);
    return `receipt-${this.sent.length}`;
  }
}

export class RecordingMailer extends Outgoing<{ to: string; mime: string }> implements Mailer {
  send(mime: Uint8Array, to: string): Promise<string> {
    return this.take({ to, mime: Buffer.from(mime).toString('utf8') });
  }

  readonly allowed: string[] = [];

  allow(email: string): Promise<void> {
    this.allowed.push(email);
    return Promise.resolve();
  }

  /** Subjects, oldest first. */
  subjects(): string[] {
    return this.sent.map(({ mime }) => /^Subject: (.*(?:\r\n[ \t].*)*)/mu.exec(mime)?.[1] ?? '');
  }
}

export class RecordingTexter extends Outgoing<{ to: string; body: string; until: number }> implements Texter {
  readonly optedIn: string[] = [];

  send({ mobile, body, until }: TextOut): Promise<string> {
    return this.take({ to: mobile, body, until });
  }

  optIn(mobile: string): Promise<void> {
    this.optedIn.push(mobile);
    return Promise.resolve();
  }

  /** What a number was texted, oldest first. */
  to(mobile: string): string[] {
    return this.sent.filter(({ to }) => to === mobile).map(({ body }) => body);
  }
}

/** Remembers what was put on the bus. */
export class RecordingBus implements Bus {
  readonly published: PublicEvent[] = [];
  readonly woken: DeliveryId[] = [];
  interrupt: (() => void) | undefined;

  async publish(event: PublicEvent): Promise<void> {
    this.interrupt?.();
    this.published.push(event);
  }

  async wake(deliveries: readonly DeliveryId[]): Promise<void> {
    this.woken.push(...deliveries);
  }
}
