import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ShowupFunction, type ShowupFunctionProps } from './function.ts';
import type { FunctionName } from './function-names.ts';
import { pageAssets } from './page-assets.ts';
import type { Stage } from './stage.ts';

export interface FunctionsProps {
  readonly stage: Stage;
  /** Path of the brand's logo, if it has one. */
  readonly logo?: string | undefined;
}

/** Every function, before anything is granted to it. */
export class Functions extends Construct {
  readonly api: ShowupFunction;
  readonly pages: ShowupFunction;
  readonly portal: ShowupFunction;
  readonly desk: ShowupFunction;
  readonly onText: ShowupFunction;
  readonly onEvent: ShowupFunction;
  readonly onTimer: ShowupFunction;
  readonly sweep: ShowupFunction;
  readonly deliver: ShowupFunction;
  readonly rotate: ShowupFunction;

  constructor(scope: Construct, id: string, { stage, logo }: FunctionsProps) {
    super(scope, id);
    const add = (
      name: FunctionName,
      does: string,
      timeout: Duration,
      more: Pick<ShowupFunctionProps, 'memorySize' | 'files'> = {},
    ) => new ShowupFunction(this, pascalCase(name), { stage, name, does, timeout, ...more });
    // Somebody waits for the first five, so they get more processor for a quick cold start.
    const quick = { memorySize: 1024 };
    const files = () => pageAssets(logo);
    this.api = add('api', 'Answers the booking API', Duration.seconds(10), quick);
    this.pages = add('pages', 'Shows the pages: booking, and what mails link to', Duration.seconds(10), {
      ...quick,
      files,
    });
    this.portal = add('portal', 'Signs people in, and shows members their portal', Duration.seconds(10), {
      ...quick,
      files,
    });
    this.desk = add('desk', 'Shows our own staff their desk, and answers its API', Duration.seconds(10), {
      ...quick,
      files,
    });
    this.onText = add('on-text', 'Takes replies by text', Duration.seconds(10), quick);
    this.onEvent = add('on-event', 'Mails, texts and sets timers for what happened', Duration.minutes(1));
    this.onTimer = add('on-timer', 'Does what a timer of a booking is for', Duration.seconds(30));
    // Shorter than the sweep's rate: one sweep never meets the next.
    this.sweep = add(
      'sweep',
      'Finds bookings whose timer was lost, blocks that have ended, and deliveries that are due',
      Duration.minutes(4),
    );
    // Many posts beside each other, each of which may take 10 seconds.
    this.deliver = add('deliver', 'Posts what happened to webhooks', Duration.minutes(1));
    this.rotate = add('rotate', 'Changes the key that signs links', Duration.seconds(30));
  }
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
