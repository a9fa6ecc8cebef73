import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../lib/domain/refusal.ts';
import { type Assets, assetResult, assetsOf, kept } from '../../lib/pages/assets.ts';
import { paletteCss } from '../../lib/pages/palette.ts';
import type { PageHandler } from './page-handler.ts';

/** What lies in a folder, ready to be served; the style begins with the brand's colours. */
export function readAssets(folder: string, colour: string): Assets {
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  const style = ([name, content]: (typeof files)[number]) =>
    [
      name,
      name === 'style.css' ? Buffer.concat([Buffer.from(paletteCss(colour)), content]) : content,
    ] as const;
  return assetsOf(new Map(files.map(style)));
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
