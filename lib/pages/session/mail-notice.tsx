import type { MailLoss } from '../../domain/mailbox.ts';
import type { Language } from '../language/en.ts';

interface MailNoticeProps {
  readonly lost: MailLoss | undefined;
  /** Where mail would go. */
  readonly mail: string;
  /** Where to write to us. */
  readonly support: string;
  readonly language: Language;
}

/** That mail doesn't reach the attendee, for whoever holds the link: what the page says of mails isn't so. */
export function MailNotice({ lost, mail, support, language }: MailNoticeProps) {
  if (lost === undefined) return null;
  const { title, text } = language.session.noMail[lost];
  return (
    <div class="notice bad" role="status">
      <h2>{title}</h2>
      <p>{text(mail, support)}</p>
    </div>
  );
}
