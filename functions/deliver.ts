import type { Context } from 'aws-lambda';
import { WAKE_TYPE } from '../lib/adapters/bus.ts';
import { makeDeliverDeps } from '../lib/adapters/deliver-deps.ts';
import type { DueDeliveries } from '../lib/adapters/delivery-schedules.ts';
import { deliverEvent, tryDeliveries } from '../lib/app/webhooks/deliver.ts';
import type { PublicEvent } from '../lib/domain/public-event.ts';
import { signPost } from '../lib/http/standard-webhook.ts';
import { observedEvents } from '../lib/telemetry/observed.ts';

const deps = { ...makeDeliverDeps(process.env), sign: signPost };

/** What comes by the bus: something that happened, or that deliveries are due. */
type OnBus =
  | { readonly 'detail-type': typeof WAKE_TYPE; readonly detail: DueDeliveries }
  | { readonly 'detail-type': string; readonly detail: PublicEvent };

/** Posts what happened to the endpoints that want it; again where a schedule, the sweep or our staff say that it is due. */
export const handler = observedEvents(deliver, causeOf);

async function deliver(event: OnBus | DueDeliveries, context: Context): Promise<void> {
  const leaseMs = context.getRemainingTimeInMillis();
  if ('deliveries' in event) return tryDeliveries(deps, event.deliveries, leaseMs);
  if (isWake(event)) return tryDeliveries(deps, event.detail.deliveries, leaseMs);
  return deliverEvent(deps, event.detail, leaseMs);
}

/** What the event was told under, where it tells that. */
function causeOf(event: OnBus | DueDeliveries): string | undefined {
  return 'detail' in event && 'correlation' in event.detail ? event.detail.correlation : undefined;
}

function isWake(event: OnBus): event is Extract<OnBus, { detail: DueDeliveries }> {
  return event['detail-type'] === WAKE_TYPE;
}
