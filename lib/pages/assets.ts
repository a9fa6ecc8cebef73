import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { remember } from '../domain/remember.ts';
import { alwaysSent } from './always-sent.ts';

/** Style, scripts and logo as they are served. */
export interface Assets {
  /** Address of an asset by its plain name, `style.css`; it changes with the content. Throws for a name there is not. */
  url(name: string): string;
  /** Address of the logo, where the brand has one. */
  readonly logo: string | undefined;
  /** The asset that the last part of an address names, to be kept for good; undefined if there is none. */
  named(file: string): Asset | undefined;
  /** An asset by its plain name. Throws for a name there is not. */
  plain(name: string): Asset;
}

export interface Asset {
  readonly contentType: string;
  readonly content: Buffer;
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Files by plain name, or what reads them, to be made ready when they are asked for. Throws for a kind of file that pages don't use. */
export function assetsOf(files: ReadonlyMap<string, Buffer | (() => Buffer)>): Assets {
  for (const name of files.keys()) contentTypeOf(name);
  const ready = new Map<string, ReadyAsset>();
  const plain = (name: string) => remember(ready, name, () => readyAsset(name, known(files.get(name), name)));
  const url = (name: string): string => `/assets/${plain(name).file}`;
  const logo = [...files.keys()].find((name) => /^logo\./u.test(name));
  return {
    url,
    get logo() {
      return logo === undefined ? undefined : url(logo);
    },
    named(file) {
      const name = file.replace(/\.[0-9a-f]+(?=\.\w+$)/u, '');
      const asset = files.has(name) ? plain(name) : undefined;
      return asset?.file === file ? asset : undefined;
    },
    plain,
  };
}

interface ReadyAsset extends Asset {
  /** The last part of its address. */
  readonly file: string;
}

function readyAsset(name: string, file: Buffer | (() => Buffer)): ReadyAsset {
  const content = Buffer.isBuffer(file) ? file : file();
  return { contentType: contentTypeOf(name), content, file: hashedName(name, content) };
}

/** Content-hashed names never change what they stand for, so browsers may keep them. */
export const kept = 'public, max-age=31536000, immutable';

export function assetResult(
  { contentType, content }: Asset,
  cacheControl: string,
): APIGatewayProxyStructuredResultV2 {
  const isText = contentType.startsWith('text/') || contentType.startsWith('image/svg');
  return {
    statusCode: 200,
    headers: {
      'content-type': contentType,
      'cache-control': cacheControl,
      // A logo that is a drawing may hold a script; nothing in it runs.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      ...alwaysSent,
    },
    body: content.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

function hashedName(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return name.replace(/\.(\w+)$/u, `.${hash}.$1`);
}

function contentTypeOf(name: string): string {
  return known(contentTypes[name.split('.').at(-1) ?? ''], name);
}

function known<Found>(found: Found | undefined, name: string): Found {
  if (found === undefined) throw new Error(`${name}: not an asset of the pages`);
  return found;
}
