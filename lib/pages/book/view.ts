import type { Price, SessionType } from '../../domain/catalogue.ts';
import type { FieldProblems } from '../field.tsx';
import type { Picker } from '../picker/picker.ts';
import type { Barred } from './barred.ts';
import type { BookForm } from './form.ts';

/** All that one look at the booking page shows. */
export interface BookView {
  readonly form: BookForm;
  readonly sessionType: SessionType;
  readonly picker: Picker;
  /** What the session costs as things stand; absent when it is free. */
  readonly price?: Price;
  /** Whether a company code was given, and is good. */
  readonly codeGood: boolean;
  readonly problems: FieldProblems;
  /** Why a free session can't be booked for now, though the code is good. */
  readonly barred?: Barred;
  /** Until when our staff would decide on the booking (ms), where it needs their approval. */
  readonly decideBy?: number;
  readonly notice?: Notice;
  /** Gentle remarks, such as on a link that led here and named what there is not. */
  readonly remarks: readonly string[];
  /** Whether the zone is only supposed. */
  readonly zoneAssumed: boolean;
  /** Whether booking was asked for: times offered instead of a lost one then book at once. */
  readonly wantedToBook: boolean;
  /** Who is signed in, if anybody is. */
  readonly visitor?: Visitor;
}

export interface Visitor {
  readonly name: string;
  /** Goes with all that the session changes. */
  readonly csrf: string;
}

/** What stands on top of the form beside problems at its fields. */
export type Notice =
  | { readonly kind: 'already'; readonly bookedPath: string }
  /** The way to a free session leads by signing in, which no frame of another site can do. */
  | { readonly kind: 'sign-in' }
  /** Back from signing in, with everything as it was. */
  | { readonly kind: 'back' }
  | { readonly kind: 'said'; readonly title: string; readonly text: string };
