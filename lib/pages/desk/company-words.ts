import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { moment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { Told } from '../portal/told.tsx';
import { hrefOf, type Visit } from '../visit.ts';

/** What a press of a button has just done, as the address of the page after it says. */
const deeds = ['created', 'facts', 'code', 'invited', 'resent', 'level', 'removed', 'ruled'] as const;
export type CompanyDeed = (typeof deeds)[number];

/** Address of a company's page that tells of a deed. */
export function companyDoneAt(visit: Visit, companyId: string, deed: CompanyDeed): string {
  return hrefOf(visit, `/desk/companies/${companyId}`, { done: deed });
}

/** What a company's page says of the deed that its address tells of. */
export function companyDone({ query, language }: Visit, code: string): Told | undefined {
  const words = deskIn(language).companies;
  const told: Readonly<Record<CompanyDeed, readonly [title: string, text?: string]>> = {
    created: [words.created, words.createdText(code)],
    facts: [words.factsSaved],
    code: [words.replaced, words.replacedText],
    invited: [words.done.invited],
    resent: [words.done.resent],
    level: [words.done.level],
    removed: [words.done.removed],
    ruled: [words.ruled, words.ruledText],
  };
  const deed = deeds.find((one) => one === query.get('done'));
  if (deed === undefined) return undefined;
  const [title, text] = told[deed];
  return { good: true, title, ...(text !== undefined && { text }) };
}

/** Why nothing changed; undefined for a refusal that is about something else. `now` in ms. */
export function companyRefused(
  refusal: Refusal,
  { language, settings }: Visit,
  now: number,
): Told | undefined {
  const words = deskIn(language).companies;
  const gone = [words.gone, words.goneText] as const;
  const told: Partial<Record<RefusalCode, readonly [title: string, text: string]>> = {
    'not-found': gone,
    'account-exists': gone,
    'changed-meanwhile': [words.changedMeanwhile, words.changedMeanwhileText],
    'too-many-requests': [words.tooOften, words.tooOftenText(nextCode())],
    busy: [words.busy, words.busyText],
  };
  const found = told[refusal.code];
  return found && { good: false, title: found[0], text: found[1] };

  function nextCode(): string {
    const from = now + Number(refusal.facts['retryAfter'] ?? 0) * 1000;
    return moment(from, settings.zone, language.messages);
  }
}

/** Where too much is going on; undefined for other refusals. */
export function busyTold({ code }: Refusal, language: Language): Told | undefined {
  const { companies: deskCompanies } = deskIn(language);
  if (code !== 'busy') return undefined;
  return { good: false, title: deskCompanies.busy, text: deskCompanies.busyText };
}
