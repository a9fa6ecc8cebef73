import type { Answer, Delivery } from '../../domain/webhooks/delivery.ts';
import { shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { webhookPath } from './desk-paths.ts';
import { WebhookForm } from './webhook-form.tsx';
import type { WebhookProps } from './webhook-view.ts';

/** What was posted, the latest first, with what was answered. */
export function WebhookDeliveries({ visit, view }: WebhookProps) {
  const words = deskIn(visit.language).webhooks;
  const { deliveries, next, first, webhook } = view;
  return (
    <section class="card" aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">{words.deliveries}</h2>
      {deliveries.length === 0 ? (
        <p>{words.noDeliveries}</p>
      ) : (
        <ul class="entries">
          {deliveries.map((delivery) => (
            <Entry visit={visit} view={view} delivery={delivery} />
          ))}
        </ul>
      )}
      {first && next === undefined ? null : (
        <p class="row">
          {first ? null : (
            <a class="button" href={webhookPath(visit, webhook.id)}>
              {words.latest}
            </a>
          )}
          {next === undefined ? null : (
            <a class="button" href={webhookPath(visit, webhook.id, { cursor: next })}>
              {words.older}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function Entry({ visit, view, delivery }: WebhookProps & { readonly delivery: Delivery }) {
  const words = deskIn(visit.language).webhooks;
  const { event, eventId, state, tries, dueAt, createdAt, answers } = delivery;
  const when = told(visit, createdAt);
  const next = dueAt === undefined || dueAt <= view.now ? '' : `, ${words.nextTry(told(visit, dueAt))}`;
  return (
    <li>
      <h3>
        <code>{event.type}</code>
      </h3>
      <p>
        {when}: <strong>{words.deliveryStates[state]}</strong>, {words.tries(tries)}
        {next}
      </p>
      <p class="soft">{eventId}</p>
      {answers.length === 0 ? null : (
        <ul class="list" aria-label={words.answers}>
          {answers.map((answer) => (
            <li>{answerWords(visit, answer)}</li>
          ))}
        </ul>
      )}
      <WebhookForm visit={visit} view={view} action="replay">
        <input type="hidden" name="event" value={eventId} />
        <button type="submit" aria-label={words.replayOf(event.type, when)}>
          {words.replay}
        </button>
      </WebhookForm>
    </li>
  );
}

function answerWords(visit: Visit, { at, took, status, said }: Answer): string {
  const words = deskIn(visit.language).webhooks;
  const when = told(visit, at);
  if (status === undefined) return words.unanswered(when, said);
  const seconds = (took / 1000).toLocaleString(visit.language.code, { maximumFractionDigits: 1 });
  const answered = words.answered(when, status, seconds);
  return said === '' ? answered : `${answered} ${words.said(said)}`;
}

function told({ language, settings }: Visit, at: number): string {
  return shortMoment(at, settings.zone, language.messages);
}
