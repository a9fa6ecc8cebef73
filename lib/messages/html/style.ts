import { dark, light, type Palette } from './palette.ts';

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Styles on the elements themselves: what every mail program keeps. */
export const style = {
  body: `margin:0;padding:0;background:${light.page};-webkit-text-size-adjust:100%`,
  preview: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0',
  outer: `padding:24px 12px;background:${light.page};font-family:${FONT}`,
  frame: 'width:100%;max-width:600px',
  brand: `padding:0 4px 14px;font-size:15px;line-height:20px;font-weight:600;letter-spacing:0.01em;color:${light.soft}`,
  card: `padding:36px 40px 28px;background:${light.card};border-radius:14px;text-align:left`,
  heading: `margin:0 0 18px;font-size:26px;line-height:32px;font-weight:650;letter-spacing:-0.01em;color:${light.text}`,
  title: `margin:0 0 10px;font-size:16px;line-height:22px;font-weight:650;color:${light.text}`,
  section: `margin:28px 0 0;padding:24px 0 0;border-top:1px solid ${light.rule}`,
  paragraph: `margin:0 0 14px;font-size:16px;line-height:24px;color:${light.text}`,
  panel: `margin:20px 0 24px;padding:18px 20px 6px;background:${light.panel};border-radius:10px`,
  detail: `margin:0 0 12px;font-size:16px;line-height:23px;color:${light.text};overflow-wrap:anywhere`,
  label: `font-size:13px;line-height:18px;color:${light.soft}`,
  strong: 'font-size:18px;line-height:26px;font-weight:650',
  beforeAddress: `margin:0 0 4px;font-size:16px;line-height:24px;color:${light.text}`,
  address: `margin:0 0 16px;font-size:13px;line-height:19px;color:${light.soft};overflow-wrap:anywhere`,
  quiet: `color:${light.soft};text-decoration:none;overflow-wrap:anywhere`,
  footer: `padding:18px 4px 0;font-size:13px;line-height:24px;color:${light.soft};text-align:left`,
};

export function linkStyle(palette: Palette): string {
  return `color:${palette.link};text-decoration:underline;overflow-wrap:anywhere`;
}

export function buttonStyle(palette: Palette): string {
  return `display:inline-block;padding:14px 26px;font-size:16px;line-height:20px;font-weight:600;color:${palette.onButton};background:${palette.button};border-radius:10px;text-decoration:none;margin-bottom:6px`;
}

/** Rules that only some mail programs keep: dark colours, and less padding on narrow screens. */
export function sheet(palette: Palette): string {
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:${dark.page}!important}
.card{background:${dark.card}!important}
.panel{background:${dark.panel}!important}
.text{color:${dark.text}!important}
.soft{color:${dark.soft}!important}
.rule{border-color:${dark.rule}!important}
.link{color:${palette.linkDark}!important}
}
@media (max-width:480px){
.card{padding:26px 22px 18px!important}
.heading{font-size:23px!important;line-height:29px!important}
}`;
}
