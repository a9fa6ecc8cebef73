/** What our staff decided on a person. Their reason, and who the person is, stand in the person's record alone. */
export type StandingEvent = {
  readonly at: number;
  /** Id of who of our staff decided. */
  readonly by: string;
  /** Of the ruling in the record. */
  readonly rulingId: string;
} & (
  | { readonly type: 'person-blocked'; readonly until: number }
  | { readonly type: 'person-lifted' }
  | { readonly type: 'person-reinstated'; readonly amount: number; readonly currency: string }
);
