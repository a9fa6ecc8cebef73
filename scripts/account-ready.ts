import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { DeployError } from './cdk-cli.ts';

const runtime = 24;

/** Throws a DeployError for a Node.js, such as 22.1.0, older than the one that functions run on. */
export function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= runtime) return;
  throw new DeployError(
    `This is Node.js ${version}, and deploying takes ${runtime}. npm ci brings it: start by npm run deploy.`,
  );
}

/** Throws a DeployError, with what to do, unless there are credentials, a region, and an account that the CDK may deploy to. */
export async function requireAccount(): Promise<void> {
  const client = new CloudFormationClient({ maxAttempts: 2 });
  try {
    await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
  } catch (cause) {
    throw new DeployError(problemOf(cause), { cause });
  } finally {
    client.destroy();
  }
}

function problemOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof CloudFormationServiceException) {
    return /does not exist/u.test(said)
      ? 'This account has never been deployed to from here by the CDK. Do this once for the account and region: npx cdk bootstrap'
      : `AWS refuses these credentials: ${said}`;
  }
  if (/region (?:is missing|not accepted)/iu.test(said))
    return 'No region is set: export AWS_REGION=us-east-1, for instance.';
  return `AWS can't be asked: ${said.replace(/\.+$/u, '')}. Sign in with aws sso login or aws configure, and name the profile with AWS_PROFILE.`;
}
