import { operations } from '../../http/operations.ts';
import type { Call, JsonSchema } from './api-document.ts';
import { curlOf } from './curl.ts';
import type { Example } from './example.ts';
import { FieldList } from './field-list.tsx';
import { holdsOf, rowsOf } from './schema-rows.ts';

interface CallSectionProps {
  readonly call: Call;
  readonly siteUrl: string;
  readonly example: Example | undefined;
  /** An earlier call that answers the same. */
  readonly likeCall: Call | undefined;
}

/** One call: what it takes, how to try it, what it answers, and how it may refuse. */
export function CallSection({ call, siteUrl, example, likeCall }: CallSectionProps) {
  const { operationId, method, path, summary, parameters, body } = call;
  return (
    <section class="card" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h2 id={`${operationId}-title`}>{summary}</h2>
      <p>
        <code>
          <b>{method}</b> {path}
        </code>
      </p>
      {parameters.length === 0 ? null : (
        <>
          <h3>Parameters</h3>
          <FieldList
            fields={parameters.map(({ name, schema, required, in: where }) => ({
              path: name,
              holds: `${where}, ${holdsOf(schema)}`,
              required,
            }))}
          />
        </>
      )}
      {body === undefined ? null : <Body schema={body.schema} required={body.required} />}
      {example === undefined ? null : (
        <>
          <h3>Try it</h3>
          <Code text={curlOf(siteUrl, call, example)} />
        </>
      )}
      <Answer call={call} example={example} likeCall={likeCall} />
      <Refused call={call} />
    </section>
  );
}

function Body({ schema, required }: { readonly schema: JsonSchema; readonly required: boolean }) {
  const fields = rowsOf(schema);
  if (fields.length === 0) return null;
  return (
    <>
      <h3>Body{required ? '' : ' (may be left out)'}</h3>
      <FieldList fields={fields} />
    </>
  );
}

function Answer({ call, example, likeCall }: Omit<CallSectionProps, 'siteUrl'>) {
  const { status, schema } = call.answer;
  return (
    <>
      <h3>Answer {status}</h3>
      <Accepted call={call} />
      {likeCall === undefined ? (
        <FieldList fields={rowsOf(schema)} />
      ) : (
        <p>
          The same fields as for <a href={`#${likeCall.operationId}`}>{likeCall.summary}</a>.
        </p>
      )}
      {example === undefined ? null : <Code text={JSON.stringify(example.answer, undefined, 2)} />}
    </>
  );
}

/** Where the same answer may come with another status. */
function Accepted({ call: { operationId } }: { readonly call: Call }) {
  const { accepted } = operations[operationId];
  if (accepted === undefined) return null;
  return <p>Or 202, with the same fields. {accepted}</p>;
}

function Refused({ call: { operationId } }: { readonly call: Call }) {
  const { refusals } = operations[operationId];
  if (refusals.length === 0) return null;
  return (
    <>
      <h3>May be refused with</h3>
      <ul class="row">
        {refusals.map((code) => (
          <li>
            <a href={`#${code}`}>
              <code>{code}</code>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Code({ text }: { readonly text: string }) {
  return (
    <pre>
      <code>{text}</code>
    </pre>
  );
}
