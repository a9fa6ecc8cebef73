import { ground, legibleOn } from '../messages/colour.ts';
import { dark, light } from '../messages/html/palette.ts';

type Tones = typeof light;

/**
 * The colours of the pages as custom properties, light and dark, to stand before the style sheet. The brand's
 * colour (#rrggbb) is moved as far as it takes to be legible on every background it is used on.
 */
export function paletteCss(colour: string): string {
  return `:root{${properties(colour, light, { bad: '#b3261e', good: '#1c6b3c', edge: '#7d838c' })}}
@media (prefers-color-scheme:dark){:root{${properties(colour, dark, { bad: '#ff9a91', good: '#7fd6a0', edge: '#868d97' })}}}
`;
}

function properties(colour: string, tones: Tones, signs: Readonly<Record<string, string>>): string {
  const link = [tones.page, tones.card, tones.panel].reduce(
    (so, background) => legibleOn(so, background),
    colour,
  );
  const values = { ...tones, ...signs, ...groundOf('brand', colour), ...groundOf('link', link) };
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

function groundOf(name: string, colour: string): Record<string, string> {
  const { ground: behind, text } = ground(colour);
  return { [name]: behind, [`on-${name}`]: text };
}
