/**
 * What a phrase says. `nod` is coming when nothing else is said, `trouble` is help that also tells that somebody is
 * there, `stop` wants no more texts, `filler` says nothing of its own, `answer` answers by digit, and `pick` names one
 * of a list by its number.
 */
export type Sense =
  | 'coming'
  | 'nod'
  | 'cannot'
  | 'move'
  | 'help'
  | 'trouble'
  | 'stop'
  | 'filler'
  | 'answer'
  | 'pick';

/**
 * What people text in one language. A message is understood when its phrases cover all of it.
 *
 * In a phrase, `(a/b c)` are alternatives and `[a/b]` may be left out. A `[?]` says that it means the
 * same when asked, a `…` at the end that more must follow, and a `.` at an end that nothing but filler may stand
 * there. The slots, such as `<n>`, are in slots.ts. Capitals, apostrophes and accents don't matter.
 */
export interface Words {
  readonly phrases: Readonly<Partial<Record<Sense, readonly string[]>>>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly ordinals?: Readonly<Record<string, number>>;
  readonly days?: readonly string[];
  readonly months?: readonly string[];
  /** What makes a number a time of day when it follows it. */
  readonly clock?: readonly string[];
  /** Words that may stand where a name does and are none. Those of the phrases count without being listed. */
  readonly notNames?: readonly string[];
  /** How the lines start that phones and mail programs put under a message. */
  readonly signatures?: readonly string[];
  /** What is only said by us: a line that holds it repeats our text. */
  readonly ours?: readonly string[];
}
