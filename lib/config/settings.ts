import type { Catalogue } from '../domain/catalogue.ts';
import type { Words } from '../domain/language.ts';
import type { DeploymentSettings } from './deployment.ts';

/** Everything an operator sets in showup.config.ts: the catalogue that the rules read, and how Showup presents itself. */
export interface Settings extends Catalogue {
  readonly brand: Brand;
  readonly texts: TextSettings;
  /** What to install or set beforehand, as told in mails and on the join page. */
  readonly preparation: readonly Preparation[];
  readonly embed: EmbedSettings;
  readonly deployment: DeploymentSettings;
}

export interface Brand {
  readonly name: string;
  /** Where members write to; also the way to pay, and to get help with an end-of-life release. */
  readonly supportMail: string;
  /** Address that mails come from. */
  readonly mailFrom: string;
  readonly website: string;
  /** Hex colour (#rrggbb) of buttons and links. */
  readonly colour: string;
  /** Path of the logo shown on pages, .svg or .png, from the configuration's folder. It is served by the pages themselves. */
  readonly logo?: string;
}

export interface TextSettings {
  /** The service that sends: SNS, or End User Messaging, which gives receipts and drops what comes too late. */
  readonly provider: 'sns' | 'end-user-messaging';
  /** E.164 number that texts come from, and that answers go to. */
  readonly from: string;
  /** The most that one text part may cost, in US dollars. */
  readonly maxPrice: number;
  /** ISO 3166 code of the country that a mobile number without + belongs to. */
  readonly defaultCountry: string;
  /** ISO 3166 codes of the countries whose numbers are texted; those of others can't be given. */
  readonly countries: readonly string[];
}

export interface EmbedSettings {
  /** Origins of the sites that may show the booking page in a frame. */
  readonly origins: readonly string[];
}

export interface Preparation {
  readonly title: Words;
  readonly text: Words;
  readonly url?: string;
}
