import type { ComponentChildren } from 'preact';
import { shortMoment } from '../../messages/time.ts';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { SignInButton } from './account-line.tsx';
import { BarredNotice } from './barred-notice.tsx';
import type { BookView } from './view.ts';

interface NoticesProps {
  readonly visit: Visit;
  readonly view: BookView;
}

/** What stands on top of the form: what is wrong, a time that was lost, a booking made before, remarks. */
export function Notices({ visit, view }: NoticesProps) {
  const { language } = visit;
  return (
    <>
      <Said visit={visit} view={view} />
      {view.barred === undefined ? null : (
        <BarredNotice
          visit={visit}
          barred={view.barred}
          timeZone={view.picker.timeZone}
          tried={view.wantedToBook}
        />
      )}
      <ProblemSummary problems={view.problems} language={language} />
      <Lost visit={visit} view={view} />
      {view.remarks.map((remark) => (
        <p class="notice">{remark}</p>
      ))}
    </>
  );
}

function Said({ visit, view: { notice } }: NoticesProps) {
  const { problems, account } = visit.language.book;
  switch (notice?.kind) {
    case undefined:
      return null;
    case 'said':
      return <Alert title={notice.title} text={notice.text} />;
    case 'sign-in':
      return (
        <Alert title={account.first} text={account.firstBeside}>
          <SignInButton visit={visit} />
        </Alert>
      );
    case 'back':
      return (
        <div class="notice good" id="said" role="status" tabIndex={-1} autofocus>
          <h2>{account.back}</h2>
          <p>{account.backText}</p>
          <p>
            <a href="#summary">{account.toSummary}</a>
          </p>
        </div>
      );
    case 'already':
      return (
        <Alert title={problems.already} text={problems.alreadyText}>
          <a class="button" href={hrefOf(visit, notice.bookedPath)}>
            {problems.alreadyLink}
          </a>
          <button type="submit" name="action" value="another">
            {problems.another}
          </button>
        </Alert>
      );
  }
}

interface AlertProps {
  readonly title: string;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

function Alert({ title, text, children }: AlertProps) {
  return (
    <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <p class="row">{children}</p> : null}
    </div>
  );
}

/** Offers the nearest free times in place of one that is gone. Where nothing else is amiss, one press books. */
function Lost({ visit, view }: NoticesProps) {
  const { lost, nearest, timeZone } = view.picker;
  if (lost === undefined) return null;
  const { problems } = visit.language.book;
  const booksAtOnce = view.wantedToBook && view.problems.size === 0;
  const [verb, say] = booksAtOnce ? ['book-at', problems.bookInstead] : ['take', problems.takeInstead];
  const tell = (start: number): string => shortMoment(start, timeZone, visit.language.messages);
  return (
    <div class="notice bad" id="lost" role="alert" tabIndex={-1} autofocus={view.problems.size === 0}>
      <h2>{problems.lost(tell(lost))}</h2>
      <p>{nearest.length === 0 ? problems.lostChoose : problems.lostText}</p>
      <div class="row">
        {nearest.map((start) => (
          <button
            type="submit"
            name="action"
            value={`${verb}:${new Date(start).toISOString()}`}
            formaction={hrefOf(visit, '/book')}
          >
            {say(tell(start))}
          </button>
        ))}
      </div>
    </div>
  );
}
