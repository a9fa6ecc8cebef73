import type { ComponentChildren } from 'preact';
import { dateAt } from '../../domain/calendar/zone.ts';
import { levels } from '../../domain/people/level.ts';
import { mayGive, reaches } from '../../domain/people/permissions.ts';
import type { Member } from '../../domain/people/person.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { CsrfField } from './csrf-field.tsx';
import type { PeopleView } from './people-view.ts';

interface EntryProps {
  readonly visit: Visit;
  readonly view: PeopleView;
  readonly person: Member;
}

/** Somebody of the company: who, of which level, active or not yet, and what the viewer may change about it. */
export function PersonEntry({ visit, view, person }: EntryProps) {
  const { language, settings } = visit;
  const { people } = language.portal;
  const { levels: names } = language.messages.accountMails;
  const isSelf = person.id === view.person.id;
  const asked = dateName(dateAt(settings.zone, person.invitedAt), language);
  return (
    <li>
      <h3>
        {line(person.name)}
        {isSelf ? <span class="soft"> ({people.you})</span> : null}
      </h3>
      <p>{person.email}</p>
      <p>{names[person.level]}</p>
      <p class="soft">{person.status === 'active' ? people.active : people.invited(asked)}</p>
      {isSelf ? null : <Changes visit={visit} view={view} person={person} />}
    </li>
  );
}

/** One's own account is not among them: a slip would lock its owner out. */
function Changes({ visit, view, person }: EntryProps) {
  const { people } = visit.language.portal;
  const { level } = view.person;
  const levelsToGive = levels.filter((other) => mayGive(level, other));
  const changes = reaches(level, 'change-levels', person.level) && levelsToGive.length > 0;
  const removes = reaches(level, 'remove-people', person.level);
  const resends = person.status === 'invited' && mayGive(level, person.level);
  if (!changes && !removes && !resends) return null;
  return (
    <details class="more">
      <summary>{people.manage(line(person.name))}</summary>
      {resends ? (
        <PersonForm visit={visit} view={view} person={person} action="resend">
          <p>{people.resendText(person.email)}</p>
          <button type="submit">{people.resend}</button>
        </PersonForm>
      ) : null}
      {changes ? <LevelForm visit={visit} view={view} person={person} /> : null}
      {removes ? (
        <PersonForm visit={visit} view={view} person={person} action="remove">
          <p>{people.removeText(line(person.name))}</p>
          <button type="submit" class="grave">
            {people.remove}
          </button>
        </PersonForm>
      ) : null}
    </details>
  );
}

function LevelForm({ visit, view, person }: EntryProps) {
  const { people } = visit.language.portal;
  const { levels: names } = visit.language.messages.accountMails;
  const id = `level-${person.id}`;
  return (
    <PersonForm visit={visit} view={view} person={person} action="level">
      <label for={id}>{people.level}</label>
      <select id={id} name="level">
        {levels
          .filter((level) => mayGive(view.person.level, level))
          .map((level) => (
            <option value={level} selected={level === person.level}>
              {names[level]}
            </option>
          ))}
      </select>
      <p class="hint">{people.changeLevelText}</p>
      <button type="submit">{people.changeLevel}</button>
    </PersonForm>
  );
}

interface FormProps extends EntryProps {
  readonly action: 'resend' | 'level' | 'remove';
  readonly children: ComponentChildren;
}

function PersonForm({ visit, view, person, action, children }: FormProps) {
  return (
    <form class="inside" method="post" action={hrefOf(visit, '/portal/people')}>
      <CsrfField csrf={view.csrf} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="person" value={person.id} />
      {children}
    </form>
  );
}
