import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';

/** Runs something whose randomness follows from a seed. */
export type RunSeeded = <T>(seed: string, run: () => T) => T;

/** Bytes that follow from a seed. Each way of drawing has its own, so that one does not shift the other. */
class Draws {
  readonly #seed: string;
  readonly #drawn = new Map<string, number>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  bytes(way: string, size: number): Buffer {
    const drawn = (this.#drawn.get(way) ?? 0) + 1;
    this.#drawn.set(way, drawn);
    const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, block) =>
      createHash('sha256').update([this.#seed, way, drawn, block].join('\0')).digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  }
}

/**
 * Makes all randomness of this thread follow from seeds: that of a run from the run's, all other from `outside`. Has to
 * be called before anything else is loaded that draws.
 */
export function seedRandomness(outside: string): RunSeeded {
  const current = new AsyncLocalStorage<Draws>();
  const others = new Draws(outside);
  const bytes = (way: string, size: number): Buffer => (current.getStore() ?? others).bytes(way, size);
  const fraction = (way: string): number => bytes(way, 6).readUIntBE(0, 6) / 2 ** 48;
  const fill = <T extends ArrayBufferView>(way: string, view: T): T => {
    const { buffer, byteOffset, byteLength } = view;
    new Uint8Array(buffer, byteOffset, byteLength).set(bytes(way, byteLength));
    return view;
  };
  const uuid = (): string => {
    const drawn = bytes('uuid', 16);
    drawn.writeUInt8((drawn.readUInt8(6) & 0x0f) | 0x40, 6);
    drawn.writeUInt8((drawn.readUInt8(8) & 0x3f) | 0x80, 8);
    return drawn.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
  const crypto = createRequire(import.meta.url)('node:crypto') as Record<string, unknown>;
  Object.assign(crypto, {
    randomBytes: (size: number, done?: (error: null, drawn: Buffer) => void) => {
      const drawn = bytes('bytes', size);
      if (done === undefined) return drawn;
      process.nextTick(done, null, drawn);
    },
    randomFillSync: (view: ArrayBufferView) => fill('fill', view),
    randomInt: (from: number, below?: number) =>
      below === undefined
        ? Math.floor(fraction('int') * from)
        : from + Math.floor(fraction('int') * (below - from)),
    randomUUID: uuid,
  });
  Object.assign(Object.getPrototypeOf(globalThis.crypto) as object, {
    getRandomValues: (view: ArrayBufferView) => fill('values', view),
    randomUUID: uuid,
  });
  Math.random = () => fraction('fraction');
  syncBuiltinESMExports();
  return (seed, run) => current.run(new Draws(seed), run);
}
