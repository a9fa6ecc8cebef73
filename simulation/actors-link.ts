import type { Deeds, Outcome } from './deeds.ts';
import type { Made, Scene } from './scene.ts';
import type { Act, Answered, Book, Join } from './script.ts';

/** What members and guests do: they book, and act by the links of their mails. */
export const linkDeeds: Deeds<'book' | 'move' | 'cancel' | 'join' | 'contest'> = {
  book: async (scene, act) => {
    const answers: Answered[] = [];
    let made: Made | undefined;
    for (let again = 0; again <= (act.repeats ?? 0); again += 1) {
      const told = act.byPage ? await bookByPage(scene, act) : await bookByApi(scene, act);
      answers.push(...told.answers);
      made = told.made ?? made;
    }
    if (made === undefined) return { answers };
    scene.bookings.set(act.id, made);
    return { answers, bookingId: made.id };
  },
  move: byLink('reschedule', ({ start }) => ({ start: iso(start) })),
  cancel: byLink('cancel', () => ({})),
  contest: byLink('contest', ({ reason }) => ({ text: reason })),
  join: async (scene, act) => {
    const made = await bookingOf(scene, act.booking);
    if (made === undefined) return neverMade;
    const joined = { bookingId: made.id };
    if (act.by === 'provider') return { ...joined, answers: await tellOfJoin(scene, act, made) };
    const call =
      act.by === 'link'
        ? ({ method: 'POST', path: `/v1/manage/${made.manage}/join` } as const)
        : ({ method: 'POST', path: `/join/${made.join}`, form: {} } as const);
    return { ...joined, answers: await scene.ask(call) };
  },
};

const neverMade: Outcome = { answers: [], skipped: 'its booking was never made' };

function byLink<One extends Extract<Act, { booking: string }>>(verb: string, bodyOf: (act: One) => unknown) {
  return async (scene: Scene, act: One): Promise<Outcome> => {
    const made = await bookingOf(scene, act.booking);
    if (made === undefined) return neverMade;
    const path = `/v1/manage/${made.manage}/${verb}`;
    return { bookingId: made.id, answers: await scene.ask({ method: 'POST', path, json: bodyOf(act) }) };
  };
}

function tellOfJoin(scene: Scene, act: Act & Join, made: Made): Promise<Answered[]> {
  // The same id again is the same news again.
  const messageId = `msg_${act.id}`;
  const json = { booking: made.id, at: iso(Math.min(act.at, scene.cloud.clock.now())), messageId };
  return scene.ask({ method: 'POST', console: true, path: '/joins', json });
}

interface Told {
  readonly answers: readonly Answered[];
  readonly made: Made | undefined;
}

async function bookByApi(scene: Scene, act: Act & Book): Promise<Told> {
  const { name, email, mobile, code } = attendeeOf(scene, act);
  const json = {
    ...{
      sessionType: act.sessionType,
      start: iso(act.start),
      timeZone: 'America/New_York',
      language: act.locale,
    },
    attendee: { name, email, ...(mobile ? { mobile } : {}) },
    ...(code ? { companyCode: code } : {}),
  };
  const headers = { 'idempotency-key': act.key };
  const answers = await scene.ask({ method: 'POST', path: '/v1/bookings', json, headers });
  const last = answers.at(-1);
  const booked = last?.status === 201 || last?.status === 202 ? (last.body as BookedBody) : undefined;
  if (booked === undefined) return { answers, made: undefined };
  return {
    answers,
    made: { id: booked.id, manage: tokenOf(booked.manageUrl), join: tokenOf(booked.joinUrl) },
  };
}

interface BookedBody {
  readonly id: string;
  readonly manageUrl: string;
  readonly joinUrl: string;
}

async function bookByPage(scene: Scene, act: Act & Book): Promise<Told> {
  const { name, email, mobile, code } = attendeeOf(scene, act);
  const form = {
    ...{ key: uuidOf(act.key), sessionType: act.sessionType, month: '', day: '', start: iso(act.start) },
    ...{ timeZone: 'America/New_York', name, email, mobile, companyCode: code, release: '', topic: '' },
    ...{ action: 'book', csrf: '' },
  };
  const answers = await scene.ask({ method: 'POST', path: `/book?lang=${act.locale}`, form });
  const manage = /\/booked\/([^/?#]+)/u.exec(answers.at(-1)?.headers['location'] ?? '')?.[1];
  if (manage === undefined) return { answers, made: undefined };
  const seen = await scene.ask({ method: 'GET', path: `/v1/manage/${manage}` });
  const { id = manage.split('.')[0] ?? '', joinUrl = '' } = (seen.at(-1)?.body ?? {}) as Partial<BookedBody>;
  return { answers: [...answers, ...seen], made: { id, manage, join: tokenOf(joinUrl) } };
}

/** As the page makes its keys. */
function uuidOf(key: string): string {
  return key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** With empty texts for what they don't give. */
function attendeeOf(scene: Scene, act: Act & Book) {
  const { name, email, mobile = '', company } = scene.person(act.who);
  const code = scene.script.cast.companies.find(({ id }) => id === company)?.code ?? '';
  return { name, email, mobile: act.mobile ? mobile : '', code: act.code ? code : '' };
}

/** The booking of an act with its links; those of a booking that staff made are looked up in the mail, as people do. */
async function bookingOf(scene: Scene, act: string): Promise<Made | undefined> {
  const made = scene.bookings.get(act);
  if (made === undefined || made.manage !== '') return made;
  const mails = await scene.ask({ method: 'GET', console: true, path: '/mailbox' });
  const text = JSON.stringify(mails.at(-1)?.body ?? '');
  const tokenAt = (page: string): string =>
    new RegExp(`/${page}/(${made.id}\\.[\\w-]+)`, 'u').exec(text)?.[1] ?? '';
  const found = { ...made, manage: tokenAt('manage'), join: tokenAt('join') };
  if (found.manage !== '') scene.bookings.set(act, found);
  return found.manage === '' ? undefined : found;
}

const tokenOf = (url: string): string => (url === '' ? '' : (new URL(url).pathname.split('/').at(-1) ?? ''));

const iso = (at: number): string => new Date(at).toISOString();
