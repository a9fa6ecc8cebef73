import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';
import type { IndexName, TableGrant } from './table-grants.ts';

/** The one table: bookings, their events, calendars and everything else. Keys are built in lib/adapters/keys.ts. */
export class BookingTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.stage.deletionProtection,
      removalPolicy: props.stage.removalPolicy,
    });
    // Sparse: only rows with something due, or of a booking that is not over, have these attributes.
    this.addIndex('due', 'duePk', 'dueAt');
    this.addIndex('mobile', 'mobile', 'start');
  }

  /** Tells the function the table's name and lets it do just what the grant lists. */
  letUse(user: ShowupFunction, grant: TableGrant): void {
    user.addEnvironment('TABLE_NAME', this.table.tableName);
    user.allow(grant.table.map(dynamodb), [this.table.tableArn]);
    for (const index of grant.queries ?? []) {
      user.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${index}`]);
    }
  }

  private addIndex(indexName: IndexName, text: string, number: string): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: text, type: AttributeType.STRING },
      sortKey: { name: number, type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}

function dynamodb(action: string): string {
  return `dynamodb:${action}`;
}
