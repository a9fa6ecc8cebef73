import { factsOf } from '../../lib/app/facts.ts';
import { manageToken } from '../../lib/app/links.ts';
import { joinPage } from '../../lib/pages/join/join-page.tsx';
import { after, moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { HOUR, MINUTE } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';

const { opens, asked, closed, end } = moments;

/** The page that leads to the meeting. Another state is a row. */
export const joinPages: readonly PageState[] = [
  row('Joining, days too early', after(-48 * 60), {}, 'holder'),
  row('Joining, too early', opens - 20 * MINUTE, {}, 'holder'),
  row('Joining, too early, for a colleague', opens - 20 * MINUTE, {}, 'colleague'),
  row('Joining, open', opens + 5 * MINUTE, {}, 'holder'),
  row('Joining, open, for a colleague', opens + 5 * MINUTE, {}, 'colleague'),
  row('Joining, open after the start', after(2), {}, 'holder'),
  row('Joining, open after the start, without a mobile number', after(2), stories.withoutMobile, 'holder'),
  row('Joining, open after the text', asked + MINUTE, stories.asked, 'holder'),
  row('Joining, kept open', closed + MINUTE, stories.keptOpen, 'holder'),
  row('Joining, somebody has joined', after(10), stories.joined, 'holder'),
  row('Joining, somebody has joined, for a colleague', after(10), stories.joined, 'colleague'),
  row('Joining, closed a moment ago', closed, stories.asked, 'holder'),
  row('Joining, closed as a no-show', closed + HOUR, stories.absent, 'holder'),
  row('Joining, closed as a no-show, for a colleague', closed + HOUR, stories.absent, 'colleague'),
  row('Joining, never joined after keeping open', end + HOUR, stories.neverJoined, 'holder'),
  row('Joining, late notice', after(5), stories.lateNotice, 'holder'),
  row('Joining, late notice after the start', asked + HOUR, stories.closedByText, 'holder'),
  row('Joining, cancelled by text', after(-60), stories.cancelledByText, 'holder'),
  row('Joining, not confirmed yet', after(-48 * 60), stories.requested, 'holder'),
  row('Joining, not approved', after(-60), standingStories.declined, 'colleague'),
  row('Joining, completed', end + HOUR, stories.completed, 'holder'),
  row('Joining, cancelled', after(-60), stories.cancelled, 'holder'),
  row('Joining, cancelled by us after an answer that came late', end + HOUR, stories.closedOut, 'holder'),
];

/** `who` looks: the holder of the booking by the link that manages it, a colleague by the one that joins only. */
function row(name: string, at: number, story: Story, who: 'holder' | 'colleague'): PageState {
  return {
    name,
    page: async (visit, world) => {
      const booking = tell(visit.language.code, story);
      const token = await manageToken(world, booking.id);
      const facts = await factsOf(world, booking, visit.language.code);
      return joinPage(visit, { booking, facts, token, manages: who === 'holder', now: at });
    },
  };
}
