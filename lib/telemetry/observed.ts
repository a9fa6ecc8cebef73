import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { withCorrelation } from './correlation.ts';
import { sendMetrics } from './metrics.ts';
import { redactedError } from './redact.ts';

type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * A handler of requests that can be followed: all that a request leads to carries its id, which the answer names as
 * `x-request-id`, as the access log and a problem's `instance` do.
 */
export function observedRequests(handler: HttpHandler): HttpHandler {
  return async (event, context) => {
    const { requestId } = event.requestContext;
    const result = await withCorrelation({ id: requestId }, () => observed(() => handler(event, context)));
    return { ...result, headers: { ...result.headers, 'x-request-id': requestId } };
  };
}

/** A handler of what nobody waits for: its run has the id of the invocation, and names the cause that the event tells. */
export function observedEvents<Event, Result>(
  handler: (event: Event, context: Context) => Promise<Result>,
  causeOf: (event: Event) => string | undefined = () => undefined,
): (event: Event, context: Context) => Promise<Result> {
  return (event, context) => {
    const cause = causeOf(event);
    const id = context.awsRequestId;
    return withCorrelation({ id, ...(cause === undefined ? {} : { cause }) }, () =>
      observed(() => handler(event, context)),
    );
  };
}

/** Sends what was measured, however it ends; the runtime logs what is thrown, so nobody is named in that. */
async function observed<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw redactedError(error);
  } finally {
    await sendMetrics();
  }
}
