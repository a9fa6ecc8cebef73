import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { attendByProvider } from '../../lib/app/attend-by-provider.ts';
import type { ProviderDeps } from '../../lib/app/provider-deps.ts';
import type { Answer } from '../../lib/http/answer.ts';
import { readJoined } from '../../lib/http/attendance-post.ts';
import { bodyOf } from '../../lib/http/read.ts';
import { readPost } from '../../lib/http/standard-webhook.ts';

/** How long the same event, brought again, is known (ms): providers try for days. */
const KNOWN_MS = 7 * 24 * 3_600_000;

/** Takes a post of the meetings' provider, signed as Standard Webhooks are. Throws Refusals. */
export async function receiveAttendance(deps: ProviderDeps, event: APIGatewayProxyEventV2): Promise<Answer> {
  const now = deps.now();
  const post = { headers: event.headers, body: bodyOf(event) };
  const { id, body } = readPost(post, await deps.attendanceKeys(), now);
  const joined = readJoined(body, now);
  if (joined === undefined) return { status: 204, body: '' };
  const { isHost, ...seen } = joined;
  if (isHost) return { status: 200, body: { recorded: false, because: 'host' } };
  const once = { key: `attendance ${digest(id)}`, fingerprint: digest(body), expiresAt: now + KNOWN_MS };
  return { status: 200, body: await attendByProvider(deps, seen, once) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
