import type { Settings } from '../lib/config/settings.ts';
import type { StageName } from './stack-of.ts';

/** What is left to do after a deployment: whoever did it already passes over it. */
export function nextSteps(
  stage: StageName,
  outputs: Readonly<Record<string, string>>,
  { brand, texts, deployment }: Pick<Settings, 'brand' | 'texts' | 'deployment'>,
): string {
  const records = Object.entries(outputs).filter(([name]) => name.startsWith('DnsRecord'));
  const steps = [
    ...(records.length === 0
      ? []
      : [`Make these records in DNS:\n${records.map(([, value]) => `     ${value}`).join('\n')}`]),
    `Ask for SES production access, or mail reaches nobody but verified addresses. (Console: Amazon SES, Account dashboard, Request production access.)`,
    `Get the number ${texts.from} registered, and its two-way messages to ${outputs['TextsTopicArn']}. (Console: AWS End User Messaging, SMS, Phone numbers.)`,
    ...(stage === 'prod' && deployment.alarms.mail
      ? [
          `Press "Confirm subscription" in the mail that AWS sent to ${deployment.alarms.mail}: alarms come there.`,
        ]
      : []),
    `Invite the first of your staff: npm run invite-staff -- --email you@${brand.mailFrom.split('@')[1]} --name 'Your Name' --table ${outputs['TableName']}`,
    `Book: ${outputs['SiteUrl']}/book`,
  ];
  const list = steps.map((step, index) => `${String(index + 1).padStart(2)}. ${step}`).join('\n');
  return `What is left, once (docs/deploy.md has each step, and what it costs):\n${list}\n\nLater: npm run deploy -- --stage ${stage} again, with whatever you changed.`;
}

/** The outputs, one a line. */
export function outputLines(outputs: Readonly<Record<string, string>>): string {
  const shown = Object.entries(outputs).filter(([name]) => !name.startsWith('DnsRecord'));
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}
