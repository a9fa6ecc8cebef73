/**
 * Opt-out words, alone in a text: those that AWS End User Messaging lists as required, and those of the carriers'
 * and the FCC's lists beside them. The carrier has acted on them before we read them.
 */
export const optOut = [
  'arret',
  'cancel',
  'end',
  'opt out',
  'optout',
  'quit',
  'remove',
  'revoke',
  'stop',
  'stop all',
  'stopall',
  'stopp',
  'td',
  'unsubscribe',
];

/** Opt-in words. A "yes" is none, though some carriers take it: it answers what we asked. */
export const optIn = ['opt in', 'optin', 'start', 'unstop'];

export const help = ['aide', 'help', 'hilfe', 'info'];
