import settings from '#config';
import { MINUTE, START, sampleType } from './sample.ts';

const { changes, start } = settings.policy;

/** The instants (ms) that matter to the sample session, as the policy has them. */
export const moments = {
  booked: after(-72 * 60),
  linksEnd: after(-changes.linkUntilMinutes),
  mailsEnd: after(-changes.textUntilMinutes),
  opens: after(-start.joinFromMinutes),
  asked: after(start.checkInAfterMinutes),
  closed: after(start.closeAfterMinutes),
  closedWithoutMobile: after(start.closeWithoutMobileAfterMinutes),
  end: after(sampleType().minutes),
};

/** The instant (ms) so many minutes after the start of the sample session; negative before it. */
export function after(minutes: number): number {
  return START + minutes * MINUTE;
}
