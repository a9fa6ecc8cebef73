/** What the import of companies says: on its page, and in English to programs and in a terminal. */
export const deskImport = {
  title: 'Import companies',
  intro:
    'Bring companies and their people in from a sheet, saved as CSV. You see first what would be done. Nothing is written unless every line is good, and the same sheet again changes nothing.',
  columns: 'The columns',
  columnsText:
    'The first line names them, in any order. Only Company ID is always needed. What a sheet leaves out stays as it is.',
  /** What stands in each, in the order of a sheet. */
  column: {
    'Company ID': 'lower-case letters, digits and hyphens, such as example-crates',
    'Company name': 'needed for a new company',
    'Plan until': 'the last day of the maintenance plan, such as 2027-12-31; needed for a new company',
    Code: 'of a new company; where the cell is empty, one is made',
    'After hours': 'yes or no: whether the company has the add-on',
    'Person name': 'the full name, one person a line',
    'E-mail': 'the person’s own address; who is new is mailed an activation link',
    Level: 'Basic, Sales / Designer, IT / Tech support, Manager / Supervisor or Primary / Owner',
  },
  sheet: 'The sheet',
  lines: 'Its lines',
  sheetHint: 'Paste them here, the one with the headings first.',
  file: 'Or choose the file',
  fileHint: 'It is read into the field above, and sent only when you press the button.',
  check: 'Look at what would be done',
  checkText: 'Nothing is written yet.',
  empty: 'The sheet: please paste it, or choose a file.',
  tooLarge: 'The sheet: at most 1 MB at once, please. Send it in parts, each with the line of headings.',

  bad: (count: number) => (count === 1 ? 'One cell is wrong' : `${count} cells are wrong`),
  badText: 'Nothing was written. Correct the sheet, and look again.',
  more: (count: number) => `And ${count} more.`,
  line: (line: number) => `Line ${line}`,
  nothing: 'Everything is as the sheet has it already',
  nothingText: 'There is nothing to do.',
  plan: 'What will be done',
  planText: (summary: string) => `${summary}. Nothing is written until you press the button.`,
  mails: (count: number) =>
    count === 1
      ? 'One person is mailed a link to choose a password.'
      : `${count} people are mailed a link to choose a password.`,
  undo: 'Companies stay once they are there. Facts and levels can be changed again, and people removed.',
  run: (summary: string) => `Write it: ${summary}`,
  done: 'It is written',
  doneText: (summary: string) => `${summary}.`,
  left: 'A part is written',
  leftText: (summary: string, left: number) =>
    `${summary}. ${left} more are still to be done, as the list below says. Press the button again to go on.`,
  broken: 'Something changed meanwhile',
  brokenText: (line: number) =>
    `Line ${line} could not be done as it was planned, and it stopped there. Others may be written. Below is what is still to be done as things stand now.`,
  other: 'The plan is another one by now',
  otherText:
    'The sheet or what is there has changed since you looked. Nothing was written. This is what would be done now.',
  companies: 'All companies',
  notRead: 'The file can’t be read. Please choose it again, or paste its lines.',

  /** Places, as a list of what is wrong names them. */
  place: (line: number, column: string | undefined) =>
    column === undefined ? `line ${line}` : `line ${line}, ${column}`,
  cell: (text: string) => (text === '' ? 'an empty cell' : JSON.stringify(text)),
  faults: {
    encoding: 'the file is not UTF-8. Save the sheet as "CSV UTF-8", so that no name loses its accents',
    empty: (columns: string) => `the file is empty. The first line names the columns: ${columns}`,
    quotes: 'the file is not valid CSV. Look for a quotation mark that is not closed or not doubled',
    noId: 'the column Company ID is missing',
    unknownColumn: (cell: string, columns: string) => `${cell} is not one of the columns: ${columns}`,
    columnTwice: (name: string) => `the column ${name} is there twice`,
    noHeading: (cell: string) => `${cell} stands under no heading`,
    missing: 'is missing',
    id: (cell: string) =>
      `${cell} must be an id of lower-case letters, digits and single hyphens, at most 40 characters, such as example-crates`,
    date: (cell: string) => `${cell} is not a date: write one that exists, as YYYY-MM-DD`,
    code: (cell: string) => `${cell} must have 8 to 32 letters (A to Z) and digits, hyphens and spaces aside`,
    yesOrNo: (cell: string) => `${cell} must be yes or no`,
    address: (cell: string) => `${cell} must be a mail address and nothing else`,
    level: (cell: string) =>
      `${cell} is not a level: write Basic, Sales / Designer, IT / Tech support, Manager / Supervisor or Primary / Owner`,
    text: (cell: string, most: number) => `${cell} must be one line of text, 1 to ${most} characters`,
    differs: (cell: string, other: string, line: number) => `${cell} differs from ${other} on line ${line}`,
    repeated: (line: number) => `is the same as on line ${line}`,
    newCompany: (id: string) => `is missing. ${id} is new: one of its lines must say it`,
    otherCode: (id: string) =>
      `${id} has another code. It is replaced on the portal or at the desk: leave the cell empty`,
    codeTaken: 'is in use',
    hasAccount: 'has an account elsewhere, and a mail address can have one only',
    wasRemoved:
      'had an account that was removed. Who shall have one again is invited on the portal or at the desk',
  },

  steps: {
    create: (id: string, facts: string) => `New company ${id}: ${facts}`,
    planUntil: (date: string) => `plan until ${date}`,
    codeToBeMade: 'code to be made',
    code: (code: string) => `code ${code}`,
    afterHours: 'after hours',
    change: (id: string, facts: string) => `Company ${id}: ${facts}`,
    nameBecomes: (from: string, to: string) => `name ${from} becomes ${to}`,
    planBecomes: (from: string, to: string) => `plan until ${from} becomes ${to}`,
    getsAfterHours: 'gets after hours',
    losesAfterHours: 'loses after hours',
    invite: (companyId: string, name: string, email: string, level: string) =>
      `New person of ${companyId}: ${name} <${email}>, ${level}, is mailed an activation link`,
    level: (email: string, from: string, to: string) => `Person ${email}: level ${from} becomes ${to}`,
  },
  summary: {
    'create-company': (count: number) => (count === 1 ? '1 new company' : `${count} new companies`),
    'change-company': (count: number) => (count === 1 ? '1 changed company' : `${count} changed companies`),
    invite: (count: number) => (count === 1 ? '1 new person' : `${count} new people`),
    'change-level': (count: number) => (count === 1 ? '1 changed level' : `${count} changed levels`),
  },
};
