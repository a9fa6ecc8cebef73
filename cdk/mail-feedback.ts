import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import { ServiceTopic } from './service-topic.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

export interface MailFeedbackProps {
  readonly stage: Stage;
  readonly site: Site;
  readonly configurationSet: ConfigurationSet;
}

/** What SES tells of mails that are sent by a configuration set: its topic, and the delivery to our webhook. */
export class MailFeedback extends Construct {
  private readonly topic: ServiceTopic;

  constructor(scope: Construct, id: string, { stage, site, configurationSet }: MailFeedbackProps) {
    super(scope, id);
    this.topic = new ServiceTopic(this, 'Topic', `showup-${stage.name}-mail-feedback`);
    this.topic.deliver(this, { stage, site, failures: 'mail-feedback-undelivered' });
    // It lets SES publish on behalf of this configuration set alone.
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.snsTopic(this.topic),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
  }

  letReceive(receiver: ShowupFunction): void {
    this.topic.letReceive(receiver, 'MAIL_TOPIC_ARN');
  }
}
