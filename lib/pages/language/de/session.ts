import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const session: Language['session'] = {
  countdown: {
    before: 'in',
    words: { day: 'Tag', days: 'Tagen', hour: 'h', minute: 'min', moment: 'weniger als einer Minute' },
  },
  phone: 'Per Telefon',
  everyone: 'Kolleginnen und Kollegen sind willkommen, alle vom eigenen Gerät aus.',
  noMail: {
    bounced: {
      title: `Unsere ${eMail}s an Sie kommen zurück`,
      text: (mail, support) =>
        `An ${mail} kommt keine ${eMail} an. Bitte merken Sie sich die Adresse dieser Seite, und schreiben Sie an ${support} von einer Adresse, die funktioniert.`,
    },
    complained: {
      title: `Sie bekommen keine ${eMail}s von uns`,
      text: (mail, support) =>
        `Eine ${eMail} von uns an ${mail} wurde als Spam gemeldet. Deshalb schicken wir keine mehr dorthin, auch nicht zu diesem Termin. Bitte merken Sie sich die Adresse dieser Seite. Wenn Sie wieder ${eMail}s möchten, schreiben Sie an ${support}.`,
    },
  },
  over: {
    noShow: 'Als versäumt vermerkt',
    cancelled: 'Dieser Termin ist abgesagt',
    cancelledAt: (moment) => `Er wurde am ${moment} abgesagt und findet nicht statt.`,
    cancelledByText: (moment) => `Er wurde am ${moment} per SMS abgesagt und findet nicht statt.`,
    cancelledByStaff: (moment) => `Wir haben ihn am ${moment} abgesagt. Er findet nicht statt.`,
    excused: 'Wir haben das entschuldigt, und es zählt nicht.',
    lateNotice: (moment) =>
      `Am ${moment} wurde per SMS abgesagt, zu spät, um die Zeit noch jemand anderem zu geben. Deshalb ist der Termin als versäumt vermerkt.`,
    closedOut:
      'Eine Antwort war rechtzeitig unterwegs und erreichte uns erst, als der Termin geschlossen war. Es zählt nicht als versäumt; der Termin selbst ist vorbei.',
    declined: 'Dieser Termin wurde nicht zugesagt',
    declinedText: 'Er brauchte eine Zusage und hat sie nicht bekommen. Er findet nicht statt.',
    completed: 'Dieser Termin ist vorbei',
    completedText: 'Er hat stattgefunden. Danke, dass Sie da waren.',
  },
};
