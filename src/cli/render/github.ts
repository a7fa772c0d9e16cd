/**
 * Annotations of GitHub Actions: one command a finding, shown at its line in a pull request.
 * In: findings. Out: lines `::error file=F,line=L,col=C,title=T::message`.
 */
import type { Severity } from '../../ruleset/diagnostic.ts';
import type { Finding } from '../suite.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

export const renderGithub = (findings: readonly Finding[]): string => findings.map((finding) => `${annotation(finding)}\n`).join('');

function annotation({ severity, position, code, title, message }: Finding): string {
  const properties = [
    ...(position ? [`file=${escapeProperty(position.file)}`, `line=${position.line}`, `col=${position.column}`] : []),
    `title=${escapeProperty(title === code ? code : `${code}: ${title}`)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
