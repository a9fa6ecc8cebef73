import { operator } from '../aws/endpoint.ts';

/** With which everyone asks the table engine itself: engines may keep a database for each access key. */
export const engineCredentials = { accessKeyId: operator, secretAccessKey: 'local' };
