import { Client, DEMO_PASSWORD, type Got } from '../accounts/client.ts';
import type { Booked, Showup } from '../showup.ts';

const MINUTE = 60_000;

/** One of our staff at the desk, signed in anew whenever the clock has moved on. */
export class Desk {
  readonly #showup: Showup;
  #signedIn: { readonly at: string; readonly client: Client; readonly csrf: string } | undefined;

  constructor(showup: Showup) {
    this.#showup = showup;
  }

  async get(path: string): Promise<Got> {
    return (await this.#session()).client.get(`/v1/desk${path}`);
  }

  /** Resolves once everybody has heard of it. Throws where it is refused. */
  async post(path: string, body: unknown = {}): Promise<Got> {
    const answer = await this.tryTo(path, body);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
    await this.#showup.settle();
    return answer;
  }

  async tryTo(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Got> {
    const { client, csrf } = await this.#session();
    return client.post(`/v1/desk${path}`, body, csrf, headers);
  }

  /** A page of the desk. */
  async page(path: string): Promise<Got> {
    return (await this.#session()).client.get(path);
  }

  /** Posts a form of the desk. */
  async press(path: string, fields: Readonly<Record<string, string>>): Promise<Got> {
    const { client, csrf } = await this.#session();
    return client.submit(path, { csrf, ...fields });
  }

  /** Where a person stands in the demo company. */
  async standingOf(email: string): Promise<Got['json']> {
    const query = 'company=example-crates';
    return (await this.get(`/people/${encodeURIComponent(email)}/standing?${query}`)).json;
  }

  ruleOn(email: string, ruling: object): Promise<Got> {
    const company = 'example-crates';
    return this.post(`/people/${encodeURIComponent(email)}/standing`, {
      company,
      reason: 'Agreed by telephone',
      ...ruling,
    });
  }

  async companyStanding(): Promise<Got['json']> {
    return (await this.get('/companies/example-crates/standing')).json;
  }

  async #session() {
    const at = (await this.#showup.now()).slice(0, 15);
    if (this.#signedIn?.at !== at) {
      const client = new Client(this.#showup);
      await client.signIn('staff@example.com', DEMO_PASSWORD);
      this.#signedIn = { at, client, csrf: await client.csrf('/sign-in?leave=1') };
    }
    return this.#signedIn;
  }
}

/** Books for an address, and nobody comes: the clock is then a quarter of an hour after the start. */
export async function missed(showup: Showup, email: string, start: string): Promise<Booked> {
  const booked = await showup.book({ email, start });
  await showup.clockTo(Date.parse(start) + 15 * MINUTE);
  return booked;
}

/** Books with a mobile number and says by text, twice, 20 minutes before the start, that nobody can come. */
export async function lateNotice(
  showup: Showup,
  who: { readonly email: string; readonly mobile: string },
  start: string,
): Promise<Booked> {
  const booked = await showup.book({ ...who, start });
  await showup.clockTo(Date.parse(start) - 20 * MINUTE);
  await showup.text(who.mobile, '2');
  await showup.clockTo(Date.parse(start) - 19 * MINUTE);
  await showup.text(who.mobile, '2');
  return booked;
}

/** The last mail to an address whose subject reads so. Throws where there is none. */
export async function mailTo(showup: Showup, email: string, subject: RegExp) {
  const mails = await showup.mailbox(email);
  const mail = mails.findLast((one) => subject.test(one.subject));
  if (mail === undefined)
    throw new Error(`${email} has only: ${mails.map((one) => one.subject).join(' | ')}`);
  return mail;
}
