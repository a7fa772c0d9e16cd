/**
 * How a result stands in json-rules-engine.
 * In: a result of the library. Out: canonical text (`66.5`, `200/3`), ISO dates, truths, lists; none, unknown and fault as tagged objects.
 */
import { type Result, isList, isRecord, toJson } from '../values/result.ts';

/** A record stands there only as being there: rules compare its fields, which are facts of their own. */
export function wireOf(result: Result): unknown {
  if (isRecord(result)) return { record: true };
  return isList(result) ? result.map(wireOf) : toJson(result);
}
