import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sesMailer } from '../../lib/adapters/mail.ts';
import type { Mailer } from '../../lib/app/deps.ts';
import { redactedError } from '../../lib/telemetry/redact.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { AwsError } from '../../local/aws/wire.ts';
import { clientOf, openEndpoint, permissionsOf } from '../local/aws-world.ts';
import { FailingAws } from './failing-aws.ts';

const ses = new FailingAws('ses');
let endpoint: AwsEndpoint;
let mailer: Mailer;

beforeEach(async () => {
  endpoint = await openEndpoint([ses], permissionsOf({ OnEvent: [] }));
  mailer = sesMailer({
    from: 'sessions@example.com',
    configurationSet: 'mails',
    client: clientOf(endpoint, 'OnEvent'),
  });
});
afterEach(() => endpoint.close());

it.each([
  'Email address is not verified. The following identities failed the check in region US-EAST-1: Ada Park <ada.park+x@example.com>, sessions@example.com',
  'Address blacklisted: "ada.park"@example.com',
  'Illegal address: ada.park@münchen.example',
])('what SES says of a mail that it does not take names nobody: %s', async (said) => {
  ses.error = new AwsError('MessageRejected', said);
  const effect = { owner: 'bkg_one', effect: '1.mail' };
  const error = await mailer
    .send(new TextEncoder().encode('hi'), 'ada.park@example.com', effect)
    .catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'MessageRejected' });
  expect(inspect(error, { depth: 5 })).not.toMatch(/ada\.park|sessions@/u);
  expect(redactedError(error).message).toContain(error.message);
});
