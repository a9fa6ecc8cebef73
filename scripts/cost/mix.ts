/**
 * What people do for each booking, as shares of bookings unless it says otherwise. Nobody's records: round numbers on the
 * high side of what a support desk sees, so that the sum is rather too high.
 */
export const mix = {
  /** Most companies ask for a number, and most people give theirs. */
  mobile: 0.6,
  /** The booking page as it opens, and as another week or session type is looked at. */
  bookPages: 3,
  /** The page that shows the booking, and again from the mail. */
  managePages: 1.5,
  /** Mail filters open the links of a mail before the reader does: each of the two, of each mail. */
  scans: 4,
  /** Between a tenth and a fifth of appointments are moved. */
  moved: 0.15,
  cancelled: 0.12,
  /** Of those held: nobody comes, though they were asked. */
  absent: 0.06,
  /** Of those held, with a mobile: late, and answering the text that asks. */
  answers: 0.1,
} as const;

/** Whether the booking of this number is one of a share: evenly spread, and the same at each run. */
export const isOneOf = (share: number, index: number, salt: number): boolean =>
  (index * 0.618_033_988_75 + salt * 0.414_213_562) % 1 < share;
