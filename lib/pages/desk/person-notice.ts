import { dateAt } from '../../domain/calendar/zone.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Entry } from '../../domain/standing/entry.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { PersonForm } from './person-forms.ts';
import { personActionIn } from './person-forms.ts';
import type { PersonView } from './person-view.ts';
import type { SessionNotice } from './told-notice.ts';
import { whenHere } from './when.ts';

/** What was just done, as the address says. An erasure is told elsewhere: there is no page of it. */
export function personDone({ query, language }: Visit): SessionNotice | undefined {
  const { done, doneText, doneMail } = deskIn(language).person;
  const action = personActionIn(query.get('done'));
  if (action === undefined || action === 'erase') return undefined;
  return { good: true, title: done[action], text: action === 'mail' ? doneMail : doneText };
}

/** Why nothing was done. Where something was recorded since it was looked at, it is that which is told. */
export function personRefused(
  visit: Visit,
  view: Pick<PersonView, 'entries' | 'staff' | 'company'>,
  { code }: Refusal,
  form: PersonForm,
): SessionNotice {
  const words = deskIn(visit.language).person;
  const since = view.entries
    .slice(Number(form.seen))
    .filter(({ companyId }) => companyId === view.company?.id)
    .map((entry) => happened(visit, view, entry));
  const typed = form.reason.trim();
  const own = { good: false, ...(typed !== '' && { wrote: typed }) };
  if (code === 'changed-meanwhile') {
    return {
      ...own,
      title: words.meanwhile,
      text: words.meanwhileText,
      ...(since.length > 0 && { list: since }),
    };
  }
  const { because } = deskIn(visit.language).session.refused;
  const texts: Partial<Record<Refusal['code'], string>> = {
    busy: words.busy,
    'open-sessions': words.openSessions,
  };
  return { good: false, title: words.refused, text: texts[code] ?? because.failed };
}

function happened(visit: Visit, { staff }: Pick<PersonView, 'staff'>, entry: Entry): string {
  const words = deskIn(visit.language).person.happened;
  const who = (id: string) => line(staff.get(id) ?? id);
  const at = whenHere(entry.at, visit);
  switch (entry.kind) {
    case 'blocked': {
      const end = whenHere(entry.until, visit);
      return words.blocked(who(entry.by), at, end, line(entry.reason));
    }
    case 'lifted':
    case 'reinstated':
      return words[entry.kind](who(entry.by), at, line(entry.reason));
    case 'no-show-excused':
      return words[entry.kind](dateOf(entry, visit), who(entry.by));
    case 'no-show':
    case 'no-show-reversed':
    case 'same-day-change':
      return words[entry.kind](dateOf(entry, visit));
  }
}

function dateOf({ start }: { readonly start: number }, { language, settings }: Visit): string {
  return dateName(dateAt(settings.zone, start), language);
}
