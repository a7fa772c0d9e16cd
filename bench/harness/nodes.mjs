/**
 * How large the task is: operations of its formulas, as the plan holds them and as one employee meets them.
 * In: a resolved ruleset. Out: counts. A function called for each of six indicators counts six times; conditions of rules and rows of tables count once.
 */

/**
 * @param {any} ruleset
 * @param {number} members how many members a list has
 */
export function countNodes(ruleset, members) {
  const { plan } = ruleset;
  const callables = plan.callables instanceof Map ? plan.callables : new Map(Object.entries(plan.callables));
  /** @type {(value: any, times: number, unroll: boolean) => number} */
  const count = (value, times, unroll) => {
    if (typeof value !== 'object' || value === null) return 0;
    if (Array.isArray(value)) return value.reduce((sum, each) => sum + count(each, times, unroll), 0);
    if (value instanceof Map) return [...value.values()].reduce((sum, each) => sum + count(each, times, unroll), 0);
    const inner = unroll && ['for', 'filter', 'some', 'every', 'quantified'].includes(value.op) ? times * members : times;
    let sum = typeof value.op === 'string' ? times : 0;
    for (const [key, part] of Object.entries(value)) {
      if (['type', 'span', 'origin', 'unit'].includes(key)) continue;
      sum += count(part, key === 'in' || key === 'list' ? times : inner, unroll);
    }
    const body = unroll && value.op === 'apply' ? callables.get(value.key ?? value.name ?? value.id) : undefined;
    return body === undefined || body.kind === 'table' ? sum : sum + count(body.body ?? body, times, unroll);
  };
  const parts = plan.steps.flatMap((/** @type {any} */ step) => [step.body, step.tree, step.kind === 'rule' ? step.event?.values : undefined, step.derive]);
  return {
    asWritten: count([...parts, [...callables.values()].map((each) => each.body)], 1, false),
    perEmployee: count(parts, 1, true),
    steps: plan.steps.length,
  };
}
