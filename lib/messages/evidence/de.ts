import type { EvidenceWords } from './en.ts';

export const de: EvidenceWords = {
  code: 'de',
  title: (id) => `Nachweis zur Buchung ${id}`,
  made: (at, zone) => `Zusammengestellt am ${at}. Alle Zeiten gelten in ${zone}.`,

  headings: {
    verdict: 'Ergebnis',
    booking: 'Buchung',
    events: 'Was geschehen ist',
    messages: 'Was verschickt wurde',
    replies: 'SMS von der Person',
    joins: 'Wer teilgenommen hat',
    standing: 'Stand der Person',
    policies: 'Geltende Regeln',
  },
  none: 'Nichts verzeichnet.',

  columns: {
    number: 'Nr.',
    when: 'Wann',
    what: 'Was',
    who: 'Wer',
    policy: 'Regeln',
    details: 'Einzelheiten',
    channel: 'Wie',
    sent: 'Übergeben',
    receipt: 'Kennung des Anbieters',
    delivery: 'Zustellung',
    stamp: 'Zeitstempel',
    arrived: 'Bei uns eingegangen',
    understood: 'Verstanden als',
    session: 'Termin',
  },

  booking: {
    status: 'Zustand',
    attendee: 'Für',
    company: 'Firma',
    start: 'Beginn',
    end: 'Ende',
    zone: 'Zeitzone der Person',
    consultant: 'Berater',
    price: 'Preis',
    free: 'Kostenlos',
    topic: 'Thema',
  },
  statuses: {
    pending: 'Wartet auf Zustimmung',
    confirmed: 'Bestätigt',
    in_progress: 'Läuft',
    completed: 'Abgeschlossen',
    cancelled: 'Abgesagt',
    no_show: 'Nicht erschienen',
  },

  who: {
    attendee: 'Gebuchte Person',
    showup: 'Showup',
    staff: (id) => `Team ${id}`,
    link: 'per Link',
    provider: 'nach Angabe des Konferenzanbieters',
    text: 'per SMS',
  },

  events: {
    booked: 'Gebucht',
    rescheduled: 'Verschoben',
    cancelled: 'Abgesagt',
    'reminder-due': 'Erinnerung fällig',
    'reminder-skipped': 'Erinnerung ausgelassen, weil sie zu spät kam',
    'check-in-asked': 'Per SMS gefragt, ob jemand kommt',
    'check-in-answered': 'Per SMS geantwortet, der Termin bleibt offen',
    'reply-noted': 'SMS vermerkt',
    'late-notice-warned': 'Spät abgesagt und darauf hingewiesen, dass das als Nichterscheinen zählt',
    'mobile-lost': 'An die Handynummer gehen keine SMS',
    'mobile-restored': 'An die Handynummer gehen wieder SMS',
    'attendee-joined': 'Teilgenommen',
    'join-withdrawn': 'Teilnahme zurückgenommen',
    'no-show-recorded': 'Nichterscheinen vermerkt',
    'no-show-reversed': 'Nichterscheinen zurückgenommen',
    'no-show-excused': 'Nichterscheinen entschuldigt',
    approved: 'Zugestimmt',
    declined: 'Abgelehnt',
    'approval-expired': 'Beendet, weil niemand rechtzeitig entschieden hat',
    'no-show-contested': 'Nichterscheinen bestritten',
    'contest-rejected': 'Einspruch abgelehnt',
    'attendee-erased': 'Identität der Person gelöscht',
    completed: 'Abgeschlossen',
    reopened: 'Wieder aufgenommen',
  },
  details: {
    move: (from, to) => `von ${from} auf ${to}`,
    closesAt: (at) => `schließt ${at}`,
    hoursBefore: (hours) => `${hours} Stunden vorher`,
    decideBy: (at) => `zu entscheiden bis ${at}`,
  },
  noShowReasons: {
    absent: 'niemand hat teilgenommen oder geantwortet',
    late_notice: 'die Absage kam zu spät',
    never_joined_after_keeping_open: 'offen gehalten, und niemand hat teilgenommen',
  },

  messages: {
    confirmed: 'Bestätigung',
    requested: 'Bestätigung der Anfrage',
    approved: 'Zustimmung',
    declined: 'Ablehnung der Anfrage',
    'approval-expired': 'Anfrage ohne Entscheidung beendet',
    moved: 'Neue Zeit',
    cancelled: 'Absage',
    reminder: 'Erinnerung',
    'mobile-lost': 'An die Handynummer gehen keine SMS',
    'mobile-restored': 'Es gehen wieder SMS',
    'no-show': 'Nichterscheinen',
    'no-show-reversed': 'Nichterscheinen zurückgenommen',
    'no-show-excused': 'Nichterscheinen entschuldigt',
    'contest-rejected': 'Antwort auf den Einspruch',
    'check-in': 'Frage, ob jemand kommt',
    'kept-open': 'Der Termin bleibt offen',
    'late-notice-warning': 'Hinweis, dass es als Nichterscheinen zählt',
    closed: 'Der Termin wurde geschlossen',
    'given-up': 'Der Termin wurde aufgegeben',
    expected: 'Dank für die Nachricht',
    'move-link': 'Link zum Verschieben',
    'move-too-late': 'Zu spät zum Verschieben',
    joined: 'Es nimmt schon jemand teil',
    'too-late': 'Der Termin ist vorbei',
    help: 'Hilfe',
    unclear: 'Nicht verstanden',
    staff: 'Frage an unser Team',
    strike: 'An einen Hauptkontakt: Vermerk für die Firma',
    'strike-gone': 'An einen Hauptkontakt: Vermerk zurückgenommen',
  },
  channels: { mail: 'Mail', text: 'SMS' },
  withheld: (why) => `zurückgehalten: ${why}`,
  notSent: 'nicht verschickt',

  intents: { coming: 'kommt', cannot: 'kann nicht kommen', move: 'möchte eine andere Zeit' },
  nothingUnderstood: 'nichts, was noch zählte',

  entries: {
    'no-show': 'Nichterscheinen',
    'no-show-reversed': 'Nichterscheinen zurückgenommen',
    'no-show-excused': 'Nichterscheinen entschuldigt',
    'same-day-change': 'Am Tag selbst geändert',
    blocked: 'Vom Team gesperrt',
    lifted: 'Sperre vom Team aufgehoben',
    reinstated: 'Gebühr zur Freischaltung bezahlt',
  },
  until: (at) => `bis ${at}`,
  blockedNow: (until) => `Kostenlose Termine sind bis ${until} gesperrt.`,
  notBlocked: 'Kostenlose Termine sind nicht gesperrt.',
  approvalNow: (until) => `Buchungen brauchen bis ${until} eine Zustimmung.`,
  policyOf: (version, numbers) => `${version}, für die Ereignisse ${numbers}`,
  policyUnknown: 'Der Wortlaut wurde nicht aufbewahrt.',

  verdict: {
    'waits-for-approval': 'Die Buchung wartet auf Zustimmung.',
    open: 'Noch ist nichts entschieden: Der Termin steht bevor oder läuft.',
    'took-place': 'Der Termin hat stattgefunden.',
    cancelled: 'Die Buchung wurde abgesagt. Sie zählt nicht als Nichterscheinen.',
    declined: 'Die Anfrage wurde abgelehnt. Sie zählt nicht als Nichterscheinen.',
    expired: 'Über die Anfrage hat niemand rechtzeitig entschieden. Sie zählt nicht als Nichterscheinen.',
    'no-show-counts': 'Es ist ein Nichterscheinen, und es zählt.',
    'no-show-excused': 'Es war ein Nichterscheinen. Es ist entschuldigt und zählt nicht.',
    booked: (free, start, at) =>
      `Ein ${free ? 'kostenloser' : 'bezahlter'} Termin für ${start} wurde am ${at} gebucht.`,
    bookedByStaff: (start, at, staff) =>
      `Team ${staff} hat einen kostenlosen Termin für ${start} gebucht. Das war am ${at}.`,
    approvalNeeded: {
      'late-notices': (by) =>
        `Er brauchte bis ${by} eine Zustimmung, weil zu oft zu spät abgesagt worden war.`,
      company: (by) => `Er brauchte bis ${by} eine Zustimmung, wie für die Firma entschieden.`,
    },
    'approved-by-staff': (at, staff) => `Team ${staff} hat am ${at} zugestimmt.`,
    'declined-by-staff': (at, staff) => `Team ${staff} hat am ${at} abgelehnt.`,
    'nobody-decided': (at) => `Bis ${at} hatte niemand entschieden.`,
    moved: (by, from, to, at) => `${by} hat den Termin von ${from} auf ${to} verschoben. Das war am ${at}.`,
    givenBack: (by, at) => `${by} hat am ${at} abgesagt.`,
    changers: {
      link: 'Die gebuchte Person (per Link)',
      text: 'Die gebuchte Person (per SMS)',
      staff: 'Unser Team',
      showup: 'Showup',
    },
    reminded: (times) =>
      times === 1
        ? 'Eine Erinnerung war rechtzeitig fällig.'
        : `${times} Erinnerungen waren rechtzeitig fällig.`,
    'number-lost': (at) =>
      `Ab ${at} ging an die Handynummer keine SMS mehr, und es galten die Regeln für Termine ohne Handynummer.`,
    'number-back': (at) => `Ab ${at} gingen wieder SMS dorthin.`,
    asked: {
      delivered: (at) => `Gefragt wurde per SMS am ${at}, sie wurde zugestellt.`,
      failed: (at) => `Gefragt wurde per SMS am ${at}, sie hat das Telefon nicht erreicht.`,
      sent: (at) =>
        `Gefragt wurde per SMS am ${at}. Sie wurde verschickt, eine Meldung über die Zustellung kam nicht.`,
      withheld: (at) => `Die Frage per SMS vom ${at} wurde zurückgehalten.`,
      'not-sent': (at) => `Die Frage per SMS vom ${at} ist nicht verschickt.`,
    },
    answered: (at) => `Die Person hat am ${at} per SMS geantwortet: Der Termin blieb offen.`,
    warned: (at, before) =>
      `Die Person hat am ${at} abgesagt, ${before} vor Beginn, und erfahren, dass das als Nichterscheinen zählt.`,
    joined: {
      link: (at) => `Über den Link hat am ${at} jemand teilgenommen.`,
      staff: (at) => `Nach Angabe unseres Teams hat am ${at} jemand teilgenommen.`,
      provider: (at) => `Nach Angabe des Konferenzanbieters hat am ${at} jemand teilgenommen.`,
    },
    'join-withdrawn': (at, staff) =>
      `Team ${staff} hat das am ${at} zurückgenommen: Niemand hatte teilgenommen.`,
    noShow: {
      absent: (at, after) =>
        `Bis ${at}, ${after} nach Beginn, hatte niemand teilgenommen oder geantwortet, und der Termin wurde geschlossen.`,
      never_joined_after_keeping_open: (at) =>
        `Der Termin wurde bis zum Ende am ${at} offen gehalten, und niemand hat teilgenommen.`,
    },
    noShowByStaff: (at, staff) =>
      `Team ${staff} hat den Termin am ${at} geschlossen: Niemand hatte teilgenommen.`,
    lateNotice: (at, before, least) =>
      `Die Absage kam am ${at}, ${before} vor Beginn. Die Regeln verlangen ${least}.`,
    lateNoticeAfter: (at, after) => `Die Absage kam am ${at}, ${after} nach Beginn.`,
    takenBack: {
      answered: (at) =>
        `Das Nichterscheinen wurde am ${at} zurückgenommen: Eine Antwort war rechtzeitig verschickt worden.`,
      joined: (at) =>
        `Das Nichterscheinen wurde am ${at} zurückgenommen: Jemand hatte rechtzeitig teilgenommen.`,
      cancelled: (at) =>
        `Das Nichterscheinen wurde zurückgenommen: Der Termin war rechtzeitig abgesagt worden, am ${at}.`,
    },
    contested: (at) => `Die Person hat das Nichterscheinen am ${at} bestritten.`,
    'contest-rejected': (at, staff) => `Team ${staff} hat das am ${at} abgelehnt.`,
    excused: (at, staff) => `Team ${staff} hat das Nichterscheinen am ${at} entschuldigt.`,
    'block-started': (since, until) => `Damit waren kostenlose Termine von ${since} bis ${until} gesperrt.`,
    'block-shared': (since, until) =>
      `Es ist eines von mehreren, die zu einer Sperre von ${since} bis ${until} geführt haben.`,
    ended: {
      payment: (at) => `Eine Zahlung hat die Sperre am ${at} beendet.`,
      staff: (at) => `Unser Team hat die Sperre am ${at} beendet.`,
    },
    completed: (at) => `Der Termin war am ${at} zu Ende.`,
    reopened: (at, staff) => `Team ${staff} hat ihn am ${at} wieder aufgenommen.`,
    erased: (at) => `Die Identität der Person wurde am ${at} gelöscht.`,
  },
};
