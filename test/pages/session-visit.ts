import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { factsOf } from '../../lib/app/facts.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { LanguageCode } from '../../lib/domain/language.ts';
import type { BookingFacts } from '../../lib/messages/facts.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { languageFor } from '../../lib/pages/language/language-for.ts';
import { languages } from '../../lib/pages/language/languages.ts';
import { type Page, pageResult } from '../../lib/pages/page.tsx';
import { type Visit, visitIn } from '../../lib/pages/visit.ts';
import settings from '../fixture-config.ts';

const files = ['style.css', 'countdown.js'].map((name) => [name, Buffer.from(name)] as const);

/** Somebody's look at a page of the tests' deployment, in the language of `query` (`lang=de`) or English. */
export function visit(query = ''): Visit {
  const asked = new URLSearchParams(query);
  const language = languages[languageFor(asked.get('lang') ?? undefined)];
  return visitIn(language, asked, { settings, assets: assetsOf(new Map(files)) });
}

/** What a page in a language tells of a booking. */
export function facts(booking: Booking, language: LanguageCode): Promise<BookingFacts> {
  const linkKeys = (): Promise<string[]> => Promise.resolve(['the key of links']);
  return factsOf({ settings, siteUrl: 'https://showup.example', linkKeys }, booking, language);
}

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly html: string;
  /** What a reader reads, on one line. */
  readonly text: string;
}

export function shown(page: Page, as: Visit = visit()): Shown {
  const { statusCode, headers, body }: APIGatewayProxyStructuredResultV2 = pageResult(as, page);
  return { status: statusCode ?? 0, headers: headers ?? {}, html: body ?? '', text: textOf(body ?? '') };
}

/** The words of an HTML document, without its head. */
export function textOf(html: string): string {
  return html
    .replace(/^.*<body/su, '<body')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
