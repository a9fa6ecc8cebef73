/** The caller gets no answer: its connection breaks. */
export class ConnectionCut extends Error {
  override name = 'ConnectionCut';
}
