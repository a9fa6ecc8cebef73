import { sessionIn } from '../browser.ts';
import type { Act, Answered, Logged, NewPassword, SignIn } from '../script.ts';
import type { Found, Invariant } from './violation.ts';

export const signedIn: Invariant = {
  name: 'signed in',
  says: 'Whoever gives their password is signed in until they sign out, nobody else is, and no session is begun by half.',
  find: ({ log }) => log.flatMap(wrong),
};

function wrong({ act, answers }: Logged): Found[] {
  if (act.do !== 'sign-in' && act.do !== 'new-password') return [];
  const tries = triesIn(answers);
  const whys = [
    ...tries.flatMap((tried, nth) => wronglyAnswered(tried, isTheirs(act, nth))),
    ...(answers.some(
      (answer) => sessionIn(answer) === 'part' || (answer.status >= 400 && sessionIn(answer) === 'whole'),
    )
      ? ['was given half a session']
      : []),
    ...(act.do === 'sign-in' ? afterwards(answers) : []),
  ];
  return whys.map((why) => ({ sentence: `In ${act.id}, ${act.who} ${why}.` }));
}

/** The answers to each press of the button, which is pressed again where it was answered with a failure of ours. */
function triesIn(answers: readonly Answered[]): Answered[][] {
  const tries: Answered[][] = [];
  answers.forEach((answer, index) => {
    if (!isSignIn(answer)) return;
    const before = answers[index - 1];
    if (before !== undefined && isSignIn(before)) tries.at(-1)?.push(answer);
    else tries.push([answer]);
  });
  return tries;
}

const isSignIn = ({ method, path }: Answered): boolean => method === 'POST' && path === '/sign-in';

function wronglyAnswered(tried: readonly Answered[], theirs: boolean): string[] {
  if (!theirs) {
    const is = tried.some((answer) => sessionIn(answer) !== 'none');
    return is ? ['was signed in with a password that is not theirs'] : [];
  }
  const last = tried.at(-1);
  const failed = last === undefined || last.status === 0 || last.status >= 500 || last.status === 429;
  return failed || sessionIn(last) === 'whole' ? [] : ['could not sign in with their password'];
}

/** What is theirs is shown to them while they are signed in, and no longer. */
function afterwards(answers: readonly Answered[]): string[] {
  const out = answers.findLastIndex(({ method, path }) => method === 'POST' && path === '/sign-out');
  const isShown = ({ status }: Answered): boolean => status === 200;
  const looks = answers.filter(({ path }) => path === '/portal' || path === '/desk/companies');
  const before = looks.filter((look) => out < 0 || answers.indexOf(look) < out).at(-1);
  const after = out < 0 || answers[out]?.status !== 303 ? undefined : answers.slice(out + 1).at(-1);
  return [
    ...(before !== undefined && before.status > 0 && before.status < 500 && !isShown(before)
      ? ['was signed in, and was not shown their own']
      : []),
    ...(after !== undefined && isShown(after) ? ['was still signed in after signing out'] : []),
  ];
}

/** Whose password an act gives at each of its tries to sign in: theirs, or one that isn't. */
function isTheirs(act: Act & (SignIn | NewPassword), nth: number): boolean {
  return act.do === 'sign-in' ? act.password === 'right' : nth > 0;
}
