import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ShowupStack } from '../../cdk/stack.ts';
import { stageNamed } from '../../cdk/stage.ts';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { type DeploymentConfig, deploymentSettings } from '../../lib/config/deployment.ts';
import type { TextSettings } from '../../lib/config/settings.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export type Resources = Readonly<Record<string, Resource>>;

/** What of the configuration shapes the template. */
export interface TemplateOptions {
  readonly textProvider?: TextSettings['provider'];
  readonly horizonDays?: number;
  readonly deployment?: DeploymentConfig;
}

/** With an address of the site's own, and nothing in front of it. */
export const ownDomain: TemplateOptions = {
  deployment: {
    domain: {
      name: 'sessions.example.com',
      hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
    },
  },
};

/** With every flag on. A new one belongs here, so that every rule about templates is held with it as well. */
export const everything: TemplateOptions = {
  textProvider: 'end-user-messaging',
  deployment: {
    domain: {
      name: 'sessions.example.com',
      hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
    },
    cors: { origins: ['https://www.example.com'] },
    frontDoor: true,
    texts: { number: { type: 'toll-free', country: 'US' }, monthlyLimit: 50 },
  },
};

/** The template of a stage, without the functions' code and not validated: synth.test.ts sees to both. */
export function templateOf(
  stage: string,
  textProvider: TextSettings['provider'] = 'sns',
  deployment: DeploymentConfig = {},
): Template {
  return templateWith(stage, { textProvider, deployment });
}

/** The same, with other options. */
export function templateWith(stage: string, options: TemplateOptions): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'showup-template-'));
  try {
    return Template.fromStack(stackOf(appWith({ outdir }), stage, options));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The app before it is synthesized. */
export function appOf(stage: string, options: TemplateOptions = {}): App {
  const app = appWith({});
  stackOf(app, stage, options);
  return app;
}

function appWith(props: AppProps): App {
  return new App({
    ...props,
    context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  });
}

function stackOf(
  app: App,
  stage: string,
  { textProvider = 'sns', horizonDays = 60, deployment }: TemplateOptions,
): ShowupStack {
  return new ShowupStack(app, 'showup', {
    stage: stageNamed(stage),
    mailFrom: 'sessions@example.com',
    textProvider,
    horizonDays,
    brand: { name: 'Example Support', supportMail: 'support@example.com' },
    deployment: deploymentSettings(deployment),
  });
}

/** The template's resources of one type, such as AWS::SQS::Queue, by logical id. */
export function ofType(template: Template, type: string): Resources {
  return template.findResources(type) as Resources;
}

/** The only resource of a type. Throws if there is none, or more than one. */
export function only(template: Template, type: string): Resource {
  const [resource, ...others] = Object.values(ofType(template, type));
  if (!resource || others.length > 0) throw new Error(`${type}: expected one, found ${others.length + 1}`);
  return resource;
}

/** A value of the template, written short: the logical ids without their hashes, joins and subs put together. */
export function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = { ...value };
  if (typeof fields['Ref'] === 'string') return withoutHash(fields['Ref']);
  if (Array.isArray(fields['Fn::GetAtt'])) {
    const [id, attribute] = fields['Fn::GetAtt'].map(String);
    return `${withoutHash(id ?? '')}.${attribute}`;
  }
  if (Array.isArray(fields['Fn::Join'])) {
    const [separator, parts] = fields['Fn::Join'];
    return (short(parts) as unknown[]).map(String).join(String(separator));
  }
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, short(field)]));
}

function withoutHash(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}
