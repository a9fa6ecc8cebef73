import { describe, expect, it } from 'vitest';
import { deskIn } from '../../lib/pages/language/desk.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import { actionKeys } from '../../lib/pages/script/desk-actions.ts';

/** They lead from card to card, and only the board has cards. */
const ofTheBoard = new Set(['j', 'k']);

describe('the key of an action', () => {
  const keys = Object.values(actionKeys);

  it('belongs to it alone', () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(Object.values(languages))(
    'is none that leads elsewhere on the page of a session: $name',
    (language) => {
      const leading = deskIn(language).frame.keys.list.flatMap(([key]) =>
        ofTheBoard.has(key ?? '') ? [] : key,
      );
      expect(leading).toContain('n');
      expect(keys.filter((key) => leading.includes(key))).toEqual([]);
    },
  );
});
