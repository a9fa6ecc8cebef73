import { SharedTime } from '../shared-time.ts';

/**
 * Makes the global Date of this thread follow the dial: `Date.now()`, `new Date()` and `Date()` give its instant,
 * everything else is the Date it was. `skew` holds by how much it is off (ms), as one 32-bit integer.
 */
export function followDial(shared: SharedArrayBuffer, skew = new SharedArrayBuffer(4)): void {
  const RealDate = globalThis.Date;
  const time = new SharedTime(shared, RealDate.now.bind(RealDate));
  const off = new Int32Array(skew);
  const now = (): number => time.now() + Atomics.load(off, 0);
  const dialDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === dialDate ? target : newTarget,
      ),
    apply: (target) => new target(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = dialDate;
  globalThis.Date = dialDate;
}
