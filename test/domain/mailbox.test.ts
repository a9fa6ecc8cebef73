import { describe, expect, it } from 'vitest';
import {
  addressesLost,
  allowMail,
  hearOfMail,
  type Mailbox,
  type MailHeard,
  mailLossOf,
  unknownMailbox,
} from '../../lib/domain/mailbox.ts';

const address = 'ada@example.com';
const nothing = unknownMailbox(address);

/** The mailbox after all of these, those that tell nothing new left out. */
function having(
  ...reports: readonly (Omit<MailHeard, 'address'> & { readonly address?: string })[]
): Mailbox {
  return reports.reduce((mailbox, report) => hearOfMail(mailbox, { address, ...report }) ?? mailbox, nothing);
}

const bounced = (at: number) => ({ what: 'bounced', at }) as const;
const delivered = (at: number) => ({ what: 'delivered', at }) as const;
const complained = (at: number) => ({ what: 'complained', at }) as const;
const allowed = (mailbox: Mailbox, at: number): Mailbox =>
  allowMail(mailbox, { at, by: 'per_robin', reason: 'They called' }) ?? mailbox;

describe('a mailbox', () => {
  it('is nothing to remember as long as mail arrives', () => {
    expect(having(delivered(1), delivered(2))).toEqual(nothing);
    expect(mailLossOf(nothing)).toBeUndefined();
  });

  it('that mail comes back from is marked since the first time', () => {
    const mailbox = having(bounced(5), bounced(7));
    expect(mailLossOf(mailbox)).toEqual({ reason: 'bounced', at: 5 });
    expect(mailbox.revision).toBe(1);
  });

  it('works again with a later delivery, and not with an earlier one that is told late', () => {
    expect(mailLossOf(having(bounced(5), delivered(4)))).toEqual({ reason: 'bounced', at: 5 });
    expect(mailLossOf(having(bounced(5), delivered(6)))).toBeUndefined();
  });

  it('that works again is not marked by an older mail that is told late', () => {
    expect(mailLossOf(having(bounced(5), delivered(9), bounced(7)))).toBeUndefined();
    expect(mailLossOf(having(bounced(5), delivered(9), bounced(11)))).toEqual({ reason: 'bounced', at: 11 });
  });

  it('whose reader complained stays off, whatever is delivered or comes back', () => {
    const mailbox = having(complained(5), delivered(6), bounced(7), delivered(8));
    expect(mailLossOf(mailbox)).toEqual({ reason: 'complained', at: 5 });
  });

  it('is mailed again once staff say so, until the next complaint', () => {
    const again = allowed(having(bounced(3), complained(5)), 8);
    expect(mailLossOf(again)).toBeUndefined();
    expect(hearOfMail(again, { address, ...complained(7) })).toBeUndefined();
    const once = hearOfMail(again, { address, ...complained(9) });
    expect(once && mailLossOf(once)).toEqual({ reason: 'complained', at: 9 });
  });

  it('that nothing stands against has nothing to be allowed', () => {
    expect(allowMail(nothing, { at: 1, by: 'per_robin', reason: 'They called' })).toBeUndefined();
    expect(allowMail(having(bounced(1), delivered(2)), { at: 3, by: 'a', reason: 'b' })).toBeUndefined();
  });

  it('knows every address that mail didn’t reach, for the mail service keeps them apart', () => {
    const labelled = having(bounced(1), { ...bounced(2), address: 'ada+work@example.com' }, bounced(3));
    expect(addressesLost(labelled)).toEqual([address, 'ada+work@example.com']);
  });

  it('forgets what is long past', () => {
    let mailbox = nothing;
    for (let at = 1; at < 100; at += 2) {
      mailbox = hearOfMail(mailbox, { address, ...bounced(at) }) ?? mailbox;
      mailbox = hearOfMail(mailbox, { address, ...delivered(at + 1) }) ?? mailbox;
    }
    expect(mailbox.notes).toHaveLength(20);
    expect(mailbox.revision).toBe(100);
  });
});
