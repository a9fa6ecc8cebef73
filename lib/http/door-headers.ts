/** The header in which the front door proves itself, with a secret that only it and the functions know. */
export const doorHeader = 'x-showup-door';
/** The header in which it tells whom it saw. It overwrites what a client sends under this name. */
export const viewerHeader = 'x-showup-viewer';
