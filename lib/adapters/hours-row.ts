import * as z from 'zod/mini';
import { type HoursException, hoursKinds } from '../domain/calendar/hours-exception.ts';
import { type Fields, instant } from './rows.ts';

/** Time off or extra hours as their row holds them. */
export const hoursRow = (): z.ZodMiniType<HoursException> =>
  z.object({
    id: z.string(),
    consultantId: z.string(),
    kind: z.enum(hoursKinds),
    from: instant,
    to: instant,
    reason: z.string(),
    by: z.string(),
    at: instant,
    removed: z.exactOptional(z.object({ by: z.string(), at: instant })),
  } satisfies Fields<HoursException>);
