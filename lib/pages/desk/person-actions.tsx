import { addDays, dateAt } from '../../domain/calendar/zone.ts';
import { mailLossOf } from '../../domain/mailbox.ts';
import { limits } from '../../http/schemas.ts';
import { priceText } from '../dates.ts';
import { Field } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { BookingEntry } from './booking-entry.tsx';
import { ActionCard, ReasonField } from './person-action-card.tsx';
import type { PersonView } from './person-view.ts';

interface ActionsProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

/** What can be done about somebody as they stand, a card each with what it does. Whoever is our own staff books nothing. */
export function PersonActions({ visit, view }: ActionsProps) {
  const { actions } = deskIn(visit.language).person;
  const { standing, account } = view;
  const isStaff = account?.staff === true;
  return (
    <section aria-labelledby="person-actions">
      <h2 id="person-actions">{actions.title}</h2>
      {standing.block === undefined ? null : <PaymentCard visit={visit} view={view} />}
      {standing.block === undefined && standing.approval === undefined ? null : (
        <LiftCard visit={visit} view={view} />
      )}
      {isStaff ? null : <BlockCard visit={visit} view={view} />}
      {mailLossOf(view.mailbox) === undefined ? null : <MailCard visit={visit} view={view} />}
      <EraseCard visit={visit} view={view} />
    </section>
  );
}

function PaymentCard({ visit, view }: ActionsProps) {
  const { language, settings } = visit;
  const { payment } = deskIn(language).person.actions;
  const { noShows } = settings.policy;
  const fee = priceText({ amount: noShows.reinstatementFee, currency: settings.currency }, language);
  return (
    <ActionCard {...{ visit, view, action: 'payment', title: payment.title }}>
      <p>{payment.does(fee)}</p>
      <p>
        {payment.told(view.email)} {payment.undo}
      </p>
      <ReasonField visit={visit} view={view} action="payment" />
      <button type="submit" class="wide primary">
        {payment.button(fee)}
      </button>
    </ActionCard>
  );
}

function LiftCard({ visit, view }: ActionsProps) {
  const { lift } = deskIn(visit.language).person.actions;
  return (
    <ActionCard {...{ visit, view, action: 'lift', title: lift.title }}>
      <p>{lift.does}</p>
      <p>
        {lift.told(view.email)} {lift.undo}
      </p>
      <ReasonField visit={visit} view={view} action="lift" />
      <button type="submit" class="wide primary">
        {lift.button}
      </button>
    </ActionCard>
  );
}

function BlockCard({ visit, view }: ActionsProps) {
  const { language, settings } = visit;
  const { block } = deskIn(language).person.actions;
  const usual = addDays(dateAt(settings.zone, view.now), settings.policy.noShows.blockDays);
  return (
    <ActionCard {...{ visit, view, action: 'block', title: block.title }}>
      <p>{block.does}</p>
      <p>
        {block.told(view.email)} {block.undo}
      </p>
      <Field
        name="block-until"
        label={block.until}
        language={language}
        problem={view.problems.get('block-until')}
        control={(ties) => (
          <input
            {...ties}
            name="until"
            type="date"
            autocomplete="off"
            placeholder="2027-12-31"
            value={view.tried?.action === 'block' ? view.tried.until : usual}
          />
        )}
      />
      <ReasonField visit={visit} view={view} action="block" />
      <button type="submit" class="wide grave">
        {block.button}
      </button>
    </ActionCard>
  );
}

function MailCard({ visit, view }: ActionsProps) {
  const { mail } = deskIn(visit.language).person.actions;
  return (
    <ActionCard {...{ visit, view, action: 'mail', title: mail.title }}>
      <p>{mail.does}</p>
      <p>
        {mail.told} {mail.undo}
      </p>
      <ReasonField visit={visit} view={view} action="mail" />
      <button type="submit" class="wide primary">
        {mail.button}
      </button>
    </ActionCard>
  );
}

function EraseCard({ visit, view }: ActionsProps) {
  const { language } = visit;
  const { erase } = deskIn(language).person.actions;
  const { open = [], now, email } = view;
  return (
    <ActionCard {...{ visit, view, action: 'erase', title: erase.summary }}>
      <div class="warned">
        <p>
          <strong>{erase.undo}</strong>
        </p>
        <p>{erase.does}</p>
        <p>{erase.stays}</p>
        {view.account === undefined || view.account.status === 'removed' ? null : <p>{erase.account}</p>}
        <p>{erase.told}</p>
      </div>
      {open.length === 0 ? null : (
        <>
          <p>{erase.open}</p>
          <ul class="entries">
            {open.map((booking) => (
              <BookingEntry visit={visit} booking={booking} now={now} />
            ))}
          </ul>
        </>
      )}
      <ReasonField visit={visit} view={view} action="erase" />
      <Field
        name="erase-confirm"
        label={erase.confirm(email)}
        language={language}
        problem={view.problems.get('erase-confirm')}
        control={(ties) => (
          <input
            {...ties}
            name="confirm"
            type="email"
            inputMode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxLength={limits.email}
            value={view.tried?.action === 'erase' ? view.tried.confirm : ''}
          />
        )}
      />
      <button type="submit" class="wide grave">
        {erase.button}
      </button>
    </ActionCard>
  );
}
