/**
 * Diagnostics of the library as findings of a report.
 * In: a diagnostic. Out: a {@link Finding}; one without a file names its path instead.
 */
import { type Diagnostic, pathText } from '../ruleset/diagnostic.ts';
import type { Finding } from './suite.ts';

export function findingOf({ code, severity, message, mend, position, path, ruleset, related }: Diagnostic): Finding {
  const place = position ? '' : `${ruleset}:${pathText(path)}: `;
  return {
    code,
    severity,
    title: code,
    message: `${place}${message}${mend === undefined ? '' : ` ${mend}`}`,
    ...(position && { position }),
    ...(related && { related }),
  };
}
