import { unknownPhone } from '../domain/phone/phone.ts';
import { deletePartition } from './delete-partition.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { commitPhone, readPhone } from './phones.ts';

/**
 * Deletes what is known of a number: its row, what it was told, and the claims on that. That its owner wants no texts
 * stays, as the law asks.
 */
export async function erasePhone(table: TableClient, mobile: string): Promise<void> {
  const phone = await readPhone(table, mobile);
  const { consent } = phone;
  const optedOut = consent?.given === false;
  if (optedOut) {
    const after = { ...unknownPhone(mobile), consent, revision: phone.revision + 1 };
    // What it forgets so is to be gone, not kept elsewhere.
    await commitPhone(table, { before: { ...phone, heard: [] }, after, now: consent.stamp });
  }
  const { pk, sk } = keys.phoneKey(mobile);
  await deletePartition(table, pk, optedOut ? sk : undefined);
}
