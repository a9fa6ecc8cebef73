import { render } from 'preact-render-to-string';
import type { Brand } from '../../config/settings.ts';
import type { MailContent } from '../content.ts';
import { BlockView } from './blocks.tsx';
import { Layout } from './layout.tsx';
import { paletteOf } from './palette.ts';
import { style } from './style.ts';

/** What a mail is set in: the language's code, the brand, and its last lines. */
export interface Setting {
  readonly code: string;
  readonly brand: Brand;
  readonly footer: readonly string[];
}

/** The mail as a whole HTML document: no script, no picture, nothing fetched from elsewhere. */
export function htmlDocument(content: MailContent, { code, brand, footer }: Setting): string {
  const palette = paletteOf(brand.colour);
  const { subject, preview, heading, opening, sections } = content;
  const page = (
    <Layout {...{ code, brand, palette, subject, preview, footer }}>
      <h1 class="text heading" style={style.heading}>
        {heading}
      </h1>
      {opening.map((block) => (
        <BlockView block={block} palette={palette} />
      ))}
      {sections.map(({ title, blocks }) => (
        <div class="rule" style={style.section}>
          <h2 class="text" style={style.title}>
            {title}
          </h2>
          {blocks.map((block) => (
            <BlockView block={block} palette={palette} />
          ))}
        </div>
      ))}
    </Layout>
  );
  return `<!doctype html>\n${render(page)}\n`;
}
