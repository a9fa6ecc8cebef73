import settings from '#config';
import { type LanguageCode, languageCodes } from '../../lib/domain/language.ts';
import type { Mail } from '../../lib/messages/facts.ts';
import { languages } from '../../lib/messages/language/languages.ts';
import { renderMail } from '../../lib/messages/mail.tsx';
import { type Asset, type Assets, assetsOf } from '../../lib/pages/assets.ts';
import { gridCss } from '../../lib/pages/desk/grid-css.ts';
import { languages as pageLanguages } from '../../lib/pages/language/languages.ts';
import { pageResult } from '../../lib/pages/page.tsx';
import { paletteCss } from '../../lib/pages/palette.ts';
import { type AccountMailState, accountMails, showAccountMail } from './account-mails.ts';
import { type DeskMailState, deskMails, showDeskMail } from './desk-mails.ts';
import { idOf } from './file-names.ts';
import { type MailState, mails } from './mails.ts';
import type { PageState } from './page-state.ts';
import { pages } from './pages.ts';
import { sampleFacts } from './sample.ts';
import { type StandingMailState, showStandingMail, standingMails } from './standing-mails.ts';
import { tell } from './story.ts';
import { texts } from './texts.ts';
import { world } from './world.ts';

/** Something that people see, in every language. */
export interface View<Shown> {
  /** Its place in addresses; no two have the same. */
  readonly id: string;
  readonly name: string;
  readonly shown: Readonly<Record<LanguageCode, Shown>>;
}

/** Every mail in every language. */
export function mailViews(): Promise<View<Mail>[]> {
  return viewsOf('mail', [...mails, ...accountMails, ...standingMails, ...deskMails], mailOf);
}

/** Every text in every language. */
export function textViews(): Promise<View<string>[]> {
  return viewsOf('text', texts, async ({ render }, code) =>
    render(await sampleFacts(tell(code)), languages[code]),
  );
}

/** Every page in every language, each a document that stands by itself. */
export function pageViews(files: ReadonlyMap<string, Buffer>): Promise<View<string>[]> {
  const assets = assetsOf(files);
  return viewsOf('page', pages, (state, code) => pageOf(state, code, assets));
}

function viewsOf<State extends { readonly name: string }, Shown>(
  group: 'mail' | 'text' | 'page',
  states: readonly State[],
  show: (state: State, code: LanguageCode) => Promise<Shown>,
): Promise<View<Shown>[]> {
  const views = states.map(async (state) => {
    const shown = await inEach((code) => show(state, code));
    return { id: idOf(group, state.name), name: state.name, shown };
  });
  return Promise.all(views);
}

type AnyMail = MailState | AccountMailState | StandingMailState | DeskMailState;

async function mailOf(state: AnyMail, code: LanguageCode): Promise<Mail> {
  const language = languages[code];
  if ('accountMail' in state) return showAccountMail(state, language);
  if ('standingMail' in state) return showStandingMail(state, language);
  if ('mailIn' in state) return showDeskMail(state, language);
  const { mail, at, story } = state;
  const facts = await sampleFacts(tell(code, story));
  return renderMail(mail, facts, at, language);
}

async function pageOf(state: PageState, code: LanguageCode, assets: Assets): Promise<string> {
  const query = new URLSearchParams(state.query);
  const language = pageLanguages[code];
  const visit = { settings, assets, language, query, embedded: query.get('embed') === '1' };
  const { body = '' } = pageResult(visit, await state.page(visit, world));
  return standingAlone(body, assets);
}

/** Style and logo inside, the scripts left out: they would talk to a server that is not there. */
function standingAlone(html: string, assets: Assets): string {
  const palette = `<style>${paletteCss(settings.brand.colour)}${gridCss()}</style>`;
  const inside = html
    .replaceAll(
      /<link rel="stylesheet" href="([^"]*)"[^>]*>/g,
      (_, url: string) => `<style>${assetAt(assets, url).content.toString()}</style>`,
    )
    .replace('<style>', () => `${palette}<style>`)
    .replaceAll(/<script\b[^>]*><\/script>/g, '');
  const { logo } = assets;
  return logo === undefined ? inside : inside.replaceAll(logo, dataUrl(assets, logo));
}

function dataUrl(assets: Assets, url: string): string {
  const { contentType, content } = assetAt(assets, url);
  return `data:${contentType};base64,${content.toString('base64')}`;
}

function assetAt(assets: Assets, url: string): Asset {
  const asset = assets.named(url.split('/').at(-1) ?? '');
  if (asset === undefined) throw new Error(`${url}: not an asset of the pages`);
  return asset;
}

async function inEach<Shown>(
  show: (code: LanguageCode) => Promise<Shown>,
): Promise<Record<LanguageCode, Shown>> {
  const rows = await Promise.all(languageCodes.map(async (code) => [code, await show(code)] as const));
  return Object.fromEntries(rows) as Record<LanguageCode, Shown>;
}
