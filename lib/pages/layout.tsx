import type { ComponentChildren } from 'preact';
import type { Brand } from '../config/settings.ts';
import { languageCodes } from '../domain/language.ts';
import { languageNames } from './language/language-for.ts';
import { inLanguage, type Visit } from './visit.ts';

interface LayoutProps {
  readonly visit: Visit;
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly desk: boolean;
  readonly form?: string;
  readonly nav?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The document around every page. `main` is what scripts exchange; the live region beside it tells of changes. */
export function Layout({ visit, title, styles, scripts, desk, form, nav, children }: LayoutProps) {
  const { language, assets, settings, embedded } = visit;
  const { frame } = language;
  return (
    <html lang={language.code} class={embedded ? 'embedded' : desk ? 'desk' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{frame.title(title, settings.brand.name)}</title>
        {['style.css', ...styles].map((name) => (
          <link rel="stylesheet" href={assets.url(name)} />
        ))}
        <link rel="icon" href="data:," />
        {scripts.map((name) => (
          <script type="module" src={assets.url(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {frame.skip}
        </a>
        {embedded || desk ? null : <Header visit={visit} />}
        {nav}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <p id="live" class="unseen" role="status" data-busy={frame.busy} data-offline={frame.offline} />
        <Footer visit={visit} desk={desk} {...(form && { form })} />
      </body>
    </html>
  );
}

function Header({ visit: { settings, assets } }: { readonly visit: Visit }) {
  return (
    <header class="top">
      <a href={settings.brand.website}>
        <Name brand={settings.brand} logo={assets.logo} />
      </a>
    </header>
  );
}

function Name({ brand, logo }: { readonly brand: Brand; readonly logo: string | undefined }) {
  return logo === undefined ? <span>{brand.name}</span> : <img src={logo} alt={brand.name} height="32" />;
}

function Footer({ visit, desk, form }: Pick<LayoutProps, 'visit' | 'desk' | 'form'>) {
  const { language, settings, embedded } = visit;
  const { supportMail } = settings.brand;
  return (
    <footer class="end">
      {embedded || desk ? null : (
        <p>
          {language.frame.write} <a href={`mailto:${supportMail}`}>{supportMail}</a>
        </p>
      )}
      <nav aria-label={language.frame.languages}>
        {languageCodes.map((code) =>
          code === language.code ? (
            <span aria-current="true" lang={code}>
              {languageNames[code]}
            </span>
          ) : form === undefined ? (
            <a href={inLanguage(visit, code)} hreflang={code} lang={code} rel="nofollow">
              {languageNames[code]}
            </a>
          ) : (
            <button
              type="submit"
              form={form}
              formaction={inLanguage(visit, code)}
              class="plain"
              lang={code}
              name="action"
              value="show"
            >
              {languageNames[code]}
            </button>
          ),
        )}
      </nav>
    </footer>
  );
}
