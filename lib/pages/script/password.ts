/** Lets people see the password that they type. Before it is sent it is hidden, so that no browser takes it for a name. */

for (const input of document.querySelectorAll<HTMLInputElement>('.switched > input')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-controls', input.id);
  const turn = (shown: boolean): void => {
    input.type = shown ? 'text' : 'password';
    const [word, name] = shown ? ['hide', 'hideName'] : ['show', 'showName'];
    button.textContent = input.dataset[word] ?? '';
    button.setAttribute('aria-label', input.dataset[name] ?? '');
  };
  button.addEventListener('click', () => {
    turn(input.type === 'password');
    tell(input.dataset[input.type === 'password' ? 'hidden' : 'shown'] ?? '');
  });
  input.form?.addEventListener('submit', () => turn(false));
  turn(false);
  input.after(button);
}

function tell(text: string): void {
  const live = document.querySelector('#live');
  if (live !== null) live.textContent = text;
}
