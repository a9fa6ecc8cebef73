import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { DeskInsider, WaitingCount } from './desk-insider.ts';
import { KeysHelp } from './keys-help.tsx';

/** Where somebody at the desk can be, as the navigation has it. */
export type DeskPlace = 'today' | 'week' | 'waiting' | 'book' | 'hours' | 'companies' | 'webhooks';

interface Way {
  readonly place: DeskPlace;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What is pressed on a keyboard to go there. */
  readonly key?: string;
}

const ways: readonly Way[] = [
  { place: 'today', path: '/desk', key: 't' },
  { place: 'week', path: '/desk', query: { view: 'week' }, key: 'w' },
  { place: 'waiting', path: '/desk/waiting' },
  { place: 'book', path: '/desk/book', key: 'n' },
  { place: 'hours', path: '/desk/hours' },
  { place: 'companies', path: '/desk/companies' },
  { place: 'webhooks', path: '/desk/webhooks' },
];

interface Wayfinding {
  readonly visit: Visit;
  readonly insider: DeskInsider;
  /** Nowhere on pages that others lead to: a session's, a person's, what a search found. */
  readonly here: DeskPlace | undefined;
}

/** A page of the desk: with the way to the others, the search, and the way out. It holds a secret where it has forms. */
export function deskPage(
  visit: Visit,
  insider: DeskInsider,
  here: DeskPlace | undefined,
  page: Omit<Page, 'nav' | 'holdsToken' | 'holdsSecret' | 'desk'>,
): Page {
  const { styles = [], scripts = [] } = page;
  return {
    ...page,
    styles: ['desk.css', ...styles],
    scripts: ['desk.js', ...scripts],
    desk: true,
    // Nobody's search engine gets here, and addresses hold people's mail addresses: none is to be kept anywhere.
    holdsToken: true,
    holdsSecret: insider.csrf !== undefined,
    nav: <DeskHeader {...{ visit, insider, here }} />,
  };
}

function DeskHeader({ visit, insider, here }: Wayfinding) {
  const { frame: deskFrame } = deskIn(visit.language);
  return (
    <header class="desk-head">
      <Ways {...{ visit, insider, here }} />
      <search class="desk-search">
        <form method="get" action="/desk/search">
          {visit.asked ? <input type="hidden" name="lang" value={visit.asked} /> : null}
          <label class="unseen" for="desk-q">
            {deskFrame.search}
          </label>
          <input
            type="search"
            id="desk-q"
            name="q"
            placeholder={deskFrame.searchFor}
            autocomplete="off"
            enterkeyhint="search"
          />
        </form>
      </search>
      <button type="button" class="desk-keys" hidden aria-haspopup="dialog" aria-label={deskFrame.keys.open}>
        ?
      </button>
      <WayOut {...{ visit, insider }} />
      <KeysHelp visit={visit} />
    </header>
  );
}

function Ways({ visit, insider, here }: Wayfinding) {
  const { nav } = deskIn(visit.language).frame;
  return (
    <nav aria-label={nav.label}>
      {ways.map(({ place, path, query, key }) => (
        <a
          href={hrefOf(visit, path, query)}
          aria-current={place === here ? 'page' : undefined}
          aria-keyshortcuts={key}
          data-go={key}
        >
          {nav[place]}
          {place === 'waiting' ? <Badge {...{ visit, waiting: insider.waiting }} /> : null}
        </a>
      ))}
    </nav>
  );
}

function Badge({ visit, waiting }: { readonly visit: Visit; readonly waiting: WaitingCount }) {
  const said = waitingText(waiting);
  return (
    <span id="desk-waiting" class="badge" hidden={said === ''}>
      <span class="unseen">{deskIn(visit.language).frame.waiting}</span> <b>{said}</b>
    </span>
  );
}

/** "3", "20+", or nothing where nothing waits. */
export function waitingText({ count, more }: WaitingCount): string {
  if (more) return `${count}+`;
  return count === 0 ? '' : String(count);
}

/** Without a token, signing out takes one press more: on the page that says who is signed in. */
function WayOut({ visit, insider: { name, csrf } }: Omit<Wayfinding, 'here'>) {
  const { signOut, signedIn } = deskIn(visit.language).frame;
  if (csrf === undefined) {
    return (
      <a class="desk-out" href={hrefOf(visit, '/sign-in', { leave: '1' })} title={signedIn(name)}>
        {signOut}
      </a>
    );
  }
  return (
    <form class="desk-out" method="post" action={hrefOf(visit, '/sign-out')}>
      <CsrfField csrf={csrf} />
      <button type="submit" class="plain" title={signedIn(name)}>
        {signOut}
      </button>
    </form>
  );
}
