import type { Deps } from '../../lib/app/deps.ts';
import { normalizedCode } from '../../lib/domain/company.ts';
import { limits } from '../../lib/http/schemas.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';
import type { Visit } from '../../lib/pages/visit.ts';

/** A new form, with what the address says already filled in, and a remark on each thing it names that there is not. */
export async function prefilled(
  { settings, table }: Deps,
  { query, language }: Visit,
  key: string,
): Promise<{ form: BookForm; remarks: string[] }> {
  const { unknownType, unknownCode } = language.book.problems;
  const wantedType = query.get('sessionType');
  const wantedCode = query.get('company')?.trim();
  const type = settings.sessionTypes.find(({ id }) => id === wantedType);
  const codeFits = wantedCode !== undefined && wantedCode !== '' && wantedCode.length <= limits.companyCode;
  const company = codeFits ? await table.companyByCode(normalizedCode(wantedCode)) : undefined;
  const form = blankForm(key, settings.zone, type?.id ?? '');
  return {
    form: company === undefined || !codeFits ? form : { ...form, companyCode: wantedCode },
    remarks: [
      ...(wantedType && type === undefined ? [unknownType] : []),
      ...(wantedCode && company === undefined ? [unknownCode] : []),
    ],
  };
}
