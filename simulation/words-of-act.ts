import type { Act, Book, Deed } from './script.ts';
import { span } from './words-of-fault.ts';

/** How a story names people, phones, bookings and instants. */
export interface Names {
  person(id: string): string;
  /** Whose phone a number is. */
  phone(number: string): string;
  /** The booking that an act made, by whom it is for. */
  session(act: string): string;
  at(instant: number): string;
}

type Words = { readonly [Name in Deed['do']]: (act: Act & { readonly do: Name }, names: Names) => string };

/** Who does what, in words. */
export function wordsOfAct(act: Act, names: Names): string {
  const tell = words[act.do] as (act: Act, names: Names) => string;
  return tell(act, names);
}

const staff = (does: string) => (act: { readonly booking: string }, names: Names) =>
  `our staff ${does} ${names.session(act.booking)}`;

const words: Words = {
  book: (act, names) =>
    `${names.person(act.who)} books ${act.sessionType} for ${names.at(act.start)} (${act.id}), ${waysOf(act).join(', ')}`,
  move: ({ booking, start }, { session, at }) => `${session(booking)} is moved by its link to ${at(start)}`,
  cancel: ({ booking }, { session }) => `${session(booking)} is cancelled by its link`,
  join: ({ booking, by, lateBy, repeats }, { session }) =>
    `${session(booking)} is joined by ${joiners[by]}${late(lateBy)}${again(repeats)}`,
  contest: ({ booking, reason }, { session }) => `${session(booking)} is contested: “${reason}”`,
  'sign-in': ({ who, password, cancels, leaves }, { person, session }) =>
    [
      `${person(who)} signs in with ${password === 'right' ? 'their password' : 'a wrong password'}`,
      ...(cancels === undefined ? [] : [`cancels ${session(cancels)} in the portal`]),
      ...(leaves ? ['signs out'] : []),
    ].join(', '),
  'new-password': ({ who }, { person }) => `${person(who)} sets a new password by a link`,
  text: ({ from, body, lateBy, duplicated }, { phone }) =>
    `${phone(from)} texts “${body}”${late(lateBy)}${again(duplicated)}`,
  'staff-attend': staff('mark as joined'),
  'staff-complete': staff('complete'),
  'staff-no-show': staff('mark as a no-show'),
  'staff-excuse': staff('excuse'),
  'staff-approve': staff('approve'),
  'staff-refuse': staff('decline'),
  'staff-reject': staff('reject the contest of'),
  'staff-withdraw-join': staff('take back the join of'),
  'staff-reopen': staff('reopen'),
  'staff-cancel': staff('cancel'),
  'staff-move': ({ booking, start = 0 }, { session, at }) =>
    `our staff move ${session(booking)} to ${at(start)}`,
  'staff-book': ({ id, sessionType, consultant, who, start, beside }, { person, at }) =>
    `our staff book ${sessionType} with ${consultant} for ${person(who)} at ${at(start)} (${id})${beside ? ', beside whatever is there' : ''}`,
  'staff-block': ({ who, days = 0 }, { person }) => `our staff block ${person(who)} for ${days} days`,
  'staff-lift': ({ who }, { person }) => `our staff lift what stands against ${person(who)}`,
  'staff-pay': ({ who }, { person }) => `our staff note that ${person(who)} paid`,
  'staff-company': ({ company, decision, days }) =>
    `our staff decide on ${company}: ${decision}${days === undefined ? '' : ` for ${days} days`}`,
  'time-off': ({ consultant, from, until }, { at }) =>
    `${consultant} is off from ${at(from)} to ${at(until)}`,
  'extra-hours': ({ consultant, from, until }, { at }) =>
    `${consultant} has extra hours from ${at(from)} to ${at(until)}`,
  'rotate-keys': ({ which }) =>
    which === 'links' ? 'the key that signs links changes' : 'the secret of the meetings’ provider changes',
  'mail-feedback': ({ who, what }, { person }) => `from now on mail to ${person(who)} ${what}`,
};

const joiners = {
  link: 'its link',
  page: 'its page',
  provider: 'the word of the meetings’ provider',
} as const;

function waysOf({ byPage, mobile, code, repeats, burst }: Book & Act): string[] {
  return [
    ...(byPage ? ['on the page'] : []),
    mobile ? 'with a mobile number' : 'without a mobile number',
    ...(code ? [] : ['without a code']),
    ...(repeats === undefined ? [] : [`${repeats + 1} times with one key`]),
    ...(burst === undefined ? [] : ['together with others']),
  ];
}

function late(ms = 0): string {
  return ms === 0 ? '' : `, which arrives ${span(ms)} late`;
}

function again(times = 0): string {
  return times === 0 ? '' : `, and ${times === 1 ? 'once' : `${times} times`} more`;
}
