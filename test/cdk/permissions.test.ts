import { describe, expect, test } from 'vitest';
import { permissionsIn, policiesIn } from './permissions-in.ts';
import { ofType, templateOf } from './template.ts';

const template = templateOf('dev');
const policies = policiesIn(template);
const statements = policies.flatMap((policy) => policy.statements);
const scheduler = 'arn:AWS::Partition:scheduler:AWS::Region:AWS::AccountId';
const ses = 'arn:AWS::Partition:ses:AWS::Region:AWS::AccountId';

describe('what each function may do', () => {
  test('the API reads and writes bookings, finds the session in a room, and reads the keys of links and of the meetings’ provider', () => {
    expect(permissionsOf('FunctionsApiRole')).toEqual([
      'Allow dynamodb:BatchGetItem on BookingsTable.Arn',
      'Allow dynamodb:ConditionCheckItem on BookingsTable.Arn',
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn/index/consultant',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow logs:CreateLogStream on FunctionsApiLog.Arn',
      'Allow logs:PutLogEvents on FunctionsApiLog.Arn',
      'Allow secretsmanager:GetSecretValue on AttendanceSecret',
      'Allow secretsmanager:GetSecretValue on LinksSecret',
    ]);
  });

  test('nobody but the API reads the key of the meetings’ provider', () => {
    const readers = policies.filter(({ statements: own }) =>
      JSON.stringify(own).includes('AttendanceSecret'),
    );
    expect(readers.map(({ role }) => role)).toEqual(['FunctionsApiRole']);
  });

  test('the pages read and write bookings, and renew sessions', () => {
    expect(permissionsOf('FunctionsPagesRole')).toEqual([
      'Allow cognito-idp:AdminInitiateAuth on IdentityPool.Arn',
      'Allow dynamodb:ConditionCheckItem on BookingsTable.Arn',
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow logs:CreateLogStream on FunctionsPagesLog.Arn',
      'Allow logs:PutLogEvents on FunctionsPagesLog.Arn',
      'Allow secretsmanager:GetSecretValue on LinksSecret',
    ]);
  });

  test('the portal signs people in and gives them passwords beside, and deletes no account', () => {
    const beside = permissionsOf('FunctionsPortalRole').filter((permission) =>
      permission.includes('cognito'),
    );
    expect(beside).toEqual([
      'Allow cognito-idp:AdminAddUserToGroup on IdentityPool.Arn',
      'Allow cognito-idp:AdminCreateUser on IdentityPool.Arn',
      'Allow cognito-idp:AdminInitiateAuth on IdentityPool.Arn',
      'Allow cognito-idp:AdminSetUserPassword on IdentityPool.Arn',
      'Allow cognito-idp:AdminUserGlobalSignOut on IdentityPool.Arn',
    ]);
  });

  test('the desk renews sessions beside, and knows no passwords', () => {
    const beside = permissionsOf('FunctionsDeskRole').filter((permission) => permission.includes('cognito'));
    expect(beside).toEqual(['Allow cognito-idp:AdminInitiateAuth on IdentityPool.Arn']);
  });

  test.each([
    ['Portal', ['person'], []],
    [
      'Desk',
      ['booking', 'company', 'consultant', 'directory', 'mobile', 'person', 'queue'],
      ['BatchGetItem', 'DeleteItem'],
    ],
  ])(
    'the %s may otherwise do what the pages may but hold a booking to a standing, and look things up by %j',
    (name, indexes, more) => {
      const own = permissionsOf(`Functions${name}Role`).filter(
        (permission) => !permission.includes('cognito'),
      );
      const asPages = permissionsOf('FunctionsPagesRole')
        .filter((one) => !one.includes('ConditionCheckItem') && !one.includes('cognito'))
        .map((one) => one.replace('FunctionsPages', `Functions${name}`));
      const queries = indexes.map((index) => `Allow dynamodb:Query on BookingsTable.Arn/index/${index}`);
      const beside = more.map((action) => `Allow dynamodb:${action} on BookingsTable.Arn`);
      expect(own).toEqual([...asPages, ...queries, ...beside].toSorted());
    },
  );

  test('only what is keyed by the address or number of somebody can be deleted, by the desk alone: nothing that happened', () => {
    const deleting = policies.flatMap(({ role, statements: own }) =>
      own
        .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('dynamodb:Delete')))
        .map(({ Action, Condition }) => ({ role, Action, Condition })),
    );
    expect(deleting).toEqual([
      {
        role: 'FunctionsDeskRole',
        Action: 'dynamodb:DeleteItem',
        Condition: {
          'ForAllValues:StringLike': {
            'dynamodb:LeadingKeys': ['EMAIL#*', 'PHONE#*', 'MAILBOX#*', 'STANDING#*@*'],
          },
        },
      },
    ]);
  });

  test('the webhook of SNS sends nothing and reads no key: it writes what came and confirms its subscriptions', () => {
    expect(permissionsOf('FunctionsOnTextRole')).toEqual([
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn/index/mobile',
      'Allow dynamodb:Query on BookingsTable.Arn/index/person',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow logs:CreateLogStream on FunctionsOnTextLog.Arn',
      'Allow logs:PutLogEvents on FunctionsOnTextLog.Arn',
      'Allow sns:ConfirmSubscription on MailFeedbackTopic',
      'Allow sns:ConfirmSubscription on TextsIn',
    ]);
  });

  test('only the reactions text, set timers and remove accounts; they look up the open bookings of a number, and no others; they mail', () => {
    expect(permissionsOf('FunctionsOnEventRole')).toEqual([
      'Allow cognito-idp:AdminDeleteUser on IdentityPool.Arn',
      'Allow cognito-idp:AdminUserGlobalSignOut on IdentityPool.Arn',
      'Allow dynamodb:DescribeStream on BookingsTable.StreamArn',
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:GetRecords on BookingsTable.StreamArn',
      'Allow dynamodb:GetShardIterator on BookingsTable.StreamArn',
      'Allow dynamodb:ListStreams on BookingsTable.Arn/stream/*',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn/index/mobile',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow events:PutEvents on Bus.Arn',
      'Allow iam:PassRole on TimersRole.Arn',
      'Allow logs:CreateLogStream on FunctionsOnEventLog.Arn',
      'Allow logs:PutLogEvents on FunctionsOnEventLog.Arn',
      `Allow scheduler:CreateSchedule on ${scheduler}:schedule/showup-dev-timers/*`,
      `Allow scheduler:DeleteSchedule on ${scheduler}:schedule/showup-dev-timers/*`,
      `Allow scheduler:UpdateSchedule on ${scheduler}:schedule/showup-dev-timers/*`,
      'Allow secretsmanager:GetSecretValue on LinksSecret',
      'Allow ses:DeleteSuppressedDestination on *',
      `Allow ses:SendRawEmail on ${ses}:configuration-set/MailConfigurationSet`,
      `Allow ses:SendRawEmail on ${ses}:identity/MailIdentity`,
      'Allow sns:OptInPhoneNumber on *',
      'Allow sns:Publish on *',
      'Allow sqs:SendMessage on EventsFailures.Arn',
      'Deny sns:Publish on arn:AWS::Partition:sns:*:*:*',
    ]);
  });

  test('timers and sweeps only read and write bookings, and sweeps mail that a block has ended', () => {
    expect(permissionsOf('FunctionsOnTimerRole')).toEqual([
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow logs:CreateLogStream on FunctionsOnTimerLog.Arn',
      'Allow logs:PutLogEvents on FunctionsOnTimerLog.Arn',
      'Allow sqs:SendMessage on TimersFailures.Arn',
    ]);
    expect(permissionsOf('FunctionsSweepRole')).toEqual([
      'Allow dynamodb:GetItem on BookingsTable.Arn',
      'Allow dynamodb:PutItem on BookingsTable.Arn',
      'Allow dynamodb:Query on BookingsTable.Arn/index/due',
      'Allow dynamodb:UpdateItem on BookingsTable.Arn',
      'Allow events:PutEvents on Bus.Arn',
      'Allow logs:CreateLogStream on FunctionsSweepLog.Arn',
      'Allow logs:PutLogEvents on FunctionsSweepLog.Arn',
      `Allow ses:SendRawEmail on ${ses}:configuration-set/MailConfigurationSet`,
      `Allow ses:SendRawEmail on ${ses}:identity/MailIdentity`,
      'Allow sqs:SendMessage on SweepsFailures.Arn',
    ]);
  });

  test('mail goes out from the brand’s own address only', () => {
    const mailing = statements.filter(({ Action }) => Action === 'ses:SendRawEmail');
    const own = { StringEquals: { 'ses:FromAddress': 'sessions@example.com' } };
    expect(mailing.map(({ Condition }) => Condition)).toEqual([own, own]);
  });

  test('the role of timers can be passed to Scheduler and to nothing else', () => {
    const [pass] = statements.filter(({ Action }) => Action === 'iam:PassRole');
    expect(pass?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  });
});

describe('wildcards', () => {
  test('no permission is for all actions of a service', () => {
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('a telephone number has no ARN, so texting is on everything but what has one, nor has the list of addresses that SES does not mail; nothing else is on everything', () => {
    const wide = policies.filter(({ statements: own }) => own.some(({ Resource }) => Resource === '*'));
    expect(wide.map(({ role }) => role)).toEqual(['FunctionsOnEventRole']);
    const permissions = permissionsOf('FunctionsOnEventRole');
    expect(permissions.filter((permission) => permission.endsWith(' on *'))).toEqual([
      'Allow ses:DeleteSuppressedDestination on *',
      'Allow sns:OptInPhoneNumber on *',
      'Allow sns:Publish on *',
    ]);
    expect(permissions).toContain('Deny sns:Publish on arn:AWS::Partition:sns:*:*:*');
  });

  test('no role brings policies of AWS along, nor policies written into itself', () => {
    for (const { Properties } of Object.values(ofType(template, 'AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
  });
});

function permissionsOf(role: string): readonly string[] {
  return permissionsIn(template, role);
}
