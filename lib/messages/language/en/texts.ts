interface ByPhone {
  /** Who is texting. */
  readonly brand: string;
  /** Start with its zone, such as "10:00 EST". */
  readonly clock: string;
  /** Start with day and zone, such as "Tue 24 Nov, 10:00 EST". */
  readonly moment: string;
  /** When the session closes if nobody joins, such as "10:15". */
  readonly closes: string;
  readonly mail: string;
  readonly website: string;
  readonly joinUrl: string;
}

/**
 * Texts, each as wordings from the fullest to the shortest: the first that fits one text part is sent. None
 * invites a word that carriers take as an opt-out or keep for themselves (STOP, END, CANCEL, QUIT, REMOVE, HELP).
 */
export const texts = {
  checkIn: (f: ByPhone) => [
    `${f.brand}: your ${f.clock} session has started and nobody has joined. Reply 1 to keep it open. Without an answer it closes at ${f.closes}.`,
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
  helpOpen: (f: ByPhone) => [
    `${f.brand}: sorry, we did not understand. Reply 1 to keep your ${f.clock} session open. Without an answer it closes at ${f.closes}.`,
  ],
  helpIdle: (f: ByPhone) => [
    `${f.brand}: sorry, we did not understand. To change a session, use the links in our mail, or write to ${f.mail}`,
    `${f.brand}: sorry, we did not understand. To change a session, use the links in our mail.`,
  ],
  tooLateCancelled: (f: ByPhone) => [
    `${f.brand}: your session of ${f.moment} was cancelled, so there is nothing to keep open. To book again: ${f.website}`,
    `${f.brand}: your session of ${f.moment} was cancelled, so there is nothing to keep open.`,
  ],
  tooLateCompleted: (f: ByPhone) => [
    `${f.brand}: your session of ${f.moment} is already over. Questions? Write to ${f.mail}`,
    `${f.brand}: your session of ${f.moment} is already over.`,
  ],
  tooLateNoShow: (f: ByPhone) => [
    `${f.brand}: your answer came after the session of ${f.moment} had closed. If that is wrong, write to ${f.mail}`,
    `${f.brand}: your answer came after the session of ${f.moment} had closed. Our mail says more.`,
  ],
  tooEarly: (f: ByPhone) => [
    `${f.brand}: thank you, there is nothing to answer yet. Your session is on ${f.moment}. To change it, use the links in our mail.`,
    `${f.brand}: thank you, there is nothing to answer yet. Your session is on ${f.moment}.`,
  ],
  noOpenBooking: (f: { readonly brand: string; readonly mail: string }) => [
    `${f.brand}: we know of no open session for this number. Questions? Write to ${f.mail}`,
    `${f.brand}: we know of no open session for this number.`,
  ],
};
