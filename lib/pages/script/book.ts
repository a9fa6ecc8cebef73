import { exchange } from './exchange.ts';
import { useOwnZone } from './own-zone.ts';
import { rememberKey } from './remember-key.ts';
import { tellHeight } from './tell-height.ts';

/** Improves the booking page: no reloads, the visitor's own zone, one form for one booking. All of it works without. */

document.documentElement.classList.add('scripted');
tellHeight();
const form = document.querySelector<HTMLFormElement>('form#book');
if (form !== null) {
  rememberKey(form);
  exchange();
  useOwnZone(form);
}
