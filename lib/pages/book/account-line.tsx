import { hrefOf, type Visit } from '../visit.ts';
import type { BookView } from './view.ts';

const SIGN_OUT = 'sign-out';

interface AccountProps {
  readonly visit: Visit;
  readonly view: BookView;
}

/** Who is signed in; or, where free sessions need it, the way to be, which keeps all that was typed and picked. */
export function AccountLine({ visit, view: { visitor } }: AccountProps) {
  const { account } = visit.language.book;
  if (visitor !== undefined) {
    return (
      <p id="account">
        {account.signedInAs(visitor.name)} {/* Where it leads can't stand in another site's frame. */}
        {visit.embedded ? null : (
          <button type="submit" form={SIGN_OUT} class="plain">
            {account.signOut}
          </button>
        )}
      </p>
    );
  }
  if (!visit.settings.policy.accounts.requirePortalAccount) return null;
  return (
    <div id="account">
      <p>{account.ask}</p>
      <p>
        <SignInButton visit={visit} />
      </p>
    </div>
  );
}

/**
 * Posts the form on the way to signing in. Out of another site's frame it opens a window: browsers give such a frame
 * none of our cookies, and let it keep none.
 */
export function SignInButton({ visit }: { readonly visit: Visit }) {
  const { account } = visit.language.book;
  const { embedded } = visit;
  return (
    <button
      type="submit"
      name="action"
      value="sign-in"
      formaction={hrefOf({ ...visit, embedded: false }, '/book')}
      formtarget={embedded ? '_blank' : undefined}
    >
      {embedded ? account.signInBeside : account.signIn}
    </button>
  );
}

/** The form that the button for signing out belongs to: one form can't stand in another. */
export function SignOutForm({ visit, view: { visitor } }: AccountProps) {
  if (visitor === undefined || visit.embedded) return null;
  return (
    <form id={SIGN_OUT} method="post" action={hrefOf(visit, '/sign-out')}>
      <input type="hidden" name="csrf" value={visitor.csrf} />
    </form>
  );
}
