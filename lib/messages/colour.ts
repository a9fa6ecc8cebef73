type Rgb = readonly [number, number, number];

/** WCAG 2.2: ordinary text needs this contrast with what is behind it. */
const LEGIBLE = 4.5;

/** Black or white, whichever reads better on the colour (#rrggbb). */
export function textOn(colour: string): '#ffffff' | '#111111' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#111111') ? '#ffffff' : '#111111';
}

/** The colour as ground for text, and the text's own: middling colours are moved away from the text until it is legible. */
export function ground(colour: string): { readonly ground: string; readonly text: string } {
  const text = textOn(colour);
  return { ground: legibleOn(colour, text), text };
}

/** The colour, moved towards black or white only as far as it takes to be legible on the background. Both are #rrggbb. */
export function legibleOn(colour: string, background: string): string {
  const target: Rgb = textOn(background) === '#ffffff' ? [255, 255, 255] : [0, 0, 0];
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(parse(colour), target, share);
    if (contrast(mixed, background) >= LEGIBLE) return mixed;
  }
  return textOn(background);
}

/** Contrast ratio of two colours (#rrggbb) by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(parse(one)), luminance(parse(other))].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

function mix(from: Rgb, to: Rgb, share: number): string {
  const channel = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return `#${[channel(0), channel(1), channel(2)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

function parse(colour: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!found) throw new Error(`Not a colour of the form #rrggbb: ${colour}`);
  const channel = (at: number) => Number.parseInt(found[at] ?? '', 16);
  return [channel(1), channel(2), channel(3)];
}
