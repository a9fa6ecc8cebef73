import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AwsAnswer, AwsCall, AwsService, Clock, Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { type GenerateSecretString, generateSecretString } from './secret-string.ts';
import { AwsError } from './wire.ts';

/** A secret of the template: its fixed text, or how to make one. */
export interface SecretInput {
  readonly arn: string;
  readonly name: string;
  readonly secretString?: string;
  readonly generate?: GenerateSecretString;
}

export interface SecretsInput {
  readonly place: Place;
  readonly clock: Clock;
  readonly secrets: readonly SecretInput[];
  /** Where secrets outlive a restart; in memory only unless given. */
  readonly file?: string;
}

interface Version {
  readonly id: string;
  readonly text: string;
  readonly created: number;
  stages: string[];
}

interface Secret {
  readonly arn: string;
  readonly name: string;
  versions: Version[];
}

interface Request {
  readonly SecretId?: string;
  readonly VersionId?: string;
  readonly VersionStage?: string;
  readonly VersionStages?: readonly string[];
  readonly SecretString?: string;
  readonly ClientRequestToken?: string;
}

type Operation = (secret: Secret, request: Request) => unknown;

const current = 'AWSCURRENT';
const previous = 'AWSPREVIOUS';

/** Secrets Manager: reading, describing, and new versions with their stages. */
export class Secrets implements AwsService {
  readonly service = 'secretsmanager';
  readonly #input: SecretsInput;
  readonly #secrets: readonly Secret[];
  readonly #operations: Readonly<Record<string, Operation>> = {
    GetSecretValue: (secret, request) => this.#getValue(secret, request),
    DescribeSecret: (secret) => this.#describe(secret),
    PutSecretValue: (secret, request) => this.#putValue(secret, request),
  };

  /** Makes the secrets, or takes up those that the file holds. Throws when a secret can't be made. */
  constructor(input: SecretsInput) {
    this.#input = input;
    const kept = readKept(input.file);
    this.#secrets = input.secrets.map(({ arn, name, secretString, generate }) => {
      const versions = kept[name];
      if (versions !== undefined) return { arn, name, versions };
      const text = secretString ?? generateSecretString(generate ?? {});
      return { arn, name, versions: [this.#version(randomUUID(), text, [current])] };
    });
    this.#keep();
  }

  actionOf(request: { headers: Readonly<Record<string, string>> }): string | undefined {
    const action = /^secretsmanager\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1] ?? '';
    return Object.hasOwn(this.#operations, action) ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    const request = requestOf(call);
    const id = request.SecretId ?? '';
    const resource = this.#find(id)?.arn ?? arnOf(this.#input.place, 'secretsmanager', `secret:${id}`);
    const context = {
      'secretsmanager:SecretId': resource,
      ...(call.action === 'GetSecretValue' && request.VersionId === undefined
        ? { 'secretsmanager:VersionStage': request.VersionStage ?? current }
        : {}),
    };
    return [{ action: `secretsmanager:${call.action}`, resource, context }];
  }

  /** The text that a secret has now. Throws where there is no such secret. */
  current(id: string): string {
    const version = this.#find(id)?.versions.find(({ stages }) => stages.includes(current));
    if (version === undefined) throw new Error(`there is no secret ${id}`);
    return version.text;
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const request = requestOf(call);
    const secret = this.#find(request.SecretId ?? '');
    const operation = this.#operations[call.action];
    if (secret === undefined || operation === undefined) {
      throw notFound("Secrets Manager can't find the specified secret.");
    }
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(operation(secret, request)),
    };
  }

  #getValue(secret: Secret, request: Request): unknown {
    const { VersionId: id, VersionStage: stage } = request;
    const label = stage ?? current;
    const version = secret.versions.find((candidate) =>
      id === undefined ? candidate.stages.includes(label) : candidate.id === id,
    );
    if (version === undefined || (stage !== undefined && !version.stages.includes(stage))) {
      const which = id === undefined ? `staging label: ${label}` : `VersionId: ${id}`;
      throw notFound(`Secrets Manager can't find the specified secret value for ${which}`);
    }
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      SecretString: version.text,
      VersionStages: version.stages,
      CreatedDate: version.created / 1000,
    };
  }

  #describe(secret: Secret): unknown {
    const staged = secret.versions.filter(({ stages }) => stages.length > 0);
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionIdsToStages: Object.fromEntries(staged.map(({ id, stages }) => [id, stages])),
      CreatedDate: (secret.versions[0]?.created ?? 0) / 1000,
    };
  }

  #putValue(secret: Secret, request: Request): unknown {
    const { SecretString: text, ClientRequestToken: id = randomUUID(), VersionStages = [current] } = request;
    if (text === undefined) {
      throw new AwsError('InvalidRequestException', 'You must provide a SecretString.');
    }
    const existing = secret.versions.find((version) => version.id === id);
    if (existing !== undefined && existing.text !== text) {
      const message = `You can't use ClientRequestToken ${id} because that value is already in use.`;
      throw new AwsError('ResourceExistsException', message);
    }
    const version = existing ?? this.#version(id, text, []);
    if (existing === undefined) secret.versions.push(version);
    for (const stage of VersionStages) moveStage(secret, version, stage);
    this.#keep();
    return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: version.stages };
  }

  #find(id: string): Secret | undefined {
    return this.#secrets.find(({ arn, name }) => arn === id || name === id);
  }

  #version(id: string, text: string, stages: string[]): Version {
    return { id, text, stages, created: this.#input.clock.now() };
  }

  #keep(): void {
    const { file } = this.#input;
    if (file === undefined) return;
    const kept = {
      ...readKept(file),
      ...Object.fromEntries(this.#secrets.map((one) => [one.name, one.versions])),
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

/** Gives a stage to one version and takes it from the others; who loses AWSCURRENT becomes AWSPREVIOUS. */
function moveStage(secret: Secret, to: Version, stage: string): void {
  const holder = secret.versions.find((version) => version.stages.includes(stage));
  if (holder === to) return;
  for (const version of secret.versions) version.stages = version.stages.filter((name) => name !== stage);
  to.stages = [...to.stages, stage];
  if (stage === current && holder !== undefined) moveStage(secret, holder, previous);
}

function requestOf(call: AwsCall): Request {
  try {
    return JSON.parse(call.body.toString('utf8')) as Request;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

function readKept(file: string | undefined): Record<string, Version[]> {
  if (file === undefined || !existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Version[]>;
  } catch (cause) {
    throw new Error(`The secrets in ${file} can't be read`, { cause });
  }
}

const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message);
