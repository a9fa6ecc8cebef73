import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { arnOf, type Place } from './arn.ts';

/** The country of a number (ISO 3166-1 alpha-2), if its digits tell. */
export const countryOf = (phone: string): string | undefined => parsePhoneNumberFromString(phone)?.country;

/**
 * The ARN that a sender is authorized as: the service authorization reference names phone-number, pool and sender-id
 * for SendTextMessage. The id of a number isn't in any template, so one that is given as digits gets an id made of
 * them; likewise it is a guess that a call without any sender needs the permission on everything.
 */
export function senderArn(place: Place, sender: string | undefined, phone: string): string {
  const arn = (resource: string): string => arnOf(place, 'sms-voice', resource);
  if (sender === undefined) return '*';
  if (sender.startsWith('arn:')) return sender;
  if (sender.startsWith('pool-')) return arn(`pool/${sender}`);
  if (sender.startsWith('phone-')) return arn(`phone-number/${sender}`);
  if (isNumber(sender)) return arn(`phone-number/phone-${sender.replace('+', '')}`);
  return arn(`sender-id/${sender}/${countryOf(phone) ?? 'US'}`);
}

/** The sender as the person sees it: a number or a name; undefined for one that stands for numbers not known here. */
export function shownSender(sender: string | undefined): string | undefined {
  if (sender === undefined || /^(arn:|pool-|phone-)/.test(sender)) return undefined;
  return sender;
}

/** The ARN of an opt-out list, which a request may name either way. */
export const optOutListArn = (place: Place, list: string): string =>
  list.startsWith('arn:') ? list : arnOf(place, 'sms-voice', `opt-out-list/${list}`);

/** The last part of an ARN, or the name itself. */
export const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

const isNumber = (sender: string): boolean => /^\+?\d+$/.test(sender);
