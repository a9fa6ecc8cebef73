import { expect, it } from 'vitest';
import { listSessionTypes } from '../../functions/api/offering.ts';
import type { Deps, LinkDeps } from '../../lib/app/deps.ts';
import { sessionTypesAnswer } from '../../lib/http/answer-schemas.ts';
import settings from '../fixture-config.ts';
import { httpEvent } from './http-event.ts';

it('session types are named in English to programs, whatever language their caller prefers', async () => {
  const event = httpEvent({ headers: { 'accept-language': 'de' } });
  const { body } = await listSessionTypes({ settings } as Deps & LinkDeps, event);
  const { sessionTypes } = sessionTypesAnswer.parse(body);
  expect(sessionTypes.map(({ name }) => name)).toEqual(['Support call', 'Live session', 'Long live session']);
  expect(sessionTypes[0]?.description).toBe('A question or a single problem, by phone with a shared screen.');
});
