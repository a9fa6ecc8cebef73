/** Tells the site whose frame the page stands in how tall it is. Only a number, so it may go to whoever that is. */
export function tellHeight(): void {
  if (parent === window) return;
  const tell = (): void => {
    parent.postMessage({ showupHeight: document.body.offsetHeight + MARGIN }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
}

/** Pixels for outlines that stand out at the bottom. */
const MARGIN = 8;
