import { may } from '../../domain/people/permissions.ts';
import { line } from '../../messages/line.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { CsrfField } from './csrf-field.tsx';
import type { ProfileView } from './profile-view.ts';

interface NewslettersProps {
  readonly visit: Visit;
  readonly view: ProfileView;
}

/** Whether newsletters and update notices come, what ends with them, and the button that changes it. */
export function NewslettersCard({ visit, view }: NewslettersProps) {
  const { newsletters } = visit.language.portal;
  const { person, csrf } = view;
  const updatesOnly = !may(person.level, 'receive-newsletters');
  const wanted = person.newsletters;
  return (
    <section class="card" aria-labelledby="newsletters">
      <h2 id="newsletters">{newsletters.title}</h2>
      {wanted ? (
        <>
          <p>{updatesOnly ? newsletters.updates : newsletters.both}</p>
          <p>{updatesOnly ? newsletters.warningUpdates : newsletters.warning}</p>
        </>
      ) : (
        <p>{updatesOnly ? newsletters.neitherUpdates : newsletters.neither}</p>
      )}
      <Company visit={visit} view={view} />
      <form method="post" action={hrefOf(visit, '/portal')}>
        <CsrfField csrf={csrf} />
        <button type="submit" name="newsletters" value={wanted ? 'stop' : 'start'}>
          {buttonWords(visit, wanted, updatesOnly)}
        </button>
      </form>
    </section>
  );
}

/** MISSION: "the company should keep at least one account that still gets them". */
function Company({ visit, view }: NewslettersProps) {
  const { newsletters } = visit.language.portal;
  const { company, companyGetsNewsletters, onlyOneGettingNewsletters } = view;
  const name = line(company.name);
  if (onlyOneGettingNewsletters) return <p class="warned">{newsletters.last(name)}</p>;
  return companyGetsNewsletters ? null : <p class="warned">{newsletters.nobody(name)}</p>;
}

function buttonWords(visit: Visit, wanted: boolean, updatesOnly: boolean): string {
  const { newsletters } = visit.language.portal;
  if (wanted) return updatesOnly ? newsletters.stopUpdates : newsletters.stop;
  return updatesOnly ? newsletters.startUpdates : newsletters.start;
}
