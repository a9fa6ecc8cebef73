import { spawn } from 'node:child_process';
import type { TableClient } from '../../lib/adapters/document-client.ts';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a file of scripts/ to its end, as an operator does. */
export function runScript(name: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [`scripts/${name}`, ...args]);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
}

/** The options that lead a script to a table. */
export async function optionsOf({ name, client }: TableClient): Promise<readonly string[]> {
  const address = await client.config.endpoint?.();
  return ['--table', name, '--endpoint', `http://${address?.hostname}:${address?.port}`];
}
