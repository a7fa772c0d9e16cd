/**
 * Reads a mapping from a YAML file.
 * In: a path. Out: a {@link Mapping}; what is wrong names file, line and column.
 */
import { readFileSync } from 'node:fs';
import { readYaml } from '../../authoring/read-yaml.ts';
import { type Mapping, MappingError } from '../../batch/mapping/mapping.ts';
import { readMapping } from '../../batch/mapping/read-mapping.ts';
import { readingError } from './batch-error.ts';

/** @throws BatchError when the file cannot be read; MappingError when it is no sound mapping. */
export function readMappingFile(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw readingError(error, path);
  }
  const { data, locate, diagnostics } = readYaml(text, path);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new MappingError(errors);
  return readMapping(data ?? {}, locate);
}
