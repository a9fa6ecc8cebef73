import type { ServerResponse } from 'node:http';

/** What the console answers. */
export interface Reply {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A mail may style itself and open its links in a new window; it runs nothing and fetches nothing. As it can't run
 * anything it may keep its origin, by which the page measures how tall it is.
 */
const mailPolicy =
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
  "style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; frame-ancestors 'self'";

const htmlType = { 'content-type': 'text/html; charset=utf-8' };

export const page = (body: string, status = 200): Reply => ({
  status,
  headers: { ...htmlType, 'content-security-policy': pagePolicy },
  body,
});

/** A mail's own HTML for its frame. */
export const mailDocument = (body: string): Reply => ({
  headers: { ...htmlType, 'content-security-policy': mailPolicy },
  body,
});

export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const seeOther = (location: string): Reply => ({ status: 303, headers: { location }, body: '' });

/** A file to keep. Whatever its type says, the browser only stores it. */
export const download = (name: string, contentType: string, body: Buffer): Reply => ({
  headers: {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
  },
  body,
});

export function write(response: ServerResponse, { status = 200, headers, body }: Reply): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    // Not no-referrer: with it, browsers send the page's own forms with a null origin.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}
