import type { SESClient } from '@aws-sdk/client-ses';

type SignedRequest = Parameters<SESClient['config']['requestHandler']['handle']>[0];

/**
 * Takes an address off the account's suppression list; nothing where it is not on it. Only the second version of the
 * service's interface can: this is its `DeleteSuppressedDestination`, signed and sent by the client of the first, at the
 * same address, rather than a second client in the bundle for one call.
 */
export async function unsuppress({ config }: SESClient, email: string, endpoint?: string): Promise<void> {
  const region = await config.region();
  const { protocol, hostname, host, port } =
    endpoint === undefined ? config.endpointProvider({ Region: region }).url : new URL(endpoint);
  const signer = await config.signer();
  const request = await signer.sign({
    method: 'DELETE',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path: `/v2/email/suppression/addresses/${encodeURIComponent(email)}`,
    query: {},
    headers: { host },
  });
  const { response } = await config.requestHandler.handle(request as SignedRequest);
  response.body?.resume?.();
  if (response.statusCode < 300 || response.statusCode === 404) return;
  const type = response.headers['x-amzn-errortype'] ?? 'no type';
  throw new Error(`DeleteSuppressedDestination was answered ${response.statusCode} (${type})`);
}
