import type { IncomingMessage } from 'node:http';
import type { Stack } from '../template/stack.ts';
import { type Properties, TemplateError } from '../template/template.ts';

/**
 * What a request carries that came through the front door. CloudFront and its web ACL are not run here: every request to
 * the site counts as having come through, unless it names the API's own host.
 */
export interface FrontDoor {
  /** The headers that are added to a request, over those that the client sent. */
  headersFor(incoming: IncomingMessage): Readonly<Record<string, string>>;
}

/** The header in which the edge function tells whom CloudFront saw. */
const viewerHeader = /headers\['([a-z-]+)'\] = \{ value: event\.viewer\.ip \}/u;
/** As API Gateway names an API. */
const ownHost = /^[a-z0-9]+\.execute-api\./u;
const secretReference = /^\{\{resolve:secretsmanager:(.+):SecretString:::\}\}$/u;

/**
 * The front door of the template, or undefined if it has none. `secret` gives what a secret holds. Throws a TemplateError
 * for one that proves itself in another way than by one secret in one header.
 */
export function frontDoorOf(stack: Stack, secret: (arn: string) => string): FrontDoor | undefined {
  const [distribution] = stack.ofType('AWS::CloudFront::Distribution');
  if (!distribution) return undefined;
  const config = distribution.properties.object('DistributionConfig');
  const [proof] = config.objects('Origins').flatMap((origin) => origin.objects('OriginCustomHeaders'));
  const [, arn] = secretReference.exec(proof?.text('HeaderValue') ?? '') ?? [];
  if (proof === undefined || arn === undefined) {
    throw new TemplateError(`${config.where}.Origins: the local cloud knows a secret in one header only`);
  }
  const viewer = viewerHeaderOf(
    stack.ofType('AWS::CloudFront::Function').map(({ properties }) => properties),
  );
  return {
    headersFor: ({ headers, socket }) =>
      ownHost.test(headers.host ?? '')
        ? {}
        : { [proof.text('HeaderName')]: secret(arn), [viewer]: socket.remoteAddress ?? '127.0.0.1' },
  };
}

function viewerHeaderOf(functions: readonly Properties[]): string {
  const [code] = functions;
  const [, name] = viewerHeader.exec(code?.text('FunctionCode') ?? '') ?? [];
  if (name !== undefined && functions.length === 1) return name;
  throw new TemplateError('AWS::CloudFront::Function: the local cloud knows one that tells the viewer only');
}
