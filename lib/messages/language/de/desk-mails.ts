import type { Language } from '../en.ts';
import { eMail } from './e-mail.ts';

/** Mails that ask our staff for a decision. */
export const deskMails: Language['deskMails'] = {
  labels: {
    decideBy: 'Zu entscheiden bis',
    who: 'Wer',
    company: 'Firma',
    booking: 'Buchung',
    recorded: 'Vermerkt, weil',
  },
  footer: (brand) => `Diese ${eMail} geht an das Team von ${brand}, weil ein Mensch entscheiden muss.`,
  desk: 'Zum Desk',

  approvalWanted: {
    subject: (f) => `Zuzustimmen bis ${f.until}: ${f.who}`,
    preview: 'Eine Buchung wartet auf ein Ja oder Nein.',
    heading: 'Eine Buchung wartet auf Zustimmung',
    because: {
      'late-notices': 'Sie braucht Zustimmung, weil für diese Person zu oft zu spät abgesagt wurde.',
      company: 'Sie braucht Zustimmung, weil es für die Firma so entschieden wurde.',
    },
    movedFrom: (old) => `Angefragt war sie vorher für ${old}. Jetzt gilt nur noch die Zeit unten.`,
    expires: 'Entscheidet bis dahin niemand, endet sie von selbst, und die Person wird benachrichtigt.',
  },
  contestOpened: {
    subject: (f) => `Widerspruch gegen ein Versäumnis: ${f.who}, ${f.when}`,
    preview: 'Jemand sagt, dass es keines war, oder warum.',
    heading: 'Jemand widerspricht einem Versäumnis',
    lead: `Für den folgenden Termin widerspricht jemand dem Vermerk „versäumt“. Entschuldigen Sie ihn, oder lassen Sie ihn stehen und sagen Sie warum: Ihre Antwort geht als ${eMail} hinaus.`,
    theirWords: 'Was uns geschrieben wurde',
    recorded: {
      absent: 'niemand da war',
      late_notice: 'zu spät abgesagt wurde',
      never_joined_after_keeping_open: 'er offen gehalten wurde und niemand kam',
    },
  },
  reviewOpened: {
    subject: (company) => `Zu prüfen: Änderungen am selben Tag, ${company}`,
    preview: (count) => `${count} Termine wurden an ihrem eigenen Tag zurückgegeben.`,
    heading: 'Eine Firma ist zu prüfen',
    lead: (f) =>
      `Bei ${f.company} wurden innerhalb von ${f.days} Tagen mehr als ${f.limit} Termine an ihrem eigenen Tag abgesagt oder verschoben. Was daraus folgt, entscheidet ein Mensch: nichts, vorherige Zustimmung oder eine Sperre.`,
    meanwhile: 'Bis jemand entscheidet, ändert sich dort nichts.',
    changes: { cancelled: 'Abgesagt', moved: 'Verschoben' },
    change: (f) => `${f.at}, Termin am ${f.start}, von ${f.who}`,
    erased: 'jemandem, der gelöscht ist',
  },
  webhookDisabled: {
    subject: (name) => `Webhook abgeschaltet: ${name}`,
    heading: 'Ein Webhook wurde abgeschaltet',
    because: {
      failing: 'Seit fünf Tagen ist jede Zustellung dorthin gescheitert.',
      gone: 'Von dort kam die Antwort, dass es ihn nicht mehr gibt (410).',
    },
    name: 'Webhook',
    address: 'Adresse',
    next: 'Dorthin geht nichts mehr, bis ihn jemand wieder einschaltet. Was gescheitert ist, lässt sich 30 Tage lang von seiner Seite aus noch einmal zustellen.',
    open: 'Webhook öffnen',
  },
};
