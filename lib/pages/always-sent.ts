/** What pages, assets and downloads are all sent with. */
export const alwaysSent = {
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
};
