import { AwsError } from '../../local/aws/wire.ts';
import type { AwsAnswer, AwsCall, AwsService, Need } from '../../local/parts.ts';

/** A service that answers every call with an error, in its own wire format: those that no emulator has a way to. */
export class FailingAws implements AwsService {
  readonly service: string;
  error = new AwsError('InternalFailure', 'no error was set', 500);

  constructor(service: string) {
    this.service = service;
  }

  actionOf(): string {
    return 'Anything';
  }

  needs(_: AwsCall): readonly Need[] {
    return [];
  }

  handle(): Promise<AwsAnswer> {
    return Promise.reject(this.error);
  }
}
