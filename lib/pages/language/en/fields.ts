/** What is said at a field that can't be taken as it is; `label` is the field's own. */
export const fields = {
  summary: (count: number) =>
    count === 1 ? 'One thing needs your attention' : `${count} things need your attention`,
  optional: 'optional',
  missing: (label: string) => `${label}: please fill this in.`,
  tooLong: (label: string, most: number) => `${label}: at most ${most} characters, please.`,
  malformed: (label: string) => `${label}: this can’t be read. Please check it.`,
  email: 'Email: an address looks like name@example.com.',
};
