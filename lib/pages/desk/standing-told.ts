import type { RulingInForce } from '../../domain/standing/company-standing.ts';
import type { Missed, PersonStanding } from '../../domain/standing/standing.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import { lastDateBefore } from '../standing/last-date.ts';
import type { Visit } from '../visit.ts';
import { whenHere } from './when.ts';

/** A sentence of where somebody stands, and the sessions behind it. */
export interface StandingPart {
  readonly text: string;
  readonly missed: readonly Missed[];
}

/** Where somebody stands, and what was decided on their company. */
export interface Standing {
  readonly standing: PersonStanding;
  readonly company?: { readonly name: string; readonly ruling?: RulingInForce };
}

/** Where somebody stands in plain words, what keeps them from booking first. Every session is told once. */
export function standingTold(visit: Visit, { standing, company }: Standing): readonly StandingPart[] {
  const { block, approval, noShows } = standing;
  const words = deskIn(visit.language).person.standing;
  const told = new Set<string>();
  const once = (missed: readonly Missed[]): Missed[] => {
    const fresh = missed.filter(({ bookingId }) => !told.has(bookingId));
    for (const { bookingId } of fresh) told.add(bookingId);
    return fresh;
  };
  const hindrances: StandingPart[] = [
    ...(company?.ruling === undefined
      ? []
      : [{ text: ruled(visit, company.name, company.ruling), missed: [] }]),
    ...(block === undefined ? [] : [{ text: blocked(visit, block), missed: once(block.missed) }]),
    ...(approval === undefined ? [] : [{ text: needed(visit, approval), missed: once(approval.missed) }]),
  ];
  const good = { text: company === undefined ? words.goodAlone : words.good, missed: [] };
  const rest = once(noShows);
  const counting = { text: noShows.length === 0 ? words.none : words.some(noShows.length), missed: rest };
  const counts = rest.length > 0 || noShows.length === 0 ? [counting] : [];
  return [...(hindrances.length === 0 ? [good] : hindrances), ...counts];
}

function ruled(visit: Visit, name: string, { decision, until, reason }: RulingInForce): string {
  const end = whenHere(until, visit);
  return deskIn(visit.language).person.standing.company[decision](line(name), end, line(reason));
}

function blocked(visit: Visit, block: NonNullable<PersonStanding['block']>): string {
  const words = deskIn(visit.language).person.standing;
  const { until, missed, ruling } = block;
  const end = whenHere(until, visit);
  if (ruling !== undefined) return words.blockByStaff(end, line(ruling.reason));
  return words.block(end, missed.length, visit.settings.policy.noShows.windowMonths);
}

function needed({ language, settings }: Visit, { until, missed }: NonNullable<PersonStanding['approval']>) {
  const date = dateName(lastDateBefore(settings.zone, until), language);
  return deskIn(language).person.standing.approval(
    date,
    missed.length,
    settings.policy.lateNotices.windowMonths,
  );
}
