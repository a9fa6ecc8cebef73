import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../local/stream/filter.ts';

const record = {
  eventName: 'INSERT',
  size: 12,
  tags: ['new', 'paid'],
  dynamodb: { NewImage: { kind: { S: 'event' }, gone: { NULL: true } } },
};

describe('an event pattern', () => {
  it.each([
    [
      'exact values at any depth',
      { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['event'] } } } },
      true,
    ],
    ['any of several values', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['all of its fields', { eventName: ['INSERT'], size: [13] }, false],
    ['no field that is not there', { dynamodb: { OldImage: { kind: { S: ['event'] } } } }, false],
    ['any item of a list', { tags: ['paid'] }, true],
    ['true, false and null', { dynamodb: { NewImage: { gone: { NULL: [true] } } } }, true],
    ['prefix', { eventName: [{ prefix: 'INS' }] }, true],
    ['prefix that differs', { eventName: [{ prefix: 'ins' }] }, false],
    ['suffix', { eventName: [{ suffix: 'ERT' }] }, true],
    ['equals-ignore-case', { eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    ['exists', { size: [{ exists: true }], colour: [{ exists: false }] }, true],
    ['exists of what is there', { size: [{ exists: false }] }, false],
    ['numeric range', { size: [{ numeric: ['>', 10, '<=', 12] }] }, true],
    ['numeric range that is missed', { size: [{ numeric: ['<', 12] }] }, false],
    ['numbers only for numeric', { eventName: [{ numeric: ['>', 0] }] }, false],
    ['anything-but a list', { eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    ['anything-but a value', { eventName: [{ 'anything-but': 'INSERT' }] }, false],
    ['anything-but a prefix', { eventName: [{ 'anything-but': { prefix: 'INS' } }] }, false],
    ['anything-but of what is not there', { colour: [{ 'anything-but': ['red'] }] }, false],
  ])('matches %s', (_what, pattern, matches) => {
    expect(compilePattern(pattern)(record)).toBe(matches);
  });

  it.each([
    [{ eventName: [{ cidr: '10.0.0.0/8' }] }, 'cidr'],
    [{ $or: [{ size: [1] }] }, '$or'],
    [{ eventName: 'INSERT' }, 'lists'],
    [{ size: [{ numeric: ['~', 1] }] }, 'numeric'],
  ])('%j is refused by name', (pattern, name) => {
    expect(() => compilePattern(pattern)).toThrow(name);
  });
});
