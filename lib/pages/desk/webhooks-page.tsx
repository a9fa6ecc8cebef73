import { type PublicType, publicTypes } from '../../domain/public-event.ts';
import type { Endpoint } from '../../domain/webhooks/endpoint.ts';
import { webhookLimits } from '../../http/webhook-schemas.ts';
import { line } from '../../messages/line.ts';
import { shortMoment } from '../../messages/time.ts';
import { fieldId, LineField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Page } from '../page.tsx';
import { CsrfField } from '../portal/csrf-field.tsx';
import { ProblemSummary } from '../problem-summary.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { deskPage } from './desk-page.tsx';
import { webhookPath } from './desk-paths.ts';
import type { WebhooksView } from './webhook-view.ts';

interface WebhooksProps {
  readonly visit: Visit;
  readonly view: WebhooksView;
}

/** The addresses that are posted what happens, and a form to add one. */
export function webhooksPage(visit: Visit, view: WebhooksView, status = 200): Page {
  const { language } = visit;
  const { title, intro } = deskIn(language).webhooks;
  return deskPage(visit, view, 'webhooks', {
    status,
    title: view.problems.size === 0 ? title : language.frame.titleWithError(title),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{intro}</p>
        <ProblemSummary problems={view.problems} language={language} />
        <div class="desk-columns">
          <ListCard visit={visit} view={view} />
          <AddCard visit={visit} view={view} />
        </div>
      </>
    ),
  });
}

function ListCard({ visit, view: { webhooks } }: WebhooksProps) {
  const words = deskIn(visit.language).webhooks;
  return (
    <section class="card" aria-labelledby="list-title">
      <h2 id="list-title">{words.title}</h2>
      {webhooks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="entries">
          {webhooks.map((webhook) => (
            <Entry visit={visit} webhook={webhook} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ visit, webhook }: { readonly visit: Visit; readonly webhook: Endpoint }) {
  const { language, settings } = visit;
  const words = deskIn(language).webhooks;
  const { id, url, description, state, failingSince } = webhook;
  return (
    <li>
      <h3>
        <a href={webhookPath(visit, id)}>{line(description)}</a>
      </h3>
      <p class="soft">{url}</p>
      <p>
        <strong>{words.states[state]}</strong>
        {state === 'enabled' && failingSince !== undefined
          ? `. ${words.failingSince(shortMoment(failingSince, settings.zone, language.messages))}`
          : ''}
      </p>
    </li>
  );
}

function AddCard({ visit, view: { typed, problems, csrf } }: WebhooksProps) {
  const { language } = visit;
  const words = deskIn(language).webhooks;
  return (
    <form
      class="card"
      method="post"
      action={hrefOf(visit, '/desk/webhooks')}
      aria-labelledby="add-title"
      noValidate
    >
      <h2 id="add-title">{words.add}</h2>
      <CsrfField csrf={csrf} />
      <div>
        <LineField
          name="description"
          label={words.description}
          hint={words.descriptionHint}
          language={language}
          value={typed.description}
          most={webhookLimits.description}
          problem={problems.get('description')}
          input={{ autocomplete: 'off' }}
        />
        <LineField
          name="url"
          label={words.url}
          hint={words.urlHint}
          language={language}
          value={typed.url}
          most={webhookLimits.url}
          problem={problems.get('url')}
          input={{ type: 'url', autocomplete: 'off', placeholder: 'https://', spellcheck: false }}
        />
        <TypesField visit={visit} chosen={typed.types} problem={problems.get('types')} />
      </div>
      <p>{words.addText}</p>
      <button type="submit" class="primary wide">
        {words.addButton}
      </button>
    </form>
  );
}

interface TypesProps {
  readonly visit: Visit;
  readonly chosen: readonly PublicType[];
  readonly problem: string | undefined;
}

/** A box for each type of event, by what it is about. The first is where a link to the field leads. */
function TypesField({ visit, chosen, problem }: TypesProps) {
  const words = deskIn(visit.language).webhooks;
  const id = fieldId('types');
  const groups = Object.entries(Object.groupBy(publicTypes, (type) => type.split('.')[0] ?? ''));
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
    >
      <legend>{words.types}</legend>
      <p class="hint" id={`${id}-hint`}>
        {words.typesHint}
      </p>
      {problem === undefined ? null : (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {groups.map(([group, types = []]) => (
        <fieldset>
          <legend>{words.groups[group as keyof typeof words.groups]}</legend>
          {types.map((type) => {
            const own = type === publicTypes[0] ? id : `${id}-${type}`;
            return (
              <div class="choice">
                <input type="checkbox" id={own} name={type} value="yes" checked={chosen.includes(type)} />
                <label for={own}>
                  <code>{type}</code>
                </label>
              </div>
            );
          })}
        </fieldset>
      ))}
    </fieldset>
  );
}
