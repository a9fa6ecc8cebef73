import {
  type Change,
  type EffectId,
  type Mailer,
  type Texter,
  TextRefused,
  TextTooLate,
} from '../app/deps.ts';
import type { DeliverDeps } from '../app/webhook-deps.ts';
import type { BookingEvent } from '../domain/booking/events.ts';
import { minutesGivenBack } from '../domain/booking/minutes-given-back.ts';
import { log } from '../telemetry/log.ts';
import type { MetricName } from '../telemetry/metric-names.ts';
import { measure } from '../telemetry/metrics.ts';

/** What each event counts as; most count as nothing. */
const countedAs: Partial<Record<BookingEvent['type'], MetricName>> = {
  booked: 'Booked',
  rescheduled: 'Moved',
  cancelled: 'Cancelled',
  completed: 'Completed',
  'no-show-recorded': 'NoShows',
  'check-in-asked': 'CheckInsAsked',
  'check-in-answered': 'CheckInsAnswered',
  'attendee-joined': 'Joined',
};

/** Counts a change of a booking that was committed, and says so: the one place that every change passes. */
export function measureChange({ before, after, events, now }: Change): void {
  for (const { type } of events) {
    const name = countedAs[type];
    if (name !== undefined) measure(name);
    log.info('booking changed', { bookingId: after.id, event: type });
  }
  const minutes = minutesGivenBack(before, after, now);
  if (minutes !== 0) measure('MinutesSaved', minutes);
}

/** The mailer, with a line of the log for each mail, by the provider's id of it, and its failures counted. */
export function measuredMailer(mailer: Mailer): Mailer {
  return {
    allow: (email) => mailer.allow(email),
    async send(mime, to, effect) {
      try {
        const providerId = await mailer.send(mime, to, effect);
        log.info('mail sent', { ...effectFields(effect), providerId });
        return providerId;
      } catch (error) {
        measure('MailsFailed');
        throw error;
      }
    },
  };
}

/** The texter, with a line of the log for each text, by the provider's id of it, and what became of it counted. */
export function measuredTexter(texter: Texter): Texter {
  return {
    optIn: (mobile) => texter.optIn(mobile),
    async send(text) {
      try {
        const providerId = await texter.send(text);
        measure('TextsSent');
        log.info('text sent', { ...effectFields(text.effect), providerId });
        return providerId;
      } catch (error) {
        if (error instanceof TextRefused) measure('TextsRefused');
        else if (!(error instanceof TextTooLate)) measure('TextsFailed');
        throw error;
      }
    },
  };
}

/** The poster of webhooks, with its failures counted, and told by how they were answered. */
export function measuredPoster(post: DeliverDeps['post']): DeliverDeps['post'] {
  return async (url, outgoing) => {
    const answer = await post(url, outgoing);
    const { status } = answer;
    if (status === undefined || status < 200 || status > 299) {
      measure('WebhooksFailed');
      log.info('webhook not taken', { id: outgoing.headers['webhook-id'], status });
    }
    return answer;
  };
}

/** What it was sent for. Events of a number or an address belong to just that, and it stays out of the log. */
function effectFields({ owner, effect }: EffectId): object {
  return /[+@]/u.test(owner) ? { effect } : { owner, effect };
}
