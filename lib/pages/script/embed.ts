/** Puts the booking page where the script stands in another site, as tall as what it shows. */

const script = document.currentScript;
if (script instanceof HTMLScriptElement) embed(script);

function embed({ src, dataset, after }: HTMLScriptElement): void {
  const { origin } = new URL(src);
  const page = new URL('/book?embed=1', origin);
  const wishes = { sessionType: dataset['sessionType'], company: dataset['company'], lang: dataset['lang'] };
  for (const [name, value] of Object.entries(wishes)) if (value) page.searchParams.set(name, value);
  const frame = document.createElement('iframe');
  frame.src = page.href;
  frame.title = dataset['title'] ?? 'Book a session';
  frame.style.cssText = 'display:block;width:100%;height:44rem;border:0;color-scheme:normal';
  after.call(script, frame);
  addEventListener('message', ({ origin: from, source, data }: MessageEvent<unknown>) => {
    if (from !== origin || source !== frame.contentWindow) return;
    const height = heightIn(data);
    if (height !== undefined) frame.style.height = `${height}px`;
  });
}

/** Between a line and what no page of ours reaches: a frame can't take over the site it stands in. */
function heightIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('showupHeight' in data)) return undefined;
  const height = Math.ceil(Number(data.showupHeight));
  return height > 40 && height < 20_000 ? height : undefined;
}
