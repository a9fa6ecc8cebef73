import type { Level } from '../../../domain/people/level.ts';

/** What was done: with which company, and by which colleague there, where it was one. */
interface Deed {
  readonly by?: string;
  readonly company: string;
}

/** The levels of accounts as people read them. */
const levels: Readonly<Record<Level, string>> = {
  basic: 'Basic',
  'sales-designer': 'Sales / Designer',
  'it-support': 'IT / Tech support',
  manager: 'Manager / Supervisor',
  primary: 'Primary / Owner',
};

/** Mails about somebody's account. */
export const accountMails = {
  levels,
  labels: { company: 'Company', level: 'Level', signIn: 'Sign in with' },
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  footer: (brand: string) => `Sent by ${brand} about the account for this address.`,
  unexpected: 'Did you not expect this?',

  invited: {
    subject: 'Set a password for your new account',
    /** `life` is how long the link works, such as "7 days". */
    preview: (life: string) => `The link works for ${life}.`,
    heading: 'An account for you',
    lead: ({ by, company }: Deed) =>
      by === undefined
        ? `There is now an account for you with ${company}.`
        : `${by} has asked us for an account for you with ${company}.`,
    purpose:
      'With it you book live sessions, see, move and cancel yours, and find the code of your company. It costs nothing, and it is yours alone: colleagues get their own.',
    staffLead: (brand: string) => `There is now a staff account for you at ${brand}.`,
    staffPurpose: 'With it you look after the sessions of all companies.',
    button: 'Set a password',
    life: (life: string) => `The link works once, and for ${life}. You can sign in when you have a password.`,
    another: (by: string) => `If it has expired, ask ${by} for another one.`,
    anotherFromUs: (mail: string) => `If it has expired, write to ${mail} for another one.`,
    ignore: (mail: string) =>
      `Then you need do nothing. Without a password the account can’t be used. If you think that it is a mistake, write to ${mail}.`,
  },
  passwordLink: {
    subject: 'Set a new password',
    preview: (life: string) => `The link works for ${life}.`,
    heading: 'A new password',
    lead: 'Somebody asked us for a new password for your account. If it was you, set it here.',
    button: 'Set a new password',
    life: (life: string) =>
      `The link works once, and for ${life}. Your old password stays until you have set the new one. Then you are signed out everywhere.`,
    ignore:
      'Then you need do nothing: your password stays as it is. We never ask for it, by mail or on the phone.',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    preview: 'If it was you, there is nothing to do.',
    heading: 'Your password was changed',
    lead: (when: string) =>
      `A new password was set for your account on ${when}. Whoever was signed in with the old one was signed out.`,
    fine: 'If it was you, there is nothing to do.',
    notYou: 'Was it not you?',
    react: (mail: string) =>
      `Then somebody else can read your mails. First change the password of your mailbox, then set a new one for this account, and write to ${mail}.`,
    button: 'Ask for a new password',
  },
  levelChanged: {
    subject: (level: string) => `Your account: now ${level}`,
    preview: (company: string) => `What you may do for ${company} has changed.`,
    heading: 'Your account has another level',
    lead: ({ by, company, from, level }: Deed & { readonly from: string; readonly level: string }) =>
      by === undefined
        ? `The level of your account with ${company} was changed from ${from} to ${level}.`
        : `${by} has changed the level of your account with ${company} from ${from} to ${level}.`,
    effect: 'What you may do in the portal has changed with it. You need do nothing.',
    button: 'Open the portal',
    ask: (by: string, mail: string) => `Please ask ${by}, or write to ${mail}.`,
    askUs: (mail: string) => `Please write to ${mail}.`,
  },
  removed: {
    subject: 'Your account was removed',
    preview: 'You can no longer sign in.',
    heading: 'Your account was removed',
    lead: ({ by, company }: Deed) =>
      by === undefined
        ? `Your account with ${company} was removed.`
        : `${by} has removed your account with ${company}.`,
    effect: 'You are signed out everywhere, and can no longer sign in. We write to you no more about it.',
    ask: (by: string, mail: string) =>
      `Please ask ${by}, who can have a new account set up for you, or write to ${mail}.`,
    askUs: (mail: string) => `Please write to ${mail}.`,
  },
};
