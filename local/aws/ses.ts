import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { AwsAnswer, AwsCall, AwsService, Clock, Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { bareAddress, headerOf, type Mail, readMail, type SentMail } from './mail.ts';
import { formOf, members } from './query.ts';
import { Upstream } from './upstream.ts';
import { AwsError } from './wire.ts';

export interface SesInput {
  readonly place: Place;
  readonly clock: Clock;
  /** Domains and addresses that the template has verified. */
  readonly identities: readonly string[];
  /** Names of the template's configuration sets. */
  readonly configurationSets: readonly string[];
}

/** What decides over a raw message: who sends it and under which configuration set. */
interface RawMessage {
  readonly raw: Buffer;
  readonly from: string;
  readonly configurationSet: string | undefined;
  readonly destinations: readonly string[];
}

/** SES version 1 for raw messages: identities and permissions here, the rest in aws-ses-v2-local behind it. */
export class Ses implements AwsService {
  readonly service = 'ses';
  readonly #input: SesInput;
  readonly #server: Server;
  readonly #engine: Upstream;
  readonly #sent: SentMail[] = [];
  readonly #read = new Map<SentMail, Promise<Mail>>();

  private constructor(input: SesInput, server: Server) {
    this.#input = input;
    this.#server = server;
    this.#engine = new Upstream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Starts the engine on a free loopback port. */
  static async open(input: SesInput): Promise<Ses> {
    return new Ses(input, await loadEngine()({ host: '127.0.0.1', port: 0 }));
  }

  actionOf(request: { body: Buffer }): string | undefined {
    const action = formOf(request.body).get('Action');
    return action === 'SendRawEmail' ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    const { from, configurationSet } = readRaw(call);
    const action = `ses:${call.action}`;
    const context = { 'ses:FromAddress': from };
    const identity = this.#arn(`identity/${this.#identityOf(from) ?? from}`);
    const needs = [{ action, resource: identity, context }];
    if (configurationSet === undefined) return needs;
    return [...needs, { action, resource: this.#arn(`configuration-set/${configurationSet}`), context }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const { raw, from, configurationSet, destinations } = readRaw(call);
    if (from === '') throw new AwsError('InvalidParameterValue', "Missing required header 'From'.");
    if (this.#identityOf(from) === undefined) throw this.#unverified(from);
    if (configurationSet !== undefined && !this.#input.configurationSets.includes(configurationSet)) {
      const message = `Configuration set <${configurationSet}> does not exist.`;
      throw new AwsError('ConfigurationSetDoesNotExist', message);
    }
    const answer = await this.#engine.send(call);
    const id = /<MessageId>(.+)<\/MessageId>/.exec(answer.body.toString())?.[1];
    if (id === undefined) throw new AwsError('InvalidParameterValue', answer.body.toString());
    this.#sent.push({ id, at: this.#input.clock.now(), raw, destinations });
    return answer;
  }

  /** Mails oldest first; those to one address, whatever its case, if `to` is given. */
  async mailbox(to?: string): Promise<readonly Mail[]> {
    const mails = await Promise.all(this.#sent.map((sent) => this.#reading(sent)));
    if (to === undefined) return mails;
    const wanted = to.trim().toLowerCase();
    return mails.filter((mail) => mail.to.toLowerCase().split(', ').includes(wanted));
  }

  async close(): Promise<void> {
    this.#engine.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
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
  };
}

/** The engine is CommonJS with a default export, which importers unwrap differently; require is plain. */
function loadEngine(): typeof import('aws-ses-v2-local').default {
  const module = createRequire(import.meta.url)('aws-ses-v2-local') as typeof import('aws-ses-v2-local');
  return module.default;
}
