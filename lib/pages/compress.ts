import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NO_TRANSFORM } from './headers.ts';

/** Below this many characters an answer travels as it is. */
const WORTH_IT = 1000;

/** The answer in the smallest form that the browser takes, where it may: HTTP APIs compress nothing themselves. */
export function compressed(
  result: APIGatewayProxyStructuredResultV2,
  acceptEncoding = '',
): APIGatewayProxyStructuredResultV2 {
  const { body = '', headers } = result;
  if (result.isBase64Encoded || body.length < WORTH_IT || isToStay(headers)) return result;
  const encoding = encodings.find(({ name }) => accepts(acceptEncoding, name));
  const vary = { ...headers, vary: 'accept-encoding' };
  if (encoding === undefined) return { ...result, headers: vary };
  return {
    ...result,
    headers: { ...vary, 'content-encoding': encoding.name },
    body: encoding.compress(body).toString('base64'),
    isBase64Encoded: true,
  };
}

function isToStay(headers: APIGatewayProxyStructuredResultV2['headers']): boolean {
  return String(headers?.['cache-control'] ?? '').includes(NO_TRANSFORM);
}

// Five of eleven: a fifth smaller than gzip makes it, in about a millisecond.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const encodings = [
  { name: 'br', compress: (text: string) => brotliCompressSync(text, quality) },
  { name: 'gzip', compress: (text: string) => gzipSync(text) },
];

function accepts(header: string, name: string): boolean {
  return new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?\\s*(?:,|$)`, 'u').test(
    header,
  );
}
