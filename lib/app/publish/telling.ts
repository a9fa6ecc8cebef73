import type { PublicEvent, PublicFacts, PublicType } from '../../domain/public-event.ts';

/** What is told of an event: under which name, and what beside whom it is about. */
export type Told = { readonly type: PublicType } & PublicFacts;

/** How a type of event is told, or why other systems don't hear of it. */
export type Telling<Event> = ((event: Event) => Told | undefined) | Withheld;

export interface Withheld {
  readonly withheld: string;
}

/** How each of the types of an event is told. */
export type Tellings<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: Telling<Extract<Event, { type: Type }>>;
};

/** Older ones are news to nobody (ms): an import replays history. */
const NEWS_MS = 24 * 3_600_000;

/** What is told of an event, if anything; `now` in ms. */
export function toldOf<Event extends { readonly type: string; readonly at: number }>(
  tellings: Tellings<Event>,
  event: Event,
  now: number,
): Told | undefined {
  if (now - event.at > NEWS_MS) return undefined;
  const telling = tellings[event.type as Event['type']] as Telling<Event>;
  return typeof telling === 'function' ? telling(event) : undefined;
}

/** As instants are told. */
export function time(at: number): string {
  return new Date(at).toISOString();
}

/** The event without who somebody is. */
export function withoutIdentity({ booking, person, ...event }: PublicEvent): PublicEvent {
  const { attendee: _, ...session } = booking ?? { id: '' };
  const { name: __, email: ___, ...account } = person ?? {};
  return { ...event, ...(booking && { booking: session }), ...(person && { person: account }) };
}
