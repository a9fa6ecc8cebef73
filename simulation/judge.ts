import { check } from './invariants/check.ts';
import { type Observing, observe } from './observe.ts';
import type { Judge } from './run.ts';
import { StaffSession } from './stage.ts';

/** Looks at all that can be seen from outside, as one of our staff and past the API, and checks every invariant. */
export function judgeOf(judged: Pick<Observing, 'zone' | 'staffMail'>): Judge {
  return async (cloud, script, log) => {
    const staff = new StaffSession(cloud);
    const askDesk = async (path: string): Promise<unknown> => {
      const answer = await fetch(`${cloud.site}${path}`, { headers: await staff.headers() });
      return answer.ok ? await answer.json() : undefined;
    };
    const strikes = cloud.hostile?.strikes() ?? [];
    try {
      return check(script, await observe(cloud, { ...judged, askDesk, strikes }), log);
    } finally {
      staff.close();
    }
  };
}
