import { noValue, resolve, type Scope } from './intrinsics.ts';
import {
  account,
  attributeOf,
  type Identity,
  identityOf,
  partition,
  region,
  urlSuffix,
} from './resource-identity.ts';
import {
  isRecord,
  Properties,
  type Resolved,
  type Resource,
  type Template,
  TemplateError,
} from './template.ts';

/** The resources of a template with every intrinsic resolved to its local value. */
export interface Stack {
  readonly resources: readonly Resolved[];
  readonly outputs: Readonly<Record<string, unknown>>;
  ofType(...types: readonly string[]): readonly Resolved[];
  /** The resource with this logical id, `Ref` or ARN. Throws a TemplateError naming it if there is none. */
  find(name: string): Resolved;
}

/** Resolves a template for an HTTP API at `site` (an origin without trailing slash). Throws a TemplateError. */
export function resolveTemplate(template: Template, stackName: string, site: string): Stack {
  const scope = new TemplateScope(template, stackName, site);
  const resources = Object.entries(template.Resources)
    .filter(([, resource]) => resource.Condition === undefined || scope.condition(resource.Condition))
    .map(([logicalId, resource]) => resolveResource(logicalId, resource, scope));
  const outputs = Object.entries(template.Outputs ?? {}).map(([name, output]) => [
    name,
    resolve(output.Value, scope),
  ]);
  return {
    resources,
    outputs: Object.fromEntries(outputs),
    ofType: (...types) => resources.filter((resource) => types.includes(resource.type)),
    find: (name) => findResource(resources, name),
  };
}

/** The outputs as text, as CloudFormation gives them. */
export function outputsOf({ outputs }: Pick<Stack, 'outputs'>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, String(value)]));
}

function resolveResource(logicalId: string, resource: Resource, scope: TemplateScope): Resolved {
  const identity = scope.identity(logicalId);
  const properties = resolve(resource.Properties ?? {}, scope);
  const values = isRecord(properties) ? properties : {};
  return {
    logicalId,
    type: resource.Type,
    properties: new Properties(logicalId, values),
    ref: identity.ref,
    arn: identity.arn,
  };
}

function findResource(resources: readonly Resolved[], name: string): Resolved {
  const found =
    resources.find(({ logicalId, arn }) => logicalId === name || arn === name) ??
    resources.find(({ ref }) => ref === name);
  if (!found) throw new TemplateError(`there is no resource ${name} in the template`);
  return found;
}

class TemplateScope implements Scope {
  private readonly template: Template;
  private readonly site: string;
  private readonly pseudo: Readonly<Record<string, unknown>>;
  private readonly ownOrigins: readonly string[];
  private readonly identities = new Map<string, Identity>();

  constructor(template: Template, stackName: string, site: string) {
    this.template = template;
    this.site = site;
    this.ownOrigins = ownOriginsOf(template);
    this.pseudo = {
      'AWS::AccountId': account,
      'AWS::NoValue': noValue,
      'AWS::Partition': partition,
      'AWS::Region': region,
      'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/local`,
      'AWS::StackName': stackName,
      'AWS::URLSuffix': urlSuffix,
    };
  }

  ref(name: string): unknown {
    if (name in this.pseudo) return this.pseudo[name];
    const parameter = this.template.Parameters?.[name];
    if (parameter && parameter.Default === undefined)
      throw new TemplateError(`the parameter ${name} has no default`);
    return parameter ? parameter.Default : this.identity(name).ref;
  }

  attribute(logicalId: string, attribute: string): string {
    const type = this.template.Resources[logicalId]?.Type ?? '';
    return attributeOf(logicalId, type, this.identity(logicalId), attribute);
  }

  condition(name: string): boolean {
    const definition = this.template.Conditions?.[name];
    const holds = definition === undefined ? undefined : resolve(definition, this);
    if (typeof holds !== 'boolean') throw new TemplateError(`the condition ${name} is not defined`);
    return holds;
  }

  mapped(map: string, first: string, second: string): unknown {
    const value = this.template.Mappings?.[map]?.[first]?.[second];
    if (value === undefined) throw new TemplateError(`there is no ${map}.${first}.${second} in the mappings`);
    return value;
  }

  /** The API's public address can also be put together from its id, or be the site's own; locally all lead to the same place. */
  finish(text: string): string {
    const atApi = text.replaceAll(
      /https:\/\/([0-9a-f]{10})\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g,
      this.site,
    );
    const own = this.ownOrigins.find((origin) => atApi === origin || atApi.startsWith(`${origin}/`));
    return own === undefined ? atApi : atApi.replace(own, this.site);
  }

  identity(logicalId: string): Identity {
    const known = this.identities.get(logicalId);
    if (known) return known;
    const resource = this.template.Resources[logicalId];
    if (!resource) throw new TemplateError(`nothing in the template is called ${logicalId}`);
    const property = (name: string): string => {
      const value = resolve(resource.Properties?.[name], this);
      if (typeof value !== 'string') throw new TemplateError(`${logicalId}.${name} must be a string`);
      return value;
    };
    const name = (of: string): string => (resource.Properties?.[of] === undefined ? logicalId : property(of));
    const identity = identityOf(resource.Type, { logicalId, site: this.site, name, property });
    this.identities.set(logicalId, identity);
    return identity;
  }
}

/** The addresses that the site has of its own: of the API, or of what stands in front of it. */
function ownOriginsOf({ Resources }: Template): readonly string[] {
  const names = Object.values(Resources).flatMap(({ Type, Properties }) => {
    if (Type === 'AWS::ApiGatewayV2::DomainName') return [Properties?.['DomainName']];
    const distribution = Type === 'AWS::CloudFront::Distribution' && Properties?.['DistributionConfig'];
    return isRecord(distribution) && Array.isArray(distribution['Aliases']) ? distribution['Aliases'] : [];
  });
  return names.map((name) => `https://${String(name)}`);
}
