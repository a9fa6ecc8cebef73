import { shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import { WebhookForm } from './webhook-form.tsx';
import type { WebhookProps } from './webhook-view.ts';

/** The secret, once; the button that shows it; and the one that makes another. */
export function WebhookSecretCard({ visit, view }: WebhookProps) {
  const { language, settings } = visit;
  const words = deskIn(language).webhooks;
  const { webhook, secret, now } = view;
  const { former, revealed, revision } = webhook;
  return (
    <section class="card" id="secret" aria-labelledby="secret-title">
      <h2 id="secret-title">{words.secret}</h2>
      {secret === undefined ? (
        <p>{revealed ? words.secretShown : words.secretText}</p>
      ) : (
        <div class="field">
          <label for="webhook-secret">{words.yourSecret}</label>
          <p class="hint" id="webhook-secret-hint">
            {words.yourSecretText}
          </p>
          <input
            id="webhook-secret"
            value={secret}
            readOnly
            autocomplete="off"
            autofocus
            aria-describedby="webhook-secret-hint"
          />
        </div>
      )}
      {revealed ? null : (
        <WebhookForm visit={visit} view={view} action="reveal">
          <button type="submit" class="primary">
            {words.showSecret}
          </button>
        </WebhookForm>
      )}
      {former === undefined || former.until <= now ? null : (
        <p>{words.formerUntil(shortMoment(former.until, settings.zone, language.messages))}</p>
      )}
      <details class="more">
        <summary>{words.newSecret}</summary>
        <WebhookForm visit={visit} view={view} action="secret">
          {/* As it is seen, so that a second press doesn't replace the new one. */}
          <input type="hidden" name="seen" value={String(revision)} />
          <p>{words.newSecretText}</p>
          <button type="submit">{words.newSecret}</button>
        </WebhookForm>
      </details>
    </section>
  );
}
