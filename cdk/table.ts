import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
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
    // Sparse: only rows of bookings have these attributes. A row is in the first only while something is due, also the
    // end of somebody's block, and in the second only while it waits for a decision, also on a company.
    this.addIndex('due', 'duePk', 'dueAt');
    this.addIndex('queue', 'queue', 'queuedAt');
    this.addIndex('mobile', 'mobile', 'start');
    this.addIndex('person', 'person', 'start');
    this.addIndex('company', 'companyId', 'start');
    this.addIndex('consultant', 'consultantId', 'start');
    this.addIndex('booking', 'bookingPk', { name: 'id', type: AttributeType.STRING });
    // Rows of people who have an account, and of companies.
    this.addIndex('directory', 'directory', { name: 'sortName', type: AttributeType.STRING });
  }

  /** Tells the function the table's name and lets it do just what the grant lists. */
  letUse(user: ShowupFunction, grant: TableGrant): void {
    user.addEnvironment('TABLE_NAME', this.table.tableName);
    user.allow(grant.table.map(dynamodb), [this.table.tableArn]);
    if (grant.deletes !== undefined) {
      user.allow(['dynamodb:DeleteItem'], [this.table.tableArn], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...grant.deletes] },
      });
    }
    for (const index of grant.queries ?? []) {
      user.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/${index}`]);
    }
  }

  /** Sorted by a number where nothing else is said. */
  private addIndex(indexName: IndexName, text: string, sort: string | Attribute): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: text, type: AttributeType.STRING },
      sortKey: typeof sort === 'string' ? { name: sort, type: AttributeType.NUMBER } : sort,
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
}

function dynamodb(action: string): string {
  return `dynamodb:${action}`;
}
