import { shortMoment } from '../../messages/time.ts';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
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
      <ProblemSummary problems={view.problems} language={language} />
      <Lost visit={visit} view={view} />
      {view.remarks.map((remark) => (
        <p class="notice">{remark}</p>
      ))}
    </>
  );
}

function Said({ visit, view: { notice } }: NoticesProps) {
  const { problems } = visit.language.book;
  if (notice === undefined) return null;
  if (notice.kind === 'said') {
    return (
      <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
        <h2>{notice.title}</h2>
        <p>{notice.text}</p>
      </div>
    );
  }
  return (
    <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
      <h2>{problems.already}</h2>
      <p>{problems.alreadyText}</p>
      <p class="row">
        <a class="button" href={hrefOf(visit, notice.bookedPath)}>
          {problems.alreadyLink}
        </a>
        <button type="submit" name="action" value="another">
          {problems.another}
        </button>
      </p>
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
