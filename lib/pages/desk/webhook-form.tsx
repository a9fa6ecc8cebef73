import type { ComponentChildren } from 'preact';
import { CsrfField } from '../portal/csrf-field.tsx';
import type { Visit } from '../visit.ts';
import { webhookPath } from './desk-paths.ts';
import type { WebhookAction } from './webhook-forms.ts';
import type { WebhookView } from './webhook-view.ts';

interface FormProps {
  readonly visit: Visit;
  readonly view: Pick<WebhookView, 'webhook' | 'csrf'>;
  readonly action: WebhookAction;
  readonly children: ComponentChildren;
}

/** A form of a webhook's page: what it says stands before its button. */
export function WebhookForm({ visit, view, action, children }: FormProps) {
  return (
    <form class="inside" method="post" action={webhookPath(visit, view.webhook.id)} noValidate>
      <CsrfField csrf={view.csrf} />
      <input type="hidden" name="action" value={action} />
      {children}
    </form>
  );
}
