import { lostNumber } from '../domain/phone/hear.ts';
import { changePhone } from './change-phone.ts';
import type { Deps } from './deps.ts';
import { handle } from './handle.ts';

/** The most sessions of a number that are told at once; later ones read the number when they come up. */
const MOST = 25;
/** How long ago a session that may still be open began at the earliest (ms). */
const LATELY = 86_400_000;

/** Remembers that a number can't be texted, and puts every open session of it under the rules of those without one. */
export async function loseNumber(deps: Deps, mobile: string, reason: 'opted-out' | 'refused'): Promise<void> {
  await changePhone(deps, mobile, (phone) => ({
    after: lostNumber(phone, reason, deps.now()),
    result: undefined,
  }));
  for (const id of await deps.table.bookingsOf(mobile, deps.now() - LATELY, MOST)) {
    await handle(deps, id, { type: 'lose-mobile', reason });
  }
}
