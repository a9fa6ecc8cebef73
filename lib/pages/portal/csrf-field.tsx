/** What shows that a form comes from a page of this session. */
export function CsrfField({ csrf }: { readonly csrf: string }) {
  return <input type="hidden" name="csrf" value={csrf} />;
}
