import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { routes, type ThrottleClass } from '../lib/http/routes.ts';

/** Requests a second in the long run, and how many may come at once: of one route, from everybody together. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/**
 * What the gateway lets through to a route. These limits keep a flood from the functions, and are the same for all: what
 * one person may do is counted in the table, and refused with a sentence. So a crowd that comes at one moment must fit.
 */
export const throttles: Readonly<Record<ThrottleClass, Throttle>> = {
  // Whoever books has read some pages: three times as many as book.
  reading: { rateLimit: 300, burstLimit: 1500 },
  // Five hundred people at the minute that a release is announced, and those who press twice.
  booking: { rateLimit: 100, burstLimit: 600 },
  // Cognito takes 120 sign-ins a second of an account, and each costs processor.
  'sign-in': { rateLimit: 10, burstLimit: 50 },
  // A company replaces its code a few times a year.
  codes: { rateLimit: 5, burstLimit: 10 },
  // SNS and the meetings' provider: the answers to 500 check-ins at once. What is turned away is sent again.
  webhook: { rateLimit: 100, burstLimit: 600 },
};

/** The stage's settings of the routes that have a class of their own, by route key, as CloudFormation takes them. */
export function routeSettings(): NonNullable<CfnStage['routeSettings']> {
  return Object.fromEntries(
    routes.flatMap((route) => {
      if (!('throttle' in route)) return [];
      const { rateLimit, burstLimit } = throttles[route.throttle];
      const settings = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
      return [[`${route.method} ${route.path}`, settings]];
    }),
  );
}
