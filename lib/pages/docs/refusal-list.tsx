import { internalProblem, type ProblemCode, refusals } from '../../http/problems.ts';
import { Code } from './call-section.tsx';
import { exampleProblem } from './examples.ts';
import { refusalAdvice } from './refusal-advice.ts';

/** Every refusal under its code, which is where the `type` of a problem leads. */
export function RefusalList({ siteUrl }: { readonly siteUrl: string }) {
  const failure = internalProblem({ siteUrl, requestId: '' });
  const all: [string, Told][] = [...Object.entries(refusals), [failure.code, failure]];
  return (
    <section class="card" lang="en">
      <p>A refusal looks like this, with the request’s own facts beside it:</p>
      <Code text={JSON.stringify(exampleProblem(siteUrl), undefined, 2)} />
      {all.map(([code, { status, title }]) => (
        <div class="refusal" id={code}>
          <h3>
            <code>{code}</code>
          </h3>
          <p class="soft">
            {status} · {title}
          </p>
          <p>
            <Named text={refusalAdvice[code as ProblemCode]} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** Text whose names, between backticks, are set apart. */
function Named({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

interface Told {
  readonly status: number;
  readonly title: string;
}
