import { type MailContent, paragraph } from '../../content.ts';
import { shortMoment } from '../../time.ts';
import { reasonRows } from '../details.ts';
import {
  bookButton,
  companyOf,
  companyRows,
  details,
  type OfKind,
  opening,
  type StandingTelling,
  untilRows,
} from './telling.ts';

/** What our staff decided on the company, until when and why. */
export function companyRuled(
  telling: StandingTelling,
  { decision, until, reason }: OfKind<'company-ruled'>,
): MailContent {
  const { facts, language } = telling;
  const { ruled, labels } = language.standingMails;
  const words = ruled[decision];
  const told = until === undefined ? undefined : shortMoment(until, facts.timeZone, language);
  return {
    subject: words.subject(companyOf(telling)),
    preview: ruled.preview(told),
    heading: words.heading,
    opening: [
      ...opening(telling, words.lead),
      ...details([
        ...untilRows(telling, until, decision === 'block' ? labels.blockedUntil : labels.until),
        ...companyRows(telling),
        ...reasonRows(telling, reason),
      ]),
      ...(decision === 'nothing'
        ? [bookButton(telling)]
        : [paragraph(ruled.standing), paragraph(ruled.paid(facts.brand.supportMail))]),
    ],
    sections: [],
  };
}
