/** For screen and paper: nothing fetched, dark ink on white, tables that break between rows and repeat their heads. */
export const sheet = `
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1d2025; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9ccd1; }
h3 { font-size: 1rem; overflow-wrap: anywhere; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid #e4e4df; }
td { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: #5c626b; } dd { margin: 0; overflow-wrap: anywhere; }
.policy { columns: 2; font: 12px/1.5 ui-monospace, monospace; list-style: none; padding: 0; }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, li, dl { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
