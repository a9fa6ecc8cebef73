import * as z from 'zod/mini';
import { type PublicType, publicTypes } from '../domain/public-event.ts';

/**
 * The schema of each public event, and what it means: what docs/events.md is made of. A change that consumers could
 * stumble over is another version.
 */

const time = z.iso.datetime();
const id = z.string();

const consultant = z.strictObject({ id, name: z.string() });
const attendee = z.strictObject({ name: z.string(), email: z.string() });

const booking = z.strictObject({
  id,
  version: z.int(),
  sessionType: id,
  start: time,
  end: time,
  timeZone: z.string(),
  consultant,
  company: z.exactOptional(id),
  attendee,
});
const person = z.strictObject({ id, company: id, name: z.string(), email: z.string() });
const standing = z.strictObject({ company: z.exactOptional(id), email: z.string() });
const company = z.strictObject({ id, name: z.string() });
const bare = z.strictObject({ id });

const by = z.enum(['link', 'text', 'staff', 'showup']);
const level = z.enum(['basic', 'sales-designer', 'it-support', 'manager', 'primary']);

interface Documented {
  readonly means: string;
  readonly says: Readonly<Record<string, z.ZodMiniType>>;
}

const documented: Readonly<Record<PublicType, Documented>> = {
  'booking.requested': {
    means: 'A session is asked for, and waits for a person’s word.',
    says: { booking, because: z.enum(['late-notices', 'company']), decideBy: time },
  },
  'booking.confirmed': { means: 'A session is agreed.', says: { booking } },
  'booking.declined': { means: 'Our staff said no to a session that was asked for.', says: { booking } },
  'booking.expired': { means: 'Nobody decided in time on a session that was asked for.', says: { booking } },
  'booking.moved': {
    means: 'A session has another time; `booking.version` rises by one.',
    says: { booking, by, previousStart: time },
  },
  'booking.cancelled': { means: 'A session is cancelled.', says: { booking, by } },
  'booking.joined': {
    means: 'Somebody has joined a session.',
    says: { booking, evidence: z.enum(['link', 'staff', 'provider']) },
  },
  'booking.join-withdrawn': { means: 'Nobody had joined after all.', says: { booking } },
  'booking.no-show': {
    means: 'Nobody came.',
    says: { booking, reason: z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']) },
  },
  'booking.no-show-reversed': {
    means: 'Somebody had answered, joined or cancelled in time after all: it is no no-show.',
    says: { booking, because: z.enum(['answered', 'joined', 'cancelled']) },
  },
  'booking.no-show-excused': { means: 'A no-show stays one, and doesn’t count.', says: { booking } },
  'booking.completed': { means: 'A session is over.', says: { booking } },
  'booking.reopened': { means: 'A session that was completed by mistake goes on.', says: { booking } },
  'booking.attendee-erased': {
    means: 'Whom the session was for has asked to be forgotten: forget them, too.',
    says: { booking: bare },
  },
  'person.invited': { means: 'Somebody of a company is asked to accept an account.', says: { person } },
  'person.activated': { means: 'They have accepted it.', says: { person } },
  'person.level-changed': { means: 'They may do other things.', says: { person, from: level, level } },
  'person.removed': { means: 'They have no account any more.', says: { person } },
  'person.erased': {
    means: 'They have asked to be forgotten: forget them, too.',
    says: { person: bare },
  },
  'person.blocked': {
    means: 'Our staff have blocked free sessions for somebody.',
    says: { person: standing, until: time },
  },
  'person.lifted': { means: 'Our staff have lifted a block.', says: { person: standing } },
  'person.reinstated': { means: 'Somebody has paid, and is blocked no more.', says: { person: standing } },
  'company.created': { means: 'There is a new company.', says: { company } },
  'company.plan-changed': {
    means: 'Its maintenance plan lasts until another date.',
    says: { company, from: z.iso.date(), planUntil: z.iso.date() },
  },
  'company.renamed': { means: 'It has another name.', says: { company, from: z.string() } },
  'company.after-hours-changed': {
    means: 'It has the add-on for after hours, or has it no more.',
    says: { company, afterHours: z.boolean() },
  },
  'company.ruled': {
    means: 'Our staff have decided what follows from its same-day changes.',
    says: { company, decision: z.enum(['nothing', 'approval', 'block']), until: z.exactOptional(time) },
  },
};

/** What a type of event means. */
export function meaningOfEvent(type: PublicType): string {
  return documented[type].means;
}

/** The schema of a type of event: of the bus’s `detail`, and of what webhooks are posted. */
export function schemaOf(type: PublicType): z.ZodMiniType {
  return z.strictObject({
    id: z.string().check(z.regex(/^evt_[\w-]+_\d+$/u)),
    version: z.literal(1),
    type: z.literal(type),
    at: time,
    sequence: z.int(),
    correlation: z.exactOptional(z.string()),
    ...documented[type].says,
  });
}

/** The parts that more than one type has, by the names that the document gives them. */
const parts = z.registry<{ id: string }>();
booking.register(parts, { id: 'Booking' });
person.register(parts, { id: 'Person' });
standing.register(parts, { id: 'StandingOfPerson' });
company.register(parts, { id: 'Company' });

/** All of them as one JSON Schema. */
export function jsonSchema(): object {
  const [first, ...others] = publicTypes.map(schemaOf);
  if (first === undefined) throw new Error('nothing is public');
  return z.toJSONSchema(z.union([first, ...others]), {
    metadata: parts,
    // Ours have no other fields, but consumers are to take those that a later release adds.
    override: ({ jsonSchema: own }) => {
      delete own.additionalProperties;
      // The format, and the type, say as much.
      if (own.format !== undefined) delete own.pattern;
      if (own.type === 'integer') {
        delete own.minimum;
        delete own.maximum;
      }
    },
  });
}

/** The fields that a type has beside those of every event, with whether each is always there. */
export function fieldsOf(type: PublicType): readonly { readonly name: string; readonly always: boolean }[] {
  return Object.entries(documented[type].says).map(([name, schema]) => ({
    name,
    always: !z.safeParse(z.object({ [name]: schema }), {}).success,
  }));
}
