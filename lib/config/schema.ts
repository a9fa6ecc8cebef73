import * as z from 'zod';
import { type Consultant, LONGEST_MINUTES } from '../domain/catalogue.ts';
import { contradictions, repeats } from './contradiction.ts';
import { deploymentSchema } from './deployment-schema.ts';
import * as field from './fields.ts';
import { hoursSchema } from './hours-schema.ts';
import { policySchema } from './policy-schema.ts';
import type { TextSettings } from './settings.ts';
import { words } from './words-schema.ts';

const brand = z.strictObject({
  name: field.line(80),
  supportMail: field.mailAddress,
  mailFrom: field.mailAddress,
  website: field.webAddress,
  colour: field.colour,
  logo: field.picture.exactOptional(),
});

const sessionType = z.strictObject({
  id: field.id,
  name: words(field.line(80)),
  description: words(field.prose(500)),
  minutes: field.quarters(15, LONGEST_MINUTES),
  fee: field.money,
});

const consultant = z.strictObject({
  id: field.id,
  name: field.line(80),
  zone: field.zone.exactOptional(),
  hours: hoursSchema,
  room: z.strictObject({
    url: field.webAddress,
    dialInUrl: field.webAddress,
    conferenceId: field.line(40),
  }),
  sessionTypes: z.array(field.id).min(1).exactOptional(),
});

const release = z.strictObject({
  id: field.releaseId,
  name: field.line(80),
  support: z.enum(['active', 'deprecated', 'end-of-life']),
});

const preparation = z.strictObject({
  title: words(field.line(120)),
  text: words(field.prose(1000)),
  url: field.webAddress.exactOptional(),
});

const countriesOfTexts = contradictions(function* (texts: TextSettings) {
  for (const { index, key } of repeats(texts.countries, (country) => country))
    yield { path: ['countries', index], message: `"${key}" is already listed` };
  if (!texts.countries.includes(texts.defaultCountry))
    yield {
      path: ['defaultCountry'],
      message: `"${texts.defaultCountry}" is not one of the countries that are texted (texts.countries is ${texts.countries.join(', ')})`,
    };
});

const texts = z
  .strictObject({
    provider: z.enum(['sns', 'end-user-messaging']),
    from: field.phoneNumber,
    maxPrice: z.number().positive().max(5),
    defaultCountry: field.country,
    countries: z.array(field.country).min(1, { abort: true }),
  })
  .superRefine(countriesOfTexts);

const uniqueIds = contradictions(function* (list: readonly { readonly id: string }[]) {
  for (const { index, key } of repeats(list, (entry) => entry.id))
    yield { path: [index, 'id'], message: `"${key}" is already the id of another one` };
});

const ownRooms = contradictions(function* (list: readonly Pick<Consultant, 'room'>[]) {
  for (const { index } of repeats(list, ({ room }) => room.url))
    yield {
      path: [index, 'room', 'url'],
      message: 'is already the room of another consultant, and two sessions can run at once',
    };
});

/** Settings whose fields are well formed and agree within each part; `agreements` holds the parts together. */
export const settingsSchema = z.strictObject({
  zone: field.zone,
  policy: policySchema,
  sessionTypes: z.array(sessionType).min(1).superRefine(uniqueIds),
  consultants: z.array(consultant).min(1).superRefine(uniqueIds).superRefine(ownRooms),
  holidays: z.array(field.date),
  releases: z.array(release).superRefine(uniqueIds),
  currency: field.currency,
  brand,
  texts,
  preparation: z.array(preparation),
  embed: z.strictObject({ origins: z.array(field.origin) }),
  deployment: deploymentSchema,
});
