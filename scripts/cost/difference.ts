import type { Meter, UsageReport } from '../../local/usage/usage.ts';

/** What was used between two reports. */
export function usedBetween(before: UsageReport, after: UsageReport): UsageReport {
  return mapMeters(after, (meter, of, amount) => amount - (before[meter]?.[of] ?? 0));
}

/** The usage of some callers or functions alone, told by what an amount is of. */
export function partOf(usage: UsageReport, isPart: (of: string, meter: Meter) => boolean): UsageReport {
  return mapMeters(usage, (meter, of, amount) => (isPart(of, meter) ? amount : 0));
}

function mapMeters(
  usage: UsageReport,
  change: (meter: Meter, of: string, amount: number) => number,
): UsageReport {
  const meters = Object.entries(usage) as [Meter, Readonly<Record<string, number>>][];
  return Object.fromEntries(
    meters.map(([meter, amounts]) => {
      const changed = Object.entries(amounts).map(([of, amount]) => [of, change(meter, of, amount)] as const);
      return [meter, Object.fromEntries(changed.filter(([, amount]) => amount > 0))];
    }),
  );
}
