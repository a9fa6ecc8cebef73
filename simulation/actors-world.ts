import { createHash } from 'node:crypto';
import {
  PutSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { engineCredentials } from '../local/engine/engine-credentials.ts';
import { region } from '../local/template/resource-identity.ts';
import { outputsOf } from '../local/template/stack.ts';
import type { Deeds } from './deeds.ts';
import type { Scene } from './scene.ts';
import type { Act, RotateKeys } from './script.ts';

/** What comes from phones, from the operator and from the mail service. */
export const worldDeeds: Deeds<'text' | 'rotate-keys' | 'mail-feedback'> = {
  text: async (scene, { id, from, body, at }) => {
    // Sent when it was sent, whenever the carrier brings it; the same id again is the same text again.
    const sent = new Date(Math.min(at, scene.cloud.clock.now())).toISOString();
    const json = { from, body, at: sent, messageId: `text-${id.replaceAll('.', '-')}` };
    return { answers: await scene.ask({ method: 'POST', console: true, path: '/texts', json }) };
  },
  'rotate-keys': async (scene, act) => {
    await rotate(scene, act);
    return { answers: [] };
  },
  'mail-feedback': async (scene, { who, what }) => {
    const json = { mailbox: { address: scene.person(who).email, state: what } };
    return { answers: await scene.ask({ method: 'POST', console: true, path: '/faults', json }) };
  },
};

async function rotate({ cloud, script }: Scene, { which, id }: Act & RotateKeys): Promise<void> {
  const outputs = outputsOf(cloud.stack);
  const endpoint = cloud.aws.endpoint.url;
  const client = new SecretsManagerClient({ endpoint, region, credentials: engineCredentials });
  try {
    if (which === 'links') {
      await client.send(new RotateSecretCommand({ SecretId: outputs['LinkSecretArn'] }));
      return;
    }
    const SecretString = createHash('sha384').update(`${script.seed} ${id}`).digest('base64');
    const SecretId = outputs['AttendanceSecretArn'];
    await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
  } catch (error) {
    // The rotation before was broken off by a fault, and is taken up again by its schedule.
    if (!(error instanceof Error && /previous rotation/iu.test(error.message))) throw error;
  } finally {
    client.destroy();
  }
}
