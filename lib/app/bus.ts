import type { PublicEvent } from '../domain/public-event.ts';
import type { DeliveryId } from '../domain/webhooks/delivery.ts';

/** Where other systems, and our own deliveries to them, hear of what happens. */
export interface Bus {
  /** Publishes an event. More than once for the same is no harm: its id tells. */
  publish(event: PublicEvent): Promise<void>;
  /** Has deliveries tried that are due. */
  wake(deliveries: readonly DeliveryId[]): Promise<void>;
}
