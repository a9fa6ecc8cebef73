import type { ComponentChildren } from 'preact';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { CompanyAction } from './company-forms.ts';
import type { CompanyView } from './company-view.ts';

export interface CompanyProps {
  readonly visit: Visit;
  readonly view: CompanyView;
}

/** A form of a company's page: what it says stands before its button. */
export function CompanyForm({
  visit,
  view,
  action,
  children,
}: CompanyProps & { readonly action: CompanyAction; readonly children: ComponentChildren }) {
  return (
    <form
      class="inside"
      method="post"
      action={hrefOf(visit, `/desk/companies/${view.company.id}`)}
      noValidate
    >
      <CsrfField csrf={view.csrf} />
      <input type="hidden" name="action" value={action} />
      {children}
    </form>
  );
}
