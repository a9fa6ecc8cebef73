import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';

export interface SignedInView {
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
}

/** Where staff arrive, who have no pages of their own yet: who is signed in, and the way out. */
export function signedInPage(visit: Visit, { csrf, name, email }: SignedInView): Page {
  const { signedIn } = visit.language.account;
  return {
    title: signedIn.title,
    body: (
      <>
        <h1>{signedIn.title}</h1>
        <form class="card" method="post" action={hrefOf(visit, '/sign-out')}>
          <p>{signedIn.as(name, email)}</p>
          <p>
            {signedIn.staff} <a href={hrefOf(visit, '/docs')}>/docs</a>
          </p>
          <input type="hidden" name="csrf" value={csrf} />
          <p>
            <button type="submit">{signedIn.signOut}</button>
          </p>
        </form>
      </>
    ),
  };
}
