import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageAssets } from '../../cdk/page-assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'showup-logo-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what the pages are served with', () => {
  it('is style sheets and scripts that need nothing else, from no other host', () => {
    const assets = pageAssets(undefined);
    expect([...assets.keys()].toSorted()).toEqual(
      expect.arrayContaining(['book.js', 'desk.css', 'desk.js', 'embed.js', 'style.css']),
    );
    for (const [name, content] of assets) {
      expect(content.toString(), name).not.toMatch(/@import|import[ ({*]|https?:|eval\(|url\(/u);
    }
  });

  it('leaves no name behind in a site that includes a script', () => {
    const script = pageAssets(undefined).get('embed.js')?.toString() ?? '';
    expect(script).toMatch(/^(?:"use strict";)?\(\(\)=>\{.*\}\)\(\);\n?$/su);
  });

  it("carries the brand's logo, and says so where there is no such file", () => {
    const logo = join(folder, 'ours.svg');
    writeFileSync(logo, '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(pageAssets(logo).get('logo.svg')?.toString()).toContain('<svg');
    expect(() => pageAssets(join(folder, 'theirs.svg'))).toThrow(/^brand\.logo: .*theirs\.svg/u);
  });
});
