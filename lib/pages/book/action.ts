import { refuseField } from '../../http/read.ts';
import type { BookForm } from './form.ts';

/** What pressing a button asks for beside showing the form anew. */
export type Wish = 'show' | 'book' | 'sign-in';

interface Outcome {
  readonly form: BookForm;
  readonly wish: Wish;
}

/** The form after a button was pressed: `verb` or `verb:value`, as the buttons carry it. Throws `invalid-input` for another. */
export function pressed(form: BookForm, action: string, newKey: () => string): Outcome {
  const colon = action.indexOf(':');
  const [verb, value] = colon < 0 ? [action, ''] : [action.slice(0, colon), action.slice(colon + 1)];
  const show = (changes: Partial<BookForm>): Outcome => ({ form: { ...form, ...changes }, wish: 'show' });
  // A time picked decides which month and day are shown.
  const at = { start: value, month: '', day: '' };
  switch (verb) {
    case '':
    case 'show':
      return show({});
    case 'type':
      return show({ sessionType: value });
    case 'month':
      return show({ month: value, day: '' });
    case 'day':
      return show({ day: value, month: '' });
    case 'take':
      return show(at);
    case 'book':
      return { form, wish: 'book' };
    case 'book-at':
      return { form: { ...form, ...at }, wish: 'book' };
    case 'sign-in':
      return { form, wish: 'sign-in' };
    case 'another':
      return show({ key: newKey(), start: '', month: '', day: '' });
    default:
      return refuseField('action', 'is not a button of this form');
  }
}
