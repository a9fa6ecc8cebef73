/**
 * How long a password is, in UTF-16 units. Length is all that is asked: rules on kinds of characters make passwords
 * easier to guess, not harder (NIST SP 800-63B, appendix on strength). The most is what Cognito takes.
 */
export const passwordLength = { fewest: 12, most: 256 } as const;

/** What is wrong with a password, as far as its text alone can tell. */
export type PasswordFault = 'too-short' | 'too-long' | 'space-at-an-end';

/** The first thing that is wrong with a password, or undefined for one that will do. */
export function passwordFault(password: string): PasswordFault | undefined {
  if (password.length < passwordLength.fewest) return 'too-short';
  if (password.length > passwordLength.most) return 'too-long';
  // Cognito takes spaces inside only. To cut them off instead would set another password than the one typed.
  return password.trim() === password ? undefined : 'space-at-an-end';
}
