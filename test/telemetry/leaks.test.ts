import { expect, it } from 'vitest';
import { leaksIn } from '../e2e/leaks.ts';

it.each([
  '{"message":"mail sent","to":"ada@example.com"}',
  '{"message":"text for +15550100001"}',
  '{"path":"/manage/bkg_01kax3v2y8.Zk9xPq2LmN4vRt6YbC8dEw"}',
  '{"cookie":"eyJraWQiOiJhYmMiLCJhbGciOiJSUzI1NiJ9.x"}',
  '{"name":"ADA member"}',
  '{"code":"DEMO-2026"}',
])('a line that tells who or lets one in is found: %s', (line) => {
  expect(leaksIn([line], ['Ada Member', 'DEMO-2026'])).toHaveLength(1);
});

it('a line of ids is none', () => {
  const line =
    '{"message":"mail sent","owner":"bkg_01kax3v2y8","effect":"1.mail","correlation":"JKJaXmPLvHcESHA="}';
  expect(leaksIn([line], ['Ada Member', 'DEMO-2026', ''])).toEqual([]);
});
