import { frontDoorKeys } from '../../lib/adapters/front-door.ts';
import { throughFrontDoor } from '../../lib/http/front-door.ts';

/** The function's check that requests came through the front door, where the environment says that there is one. */
export function frontDoor(environment: NodeJS.ProcessEnv, siteUrl: string) {
  const keys = frontDoorKeys(environment);
  return throughFrontDoor(keys && { keys, siteUrl });
}
