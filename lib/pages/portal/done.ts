import { hrefOf, type Visit } from '../visit.ts';

/** What a press of a button has just done, as the address of the page after it says. */
const deeds = ['newsletters', 'code', 'asked', 'resent', 'level', 'removed'] as const;
export type Deed = (typeof deeds)[number];

/** Address of a page of the portal that tells of a deed. */
export function toldAt(visit: Visit, path: string, deed: Deed): string {
  return hrefOf(visit, path, { done: deed });
}

/** The deed that the address tells of, if it is one that we know. */
export function deedIn({ query }: Visit): Deed | undefined {
  return deeds.find((deed) => deed === query.get('done'));
}
