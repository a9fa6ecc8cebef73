import type { Deeds, Outcome } from './deeds.ts';
import type { Scene } from './scene.ts';
import type { Act, Hours, StaffOnBooking, StaffOnPerson } from './script.ts';

const DAY_MS = 86_400_000;

/** What our staff do at the desk. */
export const deskDeeds: Deeds<
  StaffOnBooking['do'] | StaffOnPerson['do'] | Hours['do'] | 'staff-book' | 'staff-company'
> = {
  'staff-attend': onBooking('join', () => ({})),
  'staff-complete': onBooking('complete', () => ({})),
  'staff-no-show': onBooking('no-show', () => ({})),
  'staff-excuse': onBooking('excuse', () => because),
  'staff-approve': onBooking('approve', () => ({})),
  'staff-refuse': onBooking('decline', () => because),
  'staff-reject': onBooking('contest', () => because),
  'staff-withdraw-join': onBooking('withdraw-join', () => ({})),
  'staff-reopen': onBooking('reopen', () => ({})),
  'staff-cancel': onBooking('cancel', () => because),
  'staff-move': onBooking('reschedule', ({ start = 0 }) => ({ start: iso(start), ...because })),
  'staff-book': async (scene, act) => {
    const { name, email, mobile, company } = scene.person(act.who);
    const json = {
      ...{
        sessionType: act.sessionType,
        consultant: act.consultant,
        start: iso(act.start),
        override: act.beside,
      },
      attendee: { name, email, ...(mobile ? { mobile } : {}) },
      ...(company ? { company } : {}),
      ...because,
    };
    const answers = await scene.askAsStaff('/bookings', json, { 'idempotency-key': act.key });
    const last = answers.at(-1);
    if (last?.status !== 201) return { answers };
    const { id } = last.body as { id: string };
    scene.bookings.set(act.id, { id, manage: '', join: '' });
    return { answers, bookingId: id };
  },
  'staff-block': onPerson('block'),
  'staff-lift': onPerson('lift'),
  'staff-pay': onPerson('payment'),
  'staff-company': async (scene, { company, decision, days, at }) => {
    const until = days === undefined ? {} : { until: iso(at + days * DAY_MS) };
    const json = { decision, ...until, ...because };
    return { answers: await scene.askAsStaff(`/companies/${company}/standing`, json) };
  },
  'time-off': onHours('off'),
  'extra-hours': onHours('extra'),
};

const because = { reason: 'Agreed by telephone' };

function onBooking(verb: string, bodyOf: (act: Act & StaffOnBooking) => unknown) {
  return async (scene: Scene, act: Act & StaffOnBooking): Promise<Outcome> => {
    const made = scene.bookings.get(act.booking);
    if (made === undefined) return { answers: [], skipped: 'its booking was never made' };
    const answers = await scene.askAsStaff(`/bookings/${made.id}/${verb}`, bodyOf(act));
    return { answers, bookingId: made.id };
  };
}

function onPerson(decision: string) {
  return async (scene: Scene, { who, days, at }: Act & StaffOnPerson): Promise<Outcome> => {
    const { email, company } = scene.person(who);
    const until = days === undefined ? {} : { until: iso(at + days * DAY_MS) };
    const json = { decision, ...(company ? { company } : {}), ...until, ...because };
    const path = `/people/${encodeURIComponent(email)}/standing`;
    return { answers: await scene.askAsStaff(path, json) };
  };
}

function onHours(kind: string) {
  return async (scene: Scene, { consultant, from, until }: Act & Hours): Promise<Outcome> => {
    const json = { kind, from: iso(from), to: iso(until), ...because };
    return { answers: await scene.askAsStaff(`/consultants/${consultant}/hours`, json) };
  };
}

const iso = (at: number): string => new Date(at).toISOString();
