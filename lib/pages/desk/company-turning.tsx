import { hrefOf } from '../visit.ts';
import type { CompanyProps } from './company-form.tsx';
import type { Listed } from './company-view.ts';

interface TurningProps extends CompanyProps {
  readonly list: Listed<unknown>;
  /** The field of the query that names where the list goes on. */
  readonly cursor: 'people' | 'sessions';
  readonly more: string;
  readonly back: string;
}

/** The ways on and back in one of the page's lists; nothing where all of it is shown. */
export function Turning({ visit, view, list: { next, first }, cursor, more, back }: TurningProps) {
  if (next === undefined && first) return null;
  const path = `/desk/companies/${view.company.id}`;
  return (
    <p class="row">
      {first ? null : (
        <a class="button" href={`${hrefOf(visit, path)}#${cursor}`}>
          {back}
        </a>
      )}
      {next === undefined ? null : (
        <a class="button" href={`${hrefOf(visit, path, { [cursor]: next })}#${cursor}`}>
          {more}
        </a>
      )}
    </p>
  );
}
