/**
 * The look of the HTML page, on screen and on paper.
 * In: nothing. Out: {@link HTML_STYLE}: one style sheet, without anything to load.
 */
export const HTML_STYLE = `:root { --ink: #1c2430; --soft: #5a6675; --line: #d6dce4; --wash: #f4f6f9; --accent: #1f4e79; --good: #1b6e3c; --warn: #8a5a00; --bad: #a1261d; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 2rem 4rem; color: var(--ink); background: #fff; font: 15px/1.5 "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", serif; }
h1, h2, h3, h4, th, dt, .label, .number { font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; color: var(--accent); }
h2 { margin: 2.4rem 0 0.8rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--accent); font-size: 1.15rem; color: var(--accent); }
h3 { margin: 1.4rem 0 0.5rem; font-size: 1rem; }
p { margin: 0.4rem 0; }
ul { margin: 0.4rem 0; padding-left: 1.2rem; }
li { margin: 0.25rem 0; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
a:hover { color: var(--accent); }
dl { display: grid; align-items: baseline; margin: 0.4rem 0; }
dd { margin: 0; min-width: 0; overflow-wrap: break-word; }
dt { color: var(--soft); font-size: 0.8rem; }
dl.pairs { grid-template-columns: fit-content(16rem) 1fr; gap: 0.1rem 1.2rem; }
dl.pairs dt { min-width: 2rem; }
header dl.pairs dt { min-width: 9rem; }
header { padding-bottom: 0.6rem; border-bottom: 1px solid var(--line); }
header dd { overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.8rem; margin: 0.8rem 0 1rem; }
.figure { padding: 0.7rem 0.9rem; border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 4px; background: var(--wash); break-inside: avoid; }
.figure.good { border-top-color: var(--good); }
.figure.warn { border-top-color: var(--warn); }
.figure.bad { border-top-color: var(--bad); }
.figure p { margin: 0; }
.figure .label { color: var(--soft); font-size: 0.8rem; }
.figure .value { margin: 0.15rem 0; font-size: 1.35rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
.figure .line { color: var(--soft); font-size: 0.85rem; }
.step { margin: 0.7rem 0; padding: 0.5rem 0.8rem 0.6rem; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
.step.long { break-inside: auto; }
.step:target, tr:target { background: #fff8e1; }
.step h4 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.6rem; margin: 0; font-size: 0.98rem; }
.step .number { min-width: 1.7rem; padding: 0 0.35rem; border-radius: 3px; background: var(--accent); color: #fff; font-size: 0.78rem; text-align: center; }
.step .value { margin-left: auto; font-variant-numeric: tabular-nums; text-align: right; overflow-wrap: anywhere; }
dl.notes { grid-template-columns: 8rem 1fr; gap: 0.1rem 0.8rem; margin: 0.35rem 0 0; }
dt.inner { padding-left: 0.9rem; }
dd.inner { padding-left: 0.9rem; border-left: 2px solid var(--line); }
dd.small { color: var(--soft); font-size: 0.82rem; }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; font-size: 0.88rem; }
th, td { padding: 0.28rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { color: var(--soft); font-size: 0.76rem; font-weight: 600; border-bottom-color: var(--soft); }
td:first-child, th:first-child { padding-left: 0; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.strong { font-weight: 700; }
.dim { color: var(--soft); }
.good { color: var(--good); font-weight: 600; }
.warn { color: var(--warn); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.figure.good, .figure.warn, .figure.bad, .figure.strong { color: inherit; font-weight: inherit; }
@media (max-width: 40rem) { body { padding: 1rem; } dl.pairs, dl.notes { grid-template-columns: 1fr; } dt { margin-top: 0.3rem; line-height: 1.3; } }
@page { size: A4; margin: 17mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5a6675; } }
@media print {
  :root { font-size: 12.5px; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 16pt; }
  h2 { margin-top: 14pt; font-size: 12pt; }
  h2, h3, h4, thead, p:has(+ table), p:has(+ .step) { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li, .figure { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .step { margin: 0.45rem 0; padding: 0.3rem 0.6rem 0.35rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
