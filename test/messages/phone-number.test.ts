import { expect, test } from 'vitest';
import { phoneNumber } from '../../lib/messages/phone-number.ts';

test.each([
  ['+12025550100', '+1 202 555 0100'],
  ['+15550100', '+1 555 0100'],
  ['+4915112345678', '+4915112345678'],
  ['+1202555', '+1202555'],
])('the number %s is told as %s', (number, told) => {
  expect(phoneNumber(number)).toBe(told);
});
