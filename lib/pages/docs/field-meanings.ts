/** What fields mean, by the path that `rowsOf` gives them, or by as much of its end as says enough. */
const meanings: Readonly<Record<string, string>> = {
  // What is asked.
  sessionType: 'Id of a kind of session, as /v1/session-types lists them.',
  from: 'First date to look at, such as 2026-11-24, in the zone asked for.',
  to: 'Last date to look at, that day included.',
  timeZone: 'IANA zone, such as Europe/Berlin. Mails to the attendee tell times in it.',
  token: 'The last part of the address of a mail’s links, and of manageUrl and joinUrl.',
  'Idempotency-Key': 'A value of your own, the same for every try at the same booking. Kept for 24 hours.',
  companyCode: 'The company’s code, which makes the session free. Members find it on their profile page.',
  topic: 'What the session should be about.',
  release: 'Id of the release that it is about. One at its end of life is refused, a deprecated one noted.',
  language: 'What the attendee is written to in.',

  // What is answered.
  start: 'When the session starts.',
  end: 'When it ends.',
  name: 'What people call it.',
  description: 'What it is for.',
  minutes: 'How long it lasts.',
  'price.amount': 'What it costs without a company code.',
  'price.currency': 'ISO 4217 code.',
  freeWithCode: 'Whether a company code makes it free.',
  'days{}[].start': 'A start that can be booked; days are dates of the zone asked for.',
  bookable: 'Whether it could be booked just now.',
  'reasons[].code': 'Why not, for programs.',
  'reasons[].detail': 'Why not, for people.',
  'reasons[].consultant': 'Whom the reason concerns; absent where it concerns everyone.',
  id: 'Its id, for good.',
  status: 'Where the booking stands.',
  version: 'Starts at 1 and rises by one with every move.',
  'consultant.name': 'Who gives the session.',
  'attendee.name': 'Who comes.',
  'attendee.email': 'Where every mail about the booking goes.',
  'attendee.mobile':
    'International number. If nobody has joined shortly after the start, it is asked by text whether to keep the session open.',
  free: 'Whether a company code made it free.',
  'notices[]': 'What the booker should know, such as that the release is deprecated.',
  'changeBy.link': 'Until when it can be moved and cancelled by its link, or by this API.',
  'changeBy.text': 'Until when notice by text counts, where a mobile number was given.',
  'attendance.joinedAt': 'When somebody joined.',
  'attendance.evidence': 'How that came to be known.',
  'checkIn.askedAt': 'When we asked by text whether anybody is coming.',
  'checkIn.answeredAt': 'When the answer was sent.',
  'checkIn.answer': 'What it said.',
  'outcome.reason': 'Why it counts as a no-show.',
  'outcome.at': 'When that was recorded.',
  'cancelled.at': 'When it was cancelled.',
  'cancelled.by': 'By what: its link, or the system itself.',
  'cancelled.reason': 'The reason given.',
  reason: 'Why, for the consultant to read.',
  manageUrl: 'The page that moves and cancels it. A key to the booking: give it to nobody else.',
  joinUrl: 'The page that leads to the meeting. May be passed on to colleagues.',
  createdAt: 'When it was booked.',
  meetingUrl: 'Where the meeting is.',
  'dialIn.url': 'A page of local and international phone numbers.',
  'dialIn.conferenceId': 'What to enter on the phone.',
  openapi: 'Version of the OpenAPI specification.',
};

/** What a field means; undefined where its name says all that we know. */
export function meaningOf(path: string): string | undefined {
  const found = meanings[path];
  const dot = path.indexOf('.');
  return found !== undefined || dot < 0 ? found : meaningOf(path.slice(dot + 1));
}
