import { readQuery } from '../../../lib/http/read.ts';
import { noQuery } from '../../../lib/http/schemas.ts';
import { ownStandingJson } from '../../../lib/http/standing-json.ts';
import type { PortalApiHandler } from '../handler.ts';
import { memberOf } from '../member.ts';
import { ownStanding } from '../standing.ts';

export const getMyStanding: PortalApiHandler = async (deps, event, viewer) => {
  readQuery(event, noQuery);
  const { own, ...company } = await ownStanding(deps, memberOf(viewer));
  return { status: 200, body: ownStandingJson(own, company, deps.settings) };
};
