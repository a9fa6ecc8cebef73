/** What surrounds the description of the API, which itself is English. */
export const docs = {
  title: 'Booking API',
  intro: (brand: string) => `How programs book live sessions with ${brand}, and move, cancel and join them.`,
  document: 'The same for programs: the OpenAPI document',
  calls: 'Calls',
  refusals: 'When the answer is no',
};
