import { freeForever, type PriceName, prices } from './prices.ts';

/** So many units of one thing. */
export interface Item {
  /** The service that is paid for, as it stands on the bill. */
  readonly service: string;
  readonly price: PriceName;
  readonly units: number;
}

/** A line of the bill, in US dollars. */
export interface Line extends Item {
  readonly unit: string;
  readonly each: number;
  readonly amount: number;
}

/** What items cost at list price: one line for each service and unit, the dearest first. */
export function billOf(items: readonly Item[]): readonly Line[] {
  const groups = Map.groupBy(items, ({ service, price }) => `${service} ${price}`);
  const lines = [...groups.values()].map((same): Line => {
    const [{ service, price }] = same as [Item, ...Item[]];
    const units = same.reduce((sum, item) => sum + item.units, 0);
    const { each, unit } = prices[price];
    return { service, price, units, unit, each, amount: units * each };
  });
  return lines.filter(({ units }) => units > 0).toSorted((a, b) => b.amount - a.amount);
}

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/** The part of a month's bill that is free in every account, without an end. */
export function freeOf(lines: readonly Line[]): number {
  const byPrice = Map.groupBy(lines, ({ price }) => price);
  return [...byPrice].reduce((sum, [price, same]) => {
    const units = same.reduce((all, line) => all + line.units, 0);
    return sum + Math.min(units, freeForever[price] ?? 0) * prices[price].each;
  }, 0);
}

/** The same items, so many times. */
export const times = (items: readonly Item[], factor: number): readonly Item[] =>
  items.map((item) => ({ ...item, units: item.units * factor }));
