import { expect, test } from 'vitest';
import { TOLD_WITHIN_MS } from '../../scripts/backup/import-rows.ts';
import { only, templateOf } from './template.ts';

test('an import takes an event for told when the stream would have given it up', () => {
  const { Properties } = only(templateOf('prod'), 'AWS::Lambda::EventSourceMapping');
  expect(Number(Properties['MaximumRecordAgeInSeconds']) * 1000).toBe(TOLD_WITHIN_MS);
});
