/** A room of the house, and what may be imported there beside the room itself. */
export interface Room {
  readonly folder: string;
  /** Folders (with a slash at the end), files and packages; `@scope/` stands for all packages of a scope. */
  readonly may: readonly string[];
  /** The same, for `import type` alone. */
  readonly mayTypes?: readonly string[];
  /** True where any package may be imported, those of the AWS SDK apart. */
  readonly anyPackage?: boolean;
}

/** The directions of the house, as the design names them. Folders that aren't listed here may import anything. */
export const rooms: readonly Room[] = [
  { folder: 'lib/domain/', may: [] },
  { folder: 'lib/config/', may: ['lib/domain/', 'zod', 'libphonenumber-js/'] },
  {
    folder: 'lib/messages/',
    may: ['ical-generator', 'nodemailer/', 'preact', 'preact-render-to-string', 'node:crypto'],
    mayTypes: ['lib/domain/', 'lib/config/'],
  },
  {
    folder: 'lib/app/',
    may: ['lib/domain/', 'lib/messages/', 'node:crypto'],
    mayTypes: ['lib/config/'],
  },
  {
    folder: 'lib/adapters/',
    may: [
      'lib/domain/',
      'lib/telemetry/',
      'lib/app/deps.ts',
      'lib/app/identity.ts',
      'lib/app/people-deps.ts',
      'lib/app/standing-deps.ts',
      'lib/app/hours-deps.ts',
      'lib/app/directory-deps.ts',
      'lib/app/feed-deps.ts',
      'lib/app/provider-deps.ts',
      'lib/app/webhook-deps.ts',
      'lib/app/bus.ts',
      '@aws-sdk/',
      'aws-jwt-verify',
      'aws-jwt-verify/',
      'ipaddr.js',
      'zod/',
      'node:',
    ],
    mayTypes: ['lib/config/'],
  },
  {
    folder: 'lib/telemetry/',
    may: ['@aws-lambda-powertools/metrics', 'node:async_hooks'],
    mayTypes: ['aws-lambda'],
  },
  {
    folder: 'lib/sheet/',
    may: ['lib/domain/', 'lib/http/schemas.ts', 'lib/http/desk-schemas.ts', 'csv-parse/', 'zod/'],
  },
  {
    folder: 'lib/http/',
    may: ['lib/domain/', 'lib/telemetry/', 'zod/', 'libphonenumber-js/', 'node:crypto'],
    mayTypes: ['aws-lambda', '@middy/core'],
  },
  {
    folder: 'lib/pages/',
    may: [
      'lib/domain/',
      'lib/messages/',
      'lib/http/',
      'preact',
      'preact-render-to-string',
      'zod/',
      'libphonenumber-js/',
      'node:',
    ],
    mayTypes: ['lib/config/', 'aws-lambda'],
  },
  {
    folder: 'functions/',
    may: [
      'lib/http/',
      'lib/pages/',
      'lib/sheet/',
      'lib/app/',
      'lib/adapters/',
      'lib/telemetry/',
      'lib/domain/',
      'showup.config.ts',
      '@middy/core',
      'node:',
    ],
    mayTypes: ['aws-lambda', 'zod/'],
  },
  {
    folder: 'cdk/',
    may: [
      'lib/config/',
      'lib/http/routes.ts',
      'lib/http/door-headers.ts',
      'lib/telemetry/metric-names.ts',
      'showup.config.ts',
      'cdk.json',
    ],
    mayTypes: ['lib/'],
    anyPackage: true,
  },
  {
    folder: 'local/',
    may: ['lib/config/', 'lib/http/routes.ts', 'lib/adapters/', 'showup.config.ts', '@aws-sdk/'],
    mayTypes: ['lib/'],
    anyPackage: true,
  },
];

/** Where an AWS SDK may be imported. */
export const sdkRooms: readonly string[] = [
  'lib/adapters/',
  'local/',
  'scripts/',
  'bench/',
  'fuzz/',
  'simulation/',
  'test/',
];
