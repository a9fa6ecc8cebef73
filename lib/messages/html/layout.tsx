import type { ComponentChildren } from 'preact';
import type { Brand } from '../../config/settings.ts';
import type { Palette } from './palette.ts';
import { linkStyle, sheet, style } from './style.ts';

interface LayoutProps {
  readonly code: string;
  readonly brand: Brand;
  readonly palette: Palette;
  readonly subject: string;
  readonly preview: string;
  readonly footer: readonly string[];
  readonly children: ComponentChildren;
}

/** The page around every mail. Its two tables are for mail programs that know no other way to centre a column. */
export function Layout({ code, brand, palette, subject, preview, footer, children }: LayoutProps) {
  return (
    <html lang={code}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{subject}</title>
        <style>{sheet(palette)}</style>
      </head>
      <body class="page" style={style.body}>
        <div style={style.preview}>{preview}</div>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0">
          <tr>
            <td class="page" align="center" style={style.outer}>
              <table role="presentation" width="600" cellPadding="0" cellSpacing="0" style={style.frame}>
                <Row class="soft" style={style.brand}>
                  {brand.name}
                </Row>
                <Row class="card" style={style.card}>
                  {children}
                </Row>
                <Row class="soft" style={style.footer}>
                  <Footer lines={footer} brand={brand} palette={palette} />
                </Row>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Row(props: {
  readonly class: string;
  readonly style: string;
  readonly children: ComponentChildren;
}) {
  return (
    <tr>
      <td align="left" class={props.class} style={props.style}>
        {props.children}
      </td>
    </tr>
  );
}

function Footer(props: {
  readonly lines: readonly string[];
  readonly brand: Brand;
  readonly palette: Palette;
}) {
  const { supportMail, website } = props.brand;
  return (
    <>
      {props.lines.map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
      <a class="link" style={linkStyle(props.palette)} href={`mailto:${supportMail}`}>
        {supportMail}
      </a>
      <br />
      <a class="link" style={linkStyle(props.palette)} href={website}>
        {website}
      </a>
    </>
  );
}
