import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { attendByProvider } from '../../lib/app/attend-by-provider.ts';
import type { ProviderDeps } from '../../lib/app/provider-deps.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import type { Answer } from '../../lib/http/answer.ts';
import { readJoined } from '../../lib/http/attendance-post.ts';
import { bodyOf } from '../../lib/http/read.ts';
import { type Post, readPost, type TrustedPost } from '../../lib/http/standard-webhook.ts';
import { withCorrelation } from '../../lib/telemetry/correlation.ts';

/** How long the same event, brought again, is known (ms): providers try for days. */
const KNOWN_MS = 7 * 24 * 3_600_000;

/** Takes a post of the meetings' provider, signed as Standard Webhooks are. Throws Refusals. */
export async function receiveAttendance(deps: ProviderDeps, event: APIGatewayProxyEventV2): Promise<Answer> {
  const now = deps.now();
  const post = { headers: event.headers, body: bodyOf(event) };
  const { id, body } = await trusted(deps, post, now);
  const joined = readJoined(body, now);
  if (joined === undefined) return { status: 204, body: '' };
  const { isHost, ...seen } = joined;
  if (isHost) return { status: 200, body: { recorded: false, because: 'host' } };
  const once = { key: `attendance ${digest(id)}`, expiresAt: now + KNOWN_MS };
  return withCorrelation({ id }, async () => ({
    status: 200,
    body: await attendByProvider(deps, seen, once),
  }));
}

/** A key may be newer than those that are remembered: a post that fits none of them is looked at once more. */
async function trusted(deps: ProviderDeps, post: Post, now: number): Promise<TrustedPost> {
  try {
    return readPost(post, await deps.attendanceKeys(), now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return readPost(post, await deps.attendanceKeys('again'), now);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
