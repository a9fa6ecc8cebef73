import { openStarts } from '../../lib/domain/calendar/openings.ts';
import { interleaved, processorTime } from '../interleaved.ts';
import { atLeast, digits, duration, type Row } from '../report.ts';
import { asCalendar } from './half-booked.ts';
import { questionFor } from './question.ts';
import { slotsWithDayjs } from './with-dayjs.ts';

const offer = { id: 'live-60', minutes: 60 };

/** The computation alone, ours against the straightforward way, which must give the same starts. */
export async function compareSlots(sizes: readonly number[] = [1, 5, 50]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await compare(size)));
  return rows;
}

async function compare(size: number): Promise<readonly Row[]> {
  const asked = questionFor(size);
  const calendar = asCalendar(asked.sessions);
  const { catalogue, now, from, to } = asked;
  const ours = (of = catalogue): readonly number[] => openStarts(of, offer, calendar, now, from, to);
  const [mine, theirs] = [ours(), slotsWithDayjs(asked)];
  if (mine.join() !== theirs.join())
    throw new Error(`${size} consultants: ${mine.length} slots, and ${theirs.length} with dayjs`);
  const took = await interleaved(
    {
      warm: { run: () => ours() },
      // Nothing is remembered of a catalogue that was never seen.
      first: { prepare: () => structuredClone(catalogue), run: (fresh) => ours(fresh as typeof catalogue) },
      dayjs: { run: () => slotsWithDayjs(asked) },
    },
    { rounds: size > 10 ? 5 : 15, stopwatch: processorTime, sampleMs: 40 },
  );
  const what = `${size} consultant${size === 1 ? '' : 's'}, 28 days, ${digits(mine.length)} slots`;
  const against = `dayjs ${duration(took.dayjs)}`;
  const ratio = took.dayjs / took.warm;
  const cold = took.dayjs / took.first;
  return [
    { part: 'slots', what, figure: duration(took.warm), against, ratio, aim: atLeast(500, ratio, ' x') },
    {
      part: 'slots',
      what: `${what}, first time`,
      figure: duration(took.first),
      against,
      ratio: cold,
    },
  ];
}
