type Handler = (...args: never[]) => unknown;

type Later<Given> = Given extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Awaited<Result>>
  : never;

/**
 * Handlers of a module that is loaded when the first of them is called: a start loads what all requests need, and a
 * request what it needs.
 */
export function later<Module extends Record<Name, Handler>, Name extends string>(
  load: () => Promise<Module>,
  ...names: readonly (Name & keyof Module)[]
): { readonly [Each in Name]: Later<Module[Each]> } {
  const handlers = names.map((name) => [
    name,
    async (...args: never[]) => {
      const module = await load();
      return module[name](...args);
    },
  ]);
  return Object.fromEntries(handlers);
}
