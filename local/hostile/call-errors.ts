import { AwsError } from '../aws/wire.ts';
import type { AwsCall } from '../parts.ts';

interface Words {
  readonly failure: readonly [code: string, status: number];
  readonly throttling: readonly [code: string, message: string, status: number];
}

const otherwise: Words = {
  failure: ['InternalServerException', 500],
  throttling: ['ThrottlingException', 'Rate exceeded', 400],
};

/** How each service, by its signing name, and whoever else is called over HTTP, says that it failed, or has had too much. */
const wordsOf: Readonly<Record<string, Words>> = {
  dynamodb: {
    failure: ['InternalServerError', 500],
    throttling: [
      'ThrottlingException',
      'Throughput exceeds the current capacity of your table or index.',
      400,
    ],
  },
  scheduler: {
    failure: ['InternalServerException', 500],
    throttling: ['ThrottlingException', 'Rate exceeded', 429],
  },
  sns: { failure: ['InternalError', 500], throttling: ['Throttled', 'Rate exceeded', 429] },
  ses: {
    failure: ['InternalFailure', 500],
    throttling: ['Throttling', 'Maximum sending rate exceeded.', 400],
  },
  secretsmanager: {
    failure: ['InternalServiceError', 500],
    throttling: ['ThrottlingException', 'Rate exceeded', 400],
  },
  events: {
    failure: ['InternalException', 500],
    throttling: ['ThrottlingException', 'Rate exceeded', 400],
  },
  http: { failure: ['InternalServerError', 500], throttling: ['TooManyRequests', 'Try later', 429] },
  'cognito-idp': {
    failure: ['InternalErrorException', 500],
    throttling: ['TooManyRequestsException', 'Too many requests', 400],
  },
};

/** The service fails, and says so. */
export function failureOf({ service }: AwsCall): AwsError {
  const [code, status] = (wordsOf[service] ?? otherwise).failure;
  return new AwsError(code, 'An internal error occurred. Please retry your request.', status);
}

export function throttlingOf({ service }: AwsCall): AwsError {
  const [code, message, status] = (wordsOf[service] ?? otherwise).throttling;
  return new AwsError(code, message, status);
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']);

/** Whether a transaction of somebody else's could be in the way of the call. */
export const canConflict = ({ service, action }: AwsCall): boolean =>
  service === 'dynamodb' && writes.has(action);

/** Somebody else's transaction is in the way: for a transaction of one's own, at its first item. */
export function conflictOf({ action, body }: AwsCall): AwsError {
  if (action !== 'TransactWriteItems')
    return new AwsError('TransactionConflictException', 'Transaction is ongoing for the item', 400);
  const { TransactItems: items = [] } = JSON.parse(body.toString('utf8')) as {
    readonly TransactItems?: readonly unknown[];
  };
  const conflict = { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };
  const reasons = items.map((_, index) => (index === 0 ? conflict : { Code: 'None' }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new AwsError('TransactionCanceledException', message, 400, { CancellationReasons: reasons });
}
