import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicTypes } from '../../lib/domain/public-event.ts';
import { eventsDoc } from '../../scripts/events-doc-text.ts';

it('docs/events.md is as `npm run events-doc` makes it, and has every type', () => {
  const written = readFileSync(join(import.meta.dirname, '../../docs/events.md'), 'utf8');
  expect(written, 'run `npm run events-doc`').toBe(eventsDoc());
  for (const type of publicTypes) expect(written).toContain(`| \`${type}\` |`);
});
