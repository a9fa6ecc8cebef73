import { bookingTellings } from '../lib/app/publish/booking-events.ts';
import { companyTellings, personTellings, standingTellings } from '../lib/app/publish/people-events.ts';
import { publicTypes } from '../lib/domain/public-event.ts';
import { fieldsOf, jsonSchema, meaningOfEvent } from '../lib/http/public-event-schemas.ts';

/** docs/events.md, of the schemas and of what is told of which event. */
export function eventsDoc(): string {
  return `${head}
## Types

| type | it says | beside |
|---|---|---|
${publicTypes.map(typeRow).join('\n')}

## What is not told

| what happened | why others don’t hear of it |
|---|---|
${withheldRows().join('\n')}

## Schema

JSON Schema (2020-12) of every event: of \`detail\` on the bus, and of what webhooks are posted.

\`\`\`json
${JSON.stringify(jsonSchema(), null, 1)}
\`\`\`
`;
}

const head = `<!-- Made by \`npm run events-doc\`, of lib/http/public-event-schemas.ts and lib/app/publish/. -->

# Events

What happens to bookings, people and companies is told to other systems in two ways:

- **On the bus** \`showup-<stage>\` of EventBridge (output \`BusName\`), for what runs in the same AWS account: make a rule with
  the pattern \`{"source": ["showup"]}\`, and a \`detail-type\` where not all is wanted. The event is \`detail\`, its type
  \`detail-type\` too.
- **By webhooks**, for everything else: staff add an address at the desk under "Webhooks", or by \`POST /v1/desk/webhooks\`. The
  event is the body of a POST, signed by [Standard Webhooks](https://www.standardwebhooks.com).

## What holds for all

- **At least once, in no order.** The same event can come again, with the same \`id\` (as \`webhook-id\` too): remember the ids
  that you have done. \`sequence\` counts what happened to the same booking, person, standing or company, with gaps where something
  isn’t told; where an older one comes late, leave it.
- **Versions.** \`version\` is 1. Fields may be added to it, so take what you don’t know. Anything else becomes version 2.
- **Who it is about.** Names and mail addresses, where they are needed. Never telephone numbers, links, tokens, or what
  somebody wrote. Of who has been erased nothing is told but that: \`booking.attendee-erased\` and \`person.erased\` hold an id
  alone. Forget them, too.
- **News only.** What happened more than 24 hours before it would be told is not told, such as the history that an import brings.
- Times are RFC 3339 in UTC, \`timeZone\` is the attendee’s.

## Webhooks

- Answer with any status from 200 to 299 within 10 seconds; what else is answered, a redirect too, is a failure. Of the body only the beginning
  is kept, for our staff to look at.
- What failed is posted again after 5 seconds, 5 and 30 minutes, 2, 5 and 10 hours, then every 10 hours, for 5 days. An address whose
  every delivery has failed for 5 days is disabled, and one that answers 410 at once; our staff are mailed. They can post once more what
  failed, for 30 days.
- The signature is that of Standard Webhooks 1.0, version \`v1\`: HMAC-SHA256 over \`webhook-id\`, \`webhook-timestamp\` and the body,
  joined by dots. For 24 hours after a new secret was made there are two, one for each secret: accept either.
- \`webhook.test\` is what our staff send to try an address: \`id\`, \`version\`, \`type\`, \`at\` and \`sequence\`, about nothing.
- Addresses must begin with \`https://\` and lead to the public internet, each time.
`;

function typeRow(type: (typeof publicTypes)[number]): string {
  const fields = fieldsOf(type).map(({ name, always }) => (always ? `\`${name}\`` : `\`${name}\`?`));
  return `| \`${type}\` | ${meaningOfEvent(type)} | ${fields.join(', ')} |`;
}

function withheldRows(): string[] {
  const all = { ...bookingTellings, ...personTellings, ...companyTellings, ...standingTellings };
  return Object.entries(all).flatMap(([type, telling]) =>
    'withheld' in telling ? [`| \`${type}\` | ${telling.withheld} |`] : [],
  );
}
