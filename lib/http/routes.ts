import type { Permission } from '../domain/people/permissions.ts';

/** The functions that answer HTTP requests. */
export type HttpFunction = 'api' | 'on-text' | 'pages' | 'portal' | 'desk';

/** How much of a call is let through; `cdk/throttling.ts` has the rates. What names no class is `reading`. */
export type ThrottleClass = 'reading' | 'booking' | 'sign-in' | 'codes' | 'webhook';

/** One call of the public surface. The routers and the deployed API read this list, the OpenAPI document what of it is no page. */
export interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Path as API Gateway and OpenAPI write it, parameters in braces. */
  readonly path: `/${string}`;
  readonly function: HttpFunction;
  /** What whoever asks must be signed in and allowed to do; `staff` is for our own people alone. Open to everybody without. */
  readonly needs?: Permission | 'staff';
  readonly throttle?: ThrottleClass;
}

export const routes = [
  { name: 'listSessionTypes', method: 'GET', path: '/v1/session-types', function: 'api' },
  { name: 'listSlots', method: 'GET', path: '/v1/slots', function: 'api' },
  { name: 'explainSlot', method: 'GET', path: '/v1/slots/explain', function: 'api' },
  { name: 'createBooking', method: 'POST', path: '/v1/bookings', function: 'api', throttle: 'booking' },
  { name: 'getManagedBooking', method: 'GET', path: '/v1/manage/{token}', function: 'api' },
  { name: 'cancelBooking', method: 'POST', path: '/v1/manage/{token}/cancel', function: 'api' },
  { name: 'rescheduleBooking', method: 'POST', path: '/v1/manage/{token}/reschedule', function: 'api' },
  { name: 'joinSession', method: 'POST', path: '/v1/manage/{token}/join', function: 'api' },
  { name: 'contestNoShow', method: 'POST', path: '/v1/manage/{token}/contest', function: 'api' },
  { name: 'receiveText', method: 'POST', path: '/webhooks/sns', function: 'on-text', throttle: 'webhook' },
  {
    name: 'receiveAttendance',
    method: 'POST',
    path: '/webhooks/attendance',
    function: 'api',
    throttle: 'webhook',
  },
  { name: 'getHealth', method: 'GET', path: '/health', function: 'api' },
  { name: 'getOpenApi', method: 'GET', path: '/openapi.json', function: 'api' },
  { name: 'showFront', method: 'GET', path: '/', function: 'pages' },
  { name: 'showBooking', method: 'GET', path: '/book', function: 'pages' },
  { name: 'submitBooking', method: 'POST', path: '/book', function: 'pages', throttle: 'booking' },
  { name: 'showBooked', method: 'GET', path: '/booked/{token}', function: 'pages' },
  { name: 'showManaged', method: 'GET', path: '/manage/{token}', function: 'pages' },
  { name: 'changeManaged', method: 'POST', path: '/manage/{token}', function: 'pages' },
  { name: 'getCalendar', method: 'GET', path: '/manage/{token}/calendar.ics', function: 'pages' },
  { name: 'showJoin', method: 'GET', path: '/join/{token}', function: 'pages' },
  { name: 'joinMeeting', method: 'POST', path: '/join/{token}', function: 'pages' },
  { name: 'showDocs', method: 'GET', path: '/docs', function: 'pages' },
  { name: 'getEmbedScript', method: 'GET', path: '/embed.js', function: 'pages' },
  { name: 'getAsset', method: 'GET', path: '/assets/{file}', function: 'pages' },
  { name: 'showSignIn', method: 'GET', path: '/sign-in', function: 'portal' },
  { name: 'signIn', method: 'POST', path: '/sign-in', function: 'portal', throttle: 'sign-in' },
  { name: 'signOut', method: 'POST', path: '/sign-out', function: 'portal' },
  { name: 'showForgot', method: 'GET', path: '/forgot', function: 'portal' },
  { name: 'askPasswordLink', method: 'POST', path: '/forgot', function: 'portal', throttle: 'sign-in' },
  { name: 'showPassword', method: 'GET', path: '/password/{token}', function: 'portal' },
  {
    name: 'setPassword',
    method: 'POST',
    path: '/password/{token}',
    function: 'portal',
    throttle: 'sign-in',
  },
  { name: 'showPortal', method: 'GET', path: '/portal', function: 'portal', needs: 'sign-in' },
  { name: 'changeProfile', method: 'POST', path: '/portal', function: 'portal', needs: 'sign-in' },
  {
    name: 'changeCode',
    method: 'POST',
    path: '/portal/code',
    function: 'portal',
    needs: 'rotate-company-code',
    throttle: 'codes',
  },
  {
    name: 'showMyBookings',
    method: 'GET',
    path: '/portal/bookings',
    function: 'portal',
    needs: 'book-sessions',
  },
  { name: 'showPeople', method: 'GET', path: '/portal/people', function: 'portal', needs: 'see-people' },
  {
    name: 'changePeople',
    method: 'POST',
    path: '/portal/people',
    function: 'portal',
    needs: 'ask-for-accounts',
  },
  { name: 'getProfile', method: 'GET', path: '/v1/portal/profile', function: 'portal', needs: 'sign-in' },
  {
    name: 'chooseNewsletters',
    method: 'POST',
    path: '/v1/portal/newsletters',
    function: 'portal',
    needs: 'sign-in',
  },
  {
    name: 'rotateCompanyCode',
    method: 'POST',
    path: '/v1/portal/company/code',
    function: 'portal',
    needs: 'rotate-company-code',
    throttle: 'codes',
  },
  {
    name: 'listMyBookings',
    method: 'GET',
    path: '/v1/portal/bookings',
    function: 'portal',
    needs: 'book-sessions',
  },
  {
    name: 'rescheduleMyBooking',
    method: 'POST',
    path: '/v1/portal/bookings/{bookingId}/reschedule',
    function: 'portal',
    needs: 'book-sessions',
  },
  {
    name: 'cancelMyBooking',
    method: 'POST',
    path: '/v1/portal/bookings/{bookingId}/cancel',
    function: 'portal',
    needs: 'book-sessions',
  },
  { name: 'getMyStanding', method: 'GET', path: '/v1/portal/standing', function: 'portal', needs: 'sign-in' },
  { name: 'listPeople', method: 'GET', path: '/v1/portal/people', function: 'portal', needs: 'see-people' },
  {
    name: 'askForAccount',
    method: 'POST',
    path: '/v1/portal/people',
    function: 'portal',
    needs: 'ask-for-accounts',
  },
  {
    name: 'resendInvitation',
    method: 'POST',
    path: '/v1/portal/people/{personId}/invitation',
    function: 'portal',
    needs: 'ask-for-accounts',
  },
  {
    name: 'changeLevel',
    method: 'POST',
    path: '/v1/portal/people/{personId}/level',
    function: 'portal',
    needs: 'change-levels',
  },
  {
    name: 'removePerson',
    method: 'POST',
    path: '/v1/portal/people/{personId}/remove',
    function: 'portal',
    needs: 'remove-people',
  },
  { name: 'searchBookings', method: 'GET', path: '/v1/desk/bookings', function: 'desk', needs: 'staff' },
  {
    name: 'getBooking',
    method: 'GET',
    path: '/v1/desk/bookings/{bookingId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'markJoined',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/join',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'completeBooking',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/complete',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'excuseNoShow',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/excuse',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'cancelForMember',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/cancel',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'rescheduleForMember',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/reschedule',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'getEvidence',
    method: 'GET',
    path: '/v1/desk/bookings/{bookingId}/evidence',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'approveBooking',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/approve',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'declineBooking',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/decline',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'rejectContest',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/contest',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'listQueue', method: 'GET', path: '/v1/desk/queues/{queue}', function: 'desk', needs: 'staff' },
  {
    name: 'getPersonStanding',
    method: 'GET',
    path: '/v1/desk/people/{email}/standing',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'ruleOnPerson',
    method: 'POST',
    path: '/v1/desk/people/{email}/standing',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'erasePerson',
    method: 'POST',
    path: '/v1/desk/people/{email}/erase',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'getMailbox',
    method: 'GET',
    path: '/v1/desk/people/{email}/mail',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'allowMail',
    method: 'POST',
    path: '/v1/desk/people/{email}/mail',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'getCompanyStanding',
    method: 'GET',
    path: '/v1/desk/companies/{companyId}/standing',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'ruleOnCompany',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/standing',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'bookForMember', method: 'POST', path: '/v1/desk/bookings', function: 'desk', needs: 'staff' },
  {
    name: 'markNoShow',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/no-show',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'withdrawJoin',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/withdraw-join',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'reopenBooking',
    method: 'POST',
    path: '/v1/desk/bookings/{bookingId}/reopen',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'getBoard', method: 'GET', path: '/v1/desk/board', function: 'desk', needs: 'staff' },
  { name: 'searchDesk', method: 'GET', path: '/v1/desk/search', function: 'desk', needs: 'staff' },
  {
    name: 'importCompanies',
    method: 'POST',
    path: '/v1/desk/companies/import',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'replaceCompanyCode',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/code',
    function: 'desk',
    needs: 'staff',
    throttle: 'codes',
  },
  { name: 'createCompany', method: 'POST', path: '/v1/desk/companies', function: 'desk', needs: 'staff' },
  {
    name: 'getCompany',
    method: 'GET',
    path: '/v1/desk/companies/{companyId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'changeCompany',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'listCompanyPeople',
    method: 'GET',
    path: '/v1/desk/companies/{companyId}/people',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'addPerson',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/people',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'resendCompanyInvitation',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/people/{personId}/invitation',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'changeCompanyLevel',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/people/{personId}/level',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'removeCompanyPerson',
    method: 'POST',
    path: '/v1/desk/companies/{companyId}/people/{personId}/remove',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'listConsultants', method: 'GET', path: '/v1/desk/consultants', function: 'desk', needs: 'staff' },
  {
    name: 'listHours',
    method: 'GET',
    path: '/v1/desk/consultants/{consultantId}/hours',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'addHours',
    method: 'POST',
    path: '/v1/desk/consultants/{consultantId}/hours',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'removeHours',
    method: 'POST',
    path: '/v1/desk/consultants/{consultantId}/hours/{hoursId}/remove',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'getFeedAddress',
    method: 'GET',
    path: '/v1/desk/consultants/{consultantId}/feed',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'replaceFeedAddress',
    method: 'POST',
    path: '/v1/desk/consultants/{consultantId}/feed',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'showDesk', method: 'GET', path: '/desk', function: 'desk', needs: 'staff' },
  { name: 'getDeskUpdates', method: 'GET', path: '/desk/updates', function: 'desk', needs: 'staff' },
  {
    name: 'showDeskBooking',
    method: 'GET',
    path: '/desk/bookings/{bookingId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'changeDeskBooking',
    method: 'POST',
    path: '/desk/bookings/{bookingId}',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'showDeskBook', method: 'GET', path: '/desk/book', function: 'desk', needs: 'staff' },
  { name: 'submitDeskBook', method: 'POST', path: '/desk/book', function: 'desk', needs: 'staff' },
  { name: 'showWaiting', method: 'GET', path: '/desk/waiting', function: 'desk', needs: 'staff' },
  { name: 'decideWaiting', method: 'POST', path: '/desk/waiting', function: 'desk', needs: 'staff' },
  { name: 'showDeskSearch', method: 'GET', path: '/desk/search', function: 'desk', needs: 'staff' },
  { name: 'showDeskPerson', method: 'GET', path: '/desk/people/{email}', function: 'desk', needs: 'staff' },
  {
    name: 'changeDeskPerson',
    method: 'POST',
    path: '/desk/people/{email}',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'showCompanies', method: 'GET', path: '/desk/companies', function: 'desk', needs: 'staff' },
  { name: 'submitCompany', method: 'POST', path: '/desk/companies', function: 'desk', needs: 'staff' },
  {
    name: 'showCompany',
    method: 'GET',
    path: '/desk/companies/{companyId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'submitCompanyChange',
    method: 'POST',
    path: '/desk/companies/{companyId}',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'showImport', method: 'GET', path: '/desk/import', function: 'desk', needs: 'staff' },
  { name: 'submitImport', method: 'POST', path: '/desk/import', function: 'desk', needs: 'staff' },
  { name: 'showHours', method: 'GET', path: '/desk/hours', function: 'desk', needs: 'staff' },
  { name: 'submitHours', method: 'POST', path: '/desk/hours', function: 'desk', needs: 'staff' },
  { name: 'listWebhooks', method: 'GET', path: '/v1/desk/webhooks', function: 'desk', needs: 'staff' },
  { name: 'addWebhook', method: 'POST', path: '/v1/desk/webhooks', function: 'desk', needs: 'staff' },
  {
    name: 'getWebhook',
    method: 'GET',
    path: '/v1/desk/webhooks/{webhookId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'listDeliveries',
    method: 'GET',
    path: '/v1/desk/webhooks/{webhookId}/deliveries',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'disableWebhook',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/disable',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'enableWebhook',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/enable',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'replaceWebhookSecret',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/secret',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'testWebhook',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/test',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'replayDelivery',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/deliveries/{eventId}/replay',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'replayFailed',
    method: 'POST',
    path: '/v1/desk/webhooks/{webhookId}/replay',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'showWebhooks', method: 'GET', path: '/desk/webhooks', function: 'desk', needs: 'staff' },
  { name: 'submitWebhook', method: 'POST', path: '/desk/webhooks', function: 'desk', needs: 'staff' },
  {
    name: 'showWebhook',
    method: 'GET',
    path: '/desk/webhooks/{webhookId}',
    function: 'desk',
    needs: 'staff',
  },
  {
    name: 'changeWebhook',
    method: 'POST',
    path: '/desk/webhooks/{webhookId}',
    function: 'desk',
    needs: 'staff',
  },
  { name: 'getFeed', method: 'GET', path: '/feeds/{token}', function: 'desk' },
  { name: 'showNotFound', method: 'GET', path: '/{path+}', function: 'pages' },
] as const satisfies readonly Route[];

/** The routes that a function answers. */
export type RouteOf<Function extends HttpFunction> = Extract<(typeof routes)[number], { function: Function }>;

/** Their names. */
export type RouteName<Function extends HttpFunction = HttpFunction> = RouteOf<Function>['name'];

/** What finds the route of a function that API Gateway has matched a request to, and named by its key. */
export interface RouteFinder<Function extends HttpFunction> {
  /** A HEAD is answered as the GET. Throws where it is none of the function's: then what is deployed doesn't fit. */
  routeOf(request: { readonly routeKey: string }): RouteOf<Function>;
  has(routeKey: string): boolean;
}

export function finderFor<Function extends HttpFunction>(name: Function): RouteFinder<Function> {
  const own = routes.filter((route): route is RouteOf<Function> => route.function === name);
  const byKey = new Map<string, RouteOf<Function>>(
    own.map((route) => [`${route.method} ${route.path}`, route]),
  );
  return {
    has: (routeKey) => byKey.has(routeKey),
    routeOf: ({ routeKey }) => {
      const route = byKey.get(routeKey.replace(/^HEAD /u, 'GET '));
      if (route === undefined) throw new Error(`no handler for ${routeKey}`);
      return route;
    },
  };
}

type ApiRoute = Extract<(typeof routes)[number], { function: 'api' | 'on-text' } | { path: `/v1/${string}` }>;

/** Names of the routes that programs call, rather than people's browsers. */
export type ApiRouteName<Function extends HttpFunction = HttpFunction> = Extract<
  ApiRoute,
  { function: Function }
>['name'];

/** Names of the routes that answer with pages. */
export type PageRouteName<Function extends HttpFunction = HttpFunction> = Exclude<
  RouteName<Function>,
  ApiRouteName
>;

/** Whether programs call the route. Pages are for people: what they are is on them. */
export function isApiRoute(route: (typeof routes)[number]): route is ApiRoute {
  return route.function === 'api' || route.function === 'on-text' || route.path.startsWith('/v1/');
}
