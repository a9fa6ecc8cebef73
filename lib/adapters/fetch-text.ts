/**
 * The text behind an address; undefined where the server says that there is none for us (4xx). Throws where it
 * isn't answered in 3 seconds, or with a failure.
 */
export async function fetchText(url: string): Promise<string | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'error' });
  if (response.ok) return response.text();
  await response.body?.cancel();
  if (response.status >= 400 && response.status < 500) return undefined;
  throw new Error(`${new URL(url).host} answered ${response.status}`);
}
