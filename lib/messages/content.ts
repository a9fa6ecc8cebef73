/** What one mail says, before it becomes HTML or plain text. Every string is plain and is escaped where it is shown. */
export interface MailContent {
  readonly subject: string;
  /** The line that inboxes show beside the subject. */
  readonly preview: string;
  readonly heading: string;
  /** What the mail is about, shown first; then the sections, each under its title. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly link?: Link }
  | { readonly kind: 'details'; readonly rows: readonly Detail[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

export interface Detail {
  readonly label: string;
  readonly value: string;
  /** The one thing that must not be overlooked. */
  readonly strong?: boolean;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Something to read off or to follow, under its label. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
}

/** `link` is where the words of its label lead, which the text holds. */
export function paragraph(text: string, link?: Link): Block {
  return { kind: 'paragraph', text, ...(link && { link }) };
}

/** The address of a link as people read it. */
export function addressOf(url: string): string {
  return url.replace(/^mailto:/, '');
}
