import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const requestId = 'JKJaXmPLvHcESHA=';

/** A request as API Gateway brings it to a function: header names in small letters, an absent body absent. */
export function httpEvent(parts: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: 'POST /v1/bookings',
    rawPath: '/v1/bookings',
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: {
        method: 'POST',
        path: '/v1/bookings',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'test',
      },
      requestId,
      routeKey: 'POST /v1/bookings',
      stage: '$default',
      time: '23/Nov/2026:15:00:00 +0000',
      timeEpoch: Date.parse('2026-11-23T15:00:00Z'),
    },
    isBase64Encoded: false,
    ...parts,
  };
}

export function jsonEvent(body: string): APIGatewayProxyEventV2 {
  return httpEvent({ body });
}
