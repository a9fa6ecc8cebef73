import { dynamoDbLocal } from '../../local/engine/dynamodb-local.ts';
import { rulesOn } from './rules-on.ts';

rulesOn(dynamoDbLocal);
