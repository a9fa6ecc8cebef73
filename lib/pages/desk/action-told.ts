import { textableMobile } from '../../domain/booking/booking.ts';
import type { DeskAction } from '../../domain/booking/desk-actions.ts';
import { nobodyJoined } from '../../domain/booking/reversal.ts';
import { joinWindow } from '../../domain/booking/timeline.ts';
import { line } from '../../messages/line.ts';
import { mobileText } from '../book/mobile.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import type { Visit } from '../visit.ts';
import { clockHere } from './session-told.ts';
import type { SessionView } from './session-view.ts';

/** What an action will do, said before its button. */
export interface ActionTold {
  readonly does: readonly string[];
  readonly told: string;
  readonly counts: string;
  readonly undo: string;
}

/** What pressing it will do to this session as it stands: what happens, who is told, what counts, and the way back. */
export function actionTold(action: DeskAction, visit: Visit, view: SessionView): ActionTold {
  const { actions, counting } = deskIn(visit.language).session;
  const consultant = line(view.facts.consultantName);
  const end = clockHere(view.booking.end, visit);
  const { nobody, mail, mailWithReason, mailAndText } = tellings(visit.language, view);
  const same = counting.nothing;
  switch (action) {
    case 'join':
      return joinTold(visit, view);
    case 'withdraw-join':
      return { does: withdrawing(visit, view), told: nobody, counts: same, undo: actions[action].undo };
    case 'complete':
      return {
        ...{ does: [actions.complete.does(consultant)], told: nobody, counts: same },
        undo: actions.complete.undo(end),
      };
    case 'reopen':
      return { does: [actions.reopen.does(end)], told: nobody, counts: same, undo: actions.reopen.undo };
    case 'no-show':
      return {
        ...{ does: [actions['no-show'].does], told: mailAndText, undo: actions['no-show'].undo },
        counts: view.booking.companyId === undefined ? counting.noShowAlone : counting.noShow,
      };
    case 'excuse':
      return {
        ...{ does: [actions.excuse.does, actions.excuse.relieves], told: mail },
        ...{ counts: counting.forgiven, undo: actions.excuse.undo },
      };
    case 'reject-contest':
      return {
        ...{ does: [actions[action].does], told: mailWithReason },
        ...{ counts: counting.stays, undo: actions[action].undo },
      };
    case 'approve':
      return { does: [actions.approve.does], told: mail, counts: same, undo: actions.approve.undo };
    case 'decline':
      return {
        ...{ does: [actions.decline.does(consultant)], told: mailWithReason },
        ...{ counts: counting.none, undo: actions.decline.undo },
      };
    case 'cancel': {
      const { does, paid, undo } = actions.cancel;
      const all = view.booking.price === undefined ? [does(consultant)] : [does(consultant), paid];
      return { does: all, told: mailWithReason, counts: counting.none, undo };
    }
    case 'move':
      return { does: [actions.move.does], told: mailWithReason, counts: same, undo: actions.move.undo };
  }
}

function joinTold(visit: Visit, view: SessionView): ActionTold {
  const { actions, counting } = deskIn(visit.language).session;
  const { booking } = view;
  const { nobody, mailAndText } = tellings(visit.language, view);
  if (!nobodyJoined(booking))
    return { does: [actions.join.does], told: nobody, counts: counting.nothing, undo: actions.join.undo };
  return {
    does: [actions.join.doesLate(clockHere(joinWindow(booking, visit.settings.policy).until, visit))],
    ...{ told: mailAndText, counts: counting.forgiven, undo: actions.join.undoLate },
  };
}

function withdrawing({ language }: Visit, { booking }: SessionView): string[] {
  const { does, asks } = deskIn(language).session.actions['withdraw-join'];
  const mobile = textableMobile(booking);
  return mobile === undefined ? [does] : [does, asks(mobileText(mobile))];
}

/** Whoever was erased is told of nothing. */
function tellings(language: Language, { booking }: SessionView) {
  const { tells } = deskIn(language).session;
  const { email } = booking.attendee;
  const mobile = textableMobile(booking);
  const erased = booking.erasedAt !== undefined;
  return {
    nobody: tells.nobody,
    mail: erased ? tells.erased : tells.mail(email),
    mailWithReason: erased ? tells.erased : tells.mailWithReason(email),
    mailAndText: erased
      ? tells.erased
      : mobile === undefined
        ? tells.mail(email)
        : tells.mailAndText(email, mobileText(mobile)),
  };
}
