import settings from '#config';
import { wordsIn } from '../../lib/domain/language.ts';
import type { DeskMailKind, DeskSession } from '../../lib/messages/desk-facts.ts';
import { renderDeskMail } from '../../lib/messages/desk-mail.tsx';
import type { Mail } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { HOUR, START, sampleType, TOPIC } from './sample.ts';

/** A mail to our staff to look at. */
export interface DeskMailState {
  readonly name: string;
  mailIn(language: Language): DeskMailKind;
}

const webhook = {
  kind: 'webhook-disabled',
  webhookId: 'whk_01kb7m2zq8x4v9h6t3n5',
  url: 'https://crm.example.com/hooks/showup',
  description: 'Sessions into the CRM',
} as const;
const { limit, windowDays: days } = settings.policy.sameDayChanges;
const decideBy = START - 4 * HOUR;
const companyName = 'Example Crates';

/** Every mail to our staff, in every form that differs to the eye. Another one is a row. */
export const deskMails: readonly DeskMailState[] = [
  row('To approve, after late notices', (session) => ({
    ...{ kind: 'approval-wanted', session, because: 'late-notices', decideBy },
  })),
  row('To approve, moved', (session) => ({
    ...{ kind: 'approval-wanted', session, because: 'company', decideBy },
    previousStart: START - 24 * HOUR,
  })),
  row('No-show contested', (session) => ({
    ...{ kind: 'contest-opened', session, recorded: 'absent' },
    text: 'I was there from 9:58 on. The meeting kept me in its waiting room, and nobody let me in.',
  })),
  row('Company to be reviewed', () => ({ kind: 'review-opened', companyName, changes, limit, days })),
  row('Webhook disabled, failing', () => ({ ...webhook, because: 'failing' })),
  row('Webhook disabled, gone', () => ({ ...webhook, because: 'gone' })),
];

const changes = Array.from({ length: limit + 1 }, (_, index) => ({
  change: index % 2 === 0 ? ('cancelled' as const) : ('moved' as const),
  ...(index === 1 ? {} : { email: index === 0 ? 'ada@example.org' : 'grace@example.org' }),
  at: START - (limit - index) * 48 * HOUR - 2 * HOUR,
  start: START - (limit - index) * 48 * HOUR,
}));

export function showDeskMail({ mailIn }: DeskMailState, language: Language): Mail {
  const { brand, zone: timeZone } = settings;
  const facts = { brand, siteUrl: 'https://sessions.example.com', timeZone };
  return renderDeskMail(mailIn(language), facts, language);
}

function row(name: string, kindOf: (session: DeskSession) => DeskMailKind): DeskMailState {
  return { name, mailIn: ({ code }) => kindOf(sessionIn(code)) };
}

function sessionIn(code: Language['code']): DeskSession {
  const { name, minutes } = sampleType();
  return {
    bookingId: 'bkg_01k9x7m3v8q2t4w6y8z0a2c4e6',
    attendee: { name: 'Ada Lovelace', email: 'ada@example.org' },
    companyName,
    sessionName: wordsIn(name, code === 'de' ? 'de' : 'en'),
    start: START,
    end: START + minutes * 60_000,
    topic: TOPIC,
  };
}
