/** What can stand in the way of a session at a time. Flags, so that a search adds them up as integers. */
export const Obstacle = {
  outsideHours: 1,
  holiday: 2,
  booked: 4,
  inThePast: 8,
  tooSoon: 16,
  beyondHorizon: 32,
  offGrid: 64,
  notGiven: 128,
} as const;
