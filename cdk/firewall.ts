import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** From one address in 5 minutes: a company of 200 behind one address that books at the same time, and reads before. */
const REQUESTS_FROM_ONE_ADDRESS = 5000;

/**
 * Rules that only look: people write to us about errors, in which there are paths, addresses and code, and our staff
 * upload sheets. Nothing of it is run or fetched, and pages escape all of it.
 */
const onlyCounted = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
];

/** The web ACL in front of the site, and the log of what it turned away. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      name: `showup-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible(`showup-${stage.name}`),
      rules: [
        rateRule(0),
        managed(1, 'AWSManagedRulesAmazonIpReputationList'),
        managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(3, 'AWSManagedRulesCommonRuleSet', onlyCounted),
      ],
    });
    this.arn = acl.attrArn;
    this.log(acl, stage);
  }

  /** Without paths, queries and cookies: they hold the links and sessions with which anyone could change a booking. */
  private log(acl: CfnWebACL, stage: Stage): void {
    const log = new LogGroup(this, 'Log', {
      // WAF writes only to logs whose names begin so.
      logGroupName: `aws-waf-logs-showup-${stage.name}`,
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [log.logGroupRef.logGroupArn.replace(/:\*$/u, '')],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: 'authorization' } },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
            Requirement: 'MEETS_ANY',
          },
        ],
      },
    });
  }
}

function rateRule(priority: number): CfnWebACL.RuleProperty {
  const name = 'requests-from-one-address';
  return {
    name,
    priority,
    statement: { rateBasedStatement: { limit: REQUESTS_FROM_ONE_ADDRESS, aggregateKeyType: 'IP' } },
    action: {
      block: {
        customResponse: { responseCode: 429, responseHeaders: [{ name: 'retry-after', value: '300' }] },
      },
    },
    visibilityConfig: visible(name),
  };
}

function managed(priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(counted.length > 0 && {
          ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        }),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** Counted, and no sample of a request kept: a sample shows its path. */
function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}
