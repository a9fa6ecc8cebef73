/** What a browser that runs no script shows, and where it is. */
export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader reads, on one line. */
  readonly text: string;
  /** Another site that a form led to, instead of a page of ours. */
  readonly leftFor?: string;
}

/** Opens an address as a link does. */
export async function open(url: string): Promise<Seen> {
  return seen(url, await fetch(url, { redirect: 'manual' }));
}

/** Presses the button that reads so, with `typed` in the fields of its form, and follows where that leads. */
export async function press(page: Seen, label: string | RegExp, typed: Fields = {}): Promise<Seen> {
  return follow(page, await send(page, label, typed));
}

/** As `press`, but gives the answer itself: the redirect, where there is one. */
export function send(page: Seen, label: string | RegExp, typed: Fields = {}): Promise<Response> {
  const { form, button } = find(page.html, label);
  const fields = new URLSearchParams(controlsOf(form.inner));
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  if (button.name) fields.append(button.name, button.value ?? '');
  const target = new URL(button.formaction ?? form.action ?? '', page.url);
  target.hash = '';
  if ((button.formmethod ?? form.method) !== 'post') {
    target.search = String(fields);
    return fetch(target, { redirect: 'manual' });
  }
  return fetch(target, { method: 'POST', body: fields, redirect: 'manual' });
}

export type Fields = Readonly<Record<string, string>>;

async function follow(from: Seen, answer: Response): Promise<Seen> {
  const location = answer.headers.get('location');
  if (answer.status !== 303 || location === null) return seen(answer.url, answer);
  const target = new URL(location, answer.url);
  if (target.origin === new URL(from.url).origin) return open(target.href);
  return { ...(await seen(answer.url, answer)), leftFor: target.href };
}

async function seen(url: string, answer: Response): Promise<Seen> {
  const html = await answer.text();
  return { url, status: answer.status, headers: answer.headers, html, text: textOf(html) };
}

type Attributes = Partial<Record<string, string>>;

/** The button that reads so, and the form that it stands in. Throws where there is none. */
function find(
  html: string,
  label: string | RegExp,
): { form: Attributes & { inner: string }; button: Attributes } {
  const reads = (text: string): boolean => (typeof label === 'string' ? text === label : label.test(text));
  const forms = [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gsu)];
  for (const [, attributes = '', inner = ''] of forms) {
    for (const [, of = '', words = ''] of inner.matchAll(/<button([^>]*)>(.*?)<\/button>/gsu)) {
      if (reads(textOf(words)))
        return { form: { ...attributesOf(attributes), inner }, button: attributesOf(of) };
    }
  }
  throw new Error(`no button reads ${String(label)} in: ${textOf(html)}`);
}

/** What a form sends of itself: hidden and typed values, and what is selected. */
function controlsOf(inner: string): [string, string][] {
  const inputs = [...inner.matchAll(/<input([^>]*)\/?>/gu)].map(([, of = '']) => {
    const { name = '', value = '' } = attributesOf(of);
    return [name, value] as [string, string];
  });
  const texts = [...inner.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gsu)].map(
    ([, of = '', text = '']) => [attributesOf(of)['name'] ?? '', decoded(text)] as [string, string],
  );
  const selects = [...inner.matchAll(/<select([^>]*)>(.*?)<\/select>/gsu)].map(
    ([, of = '', options = '']) => {
      const chosen = /<option([^>]*\bselected\b[^>]*)>/u.exec(options) ?? /<option([^>]*)>/u.exec(options);
      return [attributesOf(of)['name'] ?? '', attributesOf(chosen?.[1] ?? '')['value'] ?? ''] as [
        string,
        string,
      ];
    },
  );
  return [...inputs, ...texts, ...selects].filter(([name]) => name !== '');
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );
}

function textOf(html: string): string {
  const body = html.replace(/^.*<body[^>]*>/su, '');
  return decoded(body.replaceAll(/<[^>]+>/gu, ' '))
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
