import { limits } from '../../http/schemas.ts';
import { type FieldProblems, LineField } from '../field.tsx';
import type { Page } from '../page.tsx';
import type { Said } from '../problem-page.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import type { Visit } from '../visit.ts';
import { onTheWay } from './own-path.ts';
import { Alert } from './said.tsx';

export interface ForgotView {
  readonly csrf: string;
  readonly email: string;
  readonly problems: FieldProblems;
  readonly alert?: Said;
}

/** The page that asks for a link to choose a new password. */
export function forgotPage(visit: Visit, view: ForgotView, status = 200): Page {
  const { language } = visit;
  const { account, frame } = language;
  const { forgot } = account;
  const { problems, alert } = view;
  const wrong = problems.size > 0 || alert !== undefined;
  return {
    status,
    title: wrong ? frame.titleWithError(forgot.title) : forgot.title,
    body: (
      <>
        <h1>{forgot.title}</h1>
        <Alert said={alert} />
        <ProblemSummary problems={problems} language={language} />
        <form class="card" method="post" action={onTheWay(visit, '/forgot')} noValidate>
          <p>{forgot.text}</p>
          <input type="hidden" name="csrf" value={view.csrf} />
          <LineField
            name="email"
            label={account.email}
            language={language}
            value={view.email}
            most={limits.email}
            problem={problems.get('email')}
            input={{ type: 'email', autocomplete: 'username' }}
          />
          <p>
            <button type="submit" class="primary wide">
              {forgot.button}
            </button>
          </p>
          <p>
            <a href={onTheWay(visit, '/sign-in')}>{forgot.back}</a>
          </p>
        </form>
      </>
    ),
  };
}

/** What everybody hears who asked for a link, whether one was sent or not. */
export function linkSentPage(visit: Visit): Page {
  const { forgot } = visit.language.account;
  const { title, text, nothing, again } = forgot.sent;
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <div class="card">
          <p>{text}</p>
          <p class="soft">{nothing}</p>
          <p class="row">
            <a class="button" href={onTheWay(visit, '/sign-in')}>
              {forgot.back}
            </a>
            <a class="button" href={onTheWay(visit, '/forgot')}>
              {again}
            </a>
          </p>
        </div>
      </>
    ),
  };
}
