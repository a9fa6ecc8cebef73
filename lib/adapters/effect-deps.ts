import type { EffectDeps, Texter, Timers } from '../app/deps.ts';
import type { PeopleDeps } from '../app/people-deps.ts';
import type { StandingDeps } from '../app/standing-deps.ts';
import type { Settings, TextSettings } from '../config/settings.ts';
import { depsWith, type Environment, makeLinkDeps, required } from './deps.ts';
import { tableClient } from './document-client.ts';
import { latePort } from './late-port.ts';
import { measuredTexter } from './measured.ts';
import { dynamoOutbox } from './outbox.ts';
import { dynamoPeople } from './people.ts';
import { dynamoStandings } from './standings.ts';
import { mailerOf, type TellingDeps, tellingDepsWith } from './sweep-deps.ts';
import { timerTargetIn } from './timer-target.ts';

/** What the function that tells the world needs, but for identity. */
export function makeEffectDeps(
  environment: Environment,
  settings: Settings,
): EffectDeps & Pick<PeopleDeps, 'people'> & Pick<StandingDeps, 'standings'> & TellingDeps {
  const table = tableClient(required(environment, 'TABLE_NAME'));
  return {
    ...depsWith(table, settings),
    ...makeLinkDeps(environment),
    people: dynamoPeople(table),
    standings: dynamoStandings(table),
    ...tellingDepsWith(table, environment),
    outbox: dynamoOutbox(table),
    timers: timersOf(environment),
    mailer: mailerOf(environment, settings),
    texter: texterOf(environment, settings.texts),
  };
}

function timersOf(environment: Environment): Timers {
  const target = timerTargetIn(environment);
  const load = async () => (await import('./timers.ts')).schedulerTimers(target);
  return latePort<Timers>(load, { set: true, clear: true });
}

function texterOf(environment: Environment, { provider, from, maxPrice }: TextSettings): Texter {
  const now = () => Date.now();
  const methods = { send: true, optIn: true } as const;
  if (provider === 'sns') {
    const load = async () => (await import('./sns-texts.ts')).snsTexter({ from, maxPrice, now });
    return measuredTexter(latePort<Texter>(load, methods));
  }
  const text = { from, maxPrice, configurationSet: required(environment, 'TEXT_CONFIGURATION_SET'), now };
  const load = async () => (await import('./sms-voice-texts.ts')).smsVoiceTexter(text);
  return measuredTexter(latePort<Texter>(load, methods));
}
