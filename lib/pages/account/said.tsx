import type { Language } from '../language/en.ts';
import type { Said } from '../problem-page.tsx';

/** That a press led to nothing, and why: told before anything else. */
export function Alert({ said }: { readonly said: Said | undefined }) {
  if (said === undefined) return null;
  return (
    <div class="notice bad" role="alert" id="said" tabIndex={-1} autofocus>
      <h2>{said.title}</h2>
      <p>{said.text}</p>
    </div>
  );
}

/** What is said of too many tries; `retryAfter` in seconds. */
export function tooManyTries({ account }: Language, retryAfter: number): Said {
  const { title, text } = account.tooMany;
  return { title, text: text(Math.max(1, Math.ceil(retryAfter / 60))) };
}
