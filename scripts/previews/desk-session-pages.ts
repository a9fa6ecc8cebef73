import { Refusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import type { ActionForm } from '../../lib/pages/desk/action-form.ts';
import { checkAction } from '../../lib/pages/desk/check-action.ts';
import { refusedNotice } from '../../lib/pages/desk/session-notice.ts';
import { sessionPage } from '../../lib/pages/desk/session-page.tsx';
import type { SessionView } from '../../lib/pages/desk/session-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskSessionView } from './desk-session-view.ts';
import { after, moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, MINUTE, START, TOPIC } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { stories } from './stories.ts';
import type { Step, Story } from './story.ts';
import { takenAt } from './world.ts';

const { booked, closed, end } = moments;
const staffId = 'per_kim';
const otherTime = START + 24 * HOUR;
const take = `take:${new Date(otherTime).toISOString()}`;

const byStaff: Step = [after(3), { type: 'join', stamp: after(2), evidence: 'staff', staffId }];
const done: Step = [after(30), { type: 'complete', staffId }];

/** What our staff did to it themselves. */
const deskStories = {
  joined: { steps: [byStaff] },
  completed: { steps: [byStaff, done] },
  noShow: { booked: standingStories.absent.booked, steps: [[after(3), { type: 'mark-no-show', staffId }]] },
  beside: {
    booked: { by: 'staff', staffId, reason: 'Their line has been down since six.', beside: true },
    bookedAt: after(-20),
  },
} satisfies Readonly<Record<string, Story>>;

/** The desk's page of a session. Another state is a row. */
export const deskSessionPages: readonly PageState[] = [
  row('Desk session, coming', booked + HOUR, stories.asUsual),
  row('Desk session, waits for approval', booked + HOUR, stories.requested),
  row('Desk session, nobody there yet', after(2), stories.asUsual),
  row('Desk session, asked', after(8), stories.asked),
  row('Desk session, kept open', after(12), stories.keptOpen),
  row('Desk session, joined by link', after(10), stories.joined),
  row('Desk session, joined as our staff say', after(10), deskStories.joined),
  row('Desk session, completed by our staff', after(35), deskStories.completed),
  row('Desk session, over', end + HOUR, stories.completed),
  row('Desk session, no-show', closed + HOUR, standingStories.absent),
  row('Desk session, no-show by our staff', after(5), deskStories.noShow),
  row('Desk session, no-show contested', closed + 2 * HOUR, standingStories.contested),
  row('Desk session, no-show excused', closed + 2 * HOUR, stories.excused),
  row('Desk session, cancelled', booked + 2 * HOUR, stories.cancelled),
  row('Desk session, beside another', after(-10), deskStories.beside),
  row('Desk session, number can’t be texted', booked + 2 * HOUR, stories.textsOff),
  row('Desk session, mail comes back', booked + HOUR, stories.mailComesBack),
  row('Desk session, mail is off', booked + 2 * HOUR, stories.mailIsOff),
  row('Desk session, time to move to picked', booked + HOUR, stories.asUsual, {
    form: { action: take, reason: 'They asked on the phone.' },
  }),
  row('Desk session, time to move to gone', booked + HOUR, stories.asUsual, {
    form: { action: 'move', start: new Date(otherTime).toISOString(), reason: 'They asked on the phone.' },
    world: takenAt(otherTime),
  }),
  refused('Desk session, moved to where it can’t be', 'slot-unavailable', booked + HOUR, stories.asUsual, {
    form: { action: 'move-typed', date: '2026-11-24', time: '21:07', reason: 'They are in Tokyo.' },
  }),
  row('Desk session, cancelled without a reason', booked + HOUR, stories.asUsual, {
    form: { action: 'cancel' },
  }),
  refused('Desk session, somebody else was faster', 'changed-meanwhile', after(4), deskStories.joined, {
    form: { action: 'cancel', revision: '1', reason: TOPIC },
  }),
  refused(
    'Desk session, somebody else was faster and it is over',
    'already-over',
    after(6),
    deskStories.noShow,
    {
      form: { action: 'cancel', revision: '1', reason: TOPIC },
    },
  ),
];

interface Look {
  readonly form?: Partial<ActionForm>;
  readonly world?: Parameters<PageState['page']>[1];
  readonly told?: (visit: Visit, view: SessionView, form: ActionForm) => Partial<SessionView>;
}

function row(name: string, at: number, story: Story, { form, world, told = wrong }: Look = {}): PageState {
  return {
    name,
    page: async (visit, usual) => {
      const posted = form && { ...blank, ...form };
      const view = await deskSessionView(visit, world ?? usual, story, at, posted);
      const tried = posted && { tried: posted, ...told(visit, view, posted) };
      return sessionPage(visit, { ...view, ...tried });
    },
  };
}

const blank: ActionForm = {
  ...{ csrf: '', action: 'show', revision: '9', back: '', reason: '', joinedAt: '', month: '', day: '' },
  ...{ start: '', timeZone: '', date: '', time: '', lang: '' },
};

function wrong(visit: Visit, view: SessionView, form: ActionForm): Partial<SessionView> {
  const checked = checkAction(form, view.booking, view.now, visit);
  return 'problems' in checked && !form.action.startsWith('take') ? checked : {};
}

/** What a press came to that the rules refused. */
function refused(name: string, code: RefusalCode, at: number, story: Story, look: Look): PageState {
  const reasons = [{ code: 'time-off', detail: '', consultant: 'robin' }];
  return row(name, at, story, {
    ...look,
    told: (visit, view, form) => ({
      notice: refusedNotice(
        visit,
        view,
        new Refusal(code, '', { reasons }),
        form,
        after(11 * 60) + 7 * MINUTE,
      ),
    }),
  });
}
