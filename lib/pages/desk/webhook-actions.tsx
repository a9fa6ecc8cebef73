import { LineField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { WebhookForm } from './webhook-form.tsx';
import type { WebhookProps } from './webhook-view.ts';

/** What can be done to a webhook: try it, post once more what failed, disable it or enable it. */
export function WebhookActions({ visit, view }: WebhookProps) {
  const { language } = visit;
  const words = deskIn(language).webhooks;
  const turned = view.webhook.state === 'enabled' ? 'disable' : 'enable';
  return (
    <section class="card" aria-labelledby="test-title">
      <h2 id="test-title">{words.test}</h2>
      <WebhookForm visit={visit} view={view} action="test">
        <p>{words.testText}</p>
        <button type="submit">{words.test}</button>
      </WebhookForm>
      <h2>{words.replayAll}</h2>
      <WebhookForm visit={visit} view={view} action="replay-all">
        <LineField
          name="since"
          label={words.replaySince}
          hint={words.replaySinceHint}
          language={language}
          value={view.since}
          most={10}
          problem={view.problems.get('since')}
          input={{ type: 'date', autocomplete: 'off', placeholder: '2026-12-24' }}
        />
        <button type="submit">{words.replayAllButton}</button>
      </WebhookForm>
      <h2>{words[turned]}</h2>
      <WebhookForm visit={visit} view={view} action={turned}>
        <p>{turned === 'disable' ? words.disableText : words.enableText}</p>
        <button type="submit" class={turned === 'disable' ? 'grave' : undefined}>
          {words[turned]}
        </button>
      </WebhookForm>
    </section>
  );
}
