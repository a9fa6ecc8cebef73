import * as z from 'zod/mini';
import { languageCodes } from '../domain/language.ts';
import { levels } from '../domain/people/level.ts';
import { email, limits, line } from './schemas.ts';

/** The shapes of the portal's requests. */

/** The most of a list that is told at once. */
const LONGEST_PAGE = 50;

/** As queries write it. */
const limit = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^[1-9]\d?$/u.test(text) && Number(text) <= LONGEST_PAGE,
        `must be a whole number from 1 to ${LONGEST_PAGE}`,
      ),
    ),
  z.transform(Number),
);

const page = { limit: z.exactOptional(limit), cursor: z.exactOptional(line(200)) };

const level = z.enum(levels, `must be one of ${levels.join(', ')}`);

export const pageQuery = z.strictObject(page);

export const myBookingsQuery = z.strictObject({
  when: z.exactOptional(z.enum(['coming', 'past'], 'must be coming or past')),
  ...page,
});

export const newslettersBody = z.strictObject({ newsletters: z.boolean() });

export const rotateCodeBody = z.strictObject({ replaced: line(limits.companyCode) });

export const accountBody = z.strictObject({
  name: line(limits.name),
  email,
  level,
  language: z.exactOptional(z.enum(languageCodes, `must be one of ${languageCodes.join(', ')}`)),
});

export const levelBody = z.strictObject({ level });
