import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';

export interface SignedInView {
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
}

/** Who is signed in, and the way out: for pages without the token that it takes. */
export function signedInPage(visit: Visit, { csrf, name, email }: SignedInView): Page {
  const { signedIn } = visit.language.account;
  return {
    title: signedIn.title,
    holdsSecret: true,
    body: (
      <>
        <h1>{signedIn.title}</h1>
        <form class="card" method="post" action={hrefOf(visit, '/sign-out')}>
          <p>{signedIn.as(name, email)}</p>
          <input type="hidden" name="csrf" value={csrf} />
          <p class="row">
            <button type="submit" class="primary">
              {signedIn.signOut}
            </button>
            <a class="button" href={hrefOf(visit, '/sign-in')}>
              {signedIn.back}
            </a>
          </p>
        </form>
      </>
    ),
  };
}
