/** What stands in the addresses of examples where a booking, its token or an account goes. */
export const BOOKING_ID = 'bkg_01kb7m2zq8x4v9h6t3n5c1d0ry';
export const TOKEN = `${BOOKING_ID}.8Qm2vX0pLr5sT9wYb3NcKA`;
export const PERSON_ID = 'per_01kb7m1c4w9x2v8h5t3n6d0rye';
export const HOURS_ID = 'hrs_01kb7m3v5r9t4w8y2x6z1c0dge';

export const WEBHOOK_ID = 'whk_7kq2v9x4m1c8t5h3n6d0';
export const EVENT_ID = `evt_${BOOKING_ID}_1`;

/** By the parameter's name. */
export const pathNames: Readonly<Record<string, string>> = {
  token: TOKEN,
  bookingId: BOOKING_ID,
  personId: PERSON_ID,
  companyId: 'example-crates',
  email: encodeURIComponent('ada@example.com'),
  queue: 'approvals',
  hoursId: HOURS_ID,
  webhookId: WEBHOOK_ID,
  eventId: EVENT_ID,
};
