/**
 * The order of evaluation: stage by stage, and within a stage by what reads what; the order of writing breaks ties.
 * In: steps with what they read. Out: the sorted steps, or the cycle with its path.
 */
export interface Ordered {
  readonly key: string;
  readonly reads: readonly string[];
}

export type OrderResult<S> = { readonly steps: readonly S[] } | { readonly cycle: readonly string[] };

/** @param through what a read key stands for: the callables it goes through add their own reads. */
export function orderSteps<S extends Ordered>(steps: readonly S[], readsOf: (key: string) => readonly string[] | undefined): OrderResult<S> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const sorted: S[] = [];

  // An own stack instead of recursion: a chain of ten thousand terms is legal.
  for (const start of steps) {
    const stack: { key: string; next: number; reads: readonly string[] }[] = [];
    const enter = (key: string): readonly string[] | undefined => {
      if (done.has(key)) return undefined;
      if (onPath.has(key)) return [...path.slice(path.indexOf(key)), key];
      const reads = byKey.get(key)?.reads ?? readsOf(key);
      if (reads === undefined) {
        done.add(key);
        return undefined;
      }
      stack.push({ key, next: 0, reads });
      path.push(key);
      onPath.add(key);
      return undefined;
    };
    const first = enter(start.key);
    if (first) return { cycle: first };
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const read = top.reads[top.next++];
      if (read !== undefined) {
        const cycle = enter(read);
        if (cycle) return { cycle };
        continue;
      }
      stack.pop();
      path.pop();
      onPath.delete(top.key);
      done.add(top.key);
      const step = byKey.get(top.key);
      if (step) sorted.push(step);
    }
  }
  return { steps: sorted };
}
