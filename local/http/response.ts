import { isRecord } from '../template/template.ts';

/** An answer, ready to be sent. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** An answer of API Gateway itself. */
export function gatewayResponse(status: number, message: string): ApiResponse {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}

/**
 * Reads what a function answered, in payload format 2.0. Without a status code the whole value is the JSON body of
 * a 200; undefined for an answer that API Gateway can't read, which becomes a 500.
 */
export function toResponse(answer: unknown): ApiResponse | undefined {
  if (!isRecord(answer) || !('statusCode' in answer)) return inferred(answer);
  const status = Number(answer['statusCode']);
  const headers = texts(answer['headers'] ?? {});
  const cookies: unknown = answer['cookies'] ?? [];
  const body: unknown = answer['body'] ?? '';
  const sound = Number.isInteger(status) && status >= 200 && status <= 599 && typeof body === 'string';
  if (!sound || !headers || !Array.isArray(cookies)) return undefined;
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...headers },
    cookies: cookies.map(String),
    body: Buffer.from(body, answer['isBase64Encoded'] === true ? 'base64' : 'utf8'),
  };
}

function inferred(answer: unknown): ApiResponse {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(body),
  };
}

function texts(headers: unknown): Record<string, string> | undefined {
  if (!isRecord(headers)) return undefined;
  const entries = Object.entries(headers);
  const plain = entries.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return plain
    ? Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]))
    : undefined;
}
