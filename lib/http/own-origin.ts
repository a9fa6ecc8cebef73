import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * Whether no page of another site had a browser make the request. Pages of ours send no referrer, and browsers then
 * tell `null` for the origin of their forms: where they say how the site relates to ours, that decides.
 */
export function isFromOwnOrigin({ headers }: APIGatewayProxyEventV2, siteUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers['origin'] === new URL(siteUrl).origin : site === 'same-origin';
}
