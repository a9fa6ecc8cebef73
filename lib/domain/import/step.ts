import type { Company } from '../company.ts';
import type { CompanyFacts } from '../people/change-company.ts';
import type { Level } from '../people/level.ts';

/** One thing to do for a line of a sheet. */
export type Step = { readonly line: number } & (
  | {
      readonly do: 'create-company';
      /** Without a code one is made. */
      readonly wish: CompanyFacts & { readonly id: string; readonly code?: string };
    }
  | {
      readonly do: 'change-company';
      readonly company: Company;
      readonly changes: Partial<CompanyFacts>;
    }
  | {
      readonly do: 'invite';
      readonly wish: {
        readonly companyId: string;
        readonly name: string;
        readonly email: string;
        readonly level: Level;
      };
    }
  | {
      readonly do: 'change-level';
      readonly companyId: string;
      readonly personId: string;
      readonly email: string;
      readonly from: Level;
      readonly level: Level;
    }
);
