import { line } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { ToldNotice } from '../portal/told.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import { Effect } from './effect.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookDeliveries } from './webhook-deliveries.tsx';
import { WebhookSecretCard } from './webhook-secret-card.tsx';
import type { WebhookProps, WebhookView } from './webhook-view.ts';

/** One webhook: what it is posted, what became of that, and what can be done about it. */
export function webhookPage(visit: Visit, view: WebhookView, status = 200): Page {
  const { language } = visit;
  const words = deskIn(language).webhooks;
  const title = line(view.webhook.description);
  return deskPage(visit, view, 'webhooks', {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          <a href={hrefOf(visit, '/desk/webhooks')}>{words.all}</a>
        </p>
        <ToldNotice told={view.told} />
        <ProblemSummary problems={view.problems} language={language} />
        <div class="desk-columns">
          <WebhookDeliveries visit={visit} view={view} />
          <div>
            <WebhookSecretCard visit={visit} view={view} />
            <Facts visit={visit} view={view} />
            <WebhookActions visit={visit} view={view} />
          </div>
        </div>
      </>
    ),
  });
}

function Facts({ visit, view: { webhook, names } }: WebhookProps) {
  const { language, settings } = visit;
  const words = deskIn(language).webhooks;
  const { id, url, state, disabled, failingSince, types, createdAt, createdBy } = webhook;
  const told = (at: number): string => shortMoment(at, settings.zone, language.messages);
  const nameOf = (who: string): string => line(names.get(who) ?? words.operator);
  return (
    <section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title">{words.states[state]}</h2>
      {disabled === undefined ? null : (
        <p>{words.disabledBecause[disabled.because](told(disabled.at), nameOf(disabled.by ?? ''))}</p>
      )}
      {state === 'disabled' || failingSince === undefined ? null : (
        <p class="warned">
          {words.failingSince(told(failingSince))} {words.failingHint}
        </p>
      )}
      <dl class="effects">
        <Effect label={words.address}>{url}</Effect>
        <Effect label={words.id}>
          <code>{id}</code>
        </Effect>
        <Effect label={words.added}>{words.addedBy(told(createdAt), nameOf(createdBy))}</Effect>
        <Effect label={words.wants}>{types.join(', ')}</Effect>
      </dl>
    </section>
  );
}
