import { beforeEach, describe, expect, it } from 'vitest';
import type { EffectId, Outbox } from '../../lib/app/deps.ts';
import { once } from '../../lib/app/once.ts';
import { NOW } from '../world.ts';

const LEASE = 30_000;
const id = { owner: 'bkg_one', effect: '1.mail' };
let log: string[];
let claim: () => Promise<Awaited<ReturnType<Outbox['claim']>>>;
let mark: () => void;

beforeEach(() => {
  log = [];
  claim = async () => 'claimed';
  mark = () => undefined;
});

const noting = (what: string) => (_: EffectId, until: number) => {
  log.push(`${what} ${until - NOW}`);
  return Promise.resolve();
};

const outbox: Outbox = {
  claim: (_, now, leaseUntil) => {
    log.push(`claim ${leaseUntil - now}`);
    return claim();
  },
  release: noting('release'),
  markDone: (_, __, receipt) => {
    log.push(`done ${receipt}`);
    return new Promise((resolve) => {
      mark();
      resolve();
    });
  },
  recordDelivery: () => Promise.resolve(),
};

const send = async () => {
  log.push('send');
  return 'receipt';
};
const prepare = async (messageId: string) => {
  log.push(`prepare ${messageId}`);
  return send;
};
const failing = () => {
  log.push('prepare');
  throw new Error('nothing can be read');
};
const run = (preparing: Parameters<typeof once>[3] = prepare) =>
  once({ outbox, now: () => NOW }, id, LEASE, preparing);

describe('what is done once', () => {
  it('is prepared while the claim is taken, sent once it is ours, and marked with what came of it', async () => {
    const prepared = Promise.withResolvers<void>();
    claim = async () => {
      await prepared.promise;
      log.push('claimed');
      return 'claimed';
    };
    await run(async (messageId) => {
      prepared.resolve();
      return prepare(messageId);
    });
    expect(log).toEqual(['claim 30000', 'prepare bkg_one.1.mail', 'claimed', 'send', 'done receipt']);
  });

  it('is not sent where it was done before, though it was prepared', async () => {
    claim = async () => 'done';
    await run();
    expect(log).toEqual(['claim 30000', 'prepare bkg_one.1.mail']);
  });

  it('is not sent where another run is at it, which fails for another delivery', async () => {
    claim = async () => 'held';
    await expect(run()).rejects.toThrow('bkg_one 1.mail is being done by another run');
    expect(log).toEqual(['claim 30000', 'prepare bkg_one.1.mail']);
  });

  it('is not sent where the claim could not be asked for', async () => {
    claim = () => Promise.reject(new Error('the table is away'));
    await expect(run()).rejects.toThrow('the table is away');
    expect(log).toEqual(['claim 30000', 'prepare bkg_one.1.mail']);
  });

  it('is marked once more where the mark fails', async () => {
    mark = () => {
      mark = () => undefined;
      throw new Error('the table is away');
    };
    await run();
    expect(log.slice(-3)).toEqual(['send', 'done receipt', 'done receipt']);
  });
});

describe('a preparation that fails', () => {
  it.each([
    ['later', async () => failing()],
    ['at once', failing],
  ])('%s gives the claim back, and nothing is sent', async (_, preparing) => {
    await expect(run(preparing)).rejects.toThrow('nothing can be read');
    expect(log).toEqual(['claim 30000', 'prepare', 'release 30000']);
  });

  it('before the claim is taken gives it back when it is', async () => {
    const failed = Promise.withResolvers<void>();
    claim = async () => {
      await failed.promise;
      return 'claimed';
    };
    const running = run(async () => {
      queueMicrotask(failed.resolve);
      return failing();
    });
    await expect(running).rejects.toThrow('nothing can be read');
    expect(log.at(-1)).toBe('release 30000');
  });

  it('is nobody’s failure where it was done before', async () => {
    claim = async () => 'done';
    await run(async () => failing());
    expect(log).toEqual(['claim 30000', 'prepare']);
  });

  it('takes nothing from another run that is at it', async () => {
    claim = async () => 'held';
    await expect(run(async () => failing())).rejects.toThrow('being done by another run');
    expect(log).toEqual(['claim 30000', 'prepare']);
  });
});

it('a sending that fails gives the claim back, unmarked', async () => {
  const running = run(async () => () => Promise.reject(new Error('the mail service is away')));
  await expect(running).rejects.toThrow('the mail service is away');
  expect(log).toEqual(['claim 30000', 'release 30000']);
});
