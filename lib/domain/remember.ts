interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What a map holds under a key, worked out and kept the first time. For pure functions of the key only. */
export function remember<Key, Value>(
  known: Memory<Key, Value>,
  key: Key,
  workOut: (key: Key) => Value,
): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = workOut(key);
  known.set(key, value);
  return value;
}
