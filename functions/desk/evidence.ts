import { evidenceOf } from '../../lib/app/evidence.ts';
import { evidenceDocument, verdictWords } from '../../lib/app/evidence-document.ts';
import type { Evidence } from '../../lib/domain/booking/evidence.ts';
import { type LanguageCode, languageCodes } from '../../lib/domain/language.ts';
import type { Answer } from '../../lib/http/answer.ts';
import { evidenceJson } from '../../lib/http/evidence-json.ts';
import { evidenceQuery } from '../../lib/http/evidence-schemas.ts';
import { readQuery } from '../../lib/http/read.ts';
import { bookingIdIn } from './booking-id.ts';
import type { DeskHandler } from './handler.ts';

type Deps = Parameters<DeskHandler>[0];

export const getEvidence: DeskHandler = async (deps, event) => {
  const { format, language = languageCodes[0] } = readQuery(event, evidenceQuery);
  const evidence = await evidenceOf(deps, bookingIdIn(event));
  if (format === 'html') return documentAnswer(deps, evidence, language);
  const body = evidenceJson(evidence, verdictWords(deps, evidence, language), deps.settings);
  return { status: 200, body };
};

/** To be saved and not shown in place: whoever opens it later has all of it, and it can reach nothing. */
function documentAnswer(deps: Deps, evidence: Evidence, language: LanguageCode): Answer {
  return {
    status: 200,
    body: evidenceDocument(deps, evidence, language),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="evidence-${evidence.booking.id}.html"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  };
}
