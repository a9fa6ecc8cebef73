import { randomUUID } from 'node:crypto';
import type { AwsAnswer } from '../parts.ts';
import { escapeXml } from './wire.ts';

/** What an answer of the query protocol holds: text, a list of members, or named fields. */
export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue };

/** The form of a query-protocol request (SNS and SES version 1). */
export const formOf = (body: Buffer): URLSearchParams => new URLSearchParams(body.toString('utf8'));

/** Values of a list parameter: `Name.member.1`, `Name.member.2`, … */
export function members(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${name}.member.${index}`);
    if (value === null) return values;
    values.push(value);
  }
}

/** A successful answer of the query protocol. */
export function xmlAnswer(namespace: string, action: string, result: XmlValue): AwsAnswer {
  const requestId = randomUUID();
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const inner = `<${action}Result>${xml(result)}</${action}Result>${metadata}`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<${action}Response xmlns="${namespace}">${inner}</${action}Response>`,
  };
}

function xml(value: XmlValue): string {
  if (typeof value === 'string') return escapeXml(value);
  if (Array.isArray(value)) return value.map((item) => `<member>${xml(item)}</member>`).join('');
  return Object.entries(value)
    .map(([name, field]) => `<${name}>${xml(field)}</${name}>`)
    .join('');
}
