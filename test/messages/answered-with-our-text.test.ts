import { describe, expect, test } from 'vitest';
import { readReply } from '../../lib/domain/reply.ts';
import type { TextKind } from '../../lib/messages/facts.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { introduced, renderText } from '../../lib/messages/text.ts';
import { bookingFacts } from './booking-facts.ts';
import { EVERY_TEXT } from './every-message.ts';

const { brand } = bookingFacts();

/** The texts that ask for a digit. */
function asks(kind: TextKind): boolean {
  return 'stage' in kind ? kind.stage !== 'idle' : /check-in|warning/u.test(kind.kind);
}

describe.each(['en', 'de'] as const)('an answer in %s that repeats our text below it', (code) => {
  const language = languages[code];
  const asking = EVERY_TEXT.filter(asks).map((kind) => ({
    kind: kind.kind,
    text: renderText(kind, bookingFacts(), language),
  }));

  test.each(asking)('means what it says: $kind', ({ text }) => {
    for (const repeated of [text, introduced(text, brand, language), `> ${text}`]) {
      expect(readReply(`2\n\n${repeated}`)).toEqual({ meaning: 'cannot', choice: 2 });
      expect(readReply(`1\n${repeated}`)).toEqual({ meaning: 'coming', choice: 1 });
    }
  });

  test.each(asking)('without a word of its own means nothing: $kind', ({ text }) => {
    expect(readReply(text).meaning).toBe('unclear');
  });
});
