import { once } from './once.ts';
import type { PersonEffectDeps, RecordedPersonEvent } from './people-deps.ts';
import { performAll } from './perform-all.ts';
import { personEffectsOf } from './person-effects.ts';
import { sendAccountMail } from './send-account-mail.ts';

/** Does what follows from an event of a person's account, each effect once. `leaseMs` and failures as in `react`. */
export async function tellPerson(
  deps: PersonEffectDeps,
  { personId, number, event }: RecordedPersonEvent,
  leaseMs: number,
): Promise<void> {
  const person = await deps.people.person(personId);
  if (person === undefined) return;
  await performAll(personEffectsOf(event, person, deps.now()), (effect) =>
    once(deps, { owner: personId, effect: `${number}.${effect}` }, leaseMs, async (messageId) => {
      if (effect === 'mail') return sendAccountMail(deps, person, event, messageId);
      await deps.identity.remove(personId);
      return undefined;
    }),
  );
}
