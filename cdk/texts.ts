import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Site } from './site.ts';
import { SmsTopic } from './sms-topic.ts';
import type { Stage } from './stage.ts';

export interface TextsProps {
  readonly stage: Stage;
  readonly site: Site;
}

/** Replies by text: the topic that the two-way SMS service publishes them to, and its delivery to our webhook. */
export class Texts extends Construct {
  readonly topic: SmsTopic;

  constructor(scope: Construct, id: string, { stage, site }: TextsProps) {
    super(scope, id);
    this.topic = new SmsTopic(this, 'In', `showup-${stage.name}-texts-in`);
    this.topic.deliver(this, { stage, site, failures: 'texts-undelivered' });
  }

  letReceive(receiver: ShowupFunction): void {
    this.topic.letReceive(receiver, 'TEXTS_TOPIC_ARN');
  }
}
