/**
 * JUnit XML, as build servers read it.
 * In: suites. Out: one XML document; a check with an error (or a warning that counts) is a failure, notes stand in its output.
 */
import { type Check, type Finding, type Suite, type Warnings, fails } from '../suite.ts';
import { placeText } from './place-text.ts';

export function renderJunit(name: string, suites: readonly Suite[], warnings: Warnings): string {
  const all = suites.flatMap((suite) => suite.checks);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, tests: String(all.length), failures: String(failed(all, warnings)) })}>`,
    ...suites.flatMap((suite) => suiteLines(suite, warnings)),
    '</testsuites>',
    '',
  ].join('\n');
}

const failed = (checks: readonly Check[], warnings: Warnings): number =>
  checks.filter((check) => check.findings.some((finding) => fails(finding, warnings))).length;

function suiteLines(suite: Suite, warnings: Warnings): readonly string[] {
  const head = attributes({
    name: suite.name,
    tests: String(suite.checks.length),
    failures: String(failed(suite.checks, warnings)),
    errors: '0',
    skipped: '0',
  });
  return [`  <testsuite${head}>`, ...suite.checks.flatMap((check) => checkLines(check, warnings)), '  </testsuite>'];
}

function checkLines(check: Check, warnings: Warnings): readonly string[] {
  const file = check.findings.find((finding) => finding.position)?.position;
  const head = `    <testcase${attributes({ name: check.name, classname: check.group, ...(file && { file: file.file, line: String(file.line) }) })}`;
  if (check.findings.length === 0) return [`${head}/>`];
  const bad = check.findings.filter((finding) => fails(finding, warnings));
  const told = check.findings.filter((finding) => !fails(finding, warnings));
  return [
    `${head}>`,
    ...bad.map((finding) => `      <failure${attributes({ message: finding.title, type: finding.code })}>${escapeText(textOf(finding))}</failure>`),
    ...(told.length > 0 ? [`      <system-out>${escapeText(told.map(textOf).join('\n'))}</system-out>`] : []),
    '    </testcase>',
  ];
}

const textOf = (finding: Finding): string =>
  `${finding.position ? `${placeText(finding.position)}: ` : ''}${finding.severity} ${finding.code}: ${finding.message}`;

const attributes = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');

/** Characters that XML 1.0 cannot hold, even escaped; halves of a surrogate pair among them. */
const UNHOLDABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeText(text: string): string {
  return text.replaceAll(UNHOLDABLE, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
