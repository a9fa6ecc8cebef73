import type { Logged, Script } from '../script.ts';
import type { SeenBooking, World } from '../world.ts';
import { isOurs } from './messages.ts';
import { type Found, type Invariant, instant } from './violation.ts';

export const keptPrivate: Invariant = {
  name: 'kept private',
  says: "Nobody's name, address, number or link appears in another's mail, text, page or API answer.",
  find: ({ script, world, log }) => {
    const people = peopleIn(world);
    return [
      ...inMails(world, people),
      ...inTexts(world, people),
      ...log.flatMap((logged) => inAnswers(script, logged, people)),
    ];
  },
};

/** What is somebody's own: none of it is anybody else's business. */
export interface Person {
  readonly email: string;
  /** Of their account. */
  readonly company?: string;
  readonly names: ReadonlySet<string>;
  readonly mobiles: ReadonlySet<string>;
  readonly bookings: readonly SeenBooking[];
}

export function peopleIn({ bookings, accounts }: World): Person[] {
  const emails = new Set([...bookings, ...accounts].map(({ email }) => email));
  return [...emails].map((email) => {
    const theirs = bookings.filter((booking) => booking.email === email);
    const account = accounts.find((one) => one.email === email);
    return {
      email,
      ...(account?.company === undefined ? {} : { company: account.company }),
      names: new Set([...theirs, ...(account ? [account] : [])].map(({ name }) => name)),
      mobiles: new Set(theirs.flatMap(({ mobile }) => mobile ?? [])),
      bookings: theirs,
    };
  });
}

/** Our staff are told who it is about, and a company's Primaries whose no-shows brought a strike, by name. */
function inMails({ mails, staffMail }: World, people: readonly Person[]): Found[] {
  return mails
    .filter(({ to }) => to !== staffMail.toLowerCase())
    .flatMap(({ to, at, messageId, subject, content }) =>
      foreign(`${subject}\n${content}`, people, (person) => person.email === to)
        .filter(({ kind }) => kind !== 'name' || !messageId.includes('.strike'))
        .map(({ kind, bookingId }) => ({
          sentence: `The mail ${messageId} of ${instant(at)} has the ${kind} of somebody else.`,
          bookingId,
        })),
    );
}

function inTexts({ texts }: World, people: readonly Person[]): Found[] {
  return texts.filter(isOurs).flatMap(({ phone, at, body }) =>
    // Whoever shares a number shares its texts.
    foreign(body, people, ({ mobiles }) => mobiles.has(phone)).map(({ kind, bookingId }) => ({
      sentence: `A text of ${instant(at)} has the ${kind} of somebody else.`,
      bookingId,
    })),
  );
}

/** What members and guests were answered: those who book, by who they are; those who come by link, by whose it is. */
function inAnswers(
  { cast }: Script,
  { act, bookingId, answers }: Logged,
  people: readonly Person[],
): Found[] {
  const asker =
    act.do === 'book' || act.do === 'sign-in'
      ? cast.people.find(({ id }) => id === act.who)?.email.toLowerCase()
      : undefined;
  const byLink = act.do === 'move' || act.do === 'cancel' || act.do === 'join' || act.do === 'contest';
  const isTheirs = ({ email, bookings }: Person): boolean =>
    byLink ? bookings.some(({ id }) => id === bookingId) : email === asker;
  if (asker === undefined && !(byLink && bookingId !== undefined)) return [];
  return answers.flatMap(({ path, body }) =>
    foreign(typeof body === 'string' ? body : JSON.stringify(body), people, isTheirs).map(
      ({ kind, bookingId: of }) => ({
        sentence: `What ${act.id} was answered on ${path.split('/').slice(0, 3).join('/')} has the ${kind} of somebody else.`,
        bookingId: of,
      }),
    ),
  );
}

/** What a text holds of people whom it isn't for; what they have in common with whom it is for counts as theirs. */
function foreign(
  content: string,
  people: readonly Person[],
  isTheirs: (person: Person) => boolean,
): { readonly kind: string; readonly bookingId: string }[] {
  const theirs = people.filter(isTheirs);
  const own = new Set(theirs.flatMap((person) => [person.email, ...person.names, ...person.mobiles]));
  return people
    .filter((person) => !theirs.includes(person))
    .flatMap(({ email, names, mobiles, bookings }) => {
      const has = (value: string): boolean => !own.has(value) && holds(content, value);
      const booking = bookings.find(({ id }) => content.includes(id));
      const kinds = [
        ...(has(email) ? ['address'] : []),
        ...([...names].some(has) ? ['name'] : []),
        ...([...mobiles].some(has) ? ['number'] : []),
        ...(booking === undefined ? [] : ['link']),
      ];
      return kinds.map((kind) => ({ kind, bookingId: (booking ?? bookings[0])?.id ?? '' }));
    });
}

/** As a whole: a name is not found inside a longer one. */
export function holds(content: string, value: string): boolean {
  const escaped = value.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'iu').test(content);
}
