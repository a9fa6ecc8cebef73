import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../lib/config/deployment.ts';
import type { Brand, TextSettings } from '../lib/config/settings.ts';
import { Alarms } from './alarms.ts';
import { AttendanceSecret } from './attendance-secret.ts';
import { Bus, publicSource, webhooksSource } from './bus.ts';
import { Overview } from './dashboard.ts';
import { Deliveries } from './deliveries.ts';
import { EventStream } from './event-stream.ts';
import { Functions } from './functions.ts';
import { Identity } from './identity.ts';
import { LinkSecret, linkKeyDays } from './link-secret.ts';
import { Mail } from './mail.ts';
import { Site } from './site.ts';
import { SmsVoiceSending } from './sms-voice-sending.ts';
import { letSendBySns } from './sns-sending.ts';
import type { Stage } from './stage.ts';
import { Sweeps } from './sweeps.ts';
import { BookingTable } from './table.ts';
import { tableGrants } from './table-grants.ts';
import { textSpending } from './text-spending.ts';
import { Texts } from './texts.ts';
import { Timers } from './timers.ts';

export interface ShowupStackProps extends StackProps {
  readonly stage: Stage;
  /** Address that mails come from. */
  readonly mailFrom: string;
  /** Path of the brand's logo, if it has one. */
  readonly logo?: string | undefined;
  /** The service that texts. */
  readonly textProvider: TextSettings['provider'];
  /** How far ahead sessions are booked: links live longer. */
  readonly horizonDays: number;
  /** Whose texts they are, and where there is help. */
  readonly brand: Pick<Brand, 'name' | 'supportMail'>;
  readonly deployment: DeploymentSettings;
}

/** All of Showup, in one stack. */
export class ShowupStack extends Stack {
  constructor(scope: Construct, id: string, props: ShowupStackProps) {
    super(scope, id, { ...props, terminationProtection: props.stage.deletionProtection });
    const { stage } = props;
    const functions = new Functions(this, 'Functions', { stage, logo: props.logo });
    const { api, pages, portal, desk, onText, onEvent, onTimer, sweep, deliver } = functions;

    const bookings = new BookingTable(this, 'Bookings', { stage });
    bookings.letUse(api, tableGrants.api);
    bookings.letUse(pages, tableGrants.pages);
    bookings.letUse(portal, tableGrants.portal);
    bookings.letUse(desk, tableGrants.desk);
    bookings.letUse(onText, tableGrants['on-text']);
    bookings.letUse(onEvent, tableGrants['on-event']);
    bookings.letUse(onTimer, tableGrants['on-timer']);
    bookings.letUse(sweep, tableGrants.sweep);
    bookings.letUse(deliver, tableGrants.deliver);
    new EventStream(this, 'Events', { stage, table: bookings.table, reader: onEvent });

    const timers = new Timers(this, 'Timers', { stage, target: onTimer });
    timers.letSet(onEvent);
    new Sweeps(this, 'Sweeps', { stage, sweep });
    const bus = new Bus(this, 'Bus', { stage });
    bus.letPublish(onEvent, [publicSource, webhooksSource]);
    bus.letPublish(sweep, [webhooksSource]);
    new Deliveries(this, 'Deliveries', { stage, bus: bus.bus, deliver });

    const site = new Site(this, 'Site', {
      stage,
      functions: { api, pages, portal, desk, 'on-text': onText },
      domain: props.deployment.domain,
      frontDoor: props.deployment.frontDoor,
      corsOrigins: props.deployment.cors.origins,
    });
    const linkSecret = new LinkSecret(this, 'Links', { stage });
    for (const teller of [api, pages, portal, desk, onText, onEvent, sweep]) site.tellUrl(teller);
    const attendance = new AttendanceSecret(this, 'Attendance', { stage });
    attendance.letRead(api);
    for (const signer of [api, pages, portal, desk, onEvent]) linkSecret.letRead(signer);
    linkSecret.rotateBy(functions.rotate, linkKeyDays(props.horizonDays));

    const mail = new Mail(this, 'Mail', { from: props.mailFrom, deployment: props.deployment, stage, site });
    for (const sender of [onEvent, sweep]) mail.letSend(sender);
    mail.letReceive(onText);
    mail.letAllow(onEvent);
    const { number } = props.deployment.texts;
    const texts = new Texts(this, 'Texts', { stage, site, brand: props.brand, number });
    texts.letReceive(onText);
    if (props.textProvider === 'sns') letSendBySns(onEvent);
    else {
      const sending = new SmsVoiceSending(this, 'TextSending', { stage, site });
      sending.letSend(onEvent);
      sending.letReceive(onText);
    }

    const identity = new Identity(this, 'Identity', { stage });
    for (const door of [pages, portal, desk]) identity.letSignIn(door);
    identity.letSetPasswords(portal);
    identity.letManage(onEvent);

    // After all that is watched.
    const { table } = bookings;
    const watched = { site, table, reader: onEvent, texts: textSpending(props) };
    new Alarms(this, 'Alarms', { stage, settings: props.deployment.alarms, ...watched });
    new Overview(this, 'Overview', { stage, site, reader: onEvent });

    new CfnOutput(this, 'SiteUrl', { value: site.url });
    new CfnOutput(this, 'BusName', { value: bus.bus.eventBusName });
    new CfnOutput(this, 'TableName', { value: bookings.table.tableName });
    new CfnOutput(this, 'UserPoolId', { value: identity.pool.userPoolId });
    new CfnOutput(this, 'LinkSecretArn', {
      value: linkSecret.secret.secretArn,
      description: 'Secret that signs the links in mails',
    });
    new CfnOutput(this, 'AttendanceSecretArn', {
      value: attendance.secret.secretArn,
      description: 'Secret that the provider of the meetings signs its posts with, after whsec_',
    });
    new CfnOutput(this, 'TextsTopicArn', {
      value: texts.topic.topicArn,
      description: 'For the two-way setting of the number that texts come from',
    });
  }
}
