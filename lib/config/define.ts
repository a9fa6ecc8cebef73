import { type Policy, standardPolicy } from '../domain/policy.ts';
import { type DeploymentConfig, deploymentSettings } from './deployment.ts';
import type { Brand, EmbedSettings, Settings, TextSettings } from './settings.ts';

/** What an operator writes: settings in which the policy states only what differs from the standard one. */
export interface Config extends Omit<Settings, 'brand' | 'policy' | 'texts' | Defaulted> {
  readonly brand: Omit<Brand, 'colour'> & { readonly colour?: string };
  readonly policy?: PolicyChanges;
  readonly texts: Pick<TextSettings, 'from' | 'maxPrice'> & Partial<TextSettings>;
  readonly currency?: string;
  readonly holidays?: Settings['holidays'];
  readonly releases?: Settings['releases'];
  readonly preparation?: Settings['preparation'];
  readonly embed?: EmbedSettings;
  readonly deployment?: DeploymentConfig;
}

type Defaulted = 'currency' | 'holidays' | 'releases' | 'preparation' | 'embed' | 'deployment';

/** Any numbers of any group of the policy. */
export type PolicyChanges = { readonly [Group in keyof Policy]?: Partial<Policy[Group]> };

/**
 * The settings that a configuration stands for, standard policy and defaults filled in. It checks types only
 * and is cheap, since every function loads it; `validateConfig` checks the values before anything is deployed.
 */
export function defineConfig(config: Config): Settings {
  return {
    currency: 'USD',
    holidays: [],
    releases: [],
    preparation: [],
    embed: { origins: [] },
    ...config,
    brand: { colour: '#1f5fbf', ...config.brand },
    texts: textSettings(config.texts),
    policy: mergePolicy(config.policy ?? {}),
    deployment: deploymentSettings(config.deployment),
  };
}

/** SNS asks for no more than a number; only numbers of the company's own country are texted where nothing is said. */
function textSettings(texts: Config['texts']): TextSettings {
  const { defaultCountry = 'US' } = texts;
  return { provider: 'sns', countries: [defaultCountry], ...texts, defaultCountry };
}

// Groups that the policy doesn't know are kept, so that validation can refuse them by name.
function mergePolicy(changes: PolicyChanges): Policy {
  return {
    ...changes,
    offering: { ...standardPolicy.offering, ...changes.offering },
    reminders: { ...standardPolicy.reminders, ...changes.reminders },
    changes: { ...standardPolicy.changes, ...changes.changes },
    start: { ...standardPolicy.start, ...changes.start },
    noShows: { ...standardPolicy.noShows, ...changes.noShows },
    lateNotices: { ...standardPolicy.lateNotices, ...changes.lateNotices },
    sameDayChanges: { ...standardPolicy.sameDayChanges, ...changes.sameDayChanges },
    texts: { ...standardPolicy.texts, ...changes.texts },
    accounts: { ...standardPolicy.accounts, ...changes.accounts },
    signIn: { ...standardPolicy.signIn, ...changes.signIn },
    bookings: { ...standardPolicy.bookings, ...changes.bookings },
    tickets: { ...standardPolicy.tickets, ...changes.tickets },
  };
}
