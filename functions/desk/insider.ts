import { waitingAtDesk } from '../../lib/app/desk/waiting-at-desk.ts';
import type { DeskInsider } from '../../lib/pages/desk/desk-insider.ts';
import type { Viewer } from '../requests/viewer.ts';
import type { DeskDeps } from './handler.ts';

/** Whom a page of the desk is shown to, with the token that its forms are sent with. */
export async function insiderOf(deps: DeskDeps, { person, csrf }: Viewer): Promise<DeskInsider> {
  return { name: person.name, csrf, waiting: await waitingAtDesk(deps) };
}
