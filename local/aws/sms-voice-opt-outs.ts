import type { OptOut, OptOuts } from '../carrier/opt-outs.ts';
import { isPhone } from '../carrier/text.ts';
import type { Place } from './arn.ts';
import { invalidNumber, invalidRequest, notFound } from './sms-voice-errors.ts';
import { type RequestBody, readOptOut } from './sms-voice-request.ts';
import { nameOf, optOutListArn } from './sms-voice-resources.ts';

type Answer = Readonly<Record<string, unknown>>;

/** The list that numbers have unless another is given them. There is no other locally. */
const name = 'Default';

/** The opt-out list as End User Messaging shows it: the carrier's, by the operations of the API. */
export class OptOutList {
  readonly #place: Place;
  readonly #optOuts: OptOuts;

  constructor(place: Place, optOuts: OptOuts) {
    this.#place = place;
    this.#optOuts = optOuts;
  }

  put(request: RequestBody): Answer {
    const { list, phone } = readOptOut(request);
    requireList(list);
    if (!isPhone(phone)) throw invalidNumber('OptedOutNumber');
    return { ...this.#shown(), ...shownNumber(this.#optOuts.add(phone)) };
  }

  /** Removes a number, which the service allows once in 30 days. One that isn't there is an error. */
  remove(request: RequestBody): Answer {
    const { list, phone } = readOptOut(request);
    requireList(list);
    const lifted = this.#optOuts.lift(phone);
    if (lifted === 'not-opted-out') throw notFound('opted-out-number', phone);
    if (lifted === 'too-recent') {
      // The API tells of the limit and not of the error; this reason is the one of its list that says so.
      const message = 'was opted in less than 30 days ago';
      throw invalidRequest('PHONE_NUMBER_CANNOT_BE_OPTED_IN', [{ field: 'OptedOutNumber', message }]);
    }
    return { ...this.#shown(), ...shownNumber(lifted) };
  }

  /** Every number on the list, or those asked for, each of which must be there. */
  describe({ OptOutListName: list, OptedOutNumbers: asked }: RequestBody): Answer {
    requireList(String(list));
    const wanted = Array.isArray(asked) ? asked.map(String) : this.#optOuts.list().map(({ phone }) => phone);
    const numbers = wanted.map((phone) => {
      const optOut = this.#optOuts.get(phone);
      if (optOut === undefined) throw notFound('opted-out-number', phone);
      return shownNumber(optOut);
    });
    return { ...this.#shown(), OptedOutNumbers: numbers };
  }

  #shown(): Answer {
    return { OptOutListName: name, OptOutListArn: optOutListArn(this.#place, name) };
  }
}

function requireList(nameOrArn: string): void {
  if (nameOf(nameOrArn) !== name) throw notFound('opt-out-list', nameOf(nameOrArn));
}

const shownNumber = ({ phone, at, byPhone }: OptOut): Answer => ({
  OptedOutNumber: phone,
  OptedOutTimestamp: at / 1000,
  EndUserOptedOut: byPhone,
});
