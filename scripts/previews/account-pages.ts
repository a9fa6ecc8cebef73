import { Refusal } from '../../lib/domain/refusal.ts';
import { forgotPage, linkSentPage } from '../../lib/pages/account/forgot-page.tsx';
import { faultWords, invalidLinkPage, passwordPage } from '../../lib/pages/account/password-page.tsx';
import { tooManyTries } from '../../lib/pages/account/said.tsx';
import { type SignInView, signInPage } from '../../lib/pages/account/sign-in-page.tsx';
import { signedInPage } from '../../lib/pages/account/signed-in-page.tsx';
import type { Language } from '../../lib/pages/language/en.ts';
import { refusalPage } from '../../lib/pages/problem-page.tsx';
import type { PageState } from './page-state.ts';

const email = 'ada@example.com';
const none = new Map<string, string>();
const password = { csrf: '', token: 'token', email, problems: none };

/** The pages to sign in on, and to choose a password. Another state is a row. */
export const accountPages: readonly PageState[] = [
  signIn('Signing in', () => ({ email: '' })),
  signIn('Signing in, after signing out', () => ({ email: '', signedOut: true })),
  signIn('Signing in, with nothing typed', ({ fields, account }) => ({
    email: '',
    problems: new Map([
      ['email', fields.missing(account.email)],
      ['password', fields.missing(account.password)],
    ]),
  })),
  signIn('Signing in, wrong', ({ account }) => ({ alert: account.signIn.wrong })),
  signIn('Signing in, too often', (language) => ({ alert: tooManyTries(language, 600) })),
  signIn('Signing in, on a page that is too old', ({ account }) => ({ email: '', alert: account.stale })),
  { name: 'Signed in as staff', page: (visit) => signedInPage(visit, { csrf: '', name: 'Kim Lee', email }) },
  {
    name: 'Password forgotten',
    page: (visit) => forgotPage(visit, { csrf: '', email: '', problems: none }),
  },
  { name: 'Password forgotten, link on its way', page: linkSentPage },
  { name: 'Choosing the first password', page: (visit) => passwordPage(visit, { ...password, first: true }) },
  {
    name: 'Choosing another password, too short',
    page: (visit) => {
      const problems = new Map([['password', faultWords(visit.language, 'too-short')]]);
      return passwordPage(visit, { ...password, first: false, problems });
    },
  },
  { name: 'A password link that was used', page: (visit) => invalidLinkPage(visit, 404) },
  { name: 'Not allowed', page: (visit) => refusalPage(visit, new Refusal('not-allowed', '')) },
  { name: 'A forged form', page: (visit) => refusalPage(visit, new Refusal('forged-request', '')) },
];

function signIn(name: string, told: (language: Language) => Partial<SignInView>): PageState {
  return {
    name,
    page: (visit) => signInPage(visit, { csrf: '', email, problems: none, ...told(visit.language) }),
  };
}
