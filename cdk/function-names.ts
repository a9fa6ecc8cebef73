/** The functions that are deployed, one a file in functions/. */
export const functionNames = [
  'api',
  'pages',
  'portal',
  'desk',
  'on-text',
  'on-event',
  'on-timer',
  'sweep',
  'rotate',
  'deliver',
] as const;

export type FunctionName = (typeof functionNames)[number];
