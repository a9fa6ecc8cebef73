import { addressOf, type Block, type Detail, type Entry, type Link, type Step } from '../content.ts';
import type { Palette } from './palette.ts';
import { buttonStyle, linkStyle, style } from './style.ts';

/** One block of a mail's content. */
export function BlockView({ block, palette }: { readonly block: Block; readonly palette: Palette }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class="text" style={style.paragraph}>
          {block.link === undefined ? (
            block.text
          ) : (
            <TextWithLink text={block.text} link={block.link} palette={palette} />
          )}
        </p>
      );
    case 'details':
      return <Details rows={block.rows} />;
    case 'button':
      return <Button label={block.label} url={block.url} palette={palette} />;
    case 'links':
      return block.links.map((link) => <LabelledLink link={link} palette={palette} />);
    case 'entries':
      return block.entries.map((entry) => <EntryView entry={entry} palette={palette} />);
    case 'steps':
      return block.steps.map((step) => <StepView step={step} palette={palette} />);
  }
}

interface TextWithLinkProps {
  readonly text: string;
  readonly link: Link;
  readonly palette: Palette;
}

/** The first place of the link's label in the text leads on. */
function TextWithLink({ text, link, palette }: TextWithLinkProps) {
  const at = text.indexOf(link.label);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <a class="link" href={link.url} style={`${linkStyle(palette)};white-space:nowrap`}>
        {link.label}
      </a>
      {text.slice(at + link.label.length)}
    </>
  );
}

function Details({ rows }: { readonly rows: readonly Detail[] }) {
  return (
    <div class="panel" style={style.panel}>
      {rows.map(({ label, value, strong }) => (
        <p class="text" style={style.detail}>
          <span class="soft" style={style.label}>
            {label}
          </span>
          <br />
          {strong ? <strong style={style.strong}>{value}</strong> : value}
        </p>
      ))}
    </div>
  );
}

/** A link dressed as a button. The address stands beneath, for programs that strip the dress or the link. */
function Button({ label, url, palette }: Link & { readonly palette: Palette }) {
  return (
    <>
      <p style={style.beforeAddress}>
        <a href={url} style={buttonStyle(palette)}>
          {label}
        </a>
      </p>
      <Address url={url} />
    </>
  );
}

function LabelledLink({ link, palette }: { readonly link: Link; readonly palette: Palette }) {
  return (
    <>
      <p style={style.beforeAddress}>
        <a class="link" href={link.url} style={`${linkStyle(palette)};font-weight:600`}>
          {link.label}
        </a>
      </p>
      <Address url={link.url} />
    </>
  );
}

function Address({ url }: { readonly url: string }) {
  return (
    <p class="soft" style={style.address}>
      <a class="soft" href={url} style={style.quiet}>
        {addressOf(url)}
      </a>
    </p>
  );
}

function EntryView({ entry, palette }: { readonly entry: Entry; readonly palette: Palette }) {
  return (
    <p class="text" style={style.detail}>
      <span class="soft" style={style.label}>
        {entry.label}
      </span>
      <br />
      {entry.url ? (
        <a class="link" href={entry.url} style={linkStyle(palette)}>
          {entry.value}
        </a>
      ) : (
        <strong>{entry.value}</strong>
      )}
    </p>
  );
}

function StepView({ step, palette }: { readonly step: Step; readonly palette: Palette }) {
  return (
    <p class="text" style={style.paragraph}>
      <strong>{step.title}</strong>
      <br />
      {step.text}
      {step.url ? (
        <>
          <br />
          <a class="link" href={step.url} style={linkStyle(palette)}>
            {step.url}
          </a>
        </>
      ) : null}
    </p>
  );
}
