// Keeps the page up to date while it is open: the clock ticks, and what the server would show anew is replaced.
// Everything works without this file.

const pollEvery = 2000;
/** What the server last gave for each live part, by id. */
const given = new Map();

for (const part of document.querySelectorAll('[data-live]')) given.set(part.id, part.outerHTML);

startClock();
fitFrames();
setInterval(() => void refresh(), pollEvery);
document.addEventListener('visibilitychange', () => void refresh());
document.addEventListener('submit', ({ target }) => target.setAttribute('aria-busy', 'true'));
// A page that the back button brings up again is no longer busy, and may be old.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy');
});

async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    setClock(Number(fresh.getElementById('now')?.dataset.now));
    for (const part of fresh.querySelectorAll('[data-live]')) replace(part);
    document.documentElement.removeAttribute('data-away');
  } catch {
    document.documentElement.setAttribute('data-away', '');
  }
}

function replace(part) {
  const html = part.outerHTML;
  const old = document.getElementById(part.id);
  if (old === null || given.get(part.id) === html) return;
  given.set(part.id, html);
  const known = new Set([...old.querySelectorAll('[id]')].map(({ id }) => id));
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
  for (const element of part.querySelectorAll('li[id]'))
    element.classList.toggle('fresh', !known.has(element.id));
  old.replaceWith(part);
  fitFrames();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Frames are as tall as the mail in them, so that it scrolls with the page. */
function fitFrames() {
  for (const frame of document.querySelectorAll('iframe')) {
    const measure = () => {
      const inside = frame.contentDocument?.documentElement;
      if (inside) frame.style.height = `${inside.offsetHeight + frame.offsetHeight - frame.clientHeight}px`;
    };
    frame.addEventListener('load', measure);
    new ResizeObserver(measure).observe(frame.parentElement);
    measure();
  }
}

function startClock() {
  const face = document.getElementById('now');
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: face.dataset.zone,
    hourCycle: 'h23',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  setClock(Number(face.dataset.now));
  setInterval(() => {
    face.firstElementChild.textContent = format.format(performance.now() + Number(face.dataset.lead));
  }, 250);
}

function setClock(now) {
  if (Number.isFinite(now)) document.getElementById('now').dataset.lead = String(now - performance.now());
}
