/** Improves the import of companies: a file is read into the text area. Without scripts its lines are pasted. */

const MOST_BYTES = 1_048_576;

const room = document.querySelector<HTMLElement>('#sheet-file');
const said = document.querySelector<HTMLElement>('#sheet-file-said');
const input = room?.querySelector<HTMLInputElement>('input[type=file]');
const sheet = document.querySelector<HTMLTextAreaElement>('textarea.sheet');

if (room && said && input && sheet) {
  room.hidden = false;
  const say = (words: string | undefined): void => {
    said.textContent = words ?? '';
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    say('');
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      say(room.dataset['tooLarge']);
      return;
    }
    file.arrayBuffer().then(
      (bytes) => {
        const text = decoded(bytes);
        if (text === undefined) say(room.dataset['encoding']);
        else sheet.value = text;
      },
      () => say(room.dataset['notRead']),
    );
  });
}

/** Undefined for what isn't UTF-8: no name is to lose its accents. */
function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
