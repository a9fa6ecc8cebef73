import { formOf, members } from '../aws/query.ts';
import type { AwsCall } from '../parts.ts';
import type { Usage } from './usage.ts';

/** EventBridge counts an event once for every 64 kB that it begins. */
const eventSize = 64 * 1024;

/** Meters a call that the endpoint let through, and what is paid of it beside the call. */
export function meterCall(usage: Usage, call: AwsCall): void {
  const { caller, service, action, body } = call;
  usage.add('calls', `${caller} ${service}:${action}`);
  if (service === 'events' && action === 'PutEvents') meterEvents(usage, body);
  if (service === 'ses' && action === 'SendRawEmail') meterMail(usage, caller, body);
}

function meterEvents(usage: Usage, body: Buffer): void {
  const { Entries: entries = [] } = JSON.parse(body.toString('utf8')) as {
    readonly Entries?: readonly { readonly DetailType?: string; readonly Detail?: string }[];
  };
  for (const { DetailType: type = '', Detail: detail = '' } of entries) {
    usage.add('events.published', type, Math.max(1, Math.ceil(Buffer.byteLength(detail) / eventSize)));
  }
}

/** Mails are paid by the address, and by what they weigh. */
function meterMail(usage: Usage, caller: string, body: Buffer): void {
  const form = formOf(body);
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const named = members(form, 'Destinations').length;
  usage.add('mails.recipients', caller, named > 0 ? named : addressesIn(raw));
  usage.add('mails.bytes', caller, raw.length);
}

function addressesIn(raw: Buffer): number {
  const head =
    raw
      .toString('latin1')
      .split(/\r?\n\r?\n/u, 1)[0]
      ?.replaceAll(/\r?\n[ \t]+/gu, ' ') ?? '';
  const lines = head.match(/^(?:to|cc|bcc):.*$/gimu) ?? [];
  return lines.reduce((sum, line) => sum + (line.match(/[^\s<>,;]+@[^\s<>,;]+/gu)?.length ?? 0), 0);
}
