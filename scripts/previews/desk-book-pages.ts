import settings from '#config';
import { timersOf } from '../../lib/domain/booking/timeline.ts';
import { blankBookForm, type DeskBookForm } from '../../lib/pages/desk/book-form.ts';
import { deskBookPage } from '../../lib/pages/desk/book-page.tsx';
import type { BookPreview, DeskBookView } from '../../lib/pages/desk/book-view.ts';
import { checkBook } from '../../lib/pages/desk/check-book.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskInsider } from './desk-session-view.ts';
import { after } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, MINUTE, START, sampleType } from './sample.ts';
import { tell } from './story.ts';

const now = after(-30);
const start = after(7);
const end = start + sampleType().minutes * MINUTE;

/** The page of emergency appointments. Another state is a row. */
export const deskBookPages: readonly PageState[] = [
  row('Desk booking, first look', {}),
  row('Desk booking, nothing in the way', filled(), () => ({ preview: preview() })),
  row('Desk booking, outside hours and in time off', filled(), (visit) => ({ preview: unusual(visit) })),
  row('Desk booking, beside another session', filled(), (visit) => ({ preview: beside(visit) })),
  row('Desk booking, beside another session, not ticked', filled(), (visit) => ({
    preview: beside(visit),
    problems: new Map([['override', deskIn(visit.language).book.overrideMissing]]),
  })),
  row('Desk booking, changed since it was looked at', filled(), (visit) => ({
    preview: beside(visit),
    notice: { title: deskIn(visit.language).book.again, text: deskIn(visit.language).book.againText },
  })),
  row('Desk booking, sent twice with other details', filled(), ({ language }) => ({
    preview: preview(),
    notice: {
      ...{ title: deskIn(language).book.already, text: deskIn(language).book.alreadyText },
      way: { href: '/desk/book', label: deskIn(language).book.anew },
    },
  })),
  row('Desk booking, asked without anything', { date: '', consultant: '' }, wrong),
];

function row(
  name: string,
  typed: Partial<DeskBookForm>,
  told: (visit: Visit, form: DeskBookForm) => Partial<DeskBookView> = () => ({}),
): PageState {
  return {
    name,
    page: (visit) => {
      const usual = blankBookForm('01234567-89ab-cdef-0123-456789abcdef', {
        ...{ consultant: '', sessionType: sampleType().id, date: '2026-11-24', timeZone: settings.zone },
        language: visit.language.code,
      });
      const form = { ...usual, ...typed };
      const view = { insider: deskInsider, form, now, problems: new Map(), ...told(visit, form) };
      return deskBookPage(visit, view);
    },
  };
}

function filled(): Partial<DeskBookForm> {
  return {
    ...{ consultant: consultant().id, time: '10:07', timeZone: 'Europe/Berlin', company: 'example-crates' },
    ...{ name: 'Ada Lovelace', email: 'ada@example.org', mobile: '+1 555 555 0123' },
    ...{ topic: 'No label printer answers.', reason: 'Their line has been down since six.' },
  };
}

function consultant() {
  const [first] = settings.consultants;
  if (first === undefined) throw new Error('consultants: needs at least 1');
  return first;
}

function preview(more: Partial<BookPreview> = {}): BookPreview {
  return {
    ...{ start, end, timeZone: 'Europe/Berlin', consultant: consultant(), mark: 'preview' },
    ...{ email: 'ada@example.org', mobile: '+15555550123', sessions: [], off: [], reasons: [] },
    timers: timersOf({ start, end, mobile: true }, settings.policy, now),
    ...more,
  };
}

function unusual(_: Visit): BookPreview {
  const { id } = consultant();
  const by = { by: 'per_kim', at: now };
  return preview({
    off: [
      { id: 'hrs_1', consultantId: id, kind: 'off', from: START - HOUR, to: end, reason: 'Training', ...by },
    ],
    reasons: [{ code: 'outside-hours', detail: '', consultant: id }],
  });
}

function beside({ language }: Visit): BookPreview {
  return preview({ sessions: [tell(language.code)] });
}

function wrong(visit: Visit, form: DeskBookForm): Partial<DeskBookView> {
  const checked = checkBook({ form, settings, language: visit.language, now, companyId: undefined });
  return 'problems' in checked ? checked : {};
}
