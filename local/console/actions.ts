import type { Timer } from '../aws/timers.ts';
import { ClockError } from '../clock.ts';
import { misbehave, readFault } from './faults.ts';
import { type Fields, type Move, readJoin, readMove, readText } from './fields.ts';
import { fromForm } from './forms.ts';
import { type Happening, withHappening } from './happening.ts';
import type { ConsoleParts } from './parts.ts';
import { invalidField, Problem } from './problem.ts';
import { json, type Reply, seeOther } from './replies.ts';
import type { Posted } from './request.ts';
import { shownText } from './shown-text.ts';

type Action = (parts: ConsoleParts, posted: Posted) => Promise<Reply>;

/** What can be done by POST, as JSON or by the page's own forms. */
export const actions: Readonly<Record<string, Action>> = {
  '/clock': async (parts, posted) => {
    const { clock } = parts;
    const from = clock.now();
    const move = readMove(fieldsOf('/clock', posted, parts), from);
    const timer = await turn(parts, move);
    if (posted.fromPage) return backTo(posted, { did: 'move', from, to: clock.now(), timer: timer?.name });
    return json({ now: iso(clock.now()), ...(timer === undefined ? {} : { timer }) });
  },
  '/texts': async (parts, posted) => {
    const { clock, sns, inbound } = parts;
    if (inbound.topicArn === '') {
      throw new Problem(409, 'No text channel', 'The stack has no topic for texts from phones');
    }
    const text = readText(fieldsOf('/texts', posted, parts), clock.now());
    const received = await sns.publishInbound({ ...text, ...inbound });
    if (!posted.fromPage) return json(shownText(received), 201);
    // The page is to show the answer, too.
    await clock.advance(0);
    return seeOther(`/phones/${text.from}#latest`);
  },
  '/joins': async ({ clock, meetings }, { fields }) => {
    if (meetings === undefined) {
      throw new Problem(409, 'No meetings', 'The stack takes no posts from a provider of meetings');
    }
    const { status, body } = await meetings.tell(readJoin(fields, clock.now()));
    return json({ answer: body }, status);
  },
  '/faults': async (parts, posted) => {
    const from = parts.clock.now();
    const fault = readFault(fieldsOf('/faults', posted, parts));
    await misbehave(parts, fault);
    const to = parts.clock.now();
    if (!posted.fromPage) return json({ now: iso(to) });
    // The phone's own page shows all that came of it.
    if (fault.do === 'phone') return seeOther(`/phones/${fault.number}`);
    if (fault.do === 'trouble') return seeOther('/phones');
    if (fault.do === 'mailbox') return seeOther(`/?${new URLSearchParams({ to: fault.address })}`);
    if (fault.do === 'function') return seeOther(posted.back);
    const timer = 'name' in fault ? fault.name : undefined;
    return backTo(posted, { did: fault.do, from, to, timer });
  },
};

const fieldsOf = (path: string, { fields, fromPage }: Posted, { timeZone }: ConsoleParts): Fields =>
  fromPage ? (fromForm[path]?.(fields, timeZone) ?? fields) : fields;

const backTo = ({ back }: Posted, happening: Happening): Reply => seeOther(withHappening(back, happening));

/** Turns the clock, and gives the timer that it was turned to, if it was asked to find one. */
async function turn({ clock, scheduler }: ConsoleParts, move: Move): Promise<Timer | undefined> {
  if ('advance' in move) {
    await clock.advance(move.advance);
    return undefined;
  }
  const next = 'next' in move ? scheduler.list()[0] : undefined;
  if ('next' in move && next === undefined) {
    throw new Problem(409, 'No timers', 'The scheduler holds no timer to go to');
  }
  try {
    await clock.moveTo('to' in move ? move.to : Date.parse(next?.at ?? ''));
  } catch (error) {
    // Time has flowed on since the request was read, or another move was quicker; a timer has then fired by itself.
    if (error instanceof ClockError && 'to' in move) throw invalidField('to', error.message);
    if (!(error instanceof ClockError)) throw error;
  }
  return next;
}

const iso = (instant: number): string => new Date(instant).toISOString();
