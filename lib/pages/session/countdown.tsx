import type { Language } from '../language/en.ts';
import { durationText } from './duration.ts';

interface CountdownProps {
  /** Milliseconds that are left. */
  readonly left: number;
  readonly language: Language;
  /** Whether the page is another one when nothing is left, and worth loading anew. */
  readonly renews?: boolean;
}

/** "in 3 h 20 min". A script keeps it true while the page is open, by what was left when it was made. */
export function Countdown({ left, language, renews }: CountdownProps) {
  const { words, before } = language.session.countdown;
  return (
    <>
      {before}
      {'\u00a0'}
      <span
        role="timer"
        data-left={Math.max(0, left)}
        data-words={JSON.stringify(words)}
        data-renews={renews ? '' : undefined}
      >
        {durationText(left, words)}
      </span>
    </>
  );
}
