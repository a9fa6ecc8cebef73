import { once } from './once.ts';
import type { PersonEffectDeps, RecordedPersonEvent } from './people-deps.ts';
import { performAll } from './perform-all.ts';
import { personEffectsOf } from './person-effects.ts';
import { publicPersonEvent } from './publish/people-events.ts';
import { prepareAccountMail } from './send-account-mail.ts';

/** Does what follows from an event of a person's account, each effect once. `leaseMs` and failures as in `react`. */
export async function tellPerson(
  deps: PersonEffectDeps,
  record: RecordedPersonEvent,
  leaseMs: number,
): Promise<void> {
  const { personId, number, event } = record;
  const person = await deps.people.person(personId);
  if (person === undefined) return;
  const told = publicPersonEvent(record, person, deps.now());
  const effects = [...personEffectsOf(event, person, deps.now()), ...(told === undefined ? [] : [told])];
  await performAll(effects, (effect) => {
    if (typeof effect === 'object') return deps.bus.publish(effect);
    return once(deps, { owner: personId, effect: `${number}.${effect}` }, leaseMs, async (messageId) => {
      if (effect === 'mail') return prepareAccountMail(deps, person, event, messageId);
      return async () => {
        await deps.identity.remove(personId);
        return undefined;
      };
    });
  });
}
