import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Finding, judge, readAllowed, readFindings } from './upkeep/advisories.ts';
import { npm, runUpkeep } from './upkeep/npm.ts';

const usage = `Looks for known weaknesses of what is installed, by npm audit.

  npm run audit                      everything
  npm run audit -- --omit dev        what is deployed
  npm run audit -- --report -        reads the report of npm audit --json from standard input

audit-allowed.json lists what can't be mended yet, each with a reason and a date. Ends with 0 where nothing else is found,
1 where something is, 2 where npm can't tell.`;

await runUpkeep(async () => {
  const { values } = parseArgs({
    options: {
      omit: { type: 'string' },
      report: { type: 'string' },
      allowed: { type: 'string', default: 'audit-allowed.json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const findings = readFindings(await reportOf(values));
  const today = new Date().toISOString().slice(0, 10);
  const { open, allowed, needless } = judge(
    findings,
    readAllowed(readFileSync(values.allowed, 'utf8')),
    today,
  );
  for (const finding of open) console.log(lineOf(finding));
  for (const finding of allowed) {
    console.log(`allowed until ${finding.until}: ${lineOf(finding)}\n  ${finding.reason}`);
  }
  for (const id of needless) console.log(`${id} is allowed in ${values.allowed}, and isn't found any more`);
  console.log(`${open.length} open, ${allowed.length} allowed`);
  return open.length === 0 ? 0 : 1;
});

async function reportOf({ omit, report }: { omit?: string; report?: string }): Promise<string> {
  if (report === '-') return await text(process.stdin);
  if (report !== undefined) return readFileSync(report, 'utf8');
  const { out } = await npm(['audit', '--json', ...(omit === undefined ? [] : ['--omit', omit])]);
  return out;
}

function lineOf({ id, package: name, severity, title, range }: Finding): string {
  return `${severity}  ${name} ${range}  ${title} (${id})`;
}
