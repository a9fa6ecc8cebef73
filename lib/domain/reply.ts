/** What a text to us means. Digits are what our texts ask for; anything else gets a short help text. */
export function meaningOf(body: string): 'keep' | 'unclear' {
  return /^\s*1\s*[.!)]?\s*$/u.test(body) ? 'keep' : 'unclear';
}
