import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../local/ports.ts';
import { childrenOf } from './children.ts';
import { fixtureAssembly } from './fixture-cloud.ts';

const main = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

/** A run of the command line. */
class Run {
  readonly child: ChildProcess;
  readonly exit: Promise<unknown>;
  out = '';
  err = '';

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [main, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exit = once(this.child, 'exit');
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.out += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.err += chunk.toString();
    });
  }

  async ready(): Promise<void> {
    while (!this.out.includes('Console')) {
      if (this.child.exitCode !== null) throw new Error(`ended: ${this.err}`);
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), this.exit]);
    }
  }

  async code(): Promise<number | null> {
    await this.exit;
    return this.child.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return await this.code();
  }
}

const runs: Run[] = [];
function run(...args: readonly string[]): Run {
  const started = new Run(args);
  runs.push(started);
  return started;
}
const runFixture = (port: number, ...args: readonly string[]): Run =>
  run('--assembly', fixtureAssembly, '--no-demo', '--port', String(port), ...args);

afterEach(async () => {
  await Promise.all(
    runs.splice(0).map((each) => (each.child.exitCode === null ? each.stop('SIGKILL') : each.exit)),
  );
});

/** A port that is free, and the next one too. */
async function freePair(): Promise<number> {
  for (;;) {
    const [first, second] = [createServer(), createServer()];
    const port = await listen(first, 0);
    const next = await listen(second, port + 1).catch(() => undefined);
    await Promise.all([first, second].map((server) => new Promise((done) => server.close(done))));
    if (next !== undefined) return port;
  }
}

describe('npm start', () => {
  it('says that it is ready once requests are answered, and Ctrl-C ends it and its children with code 0', async () => {
    const port = await freePair();
    const started = runFixture(port, '--now', '2026-11-23T09:00:00-05:00');
    await started.ready();
    expect(started.out).toMatch(
      new RegExp(
        `^Showup is ready\n.*http://127.0.0.1:${port}\n.*http://127.0.0.1:${port + 1}\n.*http://127.0.0.1:\\d+ .table .+\n$`,
      ),
    );
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    const { now } = (await (await fetch(`http://127.0.0.1:${port + 1}/clock`)).json()) as { now: string };
    expect(now).toMatch(/^2026-11-23T14:00:/);
    const children = childrenOf(started.child.pid).flatMap((child) => [child, ...childrenOf(child)]);
    expect(children.length).toBeGreaterThan(1);
    expect(await started.stop('SIGINT')).toBe(0);
    expect(started.err).toBe('');
    expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });

  it('runs twice on different ports, each with its own data', async () => {
    const first = await freePair();
    const one = runFixture(first);
    await one.ready();
    const second = await freePair();
    const two = runFixture(second);
    await two.ready();
    const write = (port: number) =>
      fetch(`http://127.0.0.1:${port}/do/write`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"pk":"mine"}',
      });
    expect((await write(first)).status).toBe(200);
    expect(await one.stop()).toBe(0);
    const rows = await fetch(`http://127.0.0.1:${second}/do/rows`, { method: 'POST' });
    expect(await rows.json()).toEqual([]);
  });

  it.each([0, 1])('names a port that is taken (the one given, plus %i) and the option', async (offset) => {
    const port = await freePair();
    const holder = createServer();
    await listen(holder, port + offset);
    const refused = runFixture(port);
    expect(await refused.code()).toBe(1);
    expect(refused.err).toBe(`showup: port ${port + offset} is taken: choose another with --port\n`);
    await new Promise((done) => holder.close(done));
  });

  it.each([
    [['--port', 'x'], '--port x'],
    [['--port', '65535'], '--port 65535'],
    [['--now', 'yesterday'], '--now yesterday'],
    [['--now', '2026-11-23T09:00:00'], '--now 2026-11-23T09:00:00'],
    [['--colour'], '--colour'],
    [['--data', main], '--data'],
    [['--assembly', '/nowhere'], '/nowhere'],
  ])('answers %j with one line that names it', async (args, name) => {
    const refused = run('--port', String(await freePair()), ...args);
    expect(await refused.code()).toBe(1);
    expect(refused.err).toContain(name);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
  });

  it('keeps the data, the time and the place in the stream in a directory, and refuses to go back before them', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'showup-test-'));
    const port = await freePair();
    const first = runFixture(port, '--data', directory, '--now', '2026-11-23T14:00:00Z');
    await first.ready();
    const ask = async (what: string, body = {}): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify(body) };
      return await (await fetch(`http://127.0.0.1:${port}/do/${what}`, asked)).json();
    };
    const turn = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":"PT1H"}',
    };
    await ask('write', { pk: 'kept' });
    expect((await fetch(`http://127.0.0.1:${port + 1}/clock`, turn)).status).toBe(200);
    expect(await first.stop()).toBe(0);

    const back = runFixture(port, '--data', directory, '--now', '2026-11-23T14:00:00Z');
    expect(await back.code()).toBe(1);
    expect(back.err).toMatch(/--now 2026-11-23T14:00:00.000Z is before 2026-11-23T15:00:/);

    const second = runFixture(port, '--data', directory);
    await second.ready();
    expect(await ask('rows')).toEqual(['kept', 'seen kept']);
    const { now } = (await ask('time')) as { now: number };
    expect(now).toBeGreaterThanOrEqual(Date.parse('2026-11-23T15:00:00Z'));
    expect(await second.stop()).toBe(0);
    rmSync(directory, { recursive: true });
  });

  it('passes on what synthesis says of a configuration that contradicts itself', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'showup-test-'));
    const config = join(directory, 'showup.config.ts');
    const usual = new URL('../fixture-config.ts', import.meta.url).href;
    writeFileSync(
      config,
      `import usual from '${usual}'; export default { ...usual, zone: 'Nowhere/Atall' };`,
    );
    const refused = new Run(['--port', String(await freePair())], { SHOWUP_CONFIG: config });
    runs.push(refused);
    expect(await refused.code()).toBe(1);
    expect(refused.err).toMatch(/^showup: the stack could not be synthesized:\n.*zone.*Nowhere\/Atall/);
    expect(refused.err).not.toMatch(/^\s+at /m);
    rmSync(directory, { recursive: true });
  });

  it('can be ended while it starts', async () => {
    const started = run('--port', String(await freePair()));
    await once(started.child, 'spawn');
    while (started.child.exitCode === null && childrenOf(started.child.pid).length === 0)
      await new Promise(setImmediate);
    expect(await started.stop()).toBe(0);
    expect(started.err).toBe('');
  });
});
