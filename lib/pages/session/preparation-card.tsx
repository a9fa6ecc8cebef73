import type { BookingFacts } from '../../messages/facts.ts';
import type { Language } from '../language/en.ts';

/** What to install or set beforehand, as the configuration says. */
export function PreparationCard({
  facts: { preparation },
  language,
}: {
  readonly facts: BookingFacts;
  readonly language: Language;
}) {
  if (preparation.length === 0) return null;
  return (
    <section class="card" aria-labelledby="prepare">
      <h2 id="prepare">{language.messages.parts.prepare.title}</h2>
      {preparation.map(({ title, text, url }) => (
        <div>
          <h3>{title}</h3>
          <p>{text}</p>
          {url === undefined ? null : (
            <p>
              <a href={url}>{url}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
