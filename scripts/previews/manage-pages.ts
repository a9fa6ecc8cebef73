import { manageViewOf } from '../../functions/pages/manage-view.ts';
import { manageToken } from '../../lib/app/links.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { Refusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import { checkReason } from '../../lib/pages/manage/check-reason.ts';
import { checkText } from '../../lib/pages/manage/check-text.ts';
import { managePage } from '../../lib/pages/manage/manage-page.tsx';
import { noticeOf, staleNotice } from '../../lib/pages/manage/notice.ts';
import type { ManageView } from '../../lib/pages/manage/view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { after, moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, MINUTE, START, TOPIC } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { missed, standingBy } from './standing-world.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';
import { nothingFree, takenAt } from './world.ts';

const { booked, linksEnd, mailsEnd, opens, asked, closed, end } = moments;
const early = booked + 2 * HOUR;
const otherTime = START + 24 * HOUR;
const take = `action=take:${new Date(otherTime).toISOString()}`;

/** The page of a booking. Another state is a row. */
export const managePages: readonly PageState[] = [
  row('Managing, confirmed', early, stories.asUsual),
  row('Managing, confirmed and paid', early, stories.paid),
  row('Managing, not confirmed yet', early, stories.requested),
  row('Managing, not confirmed yet because of the company', early, standingStories.forCompany),
  row('Managing, approved', early, stories.approved),
  row('Managing, not approved', early, standingStories.declined),
  row('Managing, not approved in time', START, standingStories.expired),
  refused('Managing, moved too soon for approval', early, 'approval-required', stories.requested),
  row('Managing, no-show of a company', closed + HOUR, standingStories.absent),
  row('Managing, no-show that blocks', closed + HOUR, standingStories.absent, { told: blocks }),
  row('Managing, no-show contested', closed + 2 * HOUR, standingStories.contested),
  row('Managing, no-show contested in vain', closed + 50 * HOUR, standingStories.contestRejected),
  row('Managing, no-show contested and excused', closed + 50 * HOUR, standingStories.contestExcused),
  row('Managing, contested with nothing', closed + HOUR, standingStories.absent, {
    told: ({ language }) => {
      const checked = checkText(' ', language);
      return 'problem' in checked ? { problems: new Map([['text', checked.problem]]) } : {};
    },
  }),
  refused('Managing, contested twice', closed + 2 * HOUR, 'changed-meanwhile', standingStories.contested),
  row('Managing, mail comes back', early, stories.mailComesBack),
  row('Managing, mail is off', early, stories.mailIsOff),
  row('Managing, another month turned to', early, {}, { query: 'action=month:2026-12' }),
  row('Managing, another time picked', early, {}, { query: take }),
  row('Managing, hours before', linksEnd - 200 * MINUTE),
  row('Managing, after the links’ deadline', linksEnd + 5 * MINUTE),
  row('Managing, too late for every notice', mailsEnd + 5 * MINUTE),
  row('Managing, can be joined', opens + MINUTE),
  row('Managing, after the start', after(2)),
  row('Managing, kept open', closed + MINUTE, stories.keptOpen),
  row('Managing, somebody has joined', after(10), stories.joined),
  row('Managing, closed a moment ago', closed, stories.asked),
  row('Managing, moved', early, stories.moved),
  row('Managing, cancelled', early, stories.cancelled),
  row('Managing, cancelled by us after an answer that came late', end + HOUR, stories.closedOut),
  row('Managing, no-show after a text', closed + HOUR, stories.absent),
  row('Managing, no-show without a mobile number', asked + HOUR, stories.absentWithoutMobile),
  row('Managing, no-show after keeping open', end + HOUR, stories.neverJoined),
  row('Managing, no-show with texts switched off', closed + HOUR, stories.textsOffAndAbsent),
  row('Managing, no-show by late notice', after(5), stories.lateNotice),
  row('Managing, no-show that is excused', closed + 2 * HOUR, stories.excused),
  row('Managing, cancelled by text', early, stories.cancelledByText),
  row('Managing, cancelled by us', early, stories.cancelledByStaff),
  row('Managing, by the link of a text after the links’ deadline', linksEnd + 5 * MINUTE, {}, { by: 'text' }),
  row('Managing, completed', end + HOUR, stories.completed),
  row('Managing, pressed on a page that is out of date', early, stories.moved, {
    told: (visit, booking) => ({ notice: staleNotice(booking, visit.language) }),
  }),
  refused('Managing, deadline passed while open', linksEnd + MINUTE, 'outside-change-window'),
  refused('Managing, pressed when it was over', early, 'already-over', stories.cancelled),
  refused('Managing, too busy', early, 'busy'),
  row('Managing, time to move to gone', early, {}, { query: take, world: takenAt(otherTime) }),
  row('Managing, no other time free', early, {}, { world: nothingFree }),
  row(
    'Managing, moved without a time',
    early,
    {},
    {
      told: ({ language }) => ({ problems: new Map([['start', language.book.problems.time]]) }),
    },
  ),
  row('Managing, reason too long', early, {}, { told: tooLong }),
];

interface Look extends Pick<PageState, 'query'> {
  /** Which link it is looked at by. */
  readonly by?: 'manage' | 'text';
  readonly world?: Parameters<PageState['page']>[1];
  readonly told?: (visit: Visit, booking: Booking) => Partial<ManageView>;
}

function row(name: string, at: number, story: Story = {}, { query, told, ...look }: Look = {}): PageState {
  return {
    name,
    ...(query && { query }),
    page: async (visit, usual) => {
      const world = { ...(look.world ?? usual), now: () => at };
      const booking = tell(visit.language.code, story);
      const opened = {
        booking,
        token: await manageToken(world, booking.id),
        purpose: look.by ?? 'manage',
      } as const;
      const view = await manageViewOf(world, opened, visit.query, visit.language.code);
      return managePage(visit, { ...view, ...told?.(visit, booking) });
    },
  };
}

/** What a press came to that the rules refused. */
function refused(name: string, at: number, code: RefusalCode, story: Story = {}): PageState {
  const told = (visit: Visit, booking: Booking): Partial<ManageView> => {
    const facts = { until: new Date(linksEnd).toISOString() };
    const notice = noticeOf(new Refusal(code, '', facts), booking, visit.language);
    return notice === undefined ? {} : { notice };
  };
  return row(name, at, story, { told });
}

/** As the second within half a year. */
function blocks(_: Visit, { id }: Booking): Partial<ManageView> {
  const { blocks: all } = standingBy([missed(40), { ...missed(0), bookingId: id }], closed + HOUR);
  const block = all.at(-1);
  return block === undefined ? {} : { follows: { block } };
}

function tooLong({ language }: Visit): Partial<ManageView> {
  const reason = `${TOPIC} `.repeat(10);
  const checked = checkReason(reason, language);
  if (!('problem' in checked)) throw new Error('the reason is not too long');
  return { reason, problems: new Map([['reason', checked.problem]]) };
}
