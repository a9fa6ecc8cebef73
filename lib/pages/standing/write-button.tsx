import type { Visit } from '../visit.ts';

/** The way to a person, for those who want to pay or to ask. */
export function WriteButton({ visit: { language, settings } }: { readonly visit: Visit }) {
  const { supportMail } = settings.brand;
  return (
    <p>
      <a class="button" href={`mailto:${supportMail}`}>
        {language.manage.write(supportMail)}
      </a>
    </p>
  );
}
