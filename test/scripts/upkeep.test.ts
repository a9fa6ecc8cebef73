import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judge, readAllowed, readFindings } from '../../scripts/upkeep/advisories.ts';
import { changesOf, rangesOf, readOutdated } from '../../scripts/upkeep/versions.ts';

const directory = mkdtempSync(join(tmpdir(), 'showup-upkeep-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** As `npm audit --json` writes it. */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    leaf: {
      name: 'leaf',
      severity: 'high',
      isDirect: false,
      via: [
        {
          source: 1_101_234,
          name: 'leaf',
          dependency: 'leaf',
          title: 'Prototype pollution in leaf',
          url: 'https://advisories.example/GHSA-aaaa-bbbb-cccc',
          severity: 'high',
          cwe: ['CWE-1321'],
          range: '<2.0.1',
        },
      ],
      effects: ['branch'],
      range: '<2.0.1',
      nodes: ['node_modules/leaf'],
      fixAvailable: false,
    },
    branch: {
      name: 'branch',
      severity: 'high',
      isDirect: true,
      via: ['leaf'],
      effects: [],
      range: '*',
      nodes: ['node_modules/branch'],
      fixAvailable: false,
    },
  },
  metadata: { vulnerabilities: { high: 2, total: 2 } },
};
const entry = { id: 'GHSA-aaaa-bbbb-cccc', reason: 'Only tests load it.', until: '2027-01-31' };

describe('an audit', () => {
  const findings = readFindings(JSON.stringify(report));

  it('tells each advisory once, not each package that it reaches', () => {
    expect(findings).toEqual([
      {
        id: 'GHSA-aaaa-bbbb-cccc',
        package: 'leaf',
        severity: 'high',
        title: 'Prototype pollution in leaf',
        range: '<2.0.1',
      },
    ]);
  });

  it('lets pass what is allowed with a reason, until its date, and no longer', () => {
    expect(judge(findings, [entry], '2027-01-31').open).toEqual([]);
    expect(judge(findings, [entry], '2027-01-31').allowed).toMatchObject([entry]);
    expect(judge(findings, [entry], '2027-02-01').open).toEqual(findings);
    expect(judge(findings, [], '2026-12-01').open).toEqual(findings);
  });

  it('tells what is on the list for nothing', () => {
    expect(judge([], [entry], '2026-12-01').needless).toEqual(['GHSA-aaaa-bbbb-cccc']);
  });

  it.each([{ reason: ' ' }, { until: 'soon' }, { id: '' }])('refuses an entry with %j', (lack) => {
    expect(() => readAllowed(JSON.stringify([{ ...entry, ...lack }]))).toThrow('needs id, reason and until');
  });

  it.each([
    ['nothing', { ...report, vulnerabilities: {} }, [], 0, '0 open, 0 allowed'],
    ['something', report, [], 1, 'high  leaf <2.0.1  Prototype pollution in leaf (GHSA-aaaa-bbbb-cccc)'],
    ['what is allowed', report, [{ ...entry, until: '9999-12-31' }], 0, '0 open, 1 allowed'],
    [
      'no answer',
      { message: '405 Method Not Allowed', error: { summary: '' } },
      [],
      2,
      'could not tell: 405',
    ],
    ['no report', {}, [], 2, 'npm audit gave no report'],
  ])('of %s ends with a code that says so', (_, said, list, code, told) => {
    const allowed = join(directory, 'allowed.json');
    writeFileSync(allowed, JSON.stringify(list));
    const args = ['scripts/audit.ts', '--report', '-', '--allowed', allowed];
    const ended = spawnSync(process.execPath, args, { input: JSON.stringify(said), encoding: 'utf8' });
    expect(ended.stdout + ended.stderr).toContain(told);
    expect(ended.status).toBe(code);
  });
});

describe('what is outdated', () => {
  it('is what has a later release, and says which of them break', () => {
    const said = {
      small: { current: '1.2.3', wanted: '1.2.3', latest: '1.10.0' },
      large: { current: '2.9.0', wanted: '2.9.0', latest: '3.0.0' },
      zero: { current: '0.28.2', wanted: '0.28.2', latest: '0.29.0' },
      ahead: { current: '7.9.2', wanted: '7.9.2', latest: '6.4.5' },
      elsewhere: { wanted: '1.0.0', latest: '1.0.0' },
    };
    expect(readOutdated(JSON.stringify(said)).map(({ name, breaking }) => [name, breaking])).toEqual([
      ['small', false],
      ['large', true],
      ['zero', true],
    ]);
    expect(readOutdated('')).toEqual([]);
  });
});

describe('an update', () => {
  const before = { dependencies: { one: '1.0.0', loose: '^24.0.0' }, devDependencies: { two: '0.2.0' } };

  it('asks for the newest that breaks nothing of what is pinned, and leaves ranges alone', () => {
    expect(rangesOf(before)).toEqual([
      ['dependencies', ['one@^1.0.0']],
      ['devDependencies', ['two@^0.2.0']],
      ['optionalDependencies', []],
    ]);
  });

  it('tells what it changed', () => {
    const after = { ...before, dependencies: { one: '1.1.0', loose: '^24.0.0' } };
    expect(changesOf(before, after)).toEqual(['one 1.0.0 -> 1.1.0']);
  });
});
