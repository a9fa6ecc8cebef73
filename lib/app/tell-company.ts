import type { Company } from '../domain/company.ts';
import type { CompanyEvent } from '../domain/people/events.ts';
import type { CompanyStandingMail } from '../messages/standing-facts.ts';
import { once } from './once.ts';
import type { RecordedCompanyEvent } from './people-deps.ts';
import { performAll } from './perform-all.ts';
import { primariesOf } from './primaries.ts';
import { publicCompanyEvent } from './publish/people-events.ts';
import type { ReactDeps } from './react-deps.ts';
import { preparePrimaryMail, type StandingMailDeps } from './send-standing-mail.ts';

type TellCompanyDeps = StandingMailDeps & Pick<ReactDeps, 'bus'>;

/** Tells the company's primaries what our staff decided on it, each once; of what else happens only other systems hear. */
export async function tellCompany(
  deps: TellCompanyDeps,
  record: RecordedCompanyEvent,
  leaseMs: number,
): Promise<void> {
  const company = await deps.people.company(record.companyId);
  if (company === undefined) return;
  const told = publicCompanyEvent(record, company, deps.now());
  await performAll(
    [
      () => (told === undefined ? Promise.resolve() : deps.bus.publish(told)),
      () => tellPrimaries(deps, company, record, leaseMs),
    ],
    (effect) => effect(),
  );
}

async function tellPrimaries(
  deps: StandingMailDeps,
  company: Company,
  { companyId, number, event }: RecordedCompanyEvent,
  leaseMs: number,
): Promise<void> {
  const kind = event.type === 'company-ruled' ? mailOf(company, event) : undefined;
  if (kind === undefined) return;
  await performAll(await primariesOf(deps.people, companyId), (primary) =>
    once(deps, { owner: companyId, effect: `${number}.mail.${primary.id}` }, leaseMs, (messageId) =>
      preparePrimaryMail(deps, primary, kind, messageId),
    ),
  );
}

/** Nothing where something else was decided since, or where nothing changes: a review that led to nothing was never told. */
function mailOf({ ruling, formerRulings }: Company, { at }: CompanyEvent): CompanyStandingMail | undefined {
  if (ruling === undefined || ruling.at !== at) return undefined;
  const { decision, until, reason } = ruling;
  const before = formerRulings.at(-1);
  const endsSomething = before?.until !== undefined && at < before.until;
  if (decision === 'nothing' && !endsSomething) return undefined;
  return { kind: 'company-ruled', decision, reason, ...(until === undefined ? {} : { until }) };
}
