import { lostNumber } from '../domain/phone/hear.ts';
import { changePhone } from './change-phone.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';
import { sessionsOfNumber } from './sessions-of-number.ts';

/** Remembers that a number can't be texted, and puts every open session of it under the rules of those without one. */
export async function loseNumber(deps: Deps, mobile: string, reason: 'opted-out' | 'refused'): Promise<void> {
  await changePhone(deps, mobile, (phone) => ({
    after: lostNumber(phone, reason, deps.now()),
    result: undefined,
  }));
  for (const id of await sessionsOfNumber(deps, mobile, deps.now())) {
    await handle(deps, id, { type: 'lose-mobile', reason });
  }
}
