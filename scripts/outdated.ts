import { npm, runUpkeep } from './upkeep/npm.ts';
import { readOutdated } from './upkeep/versions.ts';

/** Lists what there is a newer version of. Ends with 0 where there is nothing, 1 where there is, 2 where npm can't tell. */
await runUpkeep(async () => {
  const newer = readOutdated((await npm(['outdated', '--json'])).out);
  for (const { name, current, latest, breaking } of newer) {
    console.log(`${name}  ${current} -> ${latest}${breaking ? '  (breaking: by hand)' : ''}`);
  }
  const usual = newer.filter(({ breaking }) => !breaking).length;
  console.log(`${usual} for npm run update-dependencies, ${newer.length - usual} by hand`);
  return newer.length === 0 ? 0 : 1;
});
