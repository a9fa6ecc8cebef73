import type { Conversation } from '../../../lib/app/conversation.ts';
import { toNumber } from '../../../lib/app/to-number.ts';
import { type Booking, isOver } from '../../../lib/domain/booking/booking.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import { evolve } from '../../../lib/domain/booking/evolve.ts';
import { answeredFor, heardFrom } from '../../../lib/domain/phone/hear.ts';
import { type Phone, threadAt } from '../../../lib/domain/phone/phone.ts';
import { planText } from '../../../lib/domain/phone/texting.ts';
import { bookingMeant, type Said } from '../../../lib/domain/phone/which.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { phone } from './phones.ts';

/** A machine answers ten seconds after every text. */
const PROMPT = 10_000;

export interface Talk {
  /** How many texts of ours went out, the one that it began with included. */
  readonly sent: number;
  /** Whether we fell silent, or a limit stopped us. */
  readonly ended: 'silence' | 'limit';
  readonly bookings: readonly Booking[];
}

/** A number whose owner is a machine: it answers every text of ours, as the rules would have it go on. */
export class Machine {
  private readonly bookings: Map<string, Booking>;
  private number: Phone = phone();
  private now: number;
  private sent = 0;

  constructor(bookings: readonly Booking[], now: number) {
    this.bookings = new Map(bookings.map((booking) => [booking.id, booking]));
    this.now = now;
  }

  /** We text about a booking; the machine answers that, and whatever it is answered. */
  talk(about: string, answerOf: (round: number) => Said): Talk {
    let more: 'sent' | Talk['ended'] = this.text(about, false);
    for (let round = 0; more === 'sent'; round++) {
      this.now += PROMPT;
      more = this.hear(answerOf(round), `m${round}`);
    }
    return { sent: this.sent, ended: more, bookings: [...this.bookings.values()] };
  }

  private text(about: string | undefined, isAnswer: boolean): 'sent' | 'limit' {
    const email = 'ada@example.com';
    const plan = planText(
      this.number,
      {
        effect: `effect ${this.now}`,
        now: this.now,
        isAnswer,
        ...(about === undefined ? {} : { about: { bookingId: about, email } }),
      },
      standardPolicy,
    );
    if ('withheld' in plan) return 'limit';
    this.number = plan.phone;
    this.sent += 1;
    return 'sent';
  }

  private hear(reply: Said, messageId: string): 'sent' | 'limit' | 'silence' {
    const conversation = this.conversation();
    const heard = heardFrom(this.number, messageId);
    const meant = bookingMeant({ ...conversation, reply, stamp: this.now });
    if (!('ask' in meant) && meant.about !== 'nothing') {
      this.number =
        meant.meaning === 'unclear' || meant.meaning === 'help'
          ? heard
          : answeredFor(heard, meant.about.attendee.email);
      return this.replyTo(meant.about, meant.meaning, messageId);
    }
    const nothing = conversation.open.some((one) => !isOver(one)) ? 'helped' : 'no-session';
    const { after, event } = toNumber(
      heard,
      { messageId },
      conversation,
      'ask' in meant ? meant : nothing,
      this.now,
    );
    this.number = after ?? heard;
    return event === undefined ? 'silence' : this.text(undefined, true);
  }

  private replyTo(
    booking: Booking,
    meaning: Said['meaning'],
    messageId: string,
  ): 'sent' | 'limit' | 'silence' {
    const reply = { type: 'reply', stamp: this.now, messageId, meaning } as const;
    const events = decide(booking, reply, this.now, standardPolicy);
    this.bookings.set(booking.id, events.reduce<Booking>(evolve, booking));
    const silent = events.every((event) => event.type === 'reply-noted' && event.answer === undefined);
    return silent ? 'silence' : this.text(booking.id, true);
  }

  private conversation(): Conversation {
    const all = [...this.bookings.values()];
    const last = this.bookings.get(threadAt(this.number, this.now)?.bookingId ?? '');
    return {
      phone: this.number,
      open: all.toSorted((a, b) => a.start - b.start),
      ...(last === undefined ? {} : { last }),
      asked: (this.number.question?.options ?? []).map((id) => this.bookings.get(id)),
    };
  }
}
