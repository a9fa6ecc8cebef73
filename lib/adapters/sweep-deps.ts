import type { Bus } from '../app/bus.ts';
import type { Deps, LinkDeps, Mailer, Outbox } from '../app/deps.ts';
import type { PeopleDeps } from '../app/people-deps.ts';
import type { StandingDeps } from '../app/standing-deps.ts';
import type { WebhookTable } from '../app/webhook-deps.ts';
import type { Settings } from '../config/settings.ts';
import { depsWith, type Environment, required, siteUrlOf } from './deps.ts';
import { type TableClient, tableClient } from './document-client.ts';
import { latePort } from './late-port.ts';
import { measuredMailer } from './measured.ts';
import { dynamoOutbox } from './outbox.ts';
import { dynamoPeople } from './people.ts';
import { dynamoStandings } from './standings.ts';
import { dynamoWebhooks } from './webhooks.ts';

/** What the sweep needs: it tells people itself that their block has ended. Throws where the environment lacks a name. */
export function makeSweepDeps(environment: Environment, settings: Settings): SweepDeps {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  return {
    ...depsWith(table, settings),
    siteUrl: siteUrlOf(environment),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    ...tellingDepsWith(table, environment),
    outbox: dynamoOutbox(table),
    mailer: mailerOf(environment, settings),
  };
}

type SweepDeps = Deps &
  Pick<LinkDeps, 'siteUrl'> &
  Pick<PeopleDeps, 'people'> &
  Pick<StandingDeps, 'standings'> &
  TellingDeps & { readonly outbox: Outbox; readonly mailer: Mailer };

/** What telling other systems needs. */
export interface TellingDeps {
  readonly bus: Bus;
  readonly webhooks: WebhookTable;
}

/** What telling other systems needs, of a table. Throws where the environment lacks a name. */
export function tellingDepsWith(table: TableClient, environment: Environment): TellingDeps {
  const name = required(environment, 'BUS_NAME');
  const bus = latePort<Bus>(async () => (await import('./bus.ts')).eventBridgeBus(name), {
    publish: true,
    wake: true,
  });
  return { bus, webhooks: dynamoWebhooks(table) };
}

/** Mail as it is measured. Throws where the environment lacks a name. */
export function mailerOf(environment: Environment, { brand }: Settings): Mailer {
  const mail = {
    from: brand.mailFrom,
    configurationSet: required(environment, 'MAIL_CONFIGURATION_SET'),
    endpoint: environment['AWS_ENDPOINT_URL_SES'] ?? environment['AWS_ENDPOINT_URL'],
  };
  const load = async () => (await import('./mail.ts')).sesMailer(mail);
  return measuredMailer(latePort<Mailer>(load, { send: true, allow: true }));
}
