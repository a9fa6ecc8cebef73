import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import { bundle, type FunctionFiles } from './bundle.ts';
import type { FunctionName } from './function-names.ts';
import type { Stage } from './stage.ts';

export interface ShowupFunctionProps {
  readonly stage: Stage;
  readonly name: FunctionName;
  readonly does: string;
  readonly timeout: Duration;
  /** MiB; a function's share of the processor grows with it. */
  readonly memorySize?: number;
  /** What lies beside its code. */
  readonly files?: FunctionFiles;
}

/** One function, its bundle and its log. Its role may write that log and nothing else until something is granted. */
export class ShowupFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: ShowupFunctionProps) {
    const { stage, name } = props;
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Showup (${stage.name}), ${name}: ${props.does}`,
    });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: `/showup/${stage.name}/${name}`,
      retention: stage.logRetention,
      // Its name is fixed: a log that outlived the stack would stop the next deployment.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(role);
    super(scope, id, {
      functionName: `showup-${stage.name}-${name}`,
      description: props.does,
      code: bundle(name, props.files),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      role,
      memorySize: props.memorySize ?? 512,
      timeout: props.timeout,
      // What is counted is counted by stage.
      environment: { STAGE: stage.name },
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: stage.logLevel,
      systemLogLevelV2: SystemLogLevel.WARN,
    });
  }

  /** Lets the function do these actions on these resources. */
  allow(actions: readonly string[], resources: readonly string[], conditions = {}): void {
    this.addToRolePolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** The same, on all resources that a wildcard stands for, and why they can't be named. */
  allowAll(actions: readonly string[], wildcard: string, reason: string): void {
    this.allow(actions, [wildcard]);
    if (this.role) acknowledgeWildcard(this.role, wildcard, reason);
  }
}
