/**
 * A mail address as people are told apart by it: letter case, and what follows a plus sign in the name, don't make
 * a new person.
 */
export function normalizedEmail(email: string): string {
  const plain = email.trim().normalize('NFC').toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 0) return plain;
  const plus = plain.indexOf('+');
  // A name that is nothing but a plus part is that of its mailbox.
  return plus > 0 && plus < at ? plain.slice(0, plus) + plain.slice(at) : plain;
}
