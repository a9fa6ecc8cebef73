import { SharedTime } from '../shared-time.ts';

/**
 * Makes the global Date of this thread follow the dial: `Date.now()`, `new Date()` and `Date()` give its instant,
 * everything else is the Date it was.
 */
export function followDial(shared: SharedArrayBuffer): void {
  const RealDate = globalThis.Date;
  const time = new SharedTime(shared, RealDate.now.bind(RealDate));
  const now = (): number => time.now();
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
