import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { DeskWords } from '../en/desk.ts';

const missedSessions = (count: number): string =>
  count === 1 ? 'einen versäumten Termin' : `${count} versäumte Termine`;

export const deskPerson: DeskWords['person'] = {
  title: (name) => `${name}, Übersicht`,
  facts: {
    label: 'Wer es ist',
    email: eMail,
    mobile: 'Mobilnummer',
    company: 'Firma',
    account: 'Konto',
    since: (state, date) => `${state}, seit ${date}`,
    invited: (date) => `eingeladen am ${date}, noch nicht aktiv`,
    removed: (date) => `entfernt am ${date}`,
    noCompany: 'keine',
    noAccount: 'keines',
    staff: 'wir selbst',
  },
  elsewhere: 'Auch anderswo in den Akten:',
  book: 'Termin für diese Person buchen',

  standing: {
    title: 'Wie es steht, und warum',
    good: 'Kostenlose Termine lassen sich buchen, ohne Zusage.',
    goodAlone:
      'Kostenlose Termine brauchen den Code einer Firma, und hier ist keine vermerkt. Sonst steht der Buchung nichts im Weg.',
    block: (moment, count, months) =>
      `Kostenlose Termine sind gesperrt bis ${moment}: ${count === 1 ? 'ein Termin wurde' : `${count} Termine wurden`} innerhalb von ${months} Monaten versäumt.`,
    blockByStaff: (moment, reason) =>
      `Kostenlose Termine sind gesperrt bis ${moment}, so haben wir entschieden: ${reason}`,
    approval: (date, count, months) =>
      `Kostenlose Termine brauchen eine Zusage bis ${date}: Innerhalb von ${months} Monaten kam ${count} Mal die Absage zu spät.`,
    company: {
      block: (company, moment, reason) =>
        `Kostenlose Termine sind für alle bei ${company} gesperrt bis ${moment}: ${reason}`,
      approval: (company, moment, reason) =>
        `Kostenlose Termine aller bei ${company} brauchen eine Zusage bis ${moment}: ${reason}`,
    },
    none: 'Kein versäumter Termin zählt.',
    some: (count) => (count === 1 ? 'Ein versäumter Termin zählt.' : `${count} versäumte Termine zählen.`),
    rule: (limit, months, days) =>
      `${limit} versäumte Termine innerhalb von ${months} Monaten sperren kostenlose Termine für ${days} Tage.`,
    whole: 'Hier zählt nur, was in dieser Firma geschah.',
  },
  mail: {
    title: eMail,
    works: `${eMail}s gehen an diese Person.`,
    lost: {
      bounced: (moment) => `${eMail}s an diese Adresse kommen seit ${moment} zurück.`,
      complained: (moment) =>
        `Am ${moment} wurde eine ${eMail} von uns als Spam gemeldet. An diese Adresse geht keine mehr.`,
    },
    instead: 'Fragen Sie nach einer Adresse, die funktioniert. Die Termine bleiben bestehen.',
    insteadCall:
      'Rufen Sie an, und fragen Sie nach einer Adresse, die funktioniert. Die Termine bleiben bestehen, SMS gehen weiter.',
    notes: {
      bounced: (moment) => `Am ${moment} kam eine ${eMail} zurück.`,
      complained: (moment) => `Am ${moment} wurde eine ${eMail} als Spam gemeldet.`,
      delivered: (moment) => `Am ${moment} kam eine ${eMail} an.`,
      allowed: (who, moment, reason) =>
        `${who} hat am ${moment} wieder ${eMail}s an diese Adresse zugelassen: ${reason}`,
    },
  },
  past: {
    title: 'Frühere Sperren',
    noShows: (from, count) => `Ab ${from}, für ${missedSessions(count)}.`,
    staff: (from, reason) => `Ab ${from}, von uns entschieden: ${reason}`,
    ended: (moment) => `Sie endete am ${moment}.`,
    lifted: (who, moment, reason) => `${who} hob sie auf, ${moment}: ${reason}`,
    paid: (who, moment, reason) => `${who} vermerkte die Zahlung, ${moment}: ${reason}`,
  },
  decidedBy: (who, moment) => `Entschieden von ${who}, ${moment}.`,

  actions: {
    title: 'Was Sie jetzt tun können',
    reason: 'Grund',
    reasonTold: 'Die Person liest ihn Wort für Wort.',
    reasonRecord: 'Nur für die Akte.',
    reasonKept: 'Nur für die Akte. Er darf die Person nicht nennen.',
    block: {
      title: 'Bis zu einem Tag sperren',
      does: 'Bis zum Ende dieses Tages lassen sich keine kostenlosen Termine buchen. Bezahlte gehen weiter, und gebuchte bleiben.',
      told: (mail) => `${mail} bekommt eine ${eMail} mit dem Grund, und eine zum Ende.`,
      undo: 'Die Sperre lässt sich jederzeit aufheben.',
      until: 'Letzter Tag',
      untilWrong: 'Letzter Tag: ein Datum ab heute, etwa 2027-12-31.',
      button: 'Sperren',
    },
    lift: {
      title: 'Aufheben',
      does: 'Jede Sperre endet jetzt, und eine Zusage ist erst wieder nötig, wenn noch eine Absage zu spät kommt. Versäumte Termine bleiben in der Akte: Der nächste sperrt wieder.',
      told: (mail) => `${mail} bekommt eine ${eMail} mit dem Grund.`,
      undo: 'Eine neue Sperre lässt sich setzen.',
      button: 'Aufheben',
    },
    payment: {
      title: 'Zahlung vermerken',
      does: (fee) =>
        `Die Gebühr von ${fee} ist bezahlt: Jede Sperre endet jetzt. Nötige Zusagen bleiben nötig.`,
      told: (mail) => `${mail} bekommt eine ${eMail}, dass sie da ist.`,
      undo: 'Zurücknehmen lässt sich das nicht, aber eine neue Sperre lässt sich setzen.',
      button: (fee) => `${fee} als bezahlt vermerken`,
    },
    mail: {
      title: `Wieder ${eMail}s schicken`,
      does: `Ab jetzt gehen wieder ${eMail}s an diese Adresse, auch der Maildienst erfährt es. Was nicht zugestellt wurde, wird nicht noch einmal geschickt.`,
      told: 'Niemand wird verständigt.',
      undo: `Kommt wieder eine ${eMail} zurück oder wird als Spam gemeldet, wird das wie zuvor vermerkt.`,
      button: `Wieder ${eMail}s schicken`,
    },
    erase: {
      summary: 'Die Person für immer löschen',
      does: `Für immer vergessen werden Name, ${eMail}-Adresse und Nummer und jedes Wort, das von ihr oder an sie geschrieben wurde.`,
      stays: 'Was geschah, bleibt ohne Namen und zählt weiter für die Firma.',
      account: 'Das Konto endet sofort, auf jedem Gerät.',
      told: `Niemand bekommt eine ${eMail}. Was schon verschickt ist, bleibt, wo es ist.`,
      undo: 'Das kann niemand rückgängig machen.',
      confirm: (mail) => `Zur Bestätigung ${mail} eingeben`,
      confirmWrong: (mail) => `Bitte die Adresse genau eingeben: ${mail}`,
      button: 'Für immer löschen',
      open: 'Zuerst diese Termine absagen, oder ihr Ende abwarten:',
    },
  },
  done: {
    block: 'Kostenlose Termine sind gesperrt',
    lift: 'Es ist aufgehoben',
    payment: 'Die Zahlung ist vermerkt',
    mail: `Es gehen wieder ${eMail}s an diese Person`,
  },
  doneMail: `Die nächste ${eMail} zu ihren Terminen geht wie gewohnt hinaus.`,
  doneText: `Die ${eMail} ist unterwegs.`,
  refused: 'Es wurde nichts geändert',
  meanwhile: 'Inzwischen kam etwas in die Akte',
  meanwhileText: 'Was Sie drückten, wurde nicht getan. Inzwischen geschah:',
  busy: 'Gerade ist viel los. Bitte drücken Sie gleich noch einmal.',
  openSessions: 'Termine stehen noch bevor oder laufen gerade.',
  happened: {
    blocked: (who, moment, until, reason) =>
      `${who} sperrte kostenlose Termine, ${moment}, bis ${until}: ${reason}`,
    lifted: (who, moment, reason) => `${who} hob es auf, ${moment}: ${reason}`,
    reinstated: (who, moment, reason) => `${who} vermerkte die Zahlung, ${moment}: ${reason}`,
    'no-show': (date) => `Der Termin vom ${date} gilt als versäumt.`,
    'no-show-reversed': (date) => `Der Termin vom ${date} gilt nicht mehr als versäumt.`,
    'no-show-excused': (date, who) => `${who} entschuldigte den versäumten Termin vom ${date}.`,
    'same-day-change': (date) => `Der Termin vom ${date} wurde am selben Tag geändert.`,
  },

  history: {
    title: 'Termine',
    none: 'Es wurde noch keiner gebucht.',
    more: 'Frühere Termine',
    first: 'Zurück zu den letzten',
  },
};
