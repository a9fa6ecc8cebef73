import { randomUUID } from 'node:crypto';
import type { AwsAnswer } from '../parts.ts';

/** An error that a service answers with, by the code and status that the real one uses. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** What the error says beside its message, by member; only the JSON protocols carry it. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

interface Wire {
  readonly format: (error: AwsError) => AwsAnswer;
  /** Code and status with which the service refuses a caller that lacks a permission. */
  readonly denial: readonly [code: string, status: number];
}

const json =
  (version: '1.0' | '1.1', typePrefix = '') =>
  (error: AwsError): AwsAnswer => ({
    status: error.status,
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify({
      __type: `${typePrefix}${error.code}`,
      message: error.message,
      Message: error.message,
      ...error.members,
    }),
  });

const restJson = (error: AwsError): AwsAnswer => ({
  status: error.status,
  headers: {
    'content-type': 'application/json',
    'x-amzn-errortype': error.code,
    'x-amzn-requestid': randomUUID(),
  },
  body: JSON.stringify({ Message: error.message }),
});

const query =
  (namespace: string) =>
  (error: AwsError): AwsAnswer => {
    const requestId = randomUUID();
    const type = error.status < 500 ? 'Sender' : 'Receiver';
    const detail = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
    return {
      status: error.status,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
      body: `<ErrorResponse xmlns="${namespace}"><Error>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    };
  };

export const snsNamespace = 'http://sns.amazonaws.com/doc/2010-03-31/';
export const cloudFormationNamespace = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const sesNamespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

const wires: Readonly<Record<string, Wire>> = {
  dynamodb: { format: json('1.0', 'com.amazon.coral.service#'), denial: ['AccessDeniedException', 400] },
  secretsmanager: { format: json('1.1'), denial: ['AccessDeniedException', 400] },
  scheduler: { format: restJson, denial: ['AccessDeniedException', 403] },
  'sms-voice': {
    format: json('1.0', 'com.amazonaws.pinpointsmsvoicev2#'),
    denial: ['AccessDeniedException', 400],
  },
  sqs: { format: json('1.0', 'com.amazonaws.sqs#'), denial: ['AccessDenied', 403] },
  lambda: { format: restJson, denial: ['AccessDeniedException', 403] },
  sns: { format: query(snsNamespace), denial: ['AuthorizationError', 403] },
  ses: { format: query(sesNamespace), denial: ['AccessDenied', 403] },
  cloudformation: { format: query(cloudFormationNamespace), denial: ['AccessDenied', 403] },
};
const otherwise: Wire = { format: json('1.1'), denial: ['AccessDeniedException', 400] };

const wireOf = (service: string): Wire =>
  (Object.hasOwn(wires, service) ? wires[service] : undefined) ?? otherwise;

/** Puts an error into the wire format of a service, by its signing name. */
export const errorAnswer = (service: string, error: AwsError): AwsAnswer => wireOf(service).format(error);

/** The error with which a service refuses a caller that lacks a permission. */
export function accessDenied(service: string, message: string): AwsError {
  const [code, status] = wireOf(service).denial;
  return new AwsError(code, message, status);
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
