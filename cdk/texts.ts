import { Construct } from 'constructs';
import type { TextNumberSettings } from '../lib/config/deployment.ts';
import type { Brand } from '../lib/config/settings.ts';
import type { ShowupFunction } from './function.ts';
import type { Site } from './site.ts';
import { SmsTopic } from './sms-topic.ts';
import type { Stage } from './stage.ts';
import { TextNumber } from './text-number.ts';

export interface TextsProps {
  readonly stage: Stage;
  readonly site: Site;
  readonly brand: Pick<Brand, 'name' | 'supportMail'>;
  /** The number that the stack rents, if it does. */
  readonly number?: TextNumberSettings | undefined;
}

/** Replies by text: the topic that the two-way SMS service publishes them to, and its delivery to our webhook. */
export class Texts extends Construct {
  readonly topic: SmsTopic;

  constructor(scope: Construct, id: string, { stage, site, brand, number }: TextsProps) {
    super(scope, id);
    this.topic = new SmsTopic(this, 'In', `showup-${stage.name}-texts-in`);
    this.topic.deliver(this, { stage, site, failures: 'texts-undelivered' });
    if (number?.type !== undefined && number.country !== undefined) {
      const { type, country } = number;
      new TextNumber(this, 'Number', { stage, brand, number: { type, country }, replies: this.topic });
    }
  }

  letReceive(receiver: ShowupFunction): void {
    this.topic.letReceive(receiver, 'TEXTS_TOPIC_ARN');
  }
}
