import { ConfirmSubscriptionCommand, SNSClient } from '@aws-sdk/client-sns';

const client = new SNSClient({});

/** Confirms a topic's subscription through the API, so that no address that a message names is ever fetched. */
export async function confirmSubscription(topicArn: string, token: string): Promise<void> {
  await client.send(
    new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }),
  );
}
