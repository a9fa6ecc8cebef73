/** The functions that answer HTTP requests. */
export type HttpFunction = 'api' | 'on-text' | 'pages';

/** One call of the public surface. The routers and the deployed API read this list, the OpenAPI document what of it is no page. */
export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Path as API Gateway and OpenAPI write it, parameters in braces. */
  readonly path: `/${string}`;
  readonly function: HttpFunction;
}

export const routes = [
  { name: 'listSessionTypes', method: 'GET', path: '/v1/session-types', function: 'api' },
  { name: 'listSlots', method: 'GET', path: '/v1/slots', function: 'api' },
  { name: 'explainSlot', method: 'GET', path: '/v1/slots/explain', function: 'api' },
  { name: 'createBooking', method: 'POST', path: '/v1/bookings', function: 'api' },
  { name: 'getManagedBooking', method: 'GET', path: '/v1/manage/{token}', function: 'api' },
  { name: 'cancelBooking', method: 'POST', path: '/v1/manage/{token}/cancel', function: 'api' },
  { name: 'rescheduleBooking', method: 'POST', path: '/v1/manage/{token}/reschedule', function: 'api' },
  { name: 'joinSession', method: 'POST', path: '/v1/manage/{token}/join', function: 'api' },
  { name: 'receiveText', method: 'POST', path: '/webhooks/sns', function: 'on-text' },
  { name: 'getHealth', method: 'GET', path: '/health', function: 'api' },
  { name: 'getOpenApi', method: 'GET', path: '/openapi.json', function: 'api' },
  { name: 'showFront', method: 'GET', path: '/', function: 'pages' },
  { name: 'showBooking', method: 'GET', path: '/book', function: 'pages' },
  { name: 'submitBooking', method: 'POST', path: '/book', function: 'pages' },
  { name: 'showBooked', method: 'GET', path: '/booked/{token}', function: 'pages' },
  { name: 'showManaged', method: 'GET', path: '/manage/{token}', function: 'pages' },
  { name: 'changeManaged', method: 'POST', path: '/manage/{token}', function: 'pages' },
  { name: 'getCalendar', method: 'GET', path: '/manage/{token}/calendar.ics', function: 'pages' },
  { name: 'showJoin', method: 'GET', path: '/join/{token}', function: 'pages' },
  { name: 'joinMeeting', method: 'POST', path: '/join/{token}', function: 'pages' },
  { name: 'showDocs', method: 'GET', path: '/docs', function: 'pages' },
  { name: 'getEmbedScript', method: 'GET', path: '/embed.js', function: 'pages' },
  { name: 'getAsset', method: 'GET', path: '/assets/{file}', function: 'pages' },
  { name: 'showNotFound', method: 'GET', path: '/{path+}', function: 'pages' },
] as const satisfies readonly Route[];

/** Names of the routes that a function answers. */
export type RouteName<Function extends HttpFunction = HttpFunction> = Extract<
  (typeof routes)[number],
  { function: Function }
>['name'];

/** Names of the routes that programs call, rather than people's browsers. */
export type ApiRouteName = RouteName<'api' | 'on-text'>;
