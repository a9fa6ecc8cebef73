import { type AwsEndpoint, openAwsEndpoint, type PublicDocument } from '../../local/aws/endpoint.ts';
import { Permissions } from '../../local/aws/permissions.ts';
import type { Statement } from '../../local/aws/policy.ts';
import type { Role } from '../../local/aws/roles.ts';
import type { AwsService, Functions } from '../../local/parts.ts';

export const place = { region: 'us-east-1', account: '123456789012' };

/** A clock that stands still until it is set. */
export class StillClock {
  instant: number;

  constructor(start = '2026-11-23T15:00:00.000Z') {
    this.instant = Date.parse(start);
  }

  now(): number {
    return this.instant;
  }
}

/** Records what was invoked; `fail` makes every invocation reject. */
export class RecordedFunctions implements Functions {
  readonly invoked: { readonly name: string; readonly event: unknown }[] = [];
  fail = false;

  async invoke(name: string, event: unknown): Promise<unknown> {
    await this.invokeAsync(name, event);
    return undefined;
  }

  async invokeAsync(name: string, event: unknown): Promise<void> {
    this.invoked.push({ name, event });
    if (this.fail) throw new Error(`${name} can't be reached`);
  }
}

export const allow = (action: string | string[], resource: string | string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

/** Permissions of functions named here, with what roles they can pass on. */
export const permissionsOf = (
  functions: Readonly<Record<string, readonly Statement[]>>,
  roles: readonly Role[] = [],
): Permissions =>
  new Permissions({
    functions: new Map(Object.entries(functions)),
    roles: new Map(roles.map((role) => [role.arn, role])),
  });

export const openEndpoint = (
  services: readonly AwsService[],
  permissions: Permissions,
  documents: readonly PublicDocument[] = [],
): Promise<AwsEndpoint> => openAwsEndpoint({ account: place.account, services, permissions, documents });

/** What an SDK client needs to speak to the endpoint as a function, in one attempt. */
export const clientOf = (endpoint: AwsEndpoint, caller = 'operator') => ({
  endpoint: endpoint.url,
  region: place.region,
  credentials: { accessKeyId: caller, secretAccessKey: 'local' },
  maxAttempts: 1,
});
