import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { type PageHeaderOptions, pageHeaders } from './headers.ts';
import { Layout } from './layout.tsx';
import type { Visit } from './visit.ts';

/** A page before it is dressed: what it is called, what it says, and how it is sent. */
export interface Page extends PageHeaderOptions {
  readonly title: string;
  readonly body: ComponentChildren;
  /** What leads to the pages beside this one. */
  readonly nav?: ComponentChildren;
  /** 200 where absent. */
  readonly status?: number;
  /** Id of the form whose typed content a change of language must keep. */
  readonly form?: string;
  /** Asset names (`desk.css`) of what it is styled by beside what every page is. */
  readonly styles?: readonly string[];
  /** True for our own staff: the width of the window, and none of what surrounds pages for everybody. */
  readonly desk?: boolean;
  /** Asset names (`book.js`) of the scripts that improve the page. */
  readonly scripts?: readonly string[];
}

/** The page as an answer: a whole document in the one design. */
export function pageResult(visit: Visit, page: Page): APIGatewayProxyStructuredResultV2 {
  const { title, body, nav, form, styles = [], scripts = [], desk = false } = page;
  const document = (
    <Layout {...{ visit, title, styles, scripts, desk, nav, ...(form && { form }) }}>{body}</Layout>
  );
  return {
    statusCode: page.status ?? 200,
    headers: pageHeaders(visit, page),
    body: `<!doctype html>\n${render(document)}\n`,
  };
}

/** Sends the browser on, to be asked for with GET: what a form gets when it has done its work. `path` is one of ours. */
export function seeOther(visit: Visit, path: string): APIGatewayProxyStructuredResultV2 {
  return { statusCode: 303, headers: { ...pageHeaders(visit), location: path }, body: '' };
}
