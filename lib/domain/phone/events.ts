import type { Intent } from '../booking/booking.ts';
import type { LanguageCode } from '../language.ts';

/** What happened on a number that is about no one booking, and is answered by a text. */
export type PhoneEvent =
  | { readonly type: 'no-session'; readonly language: LanguageCode }
  | {
      readonly type: 'which-asked';
      readonly language: LanguageCode;
      readonly intent: Intent;
      readonly sessions: readonly SessionTime[];
      /** The session that the number was last texted about, where that is over. */
      readonly over?: SessionTime;
    }
  | { readonly type: 'helped'; readonly language: LanguageCode }
  | { readonly type: 'texts-wanted'; readonly language: LanguageCode };

export interface SessionTime {
  /** In ms. */
  readonly start: number;
  /** IANA zone of the attendee. */
  readonly timeZone: string;
}
