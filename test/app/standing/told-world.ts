import { inviteAccount } from '../../../lib/app/people/invite-account.ts';
import { recordPassword } from '../../../lib/app/people/passwords.ts';
import { company, type World } from '../../world.ts';
import { staffDeps } from './standing-world.ts';

export const ADA = 'ada@example.com';
export const PRIMARY = 'primary@example.com';
export const STAFF = 'support@example.com';

/** Somebody who answers for the company that every world knows. */
export async function addPrimary(world: World, email = PRIMARY): Promise<string> {
  const { people } = staffDeps(world);
  const wish = { companyId: company.id, name: 'Priya Hahn', email, level: 'primary' } as const;
  const { id } = await inviteAccount(people, { kind: 'operator' }, wish);
  await recordPassword(people, id, 0);
  return id;
}
