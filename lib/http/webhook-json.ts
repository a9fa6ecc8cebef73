import type { Delivery } from '../domain/webhooks/delivery.ts';
import type { Endpoint } from '../domain/webhooks/endpoint.ts';
import { present, time } from './booking-json.ts';

/** A webhook as our staff are told of it: without its secrets. */
export function webhookJson({
  secret: _,
  revealed: __,
  former,
  disabled,
  failingSince,
  createdAt,
  ...told
}: Endpoint) {
  return present({
    ...told,
    disabled: disabled && present({ ...disabled, at: time(disabled.at) }),
    failingSince: failingSince === undefined ? undefined : time(failingSince),
    formerSecretUntil: former && time(former.until),
    createdAt: time(createdAt),
  });
}

/** An event on its way to a webhook, with the last answers. */
export function deliveryJson({ eventId, event, state, createdAt, tries, dueAt, answers }: Delivery) {
  return present({
    ...{ event: eventId, type: event.type, state },
    createdAt: time(createdAt),
    tries,
    nextTry: dueAt === undefined ? undefined : time(dueAt),
    answers: answers.map(({ at, took, status, said }) =>
      present({ at: time(at), milliseconds: took, status, said }),
    ),
  });
}
