import type { Language } from '../en.ts';

export const docs: Language['docs'] = {
  title: 'Schnittstelle zum Buchen',
  intro: (brand) =>
    `Wie Programme Termine bei ${brand} buchen, verschieben, absagen und an ihnen teilnehmen. Die Beschreibung selbst ist auf Englisch.`,
  document: 'Dasselbe für Programme: das OpenAPI-Dokument',
  calls: 'Aufrufe',
  refusals: 'Wenn die Antwort Nein ist',
};
