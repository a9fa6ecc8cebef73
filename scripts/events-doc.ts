import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsDoc } from './events-doc-text.ts';

const path = join(import.meta.dirname, '../docs/events.md');
writeFileSync(path, eventsDoc());
console.info(`wrote ${path}`);
