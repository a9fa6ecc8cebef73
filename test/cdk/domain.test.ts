import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../lib/config/deployment.ts';
import { notRunHere } from '../../local/not-run-here.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import type { Template as LocalTemplate } from '../../local/template/template.ts';
import { everything, ofType, only, ownDomain, short, templateWith } from './template.ts';

const inZone = templateWith('dev', ownDomain);
const arn = 'arn:aws:acm:us-east-1:000000000000:certificate/0a1b';
const elsewhere = templateWith('dev', {
  deployment: { domain: { name: 'sessions.example.com', certificateArn: arn } },
});
const none = templateWith('dev', {});

const outputs = (template: Template) =>
  Object.fromEntries(
    Object.entries<{ Value: unknown }>(template.toJSON().Outputs ?? {})
      .filter(([name]) => name.startsWith('DnsRecord'))
      .map(([name, { Value }]) => [name, short(Value)]),
  );

const records = (template: Template) =>
  Object.values(ofType(template, 'AWS::Route53::RecordSet')).map(({ Properties }) => short(Properties));

describe('the site’s own address', () => {
  test('is served over TLS 1.2 or newer with a certificate that is proven in the zone, and has its records there', () => {
    expect(short(only(inZone, 'AWS::ApiGatewayV2::DomainName').Properties)).toMatchObject({
      DomainName: 'sessions.example.com',
      DomainNameConfigurations: [
        { CertificateArn: 'SiteDomainCertificate', EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
    });
    expect(only(inZone, 'AWS::CertificateManager::Certificate').Properties).toMatchObject({
      DomainName: 'sessions.example.com',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ HostedZoneId: 'Z0123456789ABCDEFGHIJ' }],
    });
    const alias = { DNSName: 'SiteDomainName.RegionalDomainName' };
    for (const Type of ['A', 'AAAA'])
      expect(records(inZone)).toContainEqual(
        expect.objectContaining({
          Name: 'sessions.example.com.',
          Type,
          AliasTarget: expect.objectContaining(alias),
        }),
      );
    expect(outputs(inZone)).toEqual({});
  });

  test('takes a certificate that there is, and tells the record where DNS is somewhere else', () => {
    expect(JSON.stringify(only(elsewhere, 'AWS::ApiGatewayV2::DomainName'))).toContain(arn);
    elsewhere.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    elsewhere.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(outputs(elsewhere)['DnsRecordSite']).toBe(
      'sessions.example.com CNAME SiteDomainName.RegionalDomainName',
    );
  });

  test('is what mails and pages link to, while services call the API itself', () => {
    const urls = Object.values(ofType(inZone, 'AWS::Lambda::Function')).flatMap(({ Properties }) => {
      const { Variables } = short(Properties['Environment']) as { Variables: Record<string, unknown> };
      return Variables['SITE_URL'] ?? [];
    });
    expect(new Set(urls)).toEqual(new Set(['https://SiteDomainName']));
    const webhooks = Object.values(ofType(inZone, 'AWS::SNS::Subscription'))
      .filter(({ Properties }) => Properties['Protocol'] === 'https')
      .map(({ Properties }) => short(Properties['Endpoint']));
    expect(new Set(webhooks)).toEqual(new Set(['SiteApi.ApiEndpoint/webhooks/sns']));
  });

  test('is left aside by the local cloud, which keeps its own and says so', () => {
    const stack = resolveTemplate(inZone.toJSON() as LocalTemplate, 'showup-dev', 'http://127.0.0.1:8787');
    expect(stack.outputs['SiteUrl']).toBe('http://127.0.0.1:8787');
    expect(notRunHere(stack)).toEqual(['the site’s own address', 'DNS records']);
    for (const { properties } of stack.ofType('AWS::Lambda::Function'))
      expect(JSON.stringify(properties)).not.toContain('https://sessions.example.com');
  });
});

test('the local cloud says of the front door that it does not run it, and of nothing where there is nothing', () => {
  const stack = (template: Template) =>
    resolveTemplate(template.toJSON() as LocalTemplate, 'showup-dev', 'http://127.0.0.1:8787');
  expect(notRunHere(stack(none))).toEqual([]);
  const doors = stack(templateWith('dev', everything));
  expect(notRunHere(doors)).toEqual([
    'the front door, with the site’s own address',
    'its firewall',
    'DNS records',
  ]);
  expect(doors.outputs['SiteUrl']).toBe('http://127.0.0.1:8787');
});

describe('the mail domain', () => {
  const returned = { MailFromAttributes: { MailFromDomain: 'bounce.example.com' } };
  const sender = '"v=spf1 include:amazonses.com ~all"';
  const server = '10 feedback-smtp.AWS::Region.amazonses.com';

  test('is proven by three keys that sign, and has a domain for what comes back: records in the zone', () => {
    expect(only(inZone, 'AWS::SES::EmailIdentity').Properties).toMatchObject(returned);
    for (const number of [1, 2, 3])
      expect(records(inZone)).toContainEqual({
        HostedZoneId: 'Z0123456789ABCDEFGHIJ',
        Name: `MailIdentity.DkimDNSTokenName${number}`,
        Type: 'CNAME',
        TTL: '1800',
        ResourceRecords: [`MailIdentity.DkimDNSTokenValue${number}`],
      });
    for (const [Type, value] of [
      ['MX', server],
      ['TXT', sender],
    ])
      expect(records(inZone)).toContainEqual(
        expect.objectContaining({ Name: 'bounce.example.com', Type, ResourceRecords: [value] }),
      );
  });

  test('or as outputs, where the zone is not ours or holds another name', () => {
    const told = {
      DnsRecordDkim1: 'MailIdentity.DkimDNSTokenName1 CNAME MailIdentity.DkimDNSTokenValue1',
      DnsRecordDkim2: 'MailIdentity.DkimDNSTokenName2 CNAME MailIdentity.DkimDNSTokenValue2',
      DnsRecordDkim3: 'MailIdentity.DkimDNSTokenName3 CNAME MailIdentity.DkimDNSTokenValue3',
      DnsRecordMailReturn: `bounce.example.com MX ${server}`,
      DnsRecordMailSender: `bounce.example.com TXT ${sender}`,
    };
    expect(outputs(none)).toEqual(told);
    const another = { id: 'Z1', name: 'sessions.example.com' };
    const deployment: DeploymentConfig = { domain: { name: 'sessions.example.com', hostedZone: another } };
    expect(outputs(templateWith('dev', { deployment }))).toEqual(told);
  });

  test('is left to the stack of the account that has it already, and still sent from', () => {
    const template = templateWith('dev', { deployment: { mail: { identity: 'existing' } } });
    template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(outputs(template)).toEqual({});
    expect(JSON.stringify(template.toJSON())).toContain(':identity/example.com');
  });
});
