import { shortMoment } from '../../messages/time.ts';
import type { Page } from '../page.tsx';
import { TimePicker } from '../picker/time-picker.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { SignOutForm } from './account-line.tsx';
import { Notices } from './notices.tsx';
import { SessionTypes } from './session-types.tsx';
import { Summary } from './summary.tsx';
import type { BookView } from './view.ts';
import { WhoFields } from './who-fields.tsx';

const FORM = 'book';

/** The booking page: one form whose every button posts it whole, so that nothing typed gets lost or into an address. */
export function bookPage(visit: Visit, view: BookView, status = 200): Page {
  const { language } = visit;
  const { title } = language.book;
  return {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    form: FORM,
    framable: true,
    ...(view.visitor && { holdsSecret: true }),
    scripts: ['book.js'],
    body: <Body visit={visit} view={view} />,
  };
}

function Body({ visit, view }: { readonly visit: Visit; readonly view: BookView }) {
  const { language } = visit;
  const { book } = language;
  const action = hrefOf(visit, '/book');
  const { form, picker, problems } = view;
  return (
    <>
      <h1>{book.title}</h1>
      <form id={FORM} method="post" action={`${action}#when`} novalidate data-says={changeOf(visit, view)}>
        {/* The Enter key presses a form's first button. */}
        <button
          type="submit"
          class="unseen"
          name="action"
          value="book"
          formaction={action}
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="key" value={form.key} />
        {view.visitor ? <input type="hidden" name="csrf" value={view.visitor.csrf} /> : null}
        <input type="hidden" name="sessionType" value={view.sessionType.id} />
        <Notices visit={visit} view={view} />
        <section class="card" aria-labelledby="what">
          <h2 id="what">{book.what.title}</h2>
          <SessionTypes visit={visit} chosen={view.sessionType} />
        </section>
        <section class="card" aria-labelledby="when">
          <h2 id="when">{book.when.title}</h2>
          <TimePicker
            {...{ picker, language, action }}
            then="who"
            assumed={view.zoneAssumed}
            problem={problems.get('start')}
          />
        </section>
        <section class="card" aria-labelledby="who">
          <h2 id="who">{book.who.title}</h2>
          <WhoFields visit={visit} view={view} />
        </section>
        <Summary visit={visit} view={view} action={action} />
      </form>
      <SignOutForm visit={visit} view={view} />
    </>
  );
}

/** What a script tells those who listen after the form has changed under their hands. */
function changeOf({ language }: Visit, { picker }: BookView): string {
  if (picker.start === undefined) return language.book.summary.noTime;
  return language.book.when.chosen(shortMoment(picker.start, picker.timeZone, language.messages));
}
