import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Evidence } from '../../domain/booking/evidence.ts';
import type { LanguageCode } from '../../domain/language.ts';
import { languages } from '../language/languages.ts';
import { exactMoment } from '../time.ts';
import type { EvidenceWords } from './en.ts';
import {
  bookingRows,
  entryRows,
  eventRows,
  joinRows,
  messageRows,
  policyLines,
  replyRows,
  type Telling,
} from './rows.ts';
import { evidenceWords, sentenceOf } from './sentence.ts';
import { sheet } from './sheet.ts';

/** Evidence as one HTML document that needs nothing else: to be kept, read and printed. `zone` is the deployment's. */
export function evidenceDocument(evidence: Evidence, zone: string, language: LanguageCode): string {
  const words = evidenceWords(language);
  const telling: Telling = { words, at: (instant) => exactMoment(instant, zone, languages[language]) };
  const title = words.title(evidence.booking.id);
  const page = (
    <html lang={words.code}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: sheet }} />
      </head>
      <body>
        <h1>{title}</h1>
        <p>{words.made(telling.at(evidence.madeAt), zone)}</p>
        <Verdict {...{ evidence, zone, language }} />
        <Facts title={words.headings.booking} rows={bookingRows(evidence.booking, telling)} />
        <Tables evidence={evidence} telling={telling} />
        <Policies evidence={evidence} words={words} />
      </body>
    </html>
  );
  return `<!doctype html>\n${render(page)}\n`;
}

function Verdict(props: {
  readonly evidence: Evidence;
  readonly zone: string;
  readonly language: LanguageCode;
}) {
  const [conclusion = '', ...rest] = props.evidence.verdict.map((finding) =>
    sentenceOf(finding, props.zone, props.language),
  );
  return (
    <section>
      <h2>{evidenceWords(props.language).headings.verdict}</h2>
      <p class="verdict">{conclusion}</p>
      <ul>
        {rest.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Tables({ evidence, telling }: { readonly evidence: Evidence; readonly telling: Telling }) {
  const { headings, columns, none } = telling.words;
  const { number, when, what, who, policy, details, channel, sent, receipt, delivery } = columns;
  return (
    <>
      <Table
        {...{ title: headings.events, none, heads: [number, when, what, who, policy, details] }}
        rows={eventRows(evidence.events, telling)}
      />
      <Table
        {...{ title: headings.messages, none, heads: [number, what, channel, sent, receipt, delivery] }}
        rows={messageRows(evidence.messages, telling)}
      />
      <Table
        {...{ title: headings.replies, none }}
        heads={[number, columns.stamp, columns.arrived, columns.understood, receipt]}
        rows={replyRows(evidence.replies, telling)}
      />
      <Table
        {...{ title: headings.joins, none, heads: [number, when, who] }}
        rows={joinRows(evidence.joins, telling)}
      />
      <Table
        {...{ title: headings.standing, none, heads: [when, what, columns.session, who, details] }}
        rows={entryRows(evidence.entries, telling)}
      >
        <Standing evidence={evidence} telling={telling} />
      </Table>
    </>
  );
}

function Standing({ evidence, telling }: { readonly evidence: Evidence; readonly telling: Telling }) {
  const { block, approval } = evidence.standing;
  const { words, at } = telling;
  return (
    <p>
      {block === undefined ? words.notBlocked : words.blockedNow(at(block.until))}
      {approval === undefined ? null : ` ${words.approvalNow(at(approval.until))}`}
    </p>
  );
}

function Policies({ evidence, words }: { readonly evidence: Evidence; readonly words: EvidenceWords }) {
  return (
    <section>
      <h2>{words.headings.policies}</h2>
      {evidence.policies.map(({ version, events, text }) => (
        <>
          <h3>{words.policyOf(version, events.join(', '))}</h3>
          {text === undefined ? (
            <p>{words.policyUnknown}</p>
          ) : (
            <ul class="policy">
              {policyLines(text).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </section>
  );
}

function Facts({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Table(props: {
  readonly title: string;
  readonly none: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly children?: ComponentChildren;
}) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
      {props.rows.length === 0 ? <p>{props.none}</p> : <Rows heads={props.heads} rows={props.rows} />}
    </section>
  );
}

function Rows({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
