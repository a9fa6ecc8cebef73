import { prepareStaffMail } from './ask-staff.ts';
import type { Bus } from './bus.ts';
import { once } from './once.ts';
import type { ReactDeps } from './react-deps.ts';
import type { RecordedWebhookEvent, WebhookTable } from './webhook-deps.ts';

type TellWebhookDeps = ReactDeps & {
  readonly bus: Bus;
  readonly webhooks: Pick<WebhookTable, 'endpoint'>;
};

/** Has delivered what our staff want, and mails them, once, that an endpoint was disabled. `leaseMs` as in `react`. */
export async function tellWebhook(
  deps: TellWebhookDeps,
  { webhookId, number, event }: RecordedWebhookEvent,
  leaseMs: number,
): Promise<void> {
  if (event.type === 'deliveries-wanted') {
    return deps.bus.wake(event.events.map((eventId) => ({ endpointId: webhookId, eventId })));
  }
  if (event.type !== 'webhook-disabled' || event.because === 'staff') return;
  const { because } = event;
  const endpoint = await deps.webhooks.endpoint(webhookId);
  // Enabled again in the meantime: whoever did that knows.
  if (endpoint === undefined || endpoint.state === 'enabled') return;
  const { url, description } = endpoint;
  await once(deps, { owner: webhookId, effect: `${number}.staff` }, leaseMs, (messageId) =>
    prepareStaffMail(
      deps,
      { kind: 'webhook-disabled', webhookId, url, description, because },
      messageId,
      webhookId,
    ),
  );
}
