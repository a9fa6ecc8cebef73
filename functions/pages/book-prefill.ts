import { companyBehind } from '../../lib/app/company-behind.ts';
import type { Deps } from '../../lib/app/deps.ts';
import { companyById } from '../../lib/app/people/look-up.ts';
import { may } from '../../lib/domain/people/permissions.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { limits } from '../../lib/http/schemas.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';
import { refusalWords } from '../../lib/pages/book/refusal-words.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import type { Viewer, ViewerDeps } from '../requests/viewer.ts';

/** What is known of who books. */
export type Own = Partial<Pick<BookForm, 'name' | 'email' | 'companyCode'>>;

/** What a member need not type; nothing of staff, whose own sessions these are not. */
export async function ownOf(deps: ViewerDeps, viewer: Viewer | undefined): Promise<Own> {
  if (viewer?.actor.kind !== 'member') return {};
  const { name, email, companyId, level } = viewer.actor.person;
  if (!may(level, 'see-company-code')) return { name, email };
  const { code } = await companyById(deps.people, viewer.actor, companyId);
  return { name, email, companyCode: code };
}

/** The form, with what is known where nothing was typed. */
export function filledIn(form: BookForm, own: Own): BookForm {
  const empty = Object.entries(own).filter(([name]) => form[name as keyof Own].trim() === '');
  return { ...form, ...Object.fromEntries(empty) };
}

/**
 * A new form, with what the address says already filled in, and a remark on each thing it names that there is not. The
 * code of one's own company comes before that of a link.
 */
export async function prefilled(
  deps: Deps,
  { query, language, settings: { brand } }: Visit,
  { key, source }: { readonly key: string; readonly source?: string },
  own: Own = {},
): Promise<{ form: BookForm; remarks: string[] }> {
  const { settings } = deps;
  const { unknownType, unknownCode } = language.book.problems;
  const wantedType = query.get('sessionType');
  const wantedCode = own.companyCode === undefined ? query.get('company')?.trim() : undefined;
  const type = settings.sessionTypes.find(({ id }) => id === wantedType);
  const codeFits = wantedCode !== undefined && wantedCode !== '' && wantedCode.length <= limits.companyCode;
  const company = codeFits
    ? await companyBehind(deps, { companyCode: wantedCode, source }).catch(refusalOf)
    : undefined;
  const isGood = codeFits && company !== undefined && !(company instanceof Refusal);
  const codeRemark =
    company instanceof Refusal
      ? refusalWords(company, language, brand.supportMail)['companyCode']
      : unknownCode;
  const form = filledIn(blankForm(key, settings.zone, type?.id ?? ''), own);
  return {
    form: isGood ? { ...form, companyCode: wantedCode } : form,
    remarks: [
      ...(wantedType && type === undefined ? [unknownType] : []),
      ...(wantedCode && !isGood && codeRemark ? [codeRemark] : []),
    ],
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
