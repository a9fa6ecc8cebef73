import type { Words } from './words.ts';

/** What is the same in every language: the answers by digit, which the language files may add words to. */
export const any: Words = {
  phrases: {
    filler: [','],
    answer: ['<digit>', '# <digit>'],
    pick: ['<ordinal>', '<digit> [,] <when>', '# <digit> [,] <when>'],
  },
};
