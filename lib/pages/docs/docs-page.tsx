import type { Page } from '../page.tsx';
import type { Visit } from '../visit.ts';
import { type Call, callsOf } from './api-document.ts';
import { CallSection } from './call-section.tsx';
import { examplesOf } from './examples.ts';
import { RefusalList } from './refusal-list.tsx';

export interface DocsFacts {
  readonly siteUrl: string;
  /** Examples are told as of this instant (ms). */
  readonly now: number;
}

/** The API for people, from the document that programs read. */
export function docsPage(visit: Visit, { siteUrl, now }: DocsFacts): Page {
  const { settings, language } = visit;
  const calls = callsOf(siteUrl, settings.brand.name);
  const examples = examplesOf(settings, siteUrl, now);
  const { docs } = language;
  return {
    title: docs.title,
    body: (
      <>
        <h1>{docs.title}</h1>
        <div class="card">
          <p>{docs.intro(settings.brand.name)}</p>
          <p>
            <a href="/openapi.json" type="application/json">
              {docs.document}
            </a>
          </p>
          <Contents calls={calls} title={docs.calls} />
        </div>
        <div lang="en">
          <Ground />
          {calls.map((call) => (
            <CallSection
              call={call}
              siteUrl={siteUrl}
              example={examples[call.operationId]}
              likeCall={firstLike(calls, call)}
            />
          ))}
        </div>
        <h2>{docs.refusals}</h2>
        <RefusalList siteUrl={siteUrl} />
      </>
    ),
  };
}

function Contents({ calls, title }: { readonly calls: readonly Call[]; readonly title: string }) {
  return (
    <nav aria-label={title}>
      <ul class="contents" lang="en">
        {calls.map(({ operationId, summary, method, path }) => (
          <li>
            <a href={`#${operationId}`}>{summary}</a>{' '}
            <code class="soft">
              {method} {path}
            </code>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What holds for every call. */
function Ground() {
  return (
    <section class="card">
      <h2>What holds for every call</h2>
      <ul class="list">
        <li>
          Bodies are JSON, sent as application/json. A field that a call doesn’t know is refused by its name.
        </li>
        <li>
          Times are RFC 3339, such as 2026-11-24T10:00:00-05:00; answers tell them in UTC. Dates are those of
          the IANA zone that you name.
        </li>
        <li>
          Booking takes a header <code>Idempotency-Key</code>: however often a request is repeated with the
          same key, and however late, it books once. Moving, cancelling and joining may be repeated as they
          are.
        </li>
        <li>
          Calls under <code>/v1/portal</code> are for members who are signed in, those under{' '}
          <code>/v1/desk</code> for our staff: with the header <code>Authorization: Bearer</code> and an ID
          token, or with the cookies that <a href="/sign-in">signing in</a> sets. What an account may do
          follows from its level. What is another company’s is answered as if it didn’t exist.
        </li>
        <li>
          Deadlines hold for the moment at which a request is made. Every change is confirmed by mail; without
          a confirmation nothing has changed.
        </li>
        <li>
          A refusal is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is for
          programs, its <code>detail</code> for people, its <code>type</code> leads to this page.
        </li>
      </ul>
    </section>
  );
}

/** The first call that answers the same, if it is another one: its fields needn't be told again. */
function firstLike(calls: readonly Call[], { answer, operationId }: Call): Call | undefined {
  const shape = JSON.stringify(answer.schema);
  const first = calls.find((call) => JSON.stringify(call.answer.schema) === shape);
  return first?.operationId === operationId ? undefined : first;
}
