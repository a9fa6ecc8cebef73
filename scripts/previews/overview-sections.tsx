import { languageCodes } from '../../lib/domain/language.ts';
import type { Mail } from '../../lib/messages/facts.ts';
import { septets, TEXT_PART, TWO_TEXT_PARTS } from '../../lib/messages/gsm.ts';
import { frameFile, partFile } from './file-names.ts';
import { schemes } from './scheme.ts';
import type { View } from './views.ts';

/** A mail: its subjects, its frames, and what comes with it as text and for calendars. */
export function MailSection({ id, name, shown }: View<Mail>) {
  return (
    <article id={id}>
      <h3>{name}</h3>
      <dl>
        {languageCodes.map((code) => (
          <>
            <dt>{code}</dt>
            <dd lang={code}>{shown[code].subject}</dd>
          </>
        ))}
      </dl>
      <Frames id={id} name={name} />
      <details>
        <summary>Plain text{shown.en.calendar ? ' and calendar part' : ''}</summary>
        <div class="row">
          {languageCodes.map((code) => (
            <Part file={partFile(id, code, 'txt')} text={shown[code].text} />
          ))}
          {languageCodes.map((code) => (
            <Part file={partFile(id, code, 'ics')} text={shown[code].calendar?.content} />
          ))}
        </div>
      </details>
    </article>
  );
}

/** A text as a phone shows it, with how much it fills of the one or two parts that it takes. */
export function TextSection({ id, name, shown }: View<string>) {
  return (
    <article id={id}>
      <h3>{name}</h3>
      {languageCodes.map((code) => (
        <>
          <p class="bubble" lang={code}>
            {shown[code]}
          </p>
          <p class="count">
            {code}, {septets(shown[code])} of{' '}
            {(septets(shown[code]) ?? 0) > TEXT_PART ? TWO_TEXT_PARTS : TEXT_PART}
          </p>
        </>
      ))}
    </article>
  );
}

/** A page in its frames. */
export function PageSection({ id, name }: View<string>) {
  return (
    <article id={id}>
      <h3>{name}</h3>
      <Frames id={id} name={name} />
    </article>
  );
}

function Frames({ id, name }: Pick<View<unknown>, 'id' | 'name'>) {
  return (
    <div class="row">
      {languageCodes.flatMap((code) =>
        schemes.map((scheme) => {
          const file = frameFile(id, code, scheme);
          return (
            <figure>
              <iframe src={file} title={`${name}, ${code}, ${scheme}`} loading="lazy" />
              <figcaption>
                <a href={file}>
                  {code}, {scheme}
                </a>
              </figcaption>
            </figure>
          );
        }),
      )}
    </div>
  );
}

function Part({ file, text }: { readonly file: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <figure>
      <pre>{text}</pre>
      <figcaption>
        <a href={file}>{file}</a>
      </figcaption>
    </figure>
  );
}
