import { limits } from '../../http/schemas.ts';
import { type FieldProblems, LineField } from '../field.tsx';
import type { Page } from '../page.tsx';
import type { Said } from '../problem-page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import type { Visit } from '../visit.ts';
import { onTheWay } from './own-path.ts';
import { PasswordField } from './password-field.tsx';
import { Alert } from './said.tsx';

export interface SignInView {
  readonly csrf: string;
  readonly email: string;
  readonly problems: FieldProblems;
  readonly alert?: Said;
  /** Set where somebody comes from signing out. */
  readonly signedOut?: boolean;
}

/** The page to sign in on. It says the same of every address, whether it has an account or not. */
export function signInPage(visit: Visit, view: SignInView, status = 200): Page {
  const { language } = visit;
  const { signIn } = language.account;
  const { problems, alert } = view;
  const wrong = problems.size > 0 || alert !== undefined;
  return {
    status,
    title: wrong ? language.frame.titleWithError(signIn.title) : signIn.title,
    scripts: ['password.js'],
    body: (
      <>
        <h1>{signIn.title}</h1>
        {view.signedOut ? (
          <div class="notice good" role="status">
            <h2>{signIn.signedOut.title}</h2>
            <p>{signIn.signedOut.text}</p>
          </div>
        ) : null}
        <Alert said={alert} />
        <ProblemSummary problems={problems} language={language} />
        <Form visit={visit} view={view} />
        <p class="soft">{signIn.noAccount}</p>
      </>
    ),
  };
}

function Form({ visit, view }: { readonly visit: Visit; readonly view: SignInView }) {
  const { language } = visit;
  const { email, password, signIn } = language.account;
  return (
    <form class="card" method="post" action={onTheWay(visit, '/sign-in')} noValidate>
      <div>
        <LineField
          name="email"
          label={email}
          language={language}
          value={view.email}
          most={limits.email}
          problem={view.problems.get('email')}
          input={{ type: 'email', autocomplete: 'username' }}
        />
        <PasswordField
          label={password}
          language={language}
          autocomplete="current-password"
          problem={view.problems.get('password')}
        />
      </div>
      <input type="hidden" name="csrf" value={view.csrf} />
      <p>
        <button type="submit" class="primary wide">
          {signIn.button}
        </button>
      </p>
      <p>
        <a href={onTheWay(visit, '/forgot')}>{signIn.forgot}</a>
      </p>
    </form>
  );
}
