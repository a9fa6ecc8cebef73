import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { listen } from '../../local/ports.ts';
import type { Ended } from './run-script.ts';

const root = join(import.meta.dirname, '../..');

/** What stands for the CDK: writes down how it was called, and leaves an assembly as the real one does. */
const fakeCdk = `#!${process.execPath}
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const [command, ...args] = process.argv.slice(2);
appendFileSync('calls', [command, ...args].join(' ') + '\\n');
if (command === 'synth') {
  mkdirSync('cdk.out', { recursive: true });
  writeFileSync('cdk.out/validation-report.json', process.env.FAKE_REPORT ?? '{"pluginReports":[]}');
}
process.exit(process.env.FAKE_FAILS === command ? 1 : 0);
`;

/** An account of AWS as the scripts see it: the stacks that it has, and what they were told. */
export class Account {
  readonly stacks = new Map<string, Readonly<Record<string, string>>>();
  readonly told: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'showup-deploying-'));
  readonly #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        const { status, answer } = this.#answer(new URLSearchParams(body));
        response.writeHead(status, { 'content-type': 'text/xml' }).end(answer);
      });
    });
  }

  async open(): Promise<void> {
    this.#port = await listen(this.#server, 0);
    mkdirSync(join(this.folder, 'bin'));
    writeFileSync(join(this.folder, 'bin/cdk'), fakeCdk);
    chmodSync(join(this.folder, 'bin/cdk'), 0o755);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.folder, { recursive: true });
  }

  /** How the CDK was called since this was last asked, a line for each. */
  calls(): string[] {
    try {
      return readFileSync(join(this.folder, 'calls'), 'utf8').trim().split('\n');
    } catch {
      return [];
    } finally {
      rmSync(join(this.folder, 'calls'), { force: true });
    }
  }

  /** Runs a script as npm does: with the CDK on the path, and nobody at the terminal. */
  run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
      cwd: this.folder,
      env: {
        PATH: [join(this.folder, 'bin'), process.env['PATH']].join(delimiter),
        HOME: this.folder,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${this.#port}`,
        SHOWUP_CONFIG: join(root, 'test/fixture-config.ts'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
  }

  #answer(request: URLSearchParams): { status: number; answer: string } {
    const name = request.get('StackName') ?? '';
    const outputs = this.stacks.get(name);
    if (!outputs) return { status: 400, answer: refusal(`Stack with id ${name} does not exist`) };
    const action = request.get('Action') ?? '';
    if (action !== 'DescribeStacks')
      this.told.push(`${action} ${name} ${request.get('EnableTerminationProtection')}`);
    return { status: 200, answer: description(action, name, outputs) };
  }
}

function refusal(message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

function description(action: string, name: string, outputs: Readonly<Record<string, string>>): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  const stack = `<member><StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-11-01T00:00:00Z</CreationTime><Outputs>${members.join('')}</Outputs></member>`;
  return `<${action}Response><${action}Result><Stacks>${stack}</Stacks></${action}Result></${action}Response>`;
}
