/**
 * What can stand in the way of a session at a time. Flags, so that a search adds them up as integers; those of a cell
 * fit a byte.
 */
export const Obstacle = {
  outsideHours: 1,
  holiday: 2,
  booked: 4,
  timeOff: 8,
  inThePast: 16,
  tooSoon: 32,
  beyondHorizon: 64,
  offGrid: 128,
  notGiven: 256,
} as const;
