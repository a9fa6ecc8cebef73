import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageCodes } from '../../lib/domain/language.ts';
import { frameFile, partFile } from './file-names.ts';
import { overview } from './overview.tsx';
import { inScheme, schemes } from './scheme.ts';
import { mailViews, pageViews, textViews, type View } from './views.ts';

interface Order {
  readonly folder: string;
  /** What pages are served with, by plain name; the palette stands in style.css. */
  readonly assets: ReadonlyMap<string, Buffer>;
}

/** Writes everything that people get to see, and an index that shows it side by side. Gives the number of files. */
export async function writePreview({ folder, assets }: Order): Promise<number> {
  const [mails, texts, pages] = await Promise.all([mailViews(), textViews(), pageViews(assets)]);
  const files: readonly (readonly [string, string])[] = [
    ['index.html', overview({ mails, texts, pages })],
    ...mails.flatMap((view) => frames(view, ({ html }) => html)),
    ...mails.flatMap((view) => parts(view, 'txt', ({ text }) => text)),
    ...mails.flatMap((view) => parts(view, 'ics', ({ calendar }) => calendar?.content)),
    ...texts.flatMap((view) => parts(view, 'txt', (text) => text)),
    ...pages.flatMap((view) => frames(view, (html) => html)),
  ];
  refuseTwins(files.map(([name]) => name));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return files.length;
}

function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined) throw new Error(`${twin}: two states of the preview have this name`);
}

function frames<Shown>({ id, shown }: View<Shown>, htmlOf: (one: Shown) => string): [string, string][] {
  return languageCodes.flatMap((code) =>
    schemes.map((scheme): [string, string] => [
      frameFile(id, code, scheme),
      inScheme(htmlOf(shown[code]), scheme),
    ]),
  );
}

function parts<Shown>(
  { id, shown }: View<Shown>,
  ending: 'txt' | 'ics',
  partOf: (one: Shown) => string | undefined,
): [string, string][] {
  return languageCodes.flatMap((code) => {
    const part = partOf(shown[code]);
    return part === undefined ? [] : [[partFile(id, code, ending), part]];
  });
}
