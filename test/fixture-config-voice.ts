import { defineConfig } from '../lib/config/define.ts';
import fixture from './fixture-config.ts';

/** The demo deployment, with its texts sent by End User Messaging. */
export default defineConfig({ ...fixture, texts: { ...fixture.texts, provider: 'end-user-messaging' } });
