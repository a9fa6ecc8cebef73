import type { Contradiction } from './contradiction.ts';
import type { Settings } from './settings.ts';
import { longestStretch } from './working-week.ts';

/** What must hold between parts of the settings: the parts that are read, and what is wrong with them. */
interface Agreement {
  readonly reads: readonly (keyof Settings)[];
  readonly contradictions: (settings: Settings) => Iterable<Contradiction>;
}

export const agreements: readonly Agreement[] = [
  { reads: ['sessionTypes', 'consultants'], contradictions: unknownTypes },
  { reads: ['sessionTypes', 'consultants'], contradictions: typesNobodyCanGive },
  { reads: ['sessionTypes', 'policy'], contradictions: closesAfterTheEnd },
  { reads: ['sessionTypes', 'policy', 'currency'], contradictions: excessDecimals },
  { reads: ['deployment'], contradictions: doorWithoutName },
  { reads: ['deployment', 'texts'], contradictions: numberElsewhere },
];

function* unknownTypes({ sessionTypes, consultants }: Settings): Iterable<Contradiction> {
  const known = new Set(sessionTypes.map(({ id }) => id));
  for (const [index, consultant] of consultants.entries())
    for (const [position, id] of (consultant.sessionTypes ?? []).entries())
      if (!known.has(id))
        yield {
          path: ['consultants', index, 'sessionTypes', position],
          message: `"${id}" is not the id of a session type`,
        };
}

function* typesNobodyCanGive({ sessionTypes, consultants }: Settings): Iterable<Contradiction> {
  for (const [index, { id, minutes }] of sessionTypes.entries()) {
    const givers = consultants.filter((consultant) => consultant.sessionTypes?.includes(id) ?? true);
    const longest = Math.max(0, ...givers.map(({ hours }) => longestStretch(hours)));
    if (givers.length === 0)
      yield { path: ['sessionTypes', index, 'id'], message: `no consultant gives "${id}"` };
    else if (minutes > longest)
      yield {
        path: ['sessionTypes', index, 'minutes'],
        message: `${minutes} minutes are longer than any working hours of the consultants who give "${id}" (the longest are ${longest} minutes)`,
      };
  }
}

function* closesAfterTheEnd({ policy, sessionTypes }: Settings): Iterable<Contradiction> {
  const [shortest] = sessionTypes.toSorted((a, b) => a.minutes - b.minutes);
  if (!shortest) return;
  for (const name of ['closeAfterMinutes', 'closeWithoutMobileAfterMinutes'] as const)
    if (policy.start[name] >= shortest.minutes)
      yield {
        path: ['policy', 'start', name],
        message: `${policy.start[name]} is not before the end of the shortest session ("${shortest.id}" lasts ${shortest.minutes} minutes)`,
      };
}

function* excessDecimals({ currency, policy, sessionTypes }: Settings): Iterable<Contradiction> {
  const prices = [
    ...sessionTypes.map(({ fee }, index) => ({ path: ['sessionTypes', index, 'fee'], amount: fee })),
    { path: ['policy', 'noShows', 'reinstatementFee'], amount: policy.noShows.reinstatementFee },
  ];
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  for (const { path, amount } of prices)
    if (Number(amount.toFixed(decimals)) !== amount)
      yield { path, message: `${amount} has more decimals than ${currency}, which has ${decimals}` };
}

function* doorWithoutName({ deployment: { frontDoor, domain } }: Settings): Iterable<Contradiction> {
  if (!frontDoor) return;
  if (!domain)
    yield {
      path: ['deployment', 'domain'],
      message:
        'is missing: a front door (deployment.frontDoor) needs a name of its own, since under one of CloudFront’s it would speak TLS 1.0 as well',
    };
  const region = domain?.certificateArn?.split(':')[3] ?? 'us-east-1';
  if (region !== 'us-east-1')
    yield {
      path: ['deployment', 'domain', 'certificateArn'],
      message: `is in ${region}: a front door (deployment.frontDoor) takes certificates in us-east-1 only`,
    };
}

function* numberElsewhere({ deployment, texts }: Settings): Iterable<Contradiction> {
  const country = deployment.texts.number?.country;
  if (country !== undefined && !texts.countries.includes(country))
    yield {
      path: ['deployment', 'texts', 'number', 'country'],
      message: `"${country}" is not one of the countries that are texted (texts.countries is ${texts.countries.join(', ')})`,
    };
}
