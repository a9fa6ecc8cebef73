import { getCountries } from 'libphonenumber-js/min';
import { arnOf, type Place } from './arn.ts';
import { invalidRequest, notFound } from './sms-voice-errors.ts';
import type { RequestBody } from './sms-voice-request.ts';

type Status = 'ALLOW' | 'BLOCK' | 'MONITOR' | 'FILTER';
type Operation = (request: RequestBody) => Readonly<Record<string, unknown>>;

/** What an account may spend at most, in US dollars, until AWS raises it. */
const accountLimit = 100;

/** What belongs to the account and not to a text: its spending limit, protect configurations and numbers. */
export class SmsVoiceAccount {
  readonly operations: Readonly<Record<string, Operation>> = {
    DescribeSpendLimits: () => ({ SpendLimits: [this.#spendLimit()] }),
    SetTextMessageSpendLimitOverride: (request) => this.#override(request),
    GetProtectConfigurationCountryRuleSet: (request) => this.#ruleSet(request),
    UpdateProtectConfigurationCountryRuleSet: (request) => this.#updateRuleSet(request),
    UpdatePhoneNumber: (request) => this.#updateNumber(request),
  };
  readonly #place: Place;
  readonly #protections: ReadonlyMap<string, Map<string, Status>>;
  readonly #numbers = new Map<string, Readonly<Record<string, unknown>>>();
  #limit: number | undefined;

  /** With the ids of the account's protect configurations, which let everything through at first. */
  constructor(place: Place, protections: readonly string[]) {
    this.#place = place;
    this.#protections = new Map(
      protections.map((id) => [id, new Map(getCountries().map((country) => [country, 'ALLOW' as const]))]),
    );
  }

  /** Whether a protect configuration keeps texts from a country. */
  blocks(protection: string | undefined, country: string | undefined): boolean {
    if (protection === undefined || country === undefined) return false;
    return this.#protections.get(protection)?.get(country) === 'BLOCK';
  }

  #spendLimit() {
    return {
      Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT',
      EnforcedLimit: this.#limit ?? accountLimit,
      MaxLimit: accountLimit,
      Overridden: this.#limit !== undefined,
    };
  }

  #override({ MonthlyLimit: limit }: RequestBody) {
    const fits = typeof limit === 'number' && Number.isInteger(limit) && limit >= 0 && limit <= accountLimit;
    if (!fits) throw invalid('MonthlyLimit', `must be a whole number up to ${accountLimit}`);
    this.#limit = limit;
    return { MonthlyLimit: limit };
  }

  #ruleSet(request: RequestBody) {
    const { id, rules } = this.#protection(request);
    return {
      ProtectConfigurationArn: arnOf(this.#place, 'sms-voice', `protect-configuration/${id}`),
      ProtectConfigurationId: id,
      NumberCapability: 'SMS',
      CountryRuleSet: shown(rules),
    };
  }

  #updateRuleSet(request: RequestBody) {
    const { rules } = this.#protection(request);
    const updates = Object.entries((request['CountryRuleSetUpdates'] ?? {}) as Record<string, unknown>);
    for (const [country, update] of updates) {
      const { ProtectStatus: status } = update as { ProtectStatus?: unknown };
      if (!rules.has(country)) throw invalid('CountryRuleSetUpdates', `knows no country ${country}`);
      if (status !== 'ALLOW' && status !== 'BLOCK')
        throw invalid('CountryRuleSetUpdates', `${String(status)} isn't carried out locally`);
      rules.set(country, status);
    }
    return this.#ruleSet(request);
  }

  #protection({ ProtectConfigurationId: wanted, NumberCapability: capability }: RequestBody) {
    const id = String(wanted);
    if (capability !== 'SMS') throw invalid('NumberCapability', 'only SMS is known locally');
    const rules = this.#protections.get(id);
    if (rules === undefined) throw notFound('protect-configuration', id);
    return { id, rules };
  }

  /** Any id is that of a number: those that an account has are in no template. */
  #updateNumber({ PhoneNumberId, ...changes }: RequestBody) {
    const id = String(PhoneNumberId);
    const number = {
      TwoWayEnabled: false,
      ...this.#numbers.get(id),
      ...changes,
      PhoneNumberId: id,
      PhoneNumberArn: arnOf(this.#place, 'sms-voice', `phone-number/${id}`),
    };
    this.#numbers.set(id, number);
    return number;
  }
}

function shown(rules: ReadonlyMap<string, Status>) {
  return Object.fromEntries([...rules].map(([country, ProtectStatus]) => [country, { ProtectStatus }]));
}

const invalid = (field: string, message: string) => invalidRequest('INVALID_PARAMETER', [{ field, message }]);
