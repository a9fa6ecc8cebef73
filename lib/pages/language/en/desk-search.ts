/** What the desk's search says, and what lists of people and sessions share. Times and names come in as they are told. */
export const deskSearch = {
  title: 'Search',
  titleFor: (text: string) => `Search: ${text}`,
  field: 'Person, company, mail address, number or booking',
  hint: 'A name or part of it, a company’s code, a whole mail address, a phone number in any spelling, or the beginning of a booking’s id.',
  button: 'Search',
  tooLong: 'This is too long to be looked for.',
  by: {
    id: (id: string) => `Bookings whose id begins with ${id}`,
    email: (email: string) => `Who has the mail address ${email}`,
    mobile: (numbers: string) => `Who has the number ${numbers}`,
    name: (name: string) => `People with an account, and companies, with “${name}” in their names`,
    code: (code: string) => `The company whose code is “${code}”`,
  },
  or: ' or ',
  none: 'Nothing is found.',
  noneHint: {
    id: 'An id has 26 characters after bkg_. Its beginning will do.',
    email: 'Addresses are looked for as a whole. Whoever was erased can’t be found.',
    mobile: 'Without + or 00, a number is taken for one of the countries that we text.',
    name: 'People without an account are found by their mail address or number.',
  },
  people: (count: string) => `People (${count})`,
  companies: (count: string) => `Companies (${count})`,
  bookings: (count: string) => `Sessions (${count})`,
  cutOff: (count: number) => `There are more than these ${count}. Look for more of it to see fewer.`,
  atLeast: (count: number) => `${count}+`,
  moreBookings: 'All sessions of this person are on their page.',

  account: {
    active: 'Account',
    invited: 'Invited, not active yet',
    removed: 'The account was removed',
    staff: 'Our own staff',
    none: 'No account',
  },
  level: (account: string, level: string) => `${account}, ${level}`,
  noCompany: 'no company',
  planUntil: (date: string) => `Plan until ${date}`,
  session: (type: string, consultant: string) => `${type} with ${consultant}`,
  evidence: 'Evidence',
  evidenceOf: (what: string) => `Evidence of ${what}`,
  erased: {
    title: 'Everything is erased',
    text: (bookings: number, numbers: number) =>
      `Forgotten: ${bookings === 1 ? '1 session' : `${bookings} sessions`}, ${numbers === 1 ? '1 number' : `${numbers} numbers`}, and the account where there was one.`,
  },
};
