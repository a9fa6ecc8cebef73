import type { Fault } from '../local/hostile/fault.ts';

/** What a fault does, in words. */
export function wordsOfFault(fault: Fault): string {
  const by = 'byMs' in fault && fault.byMs !== undefined ? ` by ${span(fault.byMs)}` : '';
  switch (fault.kind) {
    case 'call': {
      const what = fault.action === '*' ? 'any' : fault.action;
      const times = fault.times === undefined || fault.times === 1 ? '' : `, ${fault.times} times in a row`;
      return `call ${fault.nth} of ${fault.function} (${what}) ${callWords[fault.how]}${times}`;
    }
    case 'timer':
      return `timer ${fault.nth} ${timerWords[fault.how]}${by}`;
    case 'stream':
      return `item ${fault.nth} of the stream is ${fault.how === 'redelivered' ? 'delivered again' : 'overtaken by others'}`;
    case 'text':
      return `text ${fault.nth} comes ${fault.how}${by}`;
    case 'skew':
      return `the clock of ${fault.function} is off${by}`;
  }
}

/** A duration (ms), as stories tell it. */
export function span(ms: number): string {
  return Math.abs(ms) < 120_000 ? `${ms / 1000} s` : `${Math.round(ms / 6000) / 10} min`;
}

const callWords = {
  'fails-before': 'fails before it takes effect',
  'fails-after': 'fails after it took effect',
  'cut-after': 'takes effect, and its answer is lost',
  throttled: 'is throttled',
  slow: 'is slow',
  conflict: 'conflicts with another transaction',
  'dies-before': 'is where the worker dies, before the call',
  'dies-after': 'is where the worker dies, after the call',
} as const;

const timerWords = {
  lost: 'is lost',
  twice: 'fires twice',
  early: 'fires early',
  late: 'fires late',
} as const;
