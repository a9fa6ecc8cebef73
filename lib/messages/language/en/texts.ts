import type { Stage } from '../../../domain/booking/stage.ts';

interface ByPhone {
  /** Who is texting. */
  readonly brand: string;
  /** Start with its zone, such as "10:00 EST". */
  readonly clock: string;
  /** Start with day and zone, such as "Tue 24 Nov, 10:00 EST". */
  readonly moment: string;
  /** When the session closes if nobody joins, such as "10:15". */
  readonly closes: string;
  /** The shortest notice that is not a no-show, such as "30 minutes". */
  readonly least: string;
  readonly mail: string;
  readonly website: string;
  readonly joinUrl: string;
}

interface Moving {
  readonly url: string;
  /** Until when the link moves the session: "09:30", with its day where that is another. */
  readonly until: string;
}

/** What can be answered now, as a sentence. */
const replies: Readonly<Record<Stage, string>> = {
  early: "Reply 1 if you are coming, 2 if you can't make it, 3 to move it.",
  late: "Reply 1 if you are coming, 2 if you can't make it.",
  asked: "Reply 1 to keep it open, 2 if you can't make it.",
  idle: 'There is nothing to answer now.',
};

/** The same for where much else has to be said. */
const shortReplies: Readonly<Record<Stage, string>> = {
  early: "Reply 1 coming, 2 can't make it, 3 move it.",
  late: "Reply 1 coming, 2 can't make it.",
  asked: "Reply 1 keep it open, 2 can't make it.",
  idle: 'There is nothing to answer now.',
};

/**
 * Texts about a booking, each as wordings from the fullest to the shortest: the first that fits one part is sent.
 * None but those of help holds a word that carriers take as an opt-out or keep for themselves (STOP, END, CANCEL,
 * QUIT, REMOVE, HELP), not even in passing: people repeat the words that they read.
 */
export const texts = {
  checkIn: (f: ByPhone) => [
    `${f.brand}: nobody has joined your ${f.clock} session. Reply 1 to keep it open, 2 if you can't make it (counts as a no-show). Without an answer it closes at ${f.closes}.`,
    `${f.brand}: nobody has joined your ${f.clock} session. Reply 1 to keep it open, 2 if you can't make it (a no-show). Without an answer it closes at ${f.closes}.`,
    `${f.brand}: nobody is at your ${f.clock} session. Reply 1 to keep it open, 2 if you can't make it (a no-show). Else it closes at ${f.closes}.`,
  ],
  mailBounced: (f: ByPhone) => [
    `${f.brand}: our mail about your session of ${f.moment} came back. Write to ${f.mail} from an address that works. To join: ${f.joinUrl}`,
    `${f.brand}: our mail about your session of ${f.moment} came back. To join: ${f.joinUrl}`,
    `${f.brand}: our mail to you came back. To join your session: ${f.joinUrl}`,
    `${f.brand}: our mail about your session of ${f.moment} came back. For your link, write to ${f.mail}`,
    `${f.brand}: our mail about your session of ${f.moment} came back. Please get in touch with us.`,
  ],
  keptOpen: (f: ByPhone) => [
    `${f.brand}: thank you, your ${f.clock} session stays open. Join: ${f.joinUrl}`,
    `${f.brand}: thank you, your session stays open. Join: ${f.joinUrl}`,
    `${f.brand}: thank you, your ${f.clock} session stays open. Please join with the link in our mail.`,
  ],
  closed: (f: ByPhone) => [
    `${f.brand}: nobody joined your ${f.clock} session, so it has closed and counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: nobody joined your ${f.clock} session, so it has closed and counts as a no-show. Our mail says more.`,
  ],
  reversedOpen: (f: ByPhone) => [
    `${f.brand}: we heard from you in time. Your ${f.clock} session is open again, the no-show is taken back. Join: ${f.joinUrl}`,
    `${f.brand}: we heard from you in time. Your session is open. Join: ${f.joinUrl}`,
    `${f.brand}: we heard from you in time. Your ${f.clock} session is open again. Please join with the link in our mail.`,
  ],
  reversedOver: (f: ByPhone) => [
    `${f.brand}: we heard from you in time, so the no-show for ${f.moment} is taken back. The session itself is over.`,
  ],
  cancelled: (f: ByPhone) => [
    `${f.brand}: thank you for telling us. Your session of ${f.moment} is cancelled, and our mail confirms it. To book again: ${f.website}`,
    `${f.brand}: thank you for telling us. Your session of ${f.moment} is cancelled, and our mail confirms it.`,
  ],
  lateNotice: (f: ByPhone) => [
    `${f.brand}: notice of less than ${f.least} counts as a no-show. Reply 2 to give your ${f.clock} session back all the same, 1 if you are coming.`,
    `${f.brand}: notice of less than ${f.least} is a no-show. Reply 2 to give your ${f.clock} session back anyway, 1 if you are coming.`,
  ],
  givenUp: (f: ByPhone) => [
    `${f.brand}: thank you for telling us. Your ${f.clock} session is closed and counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: your ${f.clock} session is closed and counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: your ${f.clock} session is closed and counts as a no-show. If that is wrong, our mail says where to write.`,
  ],
  expected: (f: ByPhone) => [
    `${f.brand}: thank you, see you at your session of ${f.moment}. The link to join is in our mail.`,
  ],
  moveLink: (f: ByPhone & Moving) => [
    `${f.brand}: pick a new time for your session of ${f.moment} until ${f.until}. Nothing changes before you do. ${f.url}`,
    `${f.brand}: pick a new time for your ${f.clock} session until ${f.until}: ${f.url}`,
    `${f.brand}: instead of ${f.clock}, pick a new time until ${f.until}: ${f.url}`,
    `${f.brand}: pick a new time until ${f.until}: ${f.url}`,
  ],
  moveTooLate: (f: ByPhone, stage: Stage) => [
    `${f.brand}: it is too late to move your ${f.clock} session, that takes ${f.least} of notice. ${replies[stage]}`,
    `${f.brand}: it is too late to move your ${f.clock} session. ${replies[stage]}`,
  ],
  joined: (f: ByPhone) => [
    `${f.brand}: somebody has joined your ${f.clock} session, so it goes ahead. Join: ${f.joinUrl}`,
    `${f.brand}: somebody has joined your session, so it goes ahead. Join: ${f.joinUrl}`,
    `${f.brand}: somebody has joined your ${f.clock} session, so it goes ahead. The link to join is in our mail.`,
  ],
  help: (f: ByPhone, stage: Stage) => [
    `${f.brand}: this is about your session of ${f.moment}. ${replies[stage]} Questions: ${f.mail}. Reply STOP to stop texts.`,
    `${f.brand}: session of ${f.moment}. ${shortReplies[stage]} Questions: ${f.mail}. STOP stops texts.`,
    `${f.brand}: session of ${f.moment}. ${shortReplies[stage]} Questions: see our mail. STOP stops texts.`,
  ],
  unclear: (f: ByPhone, stage: Stage) => [
    `${f.brand}: sorry, we did not understand. It is about your session of ${f.moment}. ${replies[stage]}`,
    `${f.brand}: sorry, we did not understand. Session of ${f.moment}. ${shortReplies[stage]}`,
  ],
  unclearIdle: (f: ByPhone) => [
    `${f.brand}: sorry, we did not understand. There is nothing to answer now. Questions? Write to ${f.mail}`,
    `${f.brand}: sorry, we did not understand. There is nothing to answer now. Our mail says where to write.`,
  ],
  tooLateCancelled: (f: ByPhone) => [
    `${f.brand}: your session of ${f.moment} was cancelled, so there is nothing left to change. To book again: ${f.website}`,
    `${f.brand}: your session of ${f.moment} was cancelled, so there is nothing left to change.`,
  ],
  tooLateCompleted: (f: ByPhone) => [
    `${f.brand}: your session of ${f.moment} is already over. Questions? Write to ${f.mail}`,
    `${f.brand}: your session of ${f.moment} is already over.`,
  ],
  tooLateAbsent: (f: ByPhone) => [
    `${f.brand}: nobody joined your session of ${f.moment}. It has closed and counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: nobody joined your session of ${f.moment}. It has closed and counts as a no-show. Our mail says more.`,
  ],
  tooLateGivenUp: (f: ByPhone) => [
    `${f.brand}: you gave your session of ${f.moment} back by text. It is closed and counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: you gave your session of ${f.moment} back by text. It is closed and counts as a no-show.`,
  ],
  tooLateNeverJoined: (f: ByPhone) => [
    `${f.brand}: we kept your session of ${f.moment} open, but nobody joined. It counts as a no-show. If that is wrong, write to ${f.mail}`,
    `${f.brand}: we kept your session of ${f.moment} open, but nobody joined. It counts as a no-show. Our mail says more.`,
  ],
};
