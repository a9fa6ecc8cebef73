import type { ConfigurationSet, EventDestination } from './aws/sms-voice-receipts.ts';
import type { Stack } from './template/stack.ts';
import { type Properties, TemplateError } from './template/template.ts';

/**
 * The template's configuration sets of End User Messaging, with the topics that they tell of texts. Throws a
 * TemplateError for a destination that isn't a topic: nothing local would take its events.
 */
export function configurationSetsOf(stack: Stack): readonly ConfigurationSet[] {
  return stack.ofType('AWS::SMSVOICE::ConfigurationSet').map(({ ref, arn, properties }) => ({
    name: ref,
    arn: arn ?? ref,
    protection: properties.optionalText('ProtectConfigurationId'),
    destinations: properties.objects('EventDestinations').flatMap(enabledDestination),
  }));
}

function enabledDestination(destination: Properties): readonly EventDestination[] {
  destination.only('EventDestinationName', 'Enabled', 'MatchingEventTypes', 'SnsDestination');
  if (!destination.flag('Enabled', true)) return [];
  const types = destination.texts('MatchingEventTypes');
  if (types.length === 0) throw new TemplateError(`${destination.where}.MatchingEventTypes is missing`);
  return [{ topicArn: destination.object('SnsDestination').text('TopicArn'), types }];
}
