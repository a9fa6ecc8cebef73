import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AwsAnswer, AwsCall, AwsService, Clock, Functions, Need, Part } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { Rotations } from './rotations.ts';
import { current, pending, previous, type RotationInput, type Secret, type Version } from './secret.ts';
import { type Draw, type GenerateSecretString, generateSecretString } from './secret-string.ts';
import { AwsError } from './wire.ts';

/** A secret of the template: its fixed text, or how to make one. */
export interface SecretInput {
  readonly arn: string;
  readonly name: string;
  readonly secretString?: string;
  readonly generate?: GenerateSecretString;
  readonly rotation?: RotationInput;
}

export interface SecretsInput {
  readonly place: Place;
  readonly clock: Clock;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly secrets: readonly SecretInput[];
  /** Where secrets outlive a restart; in memory only unless given. */
  readonly file?: string;
  /** Draws what new secrets are made of; by chance unless given. */
  readonly draw?: Draw;
}

interface Request {
  readonly SecretId?: string;
  readonly VersionId?: string;
  readonly VersionStage?: string;
  readonly VersionStages?: readonly string[];
  readonly SecretString?: string;
  readonly ClientRequestToken?: string;
  readonly MoveToVersionId?: string;
  readonly RemoveFromVersionId?: string;
}

type Operation = (secret: Secret, request: Request) => unknown;

/** Secrets Manager: reading, describing, new versions with their stages, and rotation when it is asked for or due. */
export class Secrets implements AwsService, Part {
  readonly service = 'secretsmanager';
  readonly #input: SecretsInput;
  readonly #secrets: readonly Secret[];
  readonly #rotations: Rotations;
  readonly #operations: Readonly<Record<string, Operation>> = {
    GetSecretValue: (secret, request) => this.#getValue(secret, request),
    DescribeSecret: (secret) => this.#describe(secret),
    PutSecretValue: (secret, request) => this.#putValue(secret, request),
    UpdateSecretVersionStage: (secret, request) => this.#updateStage(secret, request),
    RotateSecret: (secret, request) => this.#rotate(secret, request),
  };

  /** Makes the secrets, or takes up those that the file holds. Throws when a secret can't be made. */
  constructor(input: SecretsInput) {
    this.#input = input;
    const kept = readKept(input.file);
    this.#secrets = input.secrets.map(({ arn, name, secretString, generate, rotation }) => {
      const versions = kept[name];
      if (versions !== undefined) return { arn, name, rotation, versions };
      const text = secretString ?? generateSecretString(generate ?? {}, input.draw);
      return { arn, name, rotation, versions: [this.#version(randomUUID(), text, [current])] };
    });
    this.#rotations = new Rotations({ ...input, secrets: this.#secrets });
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
    if (version?.text === undefined) throw new Error(`there is no secret ${id}`);
    return version.text;
  }

  nextDue(): number | undefined {
    return this.#rotations.nextDue();
  }

  async runDue(now: number): Promise<void> {
    for (const secret of this.#rotations.due(now)) this.#rotations.start(secret, this.#pending(secret));
    await this.#rotations.settled();
  }

  /** Resolves once no rotation is under way. */
  settled(): Promise<void> {
    return this.#rotations.settled();
  }

  /** Counts the rotations ever begun. */
  begun(): number {
    return this.#rotations.begun();
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
    if (version?.text === undefined || (stage !== undefined && !version.stages.includes(stage))) {
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
      ...this.#rotations.described(secret),
    };
  }

  #putValue(secret: Secret, request: Request): unknown {
    const { SecretString: text, ClientRequestToken: id = randomUUID(), VersionStages = [current] } = request;
    if (text === undefined) {
      throw new AwsError('InvalidRequestException', 'You must provide a SecretString.');
    }
    const existing = secret.versions.find((version) => version.id === id);
    if (existing?.text !== undefined && existing.text !== text) {
      const message = `You can't use ClientRequestToken ${id} because that value is already in use.`;
      throw new AwsError('ResourceExistsException', message);
    }
    const version = existing ?? this.#version(id, text, []);
    version.text = text;
    if (existing === undefined) secret.versions.push(version);
    for (const stage of VersionStages) moveStage(secret, version, stage);
    this.#keep();
    return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: version.stages };
  }

  #updateStage(secret: Secret, request: Request): unknown {
    const { VersionStage: stage = '', MoveToVersionId: to, RemoveFromVersionId: from } = request;
    const holder = secret.versions.find(({ stages }) => stages.includes(stage));
    if (holder !== undefined && holder.id !== from && holder.id !== to) {
      const message = `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`;
      throw new AwsError('InvalidParameterException', message);
    }
    const version = secret.versions.find(({ id }) => id === to);
    if (to !== undefined && version === undefined) {
      throw notFound(`Secrets Manager can't find the specified secret value for VersionId: ${to}`);
    }
    if (version !== undefined) moveStage(secret, version, stage);
    else if (holder !== undefined) holder.stages = holder.stages.filter((name) => name !== stage);
    this.#keep();
    return { ARN: secret.arn, Name: secret.name };
  }

  /** Takes up one that was broken off, and says so, as the service does. */
  #rotate(secret: Secret, { ClientRequestToken: id = randomUUID() }: Request): unknown {
    if (secret.rotation === undefined) {
      throw new AwsError(
        'InvalidRequestException',
        'No Lambda rotation function ARN is associated with this secret.',
      );
    }
    const unfinished = this.#unfinished(secret);
    this.#rotations.start(secret, this.#pending(secret, id));
    if (unfinished !== undefined && unfinished.id !== id) {
      const message = "A previous rotation isn't complete. That rotation will be reattempted.";
      throw new AwsError('InvalidRequestException', message);
    }
    return { ARN: secret.arn, Name: secret.name, VersionId: id };
  }

  /** The version that a rotation is to make current: one without a value, unless a rotation was broken off. */
  #pending(secret: Secret, id: string = randomUUID()): Version {
    const unfinished = this.#unfinished(secret);
    if (unfinished !== undefined) return unfinished;
    const version = { id, created: this.#input.clock.now(), stages: [] };
    secret.versions.push(version);
    moveStage(secret, version, pending);
    return version;
  }

  #unfinished({ versions }: Secret): Version | undefined {
    return versions.find(({ stages }) => stages.includes(pending) && !stages.includes(current));
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
