import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScheme } from '../../scripts/previews/scheme.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../scripts/preview.ts');
const folder = mkdtempSync(join(tmpdir(), 'showup-preview-'));
let files: readonly string[] = [];

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  await run(process.execPath, [script, '--to', folder]);
  files = readdirSync(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the preview', () => {
  test('shows every file it writes in its index, and nothing else', () => {
    const shown = Array.from(read('index.html').matchAll(/(?:href|src)="([^"#]+)"/g), ([, file]) => file);
    const texts = files.filter((file) => file.startsWith('text-'));
    expect(new Set([...shown, ...texts, 'index.html'])).toEqual(new Set(files));
  });

  test('shows mails and pages in every language, light and dark, and texts in every language', () => {
    const kinds = (file: string) => file.replace(/^(mail|page|text)-[^.]+/, '$1');
    expect(new Set(files.map(kinds))).toEqual(
      new Set([
        'index.html',
        ...['mail', 'page'].flatMap((group) =>
          ['en', 'de'].flatMap((code) => [`${group}.${code}.light.html`, `${group}.${code}.dark.html`]),
        ),
        ...['mail.en', 'mail.de'].flatMap((group) => [`${group}.txt`, `${group}.ics`]),
        ...['text.en.txt', 'text.de.txt'],
      ]),
    );
  });

  test('shows the words of the configuration in the language of what it shows', () => {
    const english = /[Ll]ive session|screen-sharing app|On a Mac/;
    const ofKind = (kind: RegExp) => files.filter((file) => kind.test(file)).map(read);
    for (const german of ofKind(/^mail-.*\.de\.(light\.html|txt|ics)$/)) {
      expect(german).not.toMatch(english);
    }
    expect(read('mail-moved.de.txt')).toContain('Live-Sitzung');
    expect(read('mail-moved.en.txt')).toContain('Live session');
    for (const name of ['booking-first-look', 'managing-confirmed', 'joining-open', 'booked-paid']) {
      expect(read(`page-${name}.de.light.html`), name).toContain('Live-Sitzung');
      expect(read(`page-${name}.de.light.html`), name).not.toMatch(english);
    }
  });

  test('needs no server: documents fetch nothing, and keep their colours whatever the reader prefers', () => {
    for (const file of files.filter((name) => /\.(light|dark)\.html$/.test(name))) {
      expect(read(file), file).not.toMatch(/<script|<link rel="stylesheet"|prefers-color-scheme|src="\//);
    }
  });

  test('refuses an option that it does not know by name', async () => {
    await expect(run(process.execPath, [script, '--into', folder])).rejects.toThrow(
      "Unknown option '--into'",
    );
  });
});

test('a document in one scheme has the rules of that scheme alone', () => {
  const html = '<meta content="light dark"><style>@media (prefers-color-scheme:dark){p{color:red}}</style>';
  expect(inScheme(html, 'dark')).toBe('<meta content="dark"><style>@media all{p{color:red}}</style>');
  expect(inScheme(html, 'light')).toBe('<meta content="light"><style>@media not all{p{color:red}}</style>');
});
