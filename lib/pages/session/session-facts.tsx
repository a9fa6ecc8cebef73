import type { BookingFacts } from '../../messages/facts.ts';
import { line } from '../../messages/line.ts';
import { span } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';

const MINUTE = 60_000;

interface SessionFactsProps {
  readonly facts: BookingFacts;
  readonly language: Language;
  /** What else there is to say. */
  readonly more?: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** When, what and with whom; the time in the attendee's zone, by name. */
export function SessionFacts({ facts, language, more = [] }: SessionFactsProps) {
  const { start, end, timeZone } = facts;
  const { time, parts } = language.messages;
  const duration = time.minutes(Math.round((end - start) / MINUTE));
  const rows: readonly Fact[] = [
    { label: parts.labels.session, text: parts.session(line(facts.sessionName), duration) },
    { label: parts.labels.consultant, text: line(facts.consultantName) },
    ...more,
  ];
  return (
    <dl class="facts">
      <div>
        <dt>{parts.labels.when}</dt>
        <dd class="main">{span(start, end, timeZone, language.messages)}</dd>
      </div>
      {rows.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
