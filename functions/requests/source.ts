import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * The IP address that a request comes from: what API Gateway saw, or, behind the front door, what the front door did
 * (front-door.ts put it there). What a client says of itself in headers counts for nothing.
 */
export function sourceOf({ requestContext }: APIGatewayProxyEventV2): string {
  return requestContext.http.sourceIp;
}
