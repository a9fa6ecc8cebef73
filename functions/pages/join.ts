import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { attendSession } from '../../lib/app/attend-session.ts';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { factsOf } from '../../lib/app/facts.ts';
import type { Purpose } from '../../lib/app/links.ts';
import { consultantOf } from '../../lib/domain/catalogue.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refusals } from '../../lib/http/problems.ts';
import { readForm } from '../../lib/http/read-form.ts';
import { noBody } from '../../lib/http/schemas.ts';
import { joinPage } from '../../lib/pages/join/join-page.tsx';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import { stampOf } from '../api/handler.ts';
import { managing, type Opened, openLink } from '../requests/link.ts';
import type { PageHandler } from './page-handler.ts';

const PURPOSES: readonly Purpose[] = [...managing, 'join'];

export const showJoin: PageHandler = async (deps, event, visit) =>
  show(deps, visit, await openLink(deps, event, PURPOSES));

/** Records that somebody is there, and sends them to the meeting; outside the time for it, the page says why not. */
export const joinMeeting: PageHandler = async (deps, event, visit) => {
  const { booking } = await openLink(deps, event, PURPOSES);
  readForm(event, noBody);
  try {
    const stamp = stampOf(event);
    const joined = await attendSession(deps, booking, { type: 'join', evidence: 'link', stamp });
    return seeOther(visit, consultantOf(deps.settings, joined.consultantId).room.url);
  } catch (error) {
    const toldByPage = ['outside-join-window', 'already-over'];
    if (!(error instanceof Refusal) || !toldByPage.includes(error.code)) throw error;
    return show(deps, visit, await openLink(deps, event, PURPOSES), refusals[error.code].status);
  }
};

async function show(
  deps: Deps & LinkDeps,
  visit: Visit,
  { booking, token, purpose }: Opened,
  status?: number,
): Promise<APIGatewayProxyStructuredResultV2> {
  const facts = await factsOf(deps, booking, visit.language.code);
  const view = { booking, facts, token, manages: managing.includes(purpose), now: deps.now() };
  return pageResult(visit, joinPage(visit, view, status));
}
