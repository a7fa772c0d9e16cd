/**
 * SARIF 2.1.0, as code hosts read findings.
 * In: findings and the version of the tool. Out: one JSON document, the same for the same findings.
 */
import type { Position, Severity } from '../../ruleset/diagnostic.ts';
import type { Finding } from '../suite.ts';

export function renderSarif(findings: readonly Finding[], version: string): string {
  const codes = [...new Set(findings.map((finding) => finding.code))].sort();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kinerja', version, rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: finding.severity satisfies Severity,
          message: { text: finding.title === finding.code ? finding.message : `${finding.title}: ${finding.message}` },
          ...(finding.position && { locations: [location(finding.position)] }),
          ...(finding.related?.position && { relatedLocations: [{ ...location(finding.related.position), message: { text: finding.related.message } }] }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const location = (position: Position): object => ({
  physicalLocation: { artifactLocation: { uri: uriOf(position.file) }, region: { startLine: position.line, startColumn: position.column } },
});

/** A relative reference, or a `file:` address for an absolute path; each segment escaped. */
function uriOf(file: string): string {
  const escaped = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return `file://${escaped}`;
  return /^[A-Za-z]:[\\/]/.test(file) ? `file:///${escaped.replace(/^([A-Za-z])%3A/, '$1:')}` : escaped;
}
