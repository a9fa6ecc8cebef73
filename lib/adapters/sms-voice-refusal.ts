import {
  ConflictException,
  type ConflictExceptionReason,
  ValidationException,
  type ValidationExceptionReason,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { TextRefused } from '../app/deps.ts';
import { withoutNumber } from './without-number.ts';

type Refused = TextRefused['reason'];

/** Conflicts that are about the number. The sandbox, pools, senders and keywords are our configuration's. */
const conflicts: Partial<Record<ConflictExceptionReason, Refused>> = {
  DESTINATION_PHONE_NUMBER_OPTED_OUT: 'opted-out',
  DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE: 'refused',
  DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION: 'refused',
};

/** A malformed parameter, where the parameter is the number. */
const malformed = new Set<ValidationExceptionReason | undefined>([
  'CANNOT_PARSE',
  'FIELD_VALIDATION_FAILED',
  'INVALID_PARAMETER',
]);

/**
 * Throws TextRefused where End User Messaging's error is about the number, and the error itself otherwise: a throttle,
 * a spending limit or a wrong configuration is not the number's fault.
 */
export function refuse(error: unknown, mobile: string): never {
  const reason = refusalOf(error);
  const told = withoutNumber(error, mobile);
  throw reason === undefined ? told : new TextRefused(reason, told);
}

function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof ConflictException) return error.Reason && conflicts[error.Reason];
  if (!(error instanceof ValidationException)) return undefined;
  if (error.Reason === 'DESTINATION_COUNTRY_BLOCKED') return 'refused';
  const fields = error.Fields ?? [];
  const onlyNumber = fields.length > 0 && fields.every(({ Name }) => Name === 'DestinationPhoneNumber');
  return malformed.has(error.Reason) && onlyNumber ? 'refused' : undefined;
}
