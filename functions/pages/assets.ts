import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../lib/domain/refusal.ts';
import { type Assets, assetResult, assetsOf, kept } from '../../lib/pages/assets.ts';
import { gridCss } from '../../lib/pages/desk/grid-css.ts';
import { paletteCss } from '../../lib/pages/palette.ts';
import type { PageHandler } from './page-handler.ts';

/**
 * What lies in a folder, each read when it is first asked for; styles begin with what is worked out: the brand's colours,
 * the desk's grid.
 */
export function readAssets(folder: string, colour: string): Assets {
  const before: Readonly<Record<string, () => string>> = {
    'style.css': () => paletteCss(colour),
    'desk.css': gridCss,
  };
  const whole = (name: string) => () =>
    Buffer.concat([Buffer.from(before[name]?.() ?? ''), readFileSync(join(folder, name))]);
  return assetsOf(new Map(readdirSync(folder).map((name) => [name, whole(name)])));
}

export const getAsset: PageHandler = (_, event, { assets }) => {
  const asset = assets.named(event.pathParameters?.['file'] ?? '');
  if (asset === undefined) throw new Refusal('not-found', 'There is no such file.');
  return assetResult(asset, kept);
};

/** Sites include it by this one address, so it can't be kept for good. */
export const getEmbedScript: PageHandler = (_, __, { assets }) => {
  const result = assetResult(assets.plain('embed.js'), 'public, max-age=3600');
  return { ...result, headers: { ...result.headers, 'cross-origin-resource-policy': 'cross-origin' } };
};
