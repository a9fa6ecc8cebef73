import type { LanguageCode } from '../domain/language.ts';
import type { Member } from '../domain/people/person.ts';
import { isErased } from '../domain/people/tombstone.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import { languages } from '../messages/language/languages.ts';
import type {
  CompanyStandingMail,
  PersonStandingMail,
  StandingMailKind,
} from '../messages/standing-facts.ts';
import { renderStandingMail } from '../messages/standing-mail.tsx';
import type { Send } from './once.ts';
import { preparePost } from './post.ts';
import type { ReactDeps } from './react-deps.ts';

/** What mails about where somebody stands need of the world. */
export type StandingMailDeps = Pick<
  ReactDeps,
  'settings' | 'siteUrl' | 'now' | 'table' | 'people' | 'standings' | 'outbox' | 'mailer'
>;

interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly language?: LanguageCode;
  /** The deployment's where absent. */
  readonly timeZone?: string;
}

/** Prepares a mail to whose record it is, as their account or else their last session knows them; nothing to who is erased. */
export async function preparePersonMail(
  deps: StandingMailDeps,
  record: StandingRecord,
  companyId: string | undefined,
  kind: PersonStandingMail,
  messageId: string,
): Promise<Send> {
  if (isErased(record.email)) return async () => undefined;
  const to = await addresseeOf(deps, record, companyId);
  return prepare(deps, to, companyId, kind, messageId, record.id ?? record.email);
}

/** Prepares a mail to a primary of a company about it. */
export function preparePrimaryMail(
  deps: StandingMailDeps,
  primary: Member,
  kind: CompanyStandingMail,
  messageId: string,
): Promise<Send> {
  return prepare(deps, primary, primary.companyId, kind, messageId, primary.companyId);
}

async function prepare(
  deps: StandingMailDeps,
  to: Addressee,
  companyId: string | undefined,
  kind: StandingMailKind,
  messageId: string,
  threadId: string,
): Promise<Send> {
  const { brand, zone } = deps.settings;
  const company = companyId === undefined ? undefined : await deps.people.company(companyId);
  const facts = {
    brand,
    siteUrl: deps.siteUrl,
    timeZone: to.timeZone ?? zone,
    person: to,
    ...(company === undefined ? {} : { companyName: company.name }),
  };
  const rendered = renderStandingMail(kind, facts, languages[to.language ?? 'en']);
  return preparePost(deps, { mail: rendered, to, messageId, threadId });
}

/** The record knows a normalized address alone, which need not be one that mail arrives at. */
async function addresseeOf(
  { people, table }: StandingMailDeps,
  { email, entries }: StandingRecord,
  companyId: string | undefined,
): Promise<Addressee> {
  const last = entries.findLast((entry) => 'bookingId' in entry && entry.companyId === companyId);
  const [holder, booking] = await Promise.all([
    people.personByEmail(email),
    last !== undefined && 'bookingId' in last ? table.booking(last.bookingId) : undefined,
  ]);
  const session = booking?.erasedAt === undefined ? booking : undefined;
  const zone = session === undefined ? {} : { timeZone: session.timeZone };
  if (holder?.status === 'active') return { ...holder, ...zone };
  if (session === undefined) return { name: '', email };
  const { attendee, language } = session;
  return { ...attendee, ...zone, ...(language === undefined ? {} : { language }) };
}
