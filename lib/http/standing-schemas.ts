import * as z from 'zod/mini';
import { companyId, reason, revision } from './desk-schemas.ts';
import { instant, limits, prose } from './schemas.ts';

/** The shapes of requests about standing: of who contests a no-show, and of our staff who decide. */

export const contestBody = z.strictObject({ text: prose(limits.contest) });

export const approveBody = z.strictObject({ reason: z.exactOptional(reason), revision });

export const standingQuery = z.strictObject({ company: z.exactOptional(companyId) });

const personDecision = z.enum(['block', 'lift', 'payment'], 'must be one of block, lift, payment');

/** When a block or an approval that is decided ends. */
const until = z.exactOptional(instant);

export const personRulingBody = z.strictObject({
  company: z.exactOptional(companyId),
  decision: personDecision,
  until,
  reason,
});

const companyDecision = z.enum(['nothing', 'approval', 'block'], 'must be one of nothing, approval, block');

/** What the company's `seen` was when it was looked at. */
const seen = z.exactOptional(z.int('must be a whole number').check(z.minimum(0, 'must be at least 0')));

export const companyRulingBody = z.strictObject({ decision: companyDecision, until, reason, seen });

/** Lists of what waits for one of our staff, by the name in their path. */
export const queueName = z.enum(
  ['approvals', 'contests', 'reviews'],
  'must be one of approvals, contests, reviews',
);

export const eraseBody = z.strictObject({ reason });

export const allowMailBody = z.strictObject({ reason });
