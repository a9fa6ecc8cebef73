import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import settings from '#config';
import type { Mail } from '../../lib/messages/facts.ts';
import style from './overview.css';
import { MailSection, PageSection, TextSection } from './overview-sections.tsx';
import type { View } from './views.ts';

interface Everything {
  readonly mails: readonly View<Mail>[];
  readonly texts: readonly View<string>[];
  readonly pages: readonly View<string>[];
}

/** The index: every mail, text and page in frames as wide as a phone, light and dark, language beside language. */
export function overview({ mails, texts, pages }: Everything): string {
  const title = `What people see of ${settings.brand.name}`;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <nav>
            <Contents title="Mails" views={mails} />
            <Contents title="Texts" views={texts} />
            <Contents title="Pages" views={pages} />
          </nav>
        </header>
        <main>
          <Group title="Mails">{mails.map(MailSection)}</Group>
          <Group title="Texts">
            <div class="texts">{texts.map(TextSection)}</div>
          </Group>
          <Group title="Pages">{pages.map(PageSection)}</Group>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${render(page)}\n`;
}

function Contents({ title, views }: { readonly title: string; readonly views: readonly View<unknown>[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {views.map(({ id, name }) => (
          <li>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2 class="group">{title}</h2>
      {children}
    </section>
  );
}
