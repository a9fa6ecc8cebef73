import type { Evidence } from '../domain/booking/evidence.ts';
import type { LanguageCode } from '../domain/language.ts';
import { evidenceDocument as render } from '../messages/evidence/document.tsx';
import { sentenceOf } from '../messages/evidence/sentence.ts';
import type { Deps } from './deps.ts';

/** Evidence as one HTML document that needs nothing else, times in the deployment's zone. */
export function evidenceDocument(
  { settings }: Pick<Deps, 'settings'>,
  evidence: Evidence,
  language: LanguageCode,
): string {
  return render(evidence, settings.zone, language);
}

/** The verdict in plain words, a sentence a finding. */
export function verdictWords(
  { settings }: Pick<Deps, 'settings'>,
  { verdict }: Evidence,
  language: LanguageCode,
): string[] {
  return verdict.map((finding) => sentenceOf(finding, settings.zone, language));
}
