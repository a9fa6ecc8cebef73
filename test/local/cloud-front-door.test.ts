import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../local/http/api.ts';
import { frontDoorOf } from '../../local/http/front-door.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import type { Template } from '../../local/template/template.ts';

const secret = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:Secret-1';
const code = "function handler(event) { event.request.headers['x-viewer'] = { value: event.viewer.ip }; }";

function stackWith(value: string, functionCode = code) {
  const Origins = [{ OriginCustomHeaders: [{ HeaderName: 'x-door', HeaderValue: value }] }];
  const template: Template = {
    Resources: {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
      Door: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Origins } } },
      Viewer: {
        Type: 'AWS::CloudFront::Function',
        Properties: { Name: 'viewer', FunctionCode: functionCode },
      },
    },
  };
  return resolveTemplate(template, 'showup', 'http://127.0.0.1:1');
}

const proof = `{{resolve:secretsmanager:${secret}:SecretString:::}}`;
const door = (value = proof, functionCode?: string) =>
  frontDoorOf(stackWith(value, functionCode), (arn) => `what ${arn} holds`);

describe('the front door of a template', () => {
  let incoming: (host?: string) => Promise<IncomingMessage>;
  const server = createServer();
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    incoming = (host = 'showup.example') =>
      new Promise((resolve) => {
        server.once('request', (request: IncomingMessage, response) => {
          response.end();
          resolve(request);
        });
        get({ port, host: '127.0.0.1', headers: { host } }, (answer) => answer.resume());
      });
  });
  afterAll(() => void server.close());

  it('adds its secret and whom it saw to what comes to the site', async () => {
    expect(door()?.headersFor(await incoming())).toEqual({
      'x-door': `what ${secret} holds`,
      'x-viewer': '127.0.0.1',
    });
  });

  it('adds nothing to what comes to the API by its own name', async () => {
    expect(door()?.headersFor(await incoming('abc123.execute-api.us-east-1.amazonaws.com'))).toEqual({});
  });

  it('is none where there is no distribution', () => {
    const stack = resolveTemplate({ Resources: {} }, 'showup', 'http://127.0.0.1:1');
    expect(frontDoorOf(stack, () => '')).toBeUndefined();
  });

  it('that proves itself otherwise, or does something else at the edge, is told and not run', () => {
    expect(() => door('a word in the template')).toThrow(/a secret in one header only/u);
    expect(() => door(proof, 'function handler(event) { return event.request; }')).toThrow(
      /tells the viewer only/u,
    );
  });
});

describe('the throttles of a template', () => {
  const stage = (RouteSettings: Readonly<Record<string, unknown>>) =>
    resolveTemplate(
      {
        Resources: {
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
          Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { StageName: '$default', RouteSettings } },
        },
      },
      'showup',
      'http://127.0.0.1:1',
    );

  it('must be of routes that there are, as in the cloud', () => {
    expect(() => apiOf(stage({ 'POST /gone': { ThrottlingRateLimit: 1 } }))).toThrow(
      /there is no route POST \/gone/u,
    );
    expect(() => apiOf(stage({ 'POST /gone': { LoggingLevel: 'INFO' } }))).toThrow(
      /LoggingLevel is not known/u,
    );
    expect(apiOf(stage({}))?.routes).toEqual([]);
  });
});
