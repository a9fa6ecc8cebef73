import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { AwsAnswer, AwsCall, AwsService, Clock, Need, Part } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { bareAddress, headerOf, type Mail, readMail, type SentMail } from './mail.ts';
import { formOf, members } from './query.ts';
import { type SesConfigurationSet, SesEvents } from './ses-events.ts';
import { Mailboxes } from './ses-mailboxes.ts';
import type { Publication } from './sns-topics.ts';
import { Upstream } from './upstream.ts';
import { AwsError } from './wire.ts';

export interface SesInput {
  readonly place: Place;
  readonly clock: Clock;
  /** Domains and addresses that the template has verified. */
  readonly identities: readonly string[];
  /** The template's. */
  readonly configurationSets: readonly SesConfigurationSet[];
  /** Resolves after the first attempt to deliver. */
  readonly publish: (publication: Publication) => Promise<void>;
  /** Told of an event that could not be published. */
  readonly onError?: (error: unknown) => void;
}

/** What decides over a raw message: who sends it and under which configuration set. */
interface RawMessage {
  readonly raw: Buffer;
  readonly from: string;
  readonly configurationSet: string | undefined;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

const suppression = '/v2/email/suppression/addresses/';

/**
 * SES version 1 for raw messages: identities, permissions and what becomes of mails here, the rest in aws-ses-v2-local
 * behind it. Of version 2 it knows how an address is taken off the suppression list.
 */
export class Ses implements AwsService, Part {
  readonly service = 'ses';
  readonly mailboxes = new Mailboxes();
  readonly #events: SesEvents;
  readonly #input: SesInput;
  readonly #server: Server;
  readonly #engine: Upstream;
  readonly #sent: SentMail[] = [];
  readonly #read = new Map<SentMail, Promise<Mail>>();

  private constructor(input: SesInput, server: Server) {
    this.#input = input;
    this.#events = new SesEvents({ ...input, ...input.place });
    this.#server = server;
    this.#engine = new Upstream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Starts the engine on a free loopback port. */
  static async open(input: SesInput): Promise<Ses> {
    return new Ses(input, await loadEngine()({ host: '127.0.0.1', port: 0 }));
  }

  actionOf(request: { method: string; url: string; body: Buffer }): string | undefined {
    if (request.url.startsWith(suppression)) {
      return request.method === 'DELETE' ? 'DeleteSuppressedDestination' : undefined;
    }
    const action = formOf(request.body).get('Action');
    return action === 'SendRawEmail' ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    // The list is the account's, and no resource.
    if (call.action === 'DeleteSuppressedDestination')
      return [{ action: `ses:${call.action}`, resource: '*' }];
    const { from, configurationSet } = readRaw(call);
    const action = `ses:${call.action}`;
    const context = { 'ses:FromAddress': from };
    const identity = this.#arn(`identity/${this.#identityOf(from) ?? from}`);
    const needs = [{ action, resource: identity, context }];
    if (configurationSet === undefined) return needs;
    return [...needs, { action, resource: this.#arn(`configuration-set/${configurationSet}`), context }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    if (call.action === 'DeleteSuppressedDestination') return this.#allow(call.url.slice(suppression.length));
    const { raw, from, configurationSet, destinations, tags } = readRaw(call);
    if (from === '') throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
    if (this.#identityOf(from) === undefined) throw this.#unverified(from);
    const set = this.#input.configurationSets.find(({ name }) => name === configurationSet);
    if (configurationSet !== undefined && set === undefined) {
      const message = `Configuration set <${configurationSet}> does not exist.`;
      throw new AwsError('ConfigurationSetDoesNotExist', message);
    }
    const answer = await this.#engine.send(call);
    const id = /<MessageId>(.+)<\/MessageId>/.exec(answer.body.toString())?.[1];
    if (id === undefined) throw new AwsError('InvalidParameterValue', answer.body.toString());
    const at = this.#input.clock.now();
    this.#sent.push({ id, at, raw, destinations });
    if (set === undefined) return answer;
    for (const recipient of destinations.map(bareAddress)) {
      const fate = this.mailboxes.take(recipient, set.suppressed);
      this.#events.add({ id, at, raw, from, recipient, tags, set, fate });
    }
    return answer;
  }

  nextDue(): number | undefined {
    return this.#events.nextDue();
  }

  runDue(): Promise<void> {
    return this.#events.runDue();
  }

  /** Mails oldest first; those to one address, whatever its case, if `to` is given. */
  async mailbox(to?: string): Promise<readonly Mail[]> {
    const mails = await Promise.all(this.#sent.map((sent) => this.#reading(sent)));
    if (to === undefined) return mails;
    const wanted = to.trim().toLowerCase();
    return mails.filter((mail) => mail.to.toLowerCase().split(', ').includes(wanted));
  }

  /** Every message as it was taken, oldest first. */
  taken(): readonly SentMail[] {
    return this.#sent;
  }

  async close(): Promise<void> {
    this.#engine.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #allow(encoded: string): AwsAnswer {
    const address = decodeURIComponent(encoded);
    const headers = { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() };
    if (this.mailboxes.allow(address)) return { status: 200, headers, body: '{}' };
    const message = `Email address ${address} does not exist on your suppression list.`;
    return {
      status: 404,
      headers: { ...headers, 'x-amzn-errortype': 'NotFoundException' },
      body: JSON.stringify({ message }),
    };
  }

  #reading(sent: SentMail): Promise<Mail> {
    const known = this.#read.get(sent) ?? readMail(sent);
    this.#read.set(sent, known);
    return known;
  }

  /** The verified identity behind an address: the address itself, or its domain or a parent of it. */
  #identityOf(from: string): string | undefined {
    const address = from.toLowerCase();
    const verified = this.#input.identities.map((identity) => identity.toLowerCase());
    if (verified.includes(address)) return address;
    const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
    return labels
      .map((_, index) => labels.slice(index).join('.'))
      .find((domain) => verified.includes(domain));
  }

  #unverified(from: string): AwsError {
    const region = this.#input.place.region.toUpperCase();
    return new AwsError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ${region}: ${from}`,
    );
  }

  #arn(resource: string): string {
    return arnOf(this.#input.place, 'ses', resource);
  }
}

function readRaw(call: AwsCall): RawMessage {
  const form = formOf(call.body);
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const set = form.get('ConfigurationSetName') ?? headerOf(raw, 'X-SES-CONFIGURATION-SET');
  return {
    raw,
    from: bareAddress(headerOf(raw, 'From') ?? form.get('Source') ?? ''),
    configurationSet: set === undefined || set === '' ? undefined : set,
    destinations: members(form, 'Destinations'),
    tags: tagsOf(form),
  };
}

/** `Tags.member.1.Name` and `.Value`, and so on. Throws what the service answers for one that is not in its alphabet. */
function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
    const name = form.get(`Tags.member.${index}.Name`) ?? '';
    const value = form.get(`Tags.member.${index}.Value`) ?? '';
    if (![name, value].every((text) => /^[A-Za-z0-9_-]{1,256}$/.test(text))) {
      throw new AwsError('InvalidParameterValue', `Invalid message tag <${name}>: <${value}>.`);
    }
    tags[name] = value;
  }
  return tags;
}

/** The engine is CommonJS with a default export, which importers unwrap differently; require is plain. */
function loadEngine(): typeof import('aws-ses-v2-local').default {
  const module = createRequire(import.meta.url)('aws-ses-v2-local') as typeof import('aws-ses-v2-local');
  return module.default;
}
