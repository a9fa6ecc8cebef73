import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ShowupStack } from '../../cdk/stack.ts';
import { stageNamed } from '../../cdk/stage.ts';
import cdkJson from '../../cdk.json' with { type: 'json' };
import type { TextSettings } from '../../lib/config/settings.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
}

export type Resources = Readonly<Record<string, Resource>>;

/** The template of a stage, without the functions' code and not validated: synth.test.ts sees to both. */
export function templateOf(stage: string, textProvider: TextSettings['provider'] = 'sns'): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'showup-template-'));
  try {
    const app = new App({
      outdir,
      context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] },
      builtinCloudFormationValidation: false,
    });
    const stack = new ShowupStack(app, 'showup', {
      stage: stageNamed(stage),
      mailFrom: 'sessions@example.com',
      textProvider,
    });
    return Template.fromStack(stack);
  } finally {
    rmSync(outdir, { recursive: true });
  }
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
