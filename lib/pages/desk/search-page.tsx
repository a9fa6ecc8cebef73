import type { ComponentChildren } from 'preact';
import type { DeskSought } from '../../domain/desk-sought.ts';
import { line } from '../../messages/line.ts';
import { mobileText } from '../book/mobile.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { Page } from '../page.tsx';
import { ToldNotice } from '../portal/told.tsx';
import type { Visit } from '../visit.ts';
import { accountWords } from './account-words.ts';
import { BookingEntry } from './booking-entry.tsx';
import { deskPage } from './desk-page.tsx';
import { companyPath, personPath } from './desk-paths.ts';
import type { FoundEntry, FoundList, SearchView } from './search-view.ts';

interface SearchProps {
  readonly visit: Visit;
  readonly view: SearchView;
}

/** More than a mail address needs. */
export const LONGEST_SEARCH = 300;

/** One field for all that staff look for, and what is found, by sort. */
export function searchPage(visit: Visit, view: SearchView): Page {
  const { search: deskSearch } = deskIn(visit.language);
  const isTooLong = view.text.length > LONGEST_SEARCH;
  return deskPage(visit, view.insider, undefined, {
    title: view.text === '' || isTooLong ? deskSearch.title : deskSearch.titleFor(line(view.text)),
    body: (
      <>
        <h1>{deskSearch.title}</h1>
        <ToldNotice told={view.told} />
        <SearchForm visit={visit} text={view.text} />
        {isTooLong ? <p role="status">{deskSearch.tooLong}</p> : <Found visit={visit} view={view} />}
      </>
    ),
  });
}

function SearchForm({ visit, text }: { readonly visit: Visit; readonly text: string }) {
  const { search: deskSearch } = deskIn(visit.language);
  return (
    <search>
      <form class="card" method="get" action="/desk/search" aria-label={deskSearch.title}>
        {visit.asked ? <input type="hidden" name="lang" value={visit.asked} /> : null}
        <div class="find">
          <label for="search-q">{deskSearch.field}</label>
          <input
            type="search"
            id="search-q"
            name="q"
            value={text.slice(0, LONGEST_SEARCH)}
            maxLength={LONGEST_SEARCH}
            aria-describedby="search-hint"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="search"
            autofocus={text === ''}
          />
          <button type="submit">{deskSearch.button}</button>
        </div>
        <p class="hint" id="search-hint">
          {deskSearch.hint}
        </p>
      </form>
    </search>
  );
}

function Found({ visit, view }: SearchProps) {
  const { language } = visit;
  const { search: deskSearch } = deskIn(language);
  const { sought, people, companies, bookings, now } = view;
  if (sought === undefined) return null;
  const isNothing = [people, companies, bookings].every(({ items }) => items.length === 0);
  return (
    <>
      <p role="status" class="sought">
        {soughtWords(sought, language, view.byCode)}. {isNothing ? deskSearch.none : null}
      </p>
      {isNothing ? <p class="hint">{deskSearch.noneHint[sought.by]}</p> : null}
      <div class="desk-columns">
        <Group visit={visit} sort="people" list={people}>
          {people.items.map((person) => (
            <PersonFound visit={visit} person={person} />
          ))}
        </Group>
        <Group visit={visit} sort="companies" list={companies}>
          {companies.items.map(({ id, name, planUntil }) => (
            <li>
              <h3>
                <a href={companyPath(visit, id)}>{line(name)}</a>
              </h3>
              <p class="soft">
                {id}, {deskSearch.planUntil(dateName(planUntil, language))}
              </p>
            </li>
          ))}
        </Group>
        <Group visit={visit} sort="bookings" list={bookings}>
          {bookings.items.map((booking) => (
            <BookingEntry
              visit={visit}
              booking={booking}
              now={now}
              who={
                booking.erasedAt === undefined ? line(booking.attendee.name) : deskIn(language).board.erased
              }
            />
          ))}
        </Group>
      </div>
    </>
  );
}

interface GroupProps {
  readonly visit: Visit;
  readonly sort: 'people' | 'companies' | 'bookings';
  readonly list: FoundList<unknown>;
  readonly children: ComponentChildren;
}

/** What is found of a sort, with how much that is; nothing where nothing is. */
function Group({ visit, sort, list, children }: GroupProps) {
  const { search: deskSearch } = deskIn(visit.language);
  const { length } = list.items;
  if (length === 0) return null;
  return (
    <section class="card" aria-labelledby={`found-${sort}`}>
      <h2 id={`found-${sort}`}>
        {deskSearch[sort](list.more ? deskSearch.atLeast(length) : String(length))}
      </h2>
      <ul class="entries">{children}</ul>
      {list.more ? <p class="hint">{deskSearch.cutOff(length)}</p> : null}
      {list.more && sort === 'bookings' ? <p class="hint">{deskSearch.moreBookings}</p> : null}
    </section>
  );
}

function PersonFound({ visit, person }: { readonly visit: Visit; readonly person: FoundEntry }) {
  const { language } = visit;
  const { email, name, account, company } = person;
  const isStaff = account?.staff === true;
  return (
    <li>
      <h3>
        <a href={personPath(visit, email)}>{line(name ?? email)}</a>
      </h3>
      {name === undefined ? null : <p>{email}</p>}
      <p class="soft">
        {accountWords(account, language)}
        {isStaff ? null : (
          <>
            ,{' '}
            {company === undefined ? (
              deskIn(language).search.noCompany
            ) : (
              <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
            )}
          </>
        )}
      </p>
    </li>
  );
}

/** What was looked for, so that nobody takes a number for a name. */
function soughtWords(sought: DeskSought, language: Language, byCode: SearchView['byCode']): string {
  const { search: deskSearch } = deskIn(language);
  switch (sought.by) {
    case 'id':
      return deskSearch.by.id(sought.beginning);
    case 'email':
      return deskSearch.by.email(sought.email);
    case 'mobile':
      return deskSearch.by.mobile(sought.mobiles.map(mobileText).join(deskSearch.or));
    case 'name': {
      const name = line(sought.name);
      const [named, coded] = [deskSearch.by.name(name), deskSearch.by.code(name)];
      if (byCode === undefined) return named;
      return byCode === 'alone' ? coded : `${coded}. ${named}`;
    }
  }
}
