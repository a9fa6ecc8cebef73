import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { SessionNotice } from './told-notice.ts';

/** What a press came to, with the focus, before everything else. */
export function NoticeCard({ visit, notice }: { readonly visit: Visit; readonly notice: SessionNotice }) {
  const { good, title, text, list, wrote, way } = notice;
  const { refused } = deskIn(visit.language).session;
  return (
    <div
      class={good ? 'notice good' : 'notice bad'}
      id="session-said"
      role={good ? 'status' : 'alert'}
      tabIndex={-1}
      autofocus
    >
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {list === undefined ? null : (
        <ul>
          {list.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {wrote === undefined ? null : (
        <>
          <h3>{refused.wrote}</h3>
          <blockquote class="words">{wrote}</blockquote>
        </>
      )}
      {way === undefined ? null : (
        <p class="row">
          <a class="button" href={way.href}>
            {way.label}
          </a>
        </p>
      )}
    </div>
  );
}
