import type { BrowserContext, Request } from 'playwright-core';
import type { Look } from './browser.ts';

/** Watches a visit. What it returns gives all that no page of ours may do and one did. */
export async function watch(
  context: BrowserContext,
  { leadsTo = [], expects }: Look,
): Promise<() => Promise<string[]>> {
  const complaints: string[] = [];
  const underWay: Promise<void>[] = [];
  context.on('request', (request) => {
    if (isStray(request, leadsTo)) complaints.push(`asked for ${request.url()}`);
  });
  const checkReferrer = async (request: Request): Promise<void> => {
    const referrer = await request.headerValue('referer');
    if (referrer?.includes('127.0.0.1')) complaints.push(`told ${request.url()} of ${referrer}`);
  };
  // Only once it is sent is it certain which headers it went with.
  context.on('requestfinished', (request) => underWay.push(checkReferrer(request)));
  context.on('weberror', (error) => complaints.push(`threw ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    const isRefusal = /Security Policy|Refused to|policy violated/iu.test(text);
    if (isRefusal && expects?.test(text) !== true) complaints.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy violated: ${violatedDirective} by ${blockedURI}`);
    });
  });
  return async () => {
    await Promise.all(underWay);
    return complaints;
  };
}

function isStray(request: Request, leadsTo: readonly string[]): boolean {
  const { hostname, protocol } = new URL(request.url());
  return !['127.0.0.1', ...leadsTo].includes(hostname) && !['data:', 'about:'].includes(protocol);
}
