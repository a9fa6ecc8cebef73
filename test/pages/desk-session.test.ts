import { describe, expect, it } from 'vitest';
import settings from '#config';
import { effectsOf } from '../../lib/app/effects.ts';
import { type Booking, textableMobile } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { decide } from '../../lib/domain/booking/decide.ts';
import { type DeskAction, deskActions, latestJoin } from '../../lib/domain/booking/desk-actions.ts';
import { deskStates } from '../../lib/domain/booking/desk-state.ts';
import { evolve } from '../../lib/domain/booking/evolve.ts';
import { withoutWords } from '../../lib/domain/booking/words.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { actionTold } from '../../lib/pages/desk/action-told.ts';
import { reasonOf } from '../../lib/pages/desk/reasons.ts';
import { sessionPage } from '../../lib/pages/desk/session-page.tsx';
import type { SessionView } from '../../lib/pages/desk/session-view.ts';
import { deskIn } from '../../lib/pages/language/desk.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskSessionPages } from '../../scripts/previews/desk-session-pages.ts';
import { deskSessionView } from '../../scripts/previews/desk-session-view.ts';
import { after, moments } from '../../scripts/previews/moments.ts';
import { standingStories } from '../../scripts/previews/standing-stories.ts';
import { stories } from '../../scripts/previews/stories.ts';
import type { Step, Story } from '../../scripts/previews/story.ts';
import { world } from '../../scripts/previews/world.ts';
import { shown } from './session-visit.ts';

const HOUR = 3_600_000;
const { booked, closed, end } = moments;
const staffId = 'per_kim';
const byStaff: Step = [after(3), { type: 'join', stamp: after(2), evidence: 'staff', staffId }];

/** Sessions in every state, and when they are looked at. */
const looks: Readonly<Record<string, readonly [Story, number]>> = {
  coming: [stories.asUsual, booked + HOUR],
  'coming, without a mobile number': [stories.withoutMobile, booked + HOUR],
  'to be approved': [stories.requested, booked + HOUR],
  'nobody there yet': [stories.asUsual, after(2)],
  'nobody there yet, without a mobile number': [stories.withoutMobile, after(2)],
  asked: [stories.asked, after(8)],
  'kept open': [stories.keptOpen, after(12)],
  'joined by link': [stories.joined, after(10)],
  'joined as our staff say': [{ steps: [byStaff] }, after(10)],
  'completed by our staff': [{ steps: [byStaff, [after(30), { type: 'complete', staffId }]] }, after(35)],
  'a no-show': [standingStories.absent, closed + HOUR],
  'a no-show without a mobile number': [stories.absentWithoutMobile, closed + HOUR],
  'a no-show that is contested': [standingStories.contested, closed + 2 * HOUR],
  'a no-show that is excused': [stories.excused, closed + 2 * HOUR],
  cancelled: [stories.cancelled, booked + 2 * HOUR],
  over: [stories.completed, end + HOUR],
};

const names = ['style.css', 'desk.css', 'desk.js', 'countdown.js'];
const assets = assetsOf(new Map(names.map((name) => [name, Buffer.from(name)])));

function visitIn(code: 'en' | 'de'): Visit {
  return { settings, assets, language: languages[code], query: new URLSearchParams(), embedded: false };
}

function viewOf(code: 'en' | 'de', [story, now]: readonly [Story, number]): Promise<SessionView> {
  return deskSessionView(visitIn(code), world, story, now);
}

const both = ['en', 'de'] as const;
const everywhere = Object.entries(looks).flatMap(([name, look]) =>
  both.map((code) => [name, code, look] as const),
);

describe('a session at the desk', () => {
  it('is looked at in every state, with every action', async () => {
    const views = await Promise.all(Object.values(looks).map((look) => viewOf('en', look)));
    expect(new Set(views.map(({ standing }) => standing.state))).toEqual(new Set(deskStates));
    expect(new Set(views.flatMap(({ actions }) => actions))).toEqual(new Set(deskActions));
  });

  it.each(everywhere)(
    '%s, in %s: says how it stands, and has a card for each action',
    async (_, code, look) => {
      const visit = visitIn(code);
      const view = await viewOf(code, look);
      const { html, text } = shown(sessionPage(visit, view), visit);
      const { session: deskSession } = deskIn(visit.language);
      expect(text).toContain(deskSession.states[view.standing.state]);
      expect([...html.matchAll(/data-act="([\w-]+)"/gu)].map(([, action]) => action)).toEqual(view.actions);
      if (view.actions.length === 0) expect(text).toContain(deskSession.actions.none);
      for (const action of view.actions) {
        const card = cardOf(html, action);
        const told = actionTold(action, visit, view);
        for (const said of [...told.does, told.told, told.counts, told.undo]) expect(card).toContain(said);
        expect(card).toContain(`name="revision" value="${view.booking.revision}"`);
        expect(card).toContain('name="csrf" value="csrf"');
        expect(card.includes('name="reason"')).toBe(reasonOf[action] !== undefined);
        // What it does is said before its button.
        expect(card.indexOf(told.undo)).toBeLessThan(card.indexOf(buttonOf(action)));
        expect(card).toContain(buttonOf(action));
      }
    },
  );

  it.each(everywhere)('%s, in %s: says who is told, as the system will do it', async (_, code, look) => {
    const visit = visitIn(code);
    const view = await viewOf(code, look);
    for (const action of view.actions) {
      const { told } = actionTold(action, visit, view);
      const { mails, texts } = sentBy(view, action);
      expect([action, told.includes(view.booking.attendee.email)]).toEqual([action, mails.length > 0]);
      expect([action, told.includes('+1 555 555 0123')]).toEqual([action, texts > 0]);
      const reason = new RegExp(code === 'en' ? 'your reason' : 'Ihrem Grund', 'u').test(told);
      expect([action, reason]).toEqual([
        action,
        mails.some((mail) => 'reason' in mail && mail.reason === WHY),
      ]);
    }
  });

  it('opens the card that is most likely wanted, and no other', async () => {
    for (const [name, action] of Object.entries({
      'to be approved': 'approve',
      asked: 'join',
      'joined by link': 'complete',
      'a no-show that is contested': 'excuse',
    })) {
      const view = await viewOf('en', looks[name] ?? [{}, 0]);
      const { html } = shown(sessionPage(visitIn('en'), view), visitIn('en'));
      expect(html.match(/<details[^>]*class="card act"[^>]*\sopen/gu)).toHaveLength(1);
      expect(html).toMatch(new RegExp(`id="session-${action}"[^>]*\\sopen`, 'u'));
    }
  });

  it('has each id once, in every state', async () => {
    for (const { page, name } of deskSessionPages) {
      const visit = visitIn('de');
      const { html } = shown(await page(visit, world), visit);
      const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id = '']) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });
});

const WHY = 'The reason that is given.';

function buttonOf(action: DeskAction): string {
  return action === 'move' ? 'value="move-typed"' : `name="action" value="${action}"`;
}

/** The words and fields of an action's card, entities read. */
function cardOf(html: string, action: DeskAction): string {
  const from = html.indexOf(`id="session-${action}"`);
  return html.slice(from, html.indexOf('</form>', from)).replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** What goes out when the action is done: by the rules, and by what follows from their events. */
function sentBy({ booking, now }: SessionView, action: DeskAction) {
  const events = decide(booking, commandFor(booking, action, now), now, settings.policy);
  let after: Booking = booking;
  const effects = events.flatMap((event) => {
    after = evolve(after, event);
    return [{ event, number: after.revision }];
  });
  const done = effects.flatMap(({ event, number }) => {
    const record = { bookingId: booking.id, number, version: after.version, policy: '' };
    return effectsOf({ ...record, event: withoutWords(event) }, after, settings, now);
  });
  return {
    mails: done.flatMap((effect) => (effect.do === 'mail' ? [effect.mail] : [])),
    // Without a number that can be texted, texts go nowhere.
    texts: textableMobile(after) === undefined ? 0 : done.filter((effect) => effect.do === 'text').length,
  };
}

function commandFor(booking: Booking, action: DeskAction, now: number): BookingCommand {
  const asked = { staffId: 'per_robin', reason: WHY };
  switch (action) {
    case 'join':
      return {
        type: 'join',
        evidence: 'staff',
        stamp: latestJoin(booking, now, settings.policy) ?? now,
        ...asked,
      };
    case 'no-show':
      return { type: 'mark-no-show', ...asked };
    case 'cancel':
      return { type: 'cancel', by: 'staff', stamp: now, ...asked };
    case 'move': {
      const start = booking.start + 48 * HOUR;
      const decideBy = booking.status === 'pending' ? { decideBy: start - HOUR } : {};
      return {
        type: 'reschedule',
        by: 'staff',
        stamp: now,
        start,
        consultants: ['robin'],
        ...decideBy,
        ...asked,
      };
    }
    case 'approve':
    case 'decline':
    case 'withdraw-join':
    case 'complete':
    case 'reopen':
    case 'excuse':
    case 'reject-contest':
      return { type: action, ...asked } as BookingCommand;
  }
}
