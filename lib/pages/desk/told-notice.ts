/** What a press came to, told before anything else. */
export interface SessionNotice {
  readonly good: boolean;
  readonly title: string;
  readonly text?: string;
  /** What happened meanwhile, or all that is in the way. */
  readonly list?: readonly string[];
  /** What was typed, where the card that it was typed into is gone. */
  readonly wrote?: string;
  readonly way?: { readonly href: string; readonly label: string };
}
