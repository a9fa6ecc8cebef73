import * as z from 'zod';
import { contradictions, repeats } from './contradiction.ts';
import type { DomainSettings, TextNumberSettings } from './deployment.ts';
import * as field from './fields.ts';

const certificateOrZone = contradictions(function* ({ name, certificateArn, hostedZone }: DomainSettings) {
  if (!certificateArn && !hostedZone)
    yield {
      path: ['certificateArn'],
      message: 'is missing: give a certificate, or the hosted zone in which one can be made',
    };
  if (hostedZone && !isWithin(name, hostedZone.name))
    yield {
      path: ['hostedZone', 'name'],
      message: `${hostedZone.name} does not hold ${name}, the name of the site (deployment.domain.name)`,
    };
});

const domain = z
  .strictObject({
    name: field.hostName,
    certificateArn: field.certificateArn.exactOptional(),
    hostedZone: z.strictObject({ id: field.hostedZoneId, name: field.hostName }).exactOptional(),
  })
  .superRefine(certificateOrZone);

/** Whether a host name is that of the zone or below it. */
function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

const eachOnce = contradictions(function* (list: readonly string[]) {
  for (const { index, key } of repeats(list, (entry) => entry))
    yield { path: [index], message: `"${key}" is already listed` };
});

const rentedOrOwned = contradictions(function* ({ type, country, id }: TextNumberSettings) {
  if (id === undefined && type === undefined)
    yield {
      path: ['type'],
      message: 'is missing: give type and country of a number to rent, or the id of yours',
    };
  if (type !== undefined && country === undefined)
    yield { path: ['country'], message: 'is missing: numbers are rented by type and country' };
  if (id !== undefined && (type !== undefined || country !== undefined))
    yield {
      path: ['id'],
      message: 'is that of a number that you have: leave out type and country, or the id',
    };
});

const textNumber = z
  .strictObject({
    type: z.enum(['long-code', 'toll-free', 'simulator']).exactOptional(),
    country: field.country.exactOptional(),
    id: field.textNumberId.exactOptional(),
  })
  .superRefine(rentedOrOwned);

/** The group `deployment`. */
export const deploymentSchema = z.strictObject({
  domain: domain.exactOptional(),
  mail: z.strictObject({ identity: z.enum(['own', 'existing']) }),
  alarms: z.strictObject({ mail: field.mailAddress.exactOptional() }),
  cors: z.strictObject({ origins: z.array(field.origin).superRefine(eachOnce) }),
  frontDoor: z.boolean(),
  texts: z.strictObject({
    number: textNumber.exactOptional(),
    // The service takes whole dollars, and no less than one.
    monthlyLimit: field.whole(1, 1_000_000).exactOptional(),
  }),
});
