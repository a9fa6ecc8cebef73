import type { Settling } from '../clock.ts';
import { TemplateError } from '../template/template.ts';
import type { FunctionDefinition } from './definition.ts';
import { FunctionError } from './function-error.ts';
import { FunctionInstance } from './instance.ts';
import type { InstanceSurroundings } from './instance-start.ts';
import type { FunctionFailure } from './messages.ts';
import { FunctionUnreachable, type Outages } from './outages.ts';

/** The functions of the cloud, each with its worker. */
export interface FunctionPool extends Settling {
  readonly definitions: readonly FunctionDefinition[];
  /** Finds a function by ARN (with or without a version), name or logical id. Throws a TemplateError naming it. */
  find(name: string): FunctionDefinition;
  /** Runs a function once and gives its answer. Rejects with a FunctionError if it fails. */
  invoke(name: string, event: unknown, id?: string): Promise<unknown>;
  /** Runs a function from the bundle in another directory from its next call on; from its own again where none is given. */
  rebundle(name: string, directory?: string): void;
  /** Loads every bundle. Rejects with a FunctionError naming the function that can't be loaded. */
  warm(): Promise<void>;
  stop(): Promise<void>;
}

/** What the pool as a whole heeds. */
export interface PoolSurroundings {
  readonly outages: Pick<Outages, 'of'>;
}

/** Starts a worker for each function. */
export function createFunctionPool(
  definitions: readonly FunctionDefinition[],
  surroundings: InstanceSurroundings & PoolSurroundings,
): FunctionPool {
  const { hostile } = surroundings;
  const current = new Map<string, FunctionInstance>();
  const all = new Set<FunctionInstance>();
  const flying = new Set<Promise<unknown>>();
  const directories = new Map<string, string>();
  let begun = 0;

  const find = (name: string): FunctionDefinition => {
    const bare = name.replace(/:\$LATEST$/, '');
    const found = definitions.find(({ arn, name: of, logicalId }) => [arn, of, logicalId].includes(bare));
    if (!found) throw new TemplateError(`there is no function ${name} in the template`);
    return found;
  };

  const instanceOf = (definition: FunctionDefinition): FunctionInstance => {
    const known = current.get(definition.logicalId);
    if (known?.usable) return known;
    const directory = directories.get(definition.logicalId) ?? definition.directory;
    const fresh = new FunctionInstance({ ...definition, directory }, surroundings);
    current.set(definition.logicalId, fresh);
    all.add(fresh);
    return fresh;
  };

  /** As Lambda has it, one that does nothing else: where one dies, nothing else dies with it. */
  const freeInstanceOf = (definition: FunctionDefinition): FunctionInstance => {
    const directory = directories.get(definition.logicalId) ?? definition.directory;
    const known = [...all].filter(({ logicalId }) => logicalId === definition.logicalId);
    const free = known.find((one) => one.usable && !one.working && one.directory === directory);
    if (free) return free;
    const fresh = new FunctionInstance({ ...definition, directory }, surroundings, known.length + 1);
    all.add(fresh);
    return fresh;
  };

  const answerOf = async (definition: FunctionDefinition, event: unknown, id: string): Promise<string> => {
    const text = JSON.stringify(event);
    if (!hostile) return await instanceOf(definition).invoke(id, text);
    const { result } = await hostile.begin(definition.logicalId, event, (chance) => {
      const instance = freeInstanceOf(definition);
      return { token: instance.token, result: instance.invoke(chance.id, text, chance.seed) };
    });
    return await result;
  };

  const run = async (definition: FunctionDefinition, event: unknown, id: string): Promise<unknown> => {
    const state = surroundings.outages.of(definition.logicalId);
    if (state === 'unreachable') throw new FunctionUnreachable(definition.name);
    if (state === 'fails') throw new FunctionError(definition.name, madeToFail);
    try {
      return JSON.parse(await answerOf(definition, event, id));
    } catch (thrown) {
      // The runtime logs an uncaught error in these fields.
      const message = thrown instanceof FunctionError ? thrown.failure : String(thrown);
      surroundings.log(
        definition.logicalId,
        'err',
        JSON.stringify({ level: 'ERROR', requestId: id, message }),
      );
      throw thrown;
    }
  };

  return {
    definitions,
    find,
    invoke(name, event, id = crypto.randomUUID()) {
      begun += 1;
      const flight = run(find(name), event, id);
      const landed = flight.catch(() => undefined).finally(() => flying.delete(landed));
      flying.add(landed);
      return flight;
    },
    rebundle(name, directory) {
      const { logicalId, directory: own } = find(name);
      if (directory === undefined) directories.delete(logicalId);
      else directories.set(logicalId, directory);
      // What is under way ends where it began; what is idle in a borrowed bundle won't be called again.
      current.delete(logicalId);
      for (const one of all)
        if (one.logicalId === logicalId && one.directory !== own && !one.working) void one.stop();
    },
    warm: async () => {
      const instance = hostile ? freeInstanceOf : instanceOf;
      await Promise.all(definitions.map((definition) => instance(definition).loaded));
    },
    settled: async () => {
      while (flying.size > 0) await Promise.all(flying);
    },
    begun: () => begun,
    stop: async () => {
      await Promise.all([...all].map((instance) => instance.stop()));
    },
  };
}

const madeToFail: FunctionFailure = {
  errorType: 'Outage',
  errorMessage: 'The console made this function fail',
  trace: [],
};
