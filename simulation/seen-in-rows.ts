import type { Row } from './rows-of-table.ts';
import type {
  Happened,
  SeenAccount,
  SeenBooking,
  SeenCell,
  SeenClaim,
  SeenCompany,
  SeenDelivery,
  SeenHours,
  SeenRuling,
  SeenSecret,
  SeenWebhook,
} from './world.ts';

const CELL = 15 * 60_000;

type Fields = Readonly<Record<string, unknown>>;

/** The bookings, each with its history. */
export function bookingsIn(rows: readonly Row[]): SeenBooking[] {
  const histories = Map.groupBy(
    rows.filter(({ pk, sk }) => pk.startsWith('BOOKING#') && sk.startsWith('EVENT#')),
    ({ pk }) => pk,
  );
  return rows
    .filter(({ pk, sk }) => pk.startsWith('BOOKING#') && sk === 'BOOKING')
    .map((row) => bookingIn(row, histories.get(row.pk) ?? []));
}

function bookingIn(row: Row, events: readonly Row[]): SeenBooking {
  const attendee = (row['attendee'] ?? {}) as Fields;
  const outcome = row['outcome'] as Fields | undefined;
  const history = events.map(happenedIn).toSorted((a, b) => a.number - b.number);
  return {
    id: String(row['id']),
    status: String(row['status']),
    version: Number(row['version']),
    revision: Number(row['revision']),
    start: Number(row['start']),
    end: Number(row['end']),
    consultant: String(row['consultantId']),
    email: String(attendee['email']).toLowerCase(),
    name: String(attendee['name']),
    ...(typeof attendee['mobile'] === 'string' ? { mobile: attendee['mobile'] } : {}),
    ...(typeof row['companyId'] === 'string' ? { company: row['companyId'] } : {}),
    excused: outcome?.['excused'] !== undefined,
    erased: row['erasedAt'] !== undefined,
    due: (row['due'] ?? []) as SeenBooking['due'],
    history,
  };
}

/** The fields of an event as they are, but for those of which only their being there counts. */
function happenedIn(row: Row): Happened {
  const { holds, approval, beside, timers: _, ...event } = (row['event'] ?? {}) as Fields;
  return {
    ...event,
    type: String(event['type']),
    at: Number(event['at']),
    number: Number(row['number']),
    version: Number(row['version']),
    holds: holds !== undefined,
    approval: approval !== undefined,
    beside: beside === true,
  };
}

export function claimsIn(rows: readonly Row[]): SeenClaim[] {
  return rows
    .filter(({ sk }) => sk.startsWith('EFFECT#'))
    .map((row) => ({
      owner: row.pk.slice(row.pk.indexOf('#') + 1),
      effect: row.sk.slice('EFFECT#'.length),
      ...numberOf(row, 'doneAt'),
      ...numberOf(row, 'leaseUntil'),
      ...(typeof row['receipt'] === 'string' ? { receipt: row['receipt'] } : {}),
    }));
}

function numberOf<Name extends string>(row: Row, name: Name): { [Key in Name]?: number } {
  return typeof row[name] === 'number' ? ({ [name]: row[name] } as { [Key in Name]?: number }) : {};
}

/** Every cell that a row of the calendar counts something of, zero and less included. */
export function cellsIn(rows: readonly Row[]): SeenCell[] {
  return rows.filter(({ pk }) => pk === 'CALENDAR').flatMap(cellsOfDay);
}

function cellsOfDay(row: Row): SeenCell[] {
  const midnight = Date.parse(`${row.sk.slice(0, 10)}T00:00:00Z`);
  const places = Object.keys(row).flatMap((name) => /^o?(\d+)$/u.exec(name)?.[1] ?? []);
  return [...new Set(places)].map((place) => ({
    consultant: row.sk.slice(11),
    from: midnight + Number(place) * CELL,
    held: Number(row[place] ?? 0),
    closed: Number(row[`o${place}`] ?? 0),
  }));
}

export function hoursIn(rows: readonly Row[]): SeenHours[] {
  return rows
    .filter(({ pk, sk }) => pk.startsWith('CONSULTANT#') && sk.startsWith('HOURS#'))
    .map((row) => {
      const removed = row['removed'] as Fields | undefined;
      return {
        consultant: String(row['consultantId']),
        kind: row['kind'] === 'off' ? 'off' : 'extra',
        from: Number(row['from']),
        to: Number(row['to']),
        at: Number(row['at']),
        ...(removed === undefined ? {} : { removedAt: Number(removed['at']) }),
      };
    });
}

/** What our staff decided on people, out of the records of those. */
export function rulingsIn(rows: readonly Row[]): SeenRuling[] {
  return rows.flatMap(({ pk, entries }) => {
    if (!pk.startsWith('STANDING#') || !Array.isArray(entries)) return [];
    const email = pk.slice('STANDING#'.length);
    return (entries as Fields[])
      .filter(({ kind }) => kind === 'blocked' || kind === 'lifted' || kind === 'reinstated')
      .map((entry) => ({
        email,
        id: String(entry['id']),
        kind: String(entry['kind']),
        at: Number(entry['at']),
        ...(typeof entry['companyId'] === 'string' ? { company: entry['companyId'] } : {}),
        ...(typeof entry['until'] === 'number' ? { until: entry['until'] } : {}),
      }));
  });
}

export function accountsIn(rows: readonly Row[]): SeenAccount[] {
  return rows
    .filter(({ pk, sk }) => pk.startsWith('PERSON#') && sk === 'PERSON')
    .map((row) => ({
      id: String(row['id']),
      email: String(row['email']).toLowerCase(),
      name: String(row['name']),
      ...(typeof row['companyId'] === 'string' ? { company: row['companyId'] } : {}),
      ...(typeof row['level'] === 'string' ? { level: row['level'] } : {}),
    }));
}

export function companiesIn(rows: readonly Row[]): SeenCompany[] {
  return rows
    .filter(({ pk, sk }) => pk.startsWith('COMPANY#') && sk === 'COMPANY')
    .map((row) => ({ id: String(row['id']), name: String(row['name']), code: String(row['code']) }));
}

export function webhooksIn(rows: readonly Row[]): SeenWebhook[] {
  return rows.filter(({ pk }) => pk === 'WEBHOOKS').map((row) => ({ id: String(row['id']) }));
}

export function secretsIn(rows: readonly Row[]): SeenSecret[] {
  return rows
    .filter(({ pk }) => pk === 'WEBHOOKS')
    .map((row) => ({ what: 'the secret of a webhook', value: String(row['secret']) }));
}

export function deliveriesIn(rows: readonly Row[]): SeenDelivery[] {
  return rows
    .filter(({ pk, sk }) => pk.startsWith('WEBHOOK#') && sk.startsWith('DELIVERY#'))
    .map((row) => ({ event: String(row['eventId']), state: String(row['state']) }));
}
