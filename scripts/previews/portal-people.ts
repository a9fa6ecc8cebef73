import type { Company } from '../../lib/domain/company.ts';
import type { Level } from '../../lib/domain/people/level.ts';
import type { Member } from '../../lib/domain/people/person.ts';
import { moments } from './moments.ts';
import { HOUR } from './sample.ts';

const DAY = 24 * HOUR;

export const crates: Company = {
  id: 'example-crates',
  name: 'Example Crates',
  planUntil: '2027-12-31',
  afterHours: false,
  code: 'DEMO-2026',
  formerCodes: [],
  formerRulings: [],
  revision: 1,
};

/** Somebody of Example Crates. */
function member(level: Level, name: string, email: string, status: 'active' | 'invited' = 'active'): Member {
  return {
    id: `per_${email.split('@')[0]}`,
    name,
    email,
    status,
    passwordVersion: status === 'active' ? 1 : 0,
    revision: 2,
    invitedAt: moments.booked - 30 * DAY,
    invitedBy: 'operator',
    staff: false,
    companyId: crates.id,
    level,
    newsletters: true,
  };
}

export const ada = member('basic', 'Ada Lovelace', 'ada@example.org');
export const max = member('manager', 'Max Mustermann', 'max@example.org');
export const paula = member('primary', 'Paula Prime', 'paula@example.org');
export const ivo = member('it-support', 'Ivo Technik', 'ivo@example.org');
const nora = member('basic', 'Nora Neu', 'nora@example.org', 'invited');
const long = member(
  'sales-designer',
  'Maria Magdalena von und zu Oberhausen-Unterhausen',
  'maria.magdalena.oberhausen-unterhausen@sales.example.org',
);

export const everyone: readonly Member[] = [paula, max, ada, ivo, long, nora];
