import usual from '../fixture-config.ts';

/** A domain with nothing to prove it by. */
export default { ...usual, deployment: { ...usual.deployment, domain: { name: 'sessions.example.com' } } };
