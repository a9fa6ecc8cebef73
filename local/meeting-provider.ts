import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from './parts.ts';
import type { Stack } from './template/stack.ts';

/** Somebody joins a meeting: a booking's, or whatever is in a room. */
export interface MeetingJoin {
  readonly booking?: string;
  readonly conferenceId?: string;
  readonly role?: string;
  /** When they joined (ms). */
  readonly at: number;
  /** The same for the same event, told again. */
  readonly messageId?: string;
}

/** What the site answered. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface MeetingProviderInput {
  readonly site: string;
  readonly clock: Clock;
  /** The secret that it shares with the site, as Secrets Manager has it now. */
  readonly secret: () => string;
}

/** A provider of meetings, which tells the site of who joins: signed as Standard Webhooks are. */
export class MeetingProvider {
  readonly #input: MeetingProviderInput;

  constructor(input: MeetingProviderInput) {
    this.#input = input;
  }

  async tell({ at, messageId = `msg_${randomUUID()}`, ...seen }: MeetingJoin): Promise<Answered> {
    const { site, clock, secret } = this.#input;
    const data = { ...seen, joinedAt: new Date(at).toISOString() };
    const now = clock.now();
    const timestamp = new Date(now).toISOString();
    const body = JSON.stringify({ type: 'participant.joined', timestamp, data });
    const seconds = String(Math.floor(now / 1000));
    const signed = createHmac('sha256', Buffer.from(secret().replace(/^whsec_/u, ''), 'base64'));
    const answer = await fetch(`${site}/webhooks/attendance`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': messageId,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${signed.update(`${messageId}.${seconds}.${body}`).digest('base64')}`,
      },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  }
}

/** The secret that a function of the template is told to check the provider's posts with; undefined where none is. */
export function attendanceSecretOf(stack: Stack): string | undefined {
  const environments = stack.ofType('AWS::Lambda::Function').map(({ properties }) => {
    const { Variables = {} } = (properties.values['Environment'] ?? {}) as {
      Variables?: Readonly<Record<string, unknown>>;
    };
    return Variables['ATTENDANCE_SECRET_ARN'];
  });
  return environments.find((arn) => typeof arn === 'string');
}
