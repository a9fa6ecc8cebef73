import { createContext, runInContext } from 'node:vm';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { viewerCode } from '../../cdk/front-door.ts';
import { sourceOf } from '../../functions/requests/source.ts';
import { type FrontDoor, throughFrontDoor } from '../../lib/http/front-door.ts';
import { httpEvent } from './http-event.ts';

const door: FrontDoor = {
  keys: () => Promise.resolve(['the key', 'the key before']),
  siteUrl: 'https://sessions.example.com',
};

/** What a function behind the door makes of a request: what it sees of it. */
async function ask(
  headers: Record<string, string>,
  { routeKey = 'POST /v1/bookings', behind = door }: { routeKey?: string; behind?: FrontDoor | 'none' } = {},
): Promise<{
  status: number | undefined;
  body: { code?: string; detail?: string; source?: string; seen?: object };
}> {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(throughFrontDoor(behind === 'none' ? undefined : behind))
    .handler(async (event) => ({
      statusCode: 200,
      body: JSON.stringify({ source: sourceOf(event), seen: event.headers }),
    }));
  const event = httpEvent({ routeKey, headers: { 'content-type': 'application/json', ...headers } });
  const { statusCode, body } = await handler(event, {} as Context);
  return { status: statusCode, body: JSON.parse(body ?? '') };
}

describe('behind the front door', () => {
  it.each(['the key', 'the key before'])('%s lets in, with the source that the door saw', async (key) => {
    const { status, body } = await ask({ 'x-showup-door': key, 'x-showup-viewer': '2001:db8::7' });
    expect(status).toBe(200);
    expect(body.source).toBe('2001:db8::7');
    expect(body.seen).toEqual({ 'content-type': 'application/json' });
  });

  it.each([{}, { 'x-showup-door': '' }, { 'x-showup-door': 'the ke' }, { 'x-showup-door': 'The key' }])(
    '%j is refused, in words that tell the way',
    async (headers) => {
      const { status, body } = await ask({ 'x-showup-viewer': '192.0.2.7', ...headers });
      expect(status).toBe(403);
      expect(body).toMatchObject({
        code: 'not-allowed',
        detail: 'This address takes no requests. Please use https://sessions.example.com.',
      });
    },
  );

  it('a door without a key would let nobody in', async () => {
    const behind = { ...door, keys: () => Promise.resolve([]) };
    expect((await ask({ 'x-showup-door': '' }, { behind })).status).toBe(403);
  });

  it.each(['GET /health', 'POST /webhooks/sns', 'POST /webhooks/attendance'])(
    '%s is answered past it, and then nothing that the client says of its source counts',
    async (routeKey) => {
      const { status, body } = await ask({ 'x-showup-viewer': '192.0.2.7' }, { routeKey });
      expect(status).toBe(200);
      expect(body.source).toBe('192.0.2.1');
    },
  );

  it('where it tells nobody, the source is what the gateway saw', async () => {
    const { body } = await ask({ 'x-showup-door': 'the key' });
    expect(body.source).toBe('192.0.2.1');
  });
});

describe('without a front door', () => {
  it('the source is what the gateway saw, whatever the client’s headers say', async () => {
    const headers = {
      'x-showup-door': 'the key',
      'x-showup-viewer': '198.51.100.7',
      'x-forwarded-for': '198.51.100.7',
      'x-real-ip': '198.51.100.7',
      forwarded: 'for=198.51.100.7',
      'cloudfront-viewer-address': '198.51.100.7:443',
    };
    expect((await ask(headers, { behind: 'none' })).body.source).toBe('192.0.2.1');
  });
});

describe('at the edge', () => {
  it('the function tells whom CloudFront saw, over what the client said', () => {
    const request = {
      uri: '/',
      headers: { 'x-showup-viewer': { value: '198.51.100.7' }, host: { value: 'h' } },
    };
    const context = createContext({ event: { viewer: { ip: '192.0.2.44' }, request } });
    expect(runInContext(`${viewerCode}; handler(event)`, context)).toEqual({
      uri: '/',
      headers: { 'x-showup-viewer': { value: '192.0.2.44' }, host: { value: 'h' } },
    });
  });
});
