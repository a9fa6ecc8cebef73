import { ground, legibleOn } from '../colour.ts';

/** The colours of a mail. The dark ones apply where the mail program honours the reader's preference. */
export interface Palette {
  readonly button: string;
  readonly onButton: string;
  readonly link: string;
  readonly linkDark: string;
}

export const light = {
  page: '#f3f3f0',
  card: '#ffffff',
  panel: '#f7f7f4',
  text: '#22252a',
  soft: '#5c626b',
  rule: '#e4e4df',
};
export const dark = {
  page: '#14161a',
  card: '#1d2025',
  panel: '#262a30',
  text: '#e9e8e4',
  soft: '#aab0b8',
  rule: '#343940',
};

/** The brand's colour (#rrggbb) as button, and as link legible on both backgrounds. Throws where it is no such colour. */
export function paletteOf(colour: string): Palette {
  const button = ground(colour);
  return {
    button: button.ground,
    onButton: button.text,
    link: legibleOn(colour, light.panel),
    linkDark: legibleOn(colour, dark.panel),
  };
}
