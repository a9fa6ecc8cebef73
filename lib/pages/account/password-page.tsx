import { type PasswordFault, passwordLength } from '../../domain/password.ts';
import type { FieldProblems } from '../field.tsx';
import type { Language } from '../language/en.ts';
import type { Page } from '../page.tsx';
import type { Said } from '../problem-page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { onTheWay } from './own-path.ts';
import { PasswordField } from './password-field.tsx';
import { Alert } from './said.tsx';

export interface PasswordView {
  readonly csrf: string;
  readonly token: string;
  /** Mail address of the account that the link is for. */
  readonly email: string;
  /** Whether it is the account's first password. */
  readonly first: boolean;
  readonly problems: FieldProblems;
  readonly alert?: Said;
}

/** The page that a link in a mail opens, to choose the account's next password. */
export function passwordPage(visit: Visit, view: PasswordView, status = 200): Page {
  const { language } = visit;
  const { choose } = language.account;
  const { problems, alert, first } = view;
  const title = first ? choose.welcome : choose.title;
  const wrong = problems.size > 0 || alert !== undefined;
  return {
    status,
    title: wrong ? language.frame.titleWithError(title) : title,
    holdsToken: true,
    scripts: ['password.js'],
    body: (
      <>
        <h1>{title}</h1>
        <Alert said={alert} />
        <ProblemSummary problems={problems} language={language} />
        <Form visit={visit} view={view} />
      </>
    ),
  };
}

function Form({ visit, view }: { readonly visit: Visit; readonly view: PasswordView }) {
  const { language } = visit;
  const { choose } = language.account;
  return (
    <form class="card" method="post" action={hrefOf(visit, `/password/${view.token}`)} noValidate>
      <p>
        {choose.for} <strong class="whose">{view.email}</strong>.
      </p>
      <input type="hidden" name="csrf" value={view.csrf} />
      {/* Tells browsers under which name to keep the password. */}
      <input type="email" name="email" value={view.email} autocomplete="username" hidden readOnly />
      <PasswordField
        label={choose.label}
        language={language}
        autocomplete="new-password"
        hint={choose.hint(passwordLength.fewest)}
        problem={view.problems.get('password')}
      />
      {view.first ? null : <p class="hint">{choose.endsSessions}</p>}
      <p>
        <button type="submit" class="primary wide">
          {choose.button}
        </button>
      </p>
    </form>
  );
}

/** What is said of a password that won't do. */
export function faultWords({ account }: Language, fault: PasswordFault | 'not-taken'): string {
  const { problems } = account.choose;
  switch (fault) {
    case 'too-short':
      return problems['too-short'](passwordLength.fewest);
    case 'too-long':
      return problems['too-long'](passwordLength.most);
    case 'space-at-an-end':
    case 'not-taken':
      return problems[fault];
  }
}

/** The page of a link that sets no password any more, or never did. */
export function invalidLinkPage(visit: Visit, status: number): Page {
  const { title, text, again, invited } = visit.language.account.choose.invalid;
  return {
    status,
    title,
    holdsToken: true,
    body: (
      <>
        <h1>{title}</h1>
        <div class="card">
          <p>{text}</p>
          <p>
            <a class="button" href={onTheWay(visit, '/forgot')}>
              {again}
            </a>
          </p>
          <p class="soft">{invited}</p>
        </div>
      </>
    ),
  };
}
