import type { Shown } from './pool.ts';

type Attributes = Readonly<Record<string, string>>;

/** The forms of a page that are posted, one for each of their buttons, and its links within the site. */
export function shownIn(html: string, at: string): { readonly forms: Shown[]; readonly links: Shown[] } {
  const forms = [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gsu)].flatMap(([, of = '', inner = '']) =>
    formsIn(attributesOf(of), inner, at),
  );
  const links = [...html.matchAll(/<a([^>]*)>/gu)].flatMap(([, of = '']) => {
    const { href } = attributesOf(of);
    const target = href === undefined ? undefined : within(href, at);
    return target === undefined ? [] : [{ path: target.pathname, fields: [...target.searchParams] }];
  });
  return { forms, links };
}

function formsIn(form: Attributes, inner: string, at: string): Shown[] {
  const controls = controlsIn(inner);
  const buttons = [...inner.matchAll(/<button([^>]*)>/gu)].map(([, of = '']) => attributesOf(of));
  return buttons.flatMap(({ name, value = '', formaction, formmethod }) => {
    const target = within(formaction ?? form['action'] ?? '', at);
    if ((formmethod ?? form['method']) !== 'post' || target === undefined) return [];
    const pressed: [string, string][] = name === undefined ? [] : [[name, value]];
    return [{ path: `${target.pathname}${target.search}`, fields: [...controls, ...pressed] }];
  });
}

function controlsIn(inner: string): [string, string][] {
  const inputs = [...inner.matchAll(/<input([^>]*)>/gu)].map(([, of = '']) => attributesOf(of));
  const typed = inputs.map(({ name = '', value = '' }): [string, string] => [name, value]);
  const texts = [...inner.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gsu)].map(
    ([, of = '', text = '']): [string, string] => [attributesOf(of)['name'] ?? '', decoded(text)],
  );
  const chosen = [...inner.matchAll(/<select([^>]*)>(.*?)<\/select>/gsu)].map(
    ([, of = '', options = '']): [string, string] => {
      const all = [...options.matchAll(/<option([^>]*)>/gu)].map(([, option = '']) => attributesOf(option));
      return [attributesOf(of)['name'] ?? '', all.at(-1)?.['value'] ?? ''];
    },
  );
  // Of boxes and radios with one name, the last: the others are got by changing it.
  const byName = new Map([...typed, ...texts, ...chosen]);
  byName.delete('');
  return [...byName];
}

function within(href: string, at: string): URL | undefined {
  const target = URL.canParse(href, at) ? new URL(href, at) : undefined;
  return target?.origin === new URL(at).origin ? target : undefined;
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
