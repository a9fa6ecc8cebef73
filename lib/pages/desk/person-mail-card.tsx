import { type MailboxNote, mailLossOf } from '../../domain/mailbox.ts';
import { line } from '../../messages/line.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { PersonView } from './person-view.ts';
import { whenHere } from './when.ts';

interface MailProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

/** Whether mail reaches somebody, what to do where it doesn't, and all that came to be known; nothing where it simply does. */
export function PersonMailCard({ visit, view: { mailbox, mobile, staff } }: MailProps) {
  if (mailbox.notes.length === 0) return null;
  const { mail } = deskIn(visit.language).person;
  const loss = mailLossOf(mailbox);
  const instead = mobile === undefined ? mail.instead : mail.insteadCall;
  return (
    <section class="card" id="mail" aria-labelledby="mail-title">
      <h2 id="mail-title">{mail.title}</h2>
      {loss === undefined ? (
        <p>{mail.works}</p>
      ) : (
        <div class="notice bad">
          <p>
            <strong>{mail.lost[loss.reason](whenHere(loss.at, visit))}</strong>
          </p>
          <p>{instead}</p>
        </div>
      )}
      <ul class="list">
        {mailbox.notes.toReversed().map((note) => (
          <li>{told(note, visit, staff)}</li>
        ))}
      </ul>
    </section>
  );
}

function told(note: MailboxNote, visit: Visit, staff: PersonView['staff']): string {
  const { notes } = deskIn(visit.language).person.mail;
  const at = whenHere(note.at, visit);
  if (note.what !== 'allowed') return notes[note.what](at);
  return notes.allowed(line(staff.get(note.by) ?? note.by), at, line(note.reason));
}
