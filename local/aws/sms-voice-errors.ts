import { AwsError } from './wire.ts';

/** A member of a request that the service won't take, by its name in the API. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** End User Messaging's ValidationException, with its reason and the members at fault. */
export function invalidRequest(reason: string, faults: readonly FieldFault[]): AwsError {
  const fields = faults.map(({ field }) => `Field="${field}"`).join(' ');
  return new AwsError('ValidationException', `Invalid parameters: Reason="${reason}" ${fields}`, 400, {
    Reason: reason,
    Fields: faults.map(({ field, message }) => ({ Name: field, Message: message })),
  });
}

/** The ValidationException for a member that holds no number that can be texted. */
export const invalidNumber = (field: string): AwsError =>
  invalidRequest('INVALID_PARAMETER', [{ field, message: 'is not a number that can be texted' }]);

/** Its ConflictException: the request is well formed, but the resource is not in a state for it. */
export function conflict(reason: string, resourceType: string, resourceId: string): AwsError {
  const where = `ResourceType="${resourceType}" ResourceId="${resourceId}"`;
  return new AwsError('ConflictException', `Conflict Occurred - Reason="${reason}" ${where}`, 400, {
    Reason: reason,
    ResourceType: resourceType,
    ResourceId: resourceId,
  });
}

/** Its ResourceNotFoundException. */
export function notFound(resourceType: string, resourceId: string): AwsError {
  const where = `ResourceType="${resourceType}" ResourceId="${resourceId}"`;
  return new AwsError('ResourceNotFoundException', `Resource not found: ${where}`, 400, {
    ResourceType: resourceType,
    ResourceId: resourceId,
  });
}

/** Its ServiceQuotaExceededException. */
export const overQuota = (reason: string): AwsError =>
  new AwsError('ServiceQuotaExceededException', `Service quota exceeded: Reason="${reason}"`, 400, {
    Reason: reason,
  });
