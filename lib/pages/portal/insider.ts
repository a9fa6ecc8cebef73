import type { Member } from '../../domain/people/person.ts';

/** The member whom a page of the portal is shown to. */
export interface Insider {
  readonly person: Member;
  /** To be sent with every form of the session. */
  readonly csrf: string;
}
