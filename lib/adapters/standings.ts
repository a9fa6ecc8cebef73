import type { StandingTable } from '../app/standing-deps.ts';
import { awaitBlockEnd, readEnding } from './block-ends.ts';
import { readCompanyEntries } from './company-entries.ts';
import type { TableClient } from './document-client.ts';
import { erasePhone } from './erase-phone.ts';
import { eraseRecord } from './erase-record.ts';
import { noteErasure } from './erasures.ts';
import { eraseMailbox } from './mailboxes.ts';
import { keepPolicy, readPolicy } from './policies.ts';
import { hintReview, readQueue } from './queues.ts';
import { commitRecord, readRecordById } from './standing-records.ts';

/** The rows of standing, as the application sees them. */
export function dynamoStandings(table: TableClient): StandingTable {
  return {
    recordById: (id) => readRecordById(table, id),
    entriesOf: (companyId, from) => readCompanyEntries(table, companyId, from),
    commitRecord: (change) => commitRecord(table, change),
    awaitBlockEnd: (record, at) => awaitBlockEnd(table, record, at),
    blocksEnding: (now, limit) => readEnding(table, now, limit),
    hintReview: (companyId, since, upTo) => hintReview(table, companyId, since, upTo),
    queued: (queue, page) => readQueue(table, queue, page),
    keepPolicy: (version, policy, now) => keepPolicy(table, version, policy, now),
    policy: (version) => readPolicy(table, version),
    eraseRecord: (record, tombstone) => eraseRecord(table, record, tombstone),
    noteErasure: (note) => noteErasure(table, note),
    eraseMailbox: (email) => eraseMailbox(table, email),
    erasePhone: (mobile) => erasePhone(table, mobile),
  };
}
