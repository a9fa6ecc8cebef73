import { secretKeys } from './secret-keys.ts';

/** The keys that prove the front door; undefined where the environment knows of none, and there is no door. */
export function frontDoorKeys(
  environment: Readonly<Record<string, string | undefined>>,
): (() => Promise<readonly string[]>) | undefined {
  const secretArn = environment['FRONT_DOOR_SECRET_ARN'];
  return secretArn === undefined ? undefined : secretKeys(secretArn);
}
