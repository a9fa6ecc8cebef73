import { keyRotation, type RotationStep } from '../lib/adapters/rotation.ts';
import { log } from '../lib/telemetry/log.ts';
import { observedEvents } from '../lib/telemetry/observed.ts';

const rotate = keyRotation();

/** One step of the rotation of the key that signs links, as Secrets Manager asks for it. */
export const handler = observedEvents(async (step: RotationStep): Promise<void> => {
  await rotate(step);
  log.info('rotated', { step: step.Step, version: step.ClientRequestToken });
});
