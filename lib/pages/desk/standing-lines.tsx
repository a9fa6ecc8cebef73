import type { Visit } from '../visit.ts';
import { MissedSessions } from './missed-sessions.tsx';
import type { Standing } from './standing-told.ts';
import { standingTold } from './standing-told.ts';

/** Where somebody stands: a sentence each, with the sessions behind it. */
export function StandingLines({ visit, of }: { readonly visit: Visit; readonly of: Standing }) {
  return (
    <>
      {standingTold(visit, of).map(({ text, missed }, index) => (
        <>
          <p>{index === 0 ? <strong>{text}</strong> : text}</p>
          <MissedSessions visit={visit} missed={missed} />
        </>
      ))}
    </>
  );
}
