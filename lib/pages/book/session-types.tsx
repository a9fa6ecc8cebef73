import { priceOf } from '../../domain/booking/admission.ts';
import type { SessionType } from '../../domain/catalogue.ts';
import { wordsIn } from '../../domain/language.ts';
import { priceText } from '../dates.ts';
import type { Visit } from '../visit.ts';

/** The kinds of session, with length and price, each a button. */
export function SessionTypes({ visit, chosen }: { readonly visit: Visit; readonly chosen: SessionType }) {
  const { language, settings } = visit;
  const { what } = language.book;
  return (
    <ul class="types">
      {settings.sessionTypes.map((type) => (
        <li>
          <button
            type="submit"
            id={`type-${type.id}`}
            name="action"
            value={`type:${type.id}`}
            aria-pressed={type.id === chosen.id ? 'true' : 'false'}
          >
            <b>
              {wordsIn(type.name, language.code)}, {language.messages.time.minutes(type.minutes)}
            </b>
            <span>{wordsIn(type.description, language.code)}</span>
            <span class="soft">{what.price(priceText(priceOf(type, settings), language))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
