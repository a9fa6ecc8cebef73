import type { Stack } from './template/stack.ts';
import { isRecord } from './template/template.ts';

const smsService = 'sms-voice.amazonaws.com';

/** The number that people text locally; of those reserved for fiction. */
const ourNumber = '+12025550100';

/**
 * Where texts from phones arrive: the topic that the two-way SMS service may publish to, says the template.
 * The topic is empty if there is none.
 */
export function inboundTextsOf(stack: Stack): { readonly topicArn: string; readonly to: string } {
  const policy = stack
    .ofType('AWS::SNS::TopicPolicy')
    .find(({ properties }) => properties.object('PolicyDocument').objects('Statement').some(allowsTexts));
  const [topicArn = ''] = policy?.properties.texts('Topics') ?? [];
  return { topicArn, to: ourNumber };
}

function allowsTexts({ values }: { readonly values: Readonly<Record<string, unknown>> }): boolean {
  const principal = values['Principal'];
  const services = isRecord(principal) ? [principal['Service']].flat() : [];
  return values['Effect'] === 'Allow' && services.includes(smsService);
}
