import type { BookingFacts } from '../../messages/facts.ts';
import type { Language } from '../language/en.ts';

/** How to be heard: joining connects no audio by itself. */
export function PhoneCard({
  facts: { room },
  language,
}: {
  readonly facts: BookingFacts;
  readonly language: Language;
}) {
  const { join } = language.messages.parts;
  return (
    <section class="card" aria-labelledby="phone">
      <h2 id="phone">{language.session.phone}</h2>
      <p>{join.audio}</p>
      <dl class="facts">
        <div>
          <dt>{join.conferenceId}</dt>
          <dd class="main">{room.conferenceId}</dd>
        </div>
        <div>
          <dt>{join.numbers}</dt>
          <dd>
            <a href={room.dialInUrl}>{room.dialInUrl}</a>
          </dd>
        </div>
      </dl>
      <p class="hint">{language.session.everyone}</p>
    </section>
  );
}
