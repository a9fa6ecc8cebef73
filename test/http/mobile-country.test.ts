import { describe, expect, it } from 'vitest';
import { countryOf, isTextable, refuseUnlessTextable } from '../../lib/http/mobile-country.ts';
import { fieldErrors } from './field-errors.ts';

const countries = ['US', 'CA', 'GB', 'DE', 'AT', 'CH'];

describe('the country of a number', () => {
  it.each([
    ['+12025550123', 'US'],
    ['+14165550123', 'CA'],
    ['+447400123456', 'GB'],
    ['+4915112345678', 'DE'],
    ['+436641234567', 'AT'],
    ['+41791234567', 'CH'],
    ['+61412345678', 'AU'],
  ])('of %s is %s', (mobile, country) => {
    expect(countryOf(mobile)).toBe(country);
  });

  it.each([
    ['+18765550123', 'JM'],
    ['+16585550123', 'JM'],
    ['+12425550123', 'BS'],
    ['+18095550123', 'DO'],
    ['+14415550123', 'BM'],
    ['+17875550123', 'PR'],
    ['+447781000000', 'GG'],
    ['+77011234567', 'KZ'],
  ])('of %s is %s, though it shares its calling code with a larger one', (mobile, country) => {
    expect(countryOf(mobile)).toBe(country);
  });

  it.each([
    ['+15550100123', 'US'],
    ['+19999999999', 'US'],
    ['+447700900123', 'GB'],
  ])('of %s, which is nobody’s, is the main one of its calling code: %s', (mobile, country) => {
    expect(countryOf(mobile)).toBe(country);
  });

  it.each(['+9990000000', '+883510000000000', '+8001234567', '+12025', '+155501001234567', 'hello', ''])(
    'of %j is none',
    (mobile) => {
      expect(countryOf(mobile)).toBeUndefined();
    },
  );
});

describe('a number that is given', () => {
  const refused = (mobile: string | undefined, allowed = countries) =>
    fieldErrors(async () => refuseUnlessTextable(mobile, allowed));

  it('is taken where its country is texted, and so is none', async () => {
    for (const mobile of ['+15550100123', '+12025550123', '+4915112345678', undefined]) {
      expect(await refused(mobile)).toEqual([]);
    }
  });

  it('is refused by its field where its country is not texted, or is none, with what to do', async () => {
    for (const mobile of ['+18765550123', '+61412345678', '+447781000000', '+883510000000000']) {
      expect(isTextable(mobile, countries)).toBe(false);
      expect(await refused(mobile)).toEqual([
        {
          field: 'attendee.mobile',
          message:
            'must be a number of a country that we text (US, CA, GB, DE, AT, CH): leave it out to book without one',
        },
      ]);
    }
  });

  it('is taken from the countries that are listed, whichever they are', async () => {
    expect(await refused('+18765550123', ['JM'])).toEqual([]);
    expect(await refused('+12025550123', ['JM'])).toHaveLength(1);
  });
});
