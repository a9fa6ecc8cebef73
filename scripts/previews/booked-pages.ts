import settings from '#config';
import { factsOf } from '../../lib/app/facts.ts';
import { manageToken } from '../../lib/app/links.ts';
import { hoursOf } from '../../lib/domain/booking/timer.ts';
import { bookedPage } from '../../lib/pages/booked/booked-page.tsx';
import { waitingFor } from '../../lib/pages/session/undecided.ts';
import type { PageState } from './page-state.ts';
import { standingStories } from './standing-stories.ts';
import { stories } from './stories.ts';
import { type Story, tell } from './story.ts';

const deprecated = settings.releases.find(({ support }) => support === 'deprecated');

/** The page after booking. Another state is a row. */
export const bookedPages: readonly PageState[] = [
  row('Booked, with a mobile number', stories.asUsual),
  row('Booked, without a mobile number', stories.withoutMobile),
  row('Booked, paid', stories.paid),
  row('Booked the day before, one reminder left', stories.theDayBefore),
  row('Booked at short notice, no reminder left', stories.atShortNotice),
  ...(deprecated ? [row('Booked for a deprecated release', { booked: { release: deprecated.id } })] : []),
  row('Booked, to be approved', stories.requested),
  row('Booked, to be approved because of the company', standingStories.forCompany),
  row('Booked, mail comes back', stories.mailComesBack),
  row('Booked, mail is off', stories.mailIsOff),
  row('Booked, in another site’s frame', stories.asUsual, 'embed=1'),
];

function row(name: string, story: Story, query = ''): PageState {
  return {
    name,
    query,
    page: async (visit, world) => {
      const booking = tell(visit.language.code, story);
      const waiting = waitingFor(booking);
      const reminders = booking.due.flatMap(({ kind }) => hoursOf(kind) ?? []);
      const token = await manageToken(world, booking.id);
      return bookedPage(visit, {
        facts: await factsOf(world, booking, visit.language.code),
        reminders,
        token,
        now: booking.createdAt,
        ...(waiting && { waiting }),
        ...(booking.mailLost && { mailLost: booking.mailLost.reason }),
      });
    },
  };
}
