import fixture from '../test/fixture-config-accounts.ts';

/** The deployment that is simulated: the tests' own, so that a seed means the same whatever an operator changes. */
export default fixture;
