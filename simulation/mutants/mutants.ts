import type { Mutant } from './mutant.ts';

/** Known faults, of every part of the way from a request to a message. */
export const mutants: readonly Mutant[] = [
  {
    name: 'drops the version check',
    file: 'lib/adapters/transaction.ts',
    find: 'TransactItems: writes.map(({ write }) => correlated(write))',
    replace: `TransactItems: writes.map(({ write, guard }) =>
      correlated(guard !== 'row' ? write
        : write.Put ? { Put: { TableName: write.Put.TableName, Item: write.Put.Item } }
        : write.Update?.ConditionExpression === 'revision = :seen'
          ? { Update: { ...write.Update, ConditionExpression: 'attribute_exists(pk) OR revision = :seen' } }
        : write))`,
    functions: ['api'],
    play: 'some cancel at once',
    caughtBy: 'busy cells',
  },
  {
    name: 'claims after it has sent',
    file: 'lib/app/once.ts',
    find: `  const [claim, prepared] = await Promise.allSettled([
    deps.outbox.claim(id, now, leaseUntil),
    Promise.try(prepare, \`\${id.owner}.\${id.effect}\`),
  ]);
  if (claim.status === 'rejected') throw claim.reason;
  if (claim.value === 'done') return;
  if (claim.value === 'held') throw new Error(\`\${id.owner} \${id.effect} is being done by another run\`);
  const receipt = await sent(prepared).catch(async (error: unknown) => {
    await deps.outbox.release(id, leaseUntil);
    throw error;
  });
`,
    replace: `  const send = await prepare(\`\${id.owner}.\${id.effect}\`);
  const receipt = await send();
  await deps.outbox.claim(id, now, leaseUntil);
`,
    functions: ['on-event'],
    play: 'events come twice',
    caughtBy: 'few repeats',
  },
  {
    name: 'skips the calendar condition',
    file: 'lib/adapters/calendar-day.ts',
    find: 'updateOf(steps.filter(ofDay), limits.filter(ofDay))',
    replace: 'updateOf(steps.filter(ofDay), [])',
    functions: ['api'],
    play: 'many want one slot',
    caughtBy: 'never booked twice',
  },
  {
    name: 'forgets what was done under a key',
    file: 'lib/adapters/booking-id.ts',
    find: '.update(key)',
    replace: '.update(key + Math.random())',
    functions: ['api'],
    play: 'a request comes twice',
    caughtBy: 'once a key',
  },
  {
    name: 'answers a key with whatever was done under it',
    file: 'lib/app/book-session.ts',
    find: 'if (done.fingerprint !== once.fingerprint) {',
    replace: 'if (done.booking.id === once.fingerprint) {',
    functions: ['api'],
    play: 'two use one key',
    caughtBy: 'kept private',
  },
  {
    name: 'ignores stamps',
    file: 'lib/http/sns-envelope.ts',
    find: 'stamp: Date.parse(Timestamp),',
    replace: 'stamp: Date.now(),',
    functions: ['on-text'],
    play: 'an answer comes late',
    caughtBy: 'fair no-shows',
  },
  {
    name: 'lets stale timers act',
    file: 'lib/domain/booking/due.ts',
    find: 'if (timer === undefined || command.version !== booking.version || now < timer.at) return [];',
    replace: 'if (timer === undefined) return [];',
    functions: ['on-timer'],
    play: 'an old timer fires',
    caughtBy: 'on time',
  },
  {
    name: 'reminds of cancelled sessions',
    file: 'lib/app/effect-context.ts',
    find: 'return open && booking.version === record.version;',
    replace: 'return booking.version === record.version;',
    functions: ['on-event'],
    play: 'cancelled before it is told',
    caughtBy: 'true when sent',
  },
  {
    name: 'tells of a time that has moved',
    file: 'lib/app/effect-context.ts',
    find: 'return open && booking.version === record.version;',
    replace: 'return open;',
    functions: ['on-event'],
    play: 'moved before it is told',
    caughtBy: 'true when sent',
  },
  {
    name: 'marks done before it has sent',
    file: 'lib/app/once.ts',
    find: 'const receipt = await sent(',
    replace: 'await markDone(deps, id, undefined);\n  const receipt = await sent(',
    functions: ['on-event'],
    play: 'texting fails for a while',
    caughtBy: 'told of all',
  },
  {
    name: 'never gives a claim back',
    file: 'lib/app/once.ts',
    find: 'await deps.outbox.release(id, leaseUntil);',
    replace: 'await deps.outbox.claim(id, leaseUntil, 2 * leaseUntil);',
    functions: ['on-event'],
    play: 'texting fails for a while',
    caughtBy: 'told of all',
  },
  {
    name: 'sweeps with closed eyes',
    file: 'lib/app/sweep.ts',
    find: 'const ids = await deps.table.overdue(deps.now(), LIMIT);',
    replace: 'const ids = await deps.table.overdue(0, LIMIT);',
    functions: ['sweep'],
    play: 'a timer is lost',
    caughtBy: 'on time',
  },
  {
    name: 'keeps the time of who cancels',
    file: 'lib/domain/booking/evolve.ts',
    find: "return over(withoutHolds(booking), 'cancelled', { cancelled: cancellation });",
    replace: "return over(booking, 'cancelled', { cancelled: cancellation });",
    functions: ['api'],
    play: 'somebody cancels',
    caughtBy: 'busy cells',
  },
  {
    name: 'waits for who has joined',
    file: 'lib/domain/booking/evolve.ts',
    find: `        ...without(booking, ['check-in', 'close']),
        status: 'in_progress',`,
    replace: `        ...booking,
        status: 'in_progress',`,
    functions: ['api'],
    play: 'somebody joins',
    caughtBy: 'fair no-shows',
  },
  {
    name: 'counts what was excused',
    file: 'lib/domain/standing/no-shows.ts',
    find: "return !isRuling(entry) && entry.kind !== 'same-day-change';",
    replace: "return entry.kind === 'no-show' || entry.kind === 'no-show-reversed';",
    functions: ['desk'],
    play: 'staff excuse a no-show',
    caughtBy: 'standing is its history',
  },
  {
    name: 'closes nothing in time off',
    file: 'lib/adapters/hours.ts',
    find: 'return eachCell(cellsOf(after)).map((cell) => ({ count, cell, by }));',
    replace:
      "return eachCell(cellsOf(after)).map((cell) => ({ count: count === 'o' ? 'e' : count, cell, by }));",
    functions: ['desk'],
    play: 'time off is booked',
    caughtBy: 'time off is kept',
  },
  {
    name: 'opens a booking by any token',
    file: 'lib/app/links.ts',
    find: 'return (await fitsMac(deps, mac, texts)) ? bookingId : undefined;',
    replace: 'return (await fitsMac(deps, mac, texts)) || mac.length === 22 ? bookingId : undefined;',
    functions: ['pages'],
    play: 'two have sessions',
    caughtBy: 'private pages',
  },
  {
    name: 'cancels sessions of others for a member',
    file: 'lib/app/my-bookings.ts',
    find: 'if (booking === undefined || !isOwn(booking, actor.person)) {',
    replace: 'if (booking === undefined) {',
    functions: ['portal'],
    play: 'two have sessions',
    caughtBy: 'private pages',
  },
  {
    name: 'lists people to everybody',
    file: 'lib/domain/people/permissions.ts',
    find: "'see-people': row(none, none, none, x, x),",
    replace: "'see-people': row(x, x, x, x, x),",
    functions: ['portal'],
    play: 'two have sessions',
    caughtBy: 'private pages',
  },
  {
    name: 'lets sessions live on after signing out',
    file: 'lib/adapters/identity-sessions.ts',
    find: 'await pool.client.send(new RevokeTokenCommand({ ClientId: pool.clientId, Token: refreshToken }));',
    replace: 'await Promise.resolve(RevokeTokenCommand);',
    functions: ['portal'],
    play: 'somebody signs out',
    caughtBy: 'signed in',
  },
];
