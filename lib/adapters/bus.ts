import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { Bus } from '../app/bus.ts';
import { rootId } from '../telemetry/correlation.ts';

/** Who tells, as rules on the bus match it: public events, and what our own deliveries listen to. */
export const PUBLIC_SOURCE = 'showup';
export const WEBHOOKS_SOURCE = 'showup.webhooks';
/** What the latter says. */
export const WAKE_TYPE = 'deliveries.due';

/** How many deliveries one run tries at most, and how many entries one call takes. */
const DELIVERIES = 20;
const ENTRIES = 10;

/** The bus with a name. Throws where it took not all. */
export function eventBridgeBus(name: string, config: EventBridgeClientConfig = {}): Bus {
  const client = new EventBridgeClient(config);
  const put = async (entries: readonly PutEventsRequestEntry[]): Promise<void> => {
    for (let first = 0; first < entries.length; first += ENTRIES) {
      const Entries = entries
        .slice(first, first + ENTRIES)
        .map((entry) => ({ ...entry, EventBusName: name }));
      const { FailedEntryCount = 0, Entries: taken = [] } = await client.send(
        new PutEventsCommand({ Entries }),
      );
      if (FailedEntryCount === 0) continue;
      const codes = taken.flatMap(({ ErrorCode }) => ErrorCode ?? []);
      throw new Error(`the bus refused ${FailedEntryCount} of ${Entries.length}: ${codes.join(', ')}`);
    }
  };
  return {
    publish: (event) => {
      const correlation = rootId();
      const told = { ...event, ...(correlation === undefined ? {} : { correlation }) };
      return put([
        {
          Source: PUBLIC_SOURCE,
          DetailType: event.type,
          Detail: JSON.stringify(told),
          Time: new Date(event.at),
        },
      ]);
    },
    wake: (deliveries) => {
      const parts = Array.from({ length: Math.ceil(deliveries.length / DELIVERIES) }, (_, part) =>
        deliveries.slice(part * DELIVERIES, (part + 1) * DELIVERIES),
      );
      return put(
        parts.map((some) => ({
          ...{ Source: WEBHOOKS_SOURCE, DetailType: WAKE_TYPE },
          Detail: JSON.stringify({ deliveries: some }),
        })),
      );
    },
  };
}
