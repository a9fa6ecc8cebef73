import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** Who puts events on the bus, as its rules match it: what other systems may hear, and what our own deliveries hear. */
export const publicSource = 'showup';
export const webhooksSource = 'showup.webhooks';

/** The bus on which other systems hear of what happens. What is on it, docs/events.md says. */
export class Bus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: `showup-${stage.name}`,
      description: `Showup (${stage.name}): what happens to bookings, people and companies`,
    });
  }

  /** Lets the function put events on the bus, as these sources and no others, and tells it which bus. */
  letPublish(publisher: ShowupFunction, sources: readonly string[]): void {
    publisher.addEnvironment('BUS_NAME', this.bus.eventBusName);
    publisher.allow(['events:PutEvents'], [this.bus.eventBusArn], {
      StringEquals: { 'events:source': [...sources] },
    });
  }
}
