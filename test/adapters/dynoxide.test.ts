import { dynoxide } from '../../local/engine/dynoxide.ts';
import { rulesOn } from './rules-on.ts';

rulesOn(dynoxide);
