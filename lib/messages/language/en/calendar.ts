/** What the entry in a person's calendar says. */
export const calendar = {
  summary: (session: string, brand: string) => `${session} with ${brand}`,
  consultant: (name: string) => `With ${name}`,
  join: (url: string) => `Join: ${url}`,
  meeting: (url: string) => `Meeting address: ${url}`,
  audio: 'Joining does not connect your audio by itself: call in by phone as well.',
  dialIn: (url: string) => `Phone numbers, local and international: ${url}`,
  conferenceId: (id: string) => `Conference ID: ${id}`,
  change: (url: string) => `Reschedule or cancel: ${url}`,
  declining: 'Declining or deleting this entry does not cancel the session; the link above does.',
  cancelled: 'This session is cancelled.',
};
