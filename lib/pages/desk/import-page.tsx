import { columns, type Problem } from '../../domain/import/problem.ts';
import type { Step } from '../../domain/import/step.ts';
import { line as oneLine } from '../../messages/line.ts';
import { Field, type FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { Page } from '../page.tsx';
import { CsrfField } from '../portal/csrf-field.tsx';
import { ToldNotice } from '../portal/told.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import type { ImportView } from './import-view.ts';
import { problemWords, stepWords, summaryWords } from './import-words.ts';

interface ImportProps {
  readonly visit: Visit;
  readonly view: ImportView;
}

/** The most of a list that is shown. */
const MOST_SHOWN = 200;
const FORM = 'import';

/** Companies from a sheet: pasted or read from a file, looked at first, then written by a button that says what it does. */
export function importPage(visit: Visit, view: ImportView, status = 200): Page {
  const { language } = visit;
  const { title, intro } = deskIn(language).import;
  const problems: FieldProblems = new Map(view.refused === undefined ? [] : [['sheet', view.refused]]);
  const isWrong = problems.size > 0 || view.problems.length > 0;
  return deskPage(visit, view, 'companies', {
    status,
    title: isWrong ? language.frame.titleWithError(title) : title,
    scripts: ['import.js'],
    body: (
      <>
        <h1>{title}</h1>
        <ToldNotice told={view.told} />
        <ProblemSummary problems={problems} language={language} />
        <BadLines visit={visit} view={view} />
        <Done visit={visit} view={view} />
        <PlanCard visit={visit} view={view} />
        <p class="lead">{intro}</p>
        <div class="desk-columns">
          <SheetCard visit={visit} view={view} problems={problems} />
          <ColumnsCard visit={visit} />
        </div>
      </>
    ),
  });
}

/** By line, each with the line itself, so that nobody need count. */
function BadLines({ visit: { language }, view: { problems, sheet } }: ImportProps) {
  const { import: deskImport } = deskIn(language);
  if (problems.length === 0) return null;
  const lines = sheet.split(/\r\n|\r|\n/u);
  const shown = Map.groupBy(problems.slice(0, MOST_SHOWN), ({ line }) => line);
  const hidden = problems.length - MOST_SHOWN;
  return (
    <div class="notice bad" id="bad-lines" role="alert" tabIndex={-1} autofocus>
      <h2>{deskImport.bad(problems.length)}</h2>
      <p>{deskImport.badText}</p>
      <ul class="bad-lines">
        {[...shown].map(([line, ofLine]) => (
          <BadLine language={language} text={lines[line - 1] ?? ''} problems={ofLine} />
        ))}
      </ul>
      {hidden > 0 ? <p>{deskImport.more(hidden)}</p> : null}
    </div>
  );
}

function BadLine({
  language,
  text,
  problems,
}: {
  readonly language: Language;
  readonly text: string;
  readonly problems: readonly Problem[];
}) {
  const said = oneLine(text);
  return (
    <li>
      {problems.map((problem) => {
        const { place, message } = problemWords(problem, language);
        return (
          <p>
            <b>{place}</b>: {message}
          </p>
        );
      })}
      {said === '' ? null : <code class="sheet-line">{said}</code>}
    </li>
  );
}

function Done({ visit, view: { done } }: ImportProps) {
  const { import: deskImport } = deskIn(visit.language);
  if (done === undefined || done.length === 0) return null;
  return (
    <details class="card more">
      <summary>{deskImport.done}</summary>
      <Steps visit={visit} steps={done} />
      <p>
        <a class="button" href={hrefOf(visit, '/desk/companies')}>
          {deskImport.companies}
        </a>
      </p>
    </details>
  );
}

/** The button says all that it does, and belongs to the form with the sheet. */
function PlanCard({ visit, view: { plan } }: ImportProps) {
  const { language } = visit;
  const { import: deskImport } = deskIn(language);
  if (plan === undefined) return null;
  const { steps, id } = plan;
  if (steps.length === 0) {
    return (
      <div class="notice good" id="said" role="status" tabIndex={-1} autofocus>
        <h2>{deskImport.nothing}</h2>
        <p>{deskImport.nothingText}</p>
      </div>
    );
  }
  const summary = summaryWords(steps, language);
  const mailed = steps.filter((step) => step.do === 'invite').length;
  return (
    <section class="card" aria-labelledby="plan-title" id="plan" tabIndex={-1} autofocus>
      <h2 id="plan-title">{deskImport.plan}</h2>
      <p>{deskImport.planText(summary)}</p>
      <Steps visit={visit} steps={steps} />
      {mailed === 0 ? null : <p>{deskImport.mails(mailed)}</p>}
      <p>{deskImport.undo}</p>
      <input type="hidden" name="plan" value={id} form={FORM} />
      <button type="submit" class="primary wide" form={FORM} name="action" value="write">
        {deskImport.run(summary)}
      </button>
    </section>
  );
}

function Steps({ visit: { language }, steps }: { readonly visit: Visit; readonly steps: readonly Step[] }) {
  const { import: deskImport } = deskIn(language);
  const hidden = steps.length - MOST_SHOWN;
  return (
    <>
      <ul class="list">
        {steps.slice(0, MOST_SHOWN).map((step) => (
          <li>
            <span class="soft">{deskImport.line(step.line)}:</span> {stepWords(step, language)}
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p>{deskImport.more(hidden)}</p> : null}
    </>
  );
}

function SheetCard({ visit, view, problems }: ImportProps & { readonly problems: FieldProblems }) {
  const { language } = visit;
  const { import: deskImport } = deskIn(language);
  return (
    <form
      class="card"
      id={FORM}
      method="post"
      action={hrefOf(visit, '/desk/import')}
      aria-labelledby="sheet-title"
    >
      <h2 id="sheet-title">{deskImport.sheet}</h2>
      <CsrfField csrf={view.csrf} />
      <div>
        <Field
          name="sheet"
          label={deskImport.lines}
          hint={deskImport.sheetHint}
          language={language}
          problem={problems.get('sheet')}
          control={(ties) => (
            <textarea {...ties} rows={12} class="sheet" spellcheck={false} autocomplete="off" wrap="off">
              {/* The first line break of a text area is dropped. */}
              {`\n${view.sheet}`}
            </textarea>
          )}
        />
        {/* Only a script can read it. */}
        <div
          id="sheet-file"
          hidden
          data-too-large={deskImport.tooLarge}
          data-encoding={deskImport.faults.encoding}
          data-not-read={deskImport.notRead}
        >
          <Field
            name="file"
            label={deskImport.file}
            hint={deskImport.fileHint}
            language={language}
            control={({ name: _, ...ties }) => (
              <input {...ties} type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values" />
            )}
          />
          <p class="problem" id="sheet-file-said" role="alert" />
        </div>
      </div>
      <p>{deskImport.checkText}</p>
      <button
        type="submit"
        class={view.plan === undefined ? 'primary wide' : 'wide'}
        name="action"
        value="look"
      >
        {deskImport.check}
      </button>
    </form>
  );
}

function ColumnsCard({ visit: { language } }: { readonly visit: Visit }) {
  const { import: deskImport } = deskIn(language);
  return (
    <section class="card" aria-labelledby="columns-title">
      <h2 id="columns-title">{deskImport.columns}</h2>
      <p>{deskImport.columnsText}</p>
      <dl class="facts">
        {columns.map((column) => (
          <div>
            <dt>{column}</dt>
            <dd>{deskImport.column[column]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
