import type { Showup } from '../showup.ts';
import { type Client, DEMO_PASSWORD, Client as Newcomer, tokenIn } from './client.ts';

export interface Wanted {
  readonly email: string;
  readonly name: string;
  readonly level: string;
}

/** Asks for an account, reads the mail, follows its link and sets a password: what a new member does. */
export async function newAccount(
  showup: Showup,
  asker: Client,
  { email, name, level }: Wanted,
  password = DEMO_PASSWORD,
): Promise<Newcomer> {
  const asked = await asker.post('/v1/portal/people', { email, name, level }, await asker.csrf());
  if (asked.status !== 201) throw new Error(`not asked for: ${asked.status} ${asked.text}`);
  await showup.settle();
  const client = new Newcomer(showup);
  const path = await passwordPath(showup, email);
  const page = await client.get(path);
  const set = await client.submit(path, { csrf: tokenIn(page.text), password });
  if (set.status !== 303) throw new Error(`no password: ${set.status}`);
  await showup.settle();
  return client;
}

/** The path of the last link that somebody was mailed for setting a password. */
export async function passwordPath(showup: Showup, email: string): Promise<string> {
  const mail = (await showup.mailbox(email)).at(-1);
  const url = /https?:\S+\/password\/\S+/u.exec(mail?.text ?? '')?.[0];
  if (url === undefined) throw new Error(`${email} has no link for a password`);
  return new URL(url).pathname;
}
