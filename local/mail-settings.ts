import { arnOf } from './aws/arn.ts';
import type { SesConfigurationSet } from './aws/ses-events.ts';
import { account, region } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';
import { type Properties, TemplateError } from './template/template.ts';

/** What the template sets up for mail. */
export interface MailSettings {
  /** Domains and addresses that are verified. */
  readonly identities: readonly string[];
  readonly configurationSets: readonly (SesConfigurationSet & { readonly arn: string })[];
}

const REASONS = ['BOUNCE', 'COMPLAINT'];

/**
 * Verified identities and configuration sets, with the topics that they tell of mails. Throws a TemplateError for a
 * destination that isn't a topic: nothing local would take its events.
 */
export function mailSettingsOf(stack: Stack): MailSettings {
  const destinations = stack
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .flatMap(({ properties }) => enabledDestination(properties));
  return {
    identities: stack.ofType('AWS::SES::EmailIdentity').map(({ ref }) => ref),
    configurationSets: stack.ofType('AWS::SES::ConfigurationSet').map(({ ref, properties }) => ({
      name: ref,
      arn: arnOf({ account, region }, 'ses', `configuration-set/${ref}`),
      suppressed: suppressedBy(properties),
      destinations: destinations.filter(({ set }) => set === ref),
    })),
  };
}

/** Those that the set names, else those that a new account starts with. */
function suppressedBy(properties: Properties): readonly string[] {
  return properties.values['SuppressionOptions'] === undefined
    ? REASONS
    : properties.object('SuppressionOptions').texts('SuppressedReasons');
}

function enabledDestination(properties: Properties) {
  const destination = properties.object('EventDestination');
  destination.only('Name', 'Enabled', 'MatchingEventTypes', 'SnsDestination');
  if (!destination.flag('Enabled', true)) return [];
  const types = destination.texts('MatchingEventTypes');
  if (types.length === 0) throw new TemplateError(`${destination.where}.MatchingEventTypes is missing`);
  const topicArn = destination.object('SnsDestination').text('TopicARN');
  return [{ set: properties.text('ConfigurationSetName'), topicArn, types }];
}
