import { createHash } from 'node:crypto';

/** The number of the window, of so many milliseconds, that an instant lies in: what is counted begins anew with each. */
export function windowOf(now: number, lengthMs: number): number {
  return Math.floor(now / lengthMs);
}

/** Seconds until the next window begins. */
export function retryAfter(now: number, lengthMs: number): number {
  return Math.ceil(((windowOf(now, lengthMs) + 1) * lengthMs - now) / 1000);
}

/** Who has one address of version 6 has all of its /64 network, the first four of eight groups. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || /^::ffff:\d+\./iu.test(ip)) return ip;
  const [head = '', tail = ''] = ip.split('%', 1).join('').split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const [before, after] = [groups(head), groups(tail)];
  const gap = ip.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** What stands for a mail address, number or source in the name of a tally: the table need not know who tried. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
