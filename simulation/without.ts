import type { Act, Script } from './script.ts';

/** A script without some of its acts and faults. What depends on an act that goes, goes with it; so do people who do nothing. */
export function without(script: Script, gone: ReadonlySet<string>): Script {
  const acts: Act[] = [];
  const lost = new Set(gone);
  // A booking is made before anything is done to it, so one pass is enough.
  for (const act of script.acts) {
    if (lost.has(act.id) || ('booking' in act && lost.has(act.booking))) lost.add(act.id);
    else if (act.do === 'sign-in' && lost.has(act.cancels ?? '')) acts.push(withoutCancel(act));
    else acts.push(act);
  }
  return {
    ...script,
    acts,
    faults: script.faults.filter(({ id }) => !gone.has(id)),
    cast: castOf(script, acts),
  };
}

function withoutCancel({ cancels: _, ...act }: Act & { readonly do: 'sign-in' }): Act {
  return act;
}

function castOf({ cast }: Script, acts: readonly Act[]): Script['cast'] {
  const seen = new Set(acts.flatMap((act) => ('who' in act ? [act.who] : [])));
  const phones = new Set(acts.flatMap((act) => (act.do === 'text' ? [act.from] : [])));
  const people = cast.people.filter(
    ({ id, mobile, account }) =>
      account === 'staff' || seen.has(id) || (mobile !== undefined && phones.has(mobile)),
  );
  return { ...cast, people };
}
