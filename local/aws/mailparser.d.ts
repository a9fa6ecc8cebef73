/** The part of mailparser that the mailbox uses; the package brings no types of its own. */
declare module 'mailparser' {
  interface Address {
    readonly address?: string;
    readonly name: string;
    readonly group?: readonly Address[];
  }
  interface AddressField {
    readonly value: readonly Address[];
  }
  interface Attachment {
    readonly filename?: string;
    readonly contentType: string;
    readonly content: Buffer;
    readonly headers: ReadonlyMap<string, unknown>;
  }
  interface ParsedMail {
    readonly subject?: string;
    readonly text?: string;
    readonly html: string | false;
    readonly to?: AddressField | readonly AddressField[];
    readonly cc?: AddressField | readonly AddressField[];
    readonly attachments: readonly Attachment[];
  }
  interface Options {
    readonly skipHtmlToText?: boolean;
    readonly skipTextToHtml?: boolean;
    readonly skipTextLinks?: boolean;
    readonly skipImageLinks?: boolean;
  }
  export function simpleParser(source: Buffer, options?: Options): Promise<ParsedMail>;
}
