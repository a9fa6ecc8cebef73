import { AwsError } from './wire.ts';

/** A member that is missing or not what it must be. */
export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterException', message);

/** What Cognito answers to whoever may not go on: its words are all that tells one reason from another. */
export const notAuthorized = (message: string): AwsError => new AwsError('NotAuthorizedException', message);

export const userNotFound = (): AwsError => new AwsError('UserNotFoundException', 'User does not exist.');

export const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message);
