/** The company's rules as MISSION states them, written down once more: nothing here comes from the product. All in ms. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** What a calendar is cut into. */
export const CELL = 15 * MINUTE;

export const remindersBefore = [24 * HOUR, 2 * HOUR];
/** From when on before the start somebody can join, or a text keeps the session open. */
export const joinFrom = 15 * MINUTE;
export const askAfter = 5 * MINUTE;
export const closeAfter = 15 * MINUTE;
export const closeWithoutMobileAfter = 10 * MINUTE;
/** A question that comes this little late moves no close. */
export const punctual = 60_000;
/** How long whoever is asked has for an answer. */
export const timeToAnswer = 10 * MINUTE;
/** Until when before the start a text cancels or moves. */
export const noticeBefore = 30 * MINUTE;

export const noShowLimit = 2;
export const noShowMonths = 6;
export const blockDays = 60;

/** How late anything due may be: a lost timer costs the 5 minutes until the next sweep. */
export const lateness = 6 * MINUTE;
/** How much later each run of the sweep that was struck makes it. */
export const sweepEvery = 5 * MINUTE;
/** The clocks of two workers may be this far apart, and a little more. */
export const skew = 2_000;

/** The levels whose members see their company's people. */
export const seesPeople: readonly string[] = ['manager', 'primary'];
