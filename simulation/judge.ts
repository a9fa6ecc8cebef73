import { crawl } from './crawl/crawl.ts';
import { check } from './invariants/check.ts';
import { type Observing, observe } from './observe.ts';
import type { Judge } from './run.ts';
import { Session } from './stage.ts';

/** Whose deployment is judged, and by which functions pages are looked at: all unless given, which takes a while. */
type Judged = Pick<Observing, 'zone' | 'staffMail'> & { readonly pagesBy?: readonly string[] };

/** Looks at all that can be seen from outside, as one of our staff and past the API, and checks every invariant. */
export function judgeOf({ pagesBy, ...judged }: Judged): Judge {
  return async (cloud, script, log, taken = []) => {
    const staff = new Session(cloud);
    const askDesk = async (path: string): Promise<unknown> => {
      const answer = await fetch(`${cloud.site}${path}`, { headers: await staff.headers() });
      return answer.ok ? await answer.json() : undefined;
    };
    const strikes = cloud.hostile?.strikes() ?? [];
    try {
      const world = await observe(cloud, { ...judged, askDesk, strikes, taken });
      return check(script, { ...world, ...(await crawl(cloud, script, world, pagesBy)) }, log);
    } finally {
      staff.close();
    }
  };
}
