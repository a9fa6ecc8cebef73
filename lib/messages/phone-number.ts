/**
 * An E.164 number as people read it: "+1 202 555 0100". Those of other countries than the North American stay
 * as they are, since how they are grouped differs from one to the next.
 */
export function phoneNumber(e164: string): string {
  const groups = /^(\+1)(\d{3})?(\d{3})(\d{4})$/.exec(e164)?.slice(1);
  return groups?.filter((group) => group !== undefined).join(' ') ?? e164;
}
