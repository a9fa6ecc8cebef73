import type { Language } from '../en.ts';

/** What the entry in a person's calendar says. */
export const calendar: Language['calendar'] = {
  summary: (session, brand) => `${session} mit ${brand}`,
  consultant: (name) => `Mit ${name}`,
  join: (url) => `Teilnehmen: ${url}`,
  meeting: (url) => `Adresse des Meetings: ${url}`,
  audio: 'Im Meeting ist der Ton noch nicht verbunden: Rufen Sie bitte zusätzlich an.',
  dialIn: (url) => `Telefonnummern im In- und Ausland: ${url}`,
  conferenceId: (id) => `Konferenz-ID: ${id}`,
  change: (url) => `Verschieben oder absagen: ${url}`,
  declining:
    'Wenn Sie diesen Eintrag ablehnen oder löschen, ist der Termin nicht abgesagt; dafür ist der Link oben da.',
  cancelled: 'Dieser Termin ist abgesagt.',
};
