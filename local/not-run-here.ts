import type { Stack } from './template/stack.ts';

/** What has no counterpart on one machine, and would be noticed. */
const names: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::DomainName': 'the site’s own address',
  'AWS::CloudFront::Distribution': 'the front door, with the site’s own address',
  'AWS::WAFv2::WebACL': 'its firewall',
  'AWS::Route53::RecordSet': 'DNS records',
};

/** What the template has that the local cloud doesn't run, in words. Requests come to its own address, and past no door. */
export function notRunHere(stack: Pick<Stack, 'resources'>): readonly string[] {
  const types = new Set(stack.resources.map(({ type }) => type));
  return Object.entries(names)
    .filter(([type]) => types.has(type))
    .map(([, name]) => name);
}
