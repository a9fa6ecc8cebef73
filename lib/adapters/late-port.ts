type Method = (...args: never[]) => Promise<unknown>;

/** A part of the world whose library is loaded when it is first needed, once. All of its methods are named. */
export function latePort<Port extends { readonly [Name in keyof Port]: Method }>(
  load: () => Promise<Port>,
  methods: { readonly [Name in keyof Port]: true },
): Port {
  let port: Promise<Port> | undefined;
  const late =
    (name: keyof Port) =>
    async (...args: never[]) => {
      port ??= load();
      const loaded = await port;
      return loaded[name](...args);
    };
  const names = Object.keys(methods) as (keyof Port)[];
  return Object.fromEntries(names.map((name) => [name, late(name)])) as unknown as Port;
}

/** The same for a part that is one function. */
export function lateCall<Call extends Method>(load: () => Promise<Call>): Call {
  return latePort(async () => ({ call: await load() }), { call: true }).call;
}
