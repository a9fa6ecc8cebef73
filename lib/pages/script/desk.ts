import { keepBoard } from './desk-board.ts';
import { openBeside } from './desk-dialog.ts';
import { takeKeys } from './desk-keys.ts';

/** What makes the desk quicker: all of it can be done without. */

const board = keepBoard();
openBeside(board);
takeKeys();
