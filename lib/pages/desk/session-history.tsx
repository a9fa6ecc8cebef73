import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { toldEvents } from './session-told.ts';
import type { SessionView } from './session-view.ts';

/** All that happened to a session, the latest first, each with what was sent because of it. */
export function SessionHistory({ visit, view }: { readonly visit: Visit; readonly view: SessionView }) {
  const { happened } = deskIn(visit.language).session;
  return (
    <section class="card" aria-labelledby="session-happened">
      <h2 id="session-happened">{happened.title}</h2>
      <p class="hint">{happened.latestFirst}</p>
      <ol class="entries" reversed>
        {toldEvents(visit, view)
          .toReversed()
          .map(({ what, details, who, when, more }) => (
            <li>
              <p>
                <strong>{what}</strong>
                {details === '' ? null : `: ${details}`}
              </p>
              <p class="soft">
                {when}, {who}
              </p>
              {more.length === 0 ? null : (
                <ul class="list">
                  {more.map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
