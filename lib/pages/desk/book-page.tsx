import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { CsrfField } from '../portal/csrf-field.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { WhenCard, WhoCard } from './book-fields.tsx';
import { BookPreviewCard } from './book-preview.tsx';
import type { DeskBookView } from './book-view.ts';
import { deskPage } from './desk-page.tsx';

interface BookProps {
  readonly visit: Visit;
  readonly view: DeskBookView;
}

const FORM = 'desk-book';

/** An emergency appointment: when, with whom and for whom; then what is in its way and what is sent, and the button that books. */
export function deskBookPage(visit: Visit, view: DeskBookView, status = 200): Page {
  const { frame } = visit.language;
  const { book: deskBook } = deskIn(visit.language);
  const { title } = deskBook;
  const { csrf } = view.insider;
  const { key, back } = view.form;
  return deskPage(visit, view.insider, 'book', {
    status,
    title: view.problems.size === 0 ? title : frame.titleWithError(title),
    form: FORM,
    body: (
      <div class="desk-book">
        <h1>{title}</h1>
        <Notice view={view} />
        <ProblemSummary problems={view.problems} language={visit.language} />
        <p>{deskBook.intro}</p>
        <form id={FORM} method="post" action={hrefOf(visit, '/desk/book')} novalidate>
          <CsrfField csrf={csrf} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="checked" value={view.preview?.mark ?? ''} />
          <input type="hidden" name="back" value={back} />
          {/* What Enter presses in a field: it checks, and books nothing. */}
          <button type="submit" name="action" value="check" class="unseen" tabIndex={-1} aria-hidden="true" />
          <WhenCard visit={visit} view={view} />
          <WhoCard visit={visit} view={view} />
          <BookPreviewCard visit={visit} view={view} />
        </form>
      </div>
    ),
  });
}

function Notice({ view: { notice } }: Pick<BookProps, 'view'>) {
  if (notice === undefined) return null;
  const { title, text, way } = notice;
  return (
    <div class="notice bad" id="said" role="alert" tabIndex={-1} autofocus>
      <h2>{title}</h2>
      <p>{text}</p>
      {way === undefined ? null : (
        <p class="row">
          <a class="button" href={way.href}>
            {way.label}
          </a>
        </p>
      )}
    </div>
  );
}
