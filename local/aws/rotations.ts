import type { Clock, Functions } from '../parts.ts';
import { current, type Secret, type Version } from './secret.ts';

export interface RotationsInput {
  readonly clock: Clock;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly secrets: readonly Secret[];
}

const day = 86_400_000;
const minute = 60_000;
/** How long after a failure a rotation that was due is tried again. */
const againAfter = 5 * minute;
const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

/** When secrets are to be rotated, and the calls of the functions that do it. */
export class Rotations {
  readonly #input: RotationsInput;
  readonly #running = new Map<string, Promise<void>>();
  readonly #failedAt = new Map<string, number>();
  #begun = 0;

  constructor(input: RotationsInput) {
    this.#input = input;
  }

  /** Calls the function step by step, until one fails; one at a time for each secret. */
  start(secret: Secret, version: Version): void {
    const { arn } = secret;
    if (this.#running.has(arn)) return;
    this.#begun += 1;
    const running = this.#run(secret, version.id).finally(() => this.#running.delete(arn));
    this.#running.set(arn, running);
  }

  /** The secrets whose current version is as old as it may be. */
  due(now: number): readonly Secret[] {
    return this.#input.secrets.filter((secret) => (this.#dueAt(secret) ?? Number.POSITIVE_INFINITY) <= now);
  }

  nextDue(): number | undefined {
    const dues = this.#input.secrets.map((secret) => this.#dueAt(secret)).filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  begun(): number {
    return this.#begun;
  }

  /** What DescribeSecret says of it. */
  described({ rotation, versions }: Secret): object {
    if (rotation === undefined) return {};
    const { functionArn, everyDays } = rotation;
    const since = versions.find(({ stages }) => stages.includes(current))?.created ?? 0;
    return {
      RotationEnabled: true,
      RotationLambdaARN: functionArn,
      RotationRules: { AutomaticallyAfterDays: everyDays },
      ...(versions.length > 1 ? { LastRotatedDate: since / 1000 } : {}),
      NextRotationDate: (since + everyDays * day) / 1000,
    };
  }

  #dueAt({ arn, rotation, versions }: Secret): number | undefined {
    const since = versions.find(({ stages }) => stages.includes(current))?.created;
    if (rotation === undefined || since === undefined || this.#running.has(arn)) return undefined;
    return Math.max(since + rotation.everyDays * day, (this.#failedAt.get(arn) ?? 0) + againAfter);
  }

  async #run({ arn, rotation }: Secret, version: string): Promise<void> {
    try {
      for (const Step of steps) {
        const event = { Step, SecretId: arn, ClientRequestToken: version };
        await this.#input.functions.invoke(rotation?.functionArn ?? '', event);
      }
      this.#failedAt.delete(arn);
    } catch {
      // The function's own log has it, as it does in the cloud; who asks sees a rotation that isn't complete.
      this.#failedAt.set(arn, this.#input.clock.now());
    }
  }
}
