/**
 * Which fields of the records in a fact compiled code reads: the fast reader makes no others.
 * In: a program. Out: its facts, each with the names of those fields; without names where a whole record goes somewhere.
 * Records are followed through slots, locals, loops and branches; whatever else takes one in takes it whole.
 */
import type { FactSlot, Ir } from './ir.ts';
import { partsOf } from './reachable.ts';
import type { Program } from './program.ts';

export type WantedFact = FactSlot & { readonly fields?: ReadonlySet<string> | undefined };

export function wantedFacts({ facts, slots, outputs }: Program): readonly WantedFact[] {
  const reads = new FieldReads([...slots.map(({ ir }) => ir), ...outputs]);
  for (const output of outputs) reads.whole(output);
  return facts.map((fact) => ({ ...fact, fields: reads.of(fact) }));
}

/** What of a rating is read; the bounds of its scale come with the scale. */
const GATHERED = ['source', 'rater', 'criterion', 'score', 'scale'] as const;

const NOWHERE: ReadonlySet<Ir> = new Set();

class FieldReads {
  private readonly nodes = new Set<Ir>();
  /** The list through which the variable of a loop goes. */
  private readonly lists = new Map<number, Ir>();
  private readonly origins = new Map<Ir, ReadonlySet<Ir>>();
  private readonly read = new Map<FactSlot, Set<number>>();
  private readonly taken = new Set<FactSlot>();

  constructor(roots: readonly Ir[]) {
    const stack = [...roots];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (this.nodes.has(node)) continue;
      this.nodes.add(node);
      stack.push(...partsOf(node));
      if (node.op === 'local' && node.local.source) stack.push(node.local.source);
      if (node.op === 'slot') stack.push(node.slot.ir);
      if (node.op === 'gathered') stack.push(node.from.ir);
      if (node.op === 'map' || node.op === 'filter' || node.op === 'quantify') this.lists.set(node.local.id, node.list);
    }
    for (const node of this.nodes) this.look(node);
  }

  /** Undefined where all are read, or where the fact holds no records. */
  of(fact: FactSlot): ReadonlySet<string> | undefined {
    const node = [...this.nodes].find((each) => each.op === 'fact' && each.fact === fact);
    const rep = node?.info.rep.kind === 'list' ? node.info.rep.of.rep : node?.info.rep;
    if (rep?.kind !== 'record' || this.taken.has(fact)) return undefined;
    const read = this.read.get(fact);
    return new Set([...rep.fields].filter(([, { index }]) => read?.has(index)).map(([name]) => name));
  }

  /** The record, or the records of the list, are taken as they are. */
  whole(node: Ir): void {
    for (const origin of this.originsOf(node)) if (origin.op === 'fact') this.taken.add(origin.fact);
  }

  private look(node: Ir): void {
    switch (node.op) {
      case 'field':
        this.reads(node.of, [node.index]);
        return;
      case 'gather':
        this.reads(
          node.ratings,
          GATHERED.map((field) => node.scheme.fields[field]),
        );
        return;
      case 'fold':
        if (node.fold !== 'count' && node.fold !== 'last') this.whole(node.list);
        return;
      case 'map':
      case 'filter':
      case 'quantify':
      case 'members':
      case 'at':
      case 'if':
      case 'bind':
      case 'let':
      case 'list':
      case 'present':
        return;
      default:
        for (const part of partsOf(node)) this.whole(part);
    }
  }

  private reads(of: Ir, indexes: readonly number[]): void {
    for (const origin of this.originsOf(of)) {
      if (origin.op !== 'fact') continue;
      const read = this.read.get(origin.fact) ?? new Set();
      for (const index of indexes) read.add(index);
      this.read.set(origin.fact, read);
    }
  }

  /** The facts from which the records in a node's value come. */
  private originsOf(node: Ir): ReadonlySet<Ir> {
    const known = this.origins.get(node);
    if (known) return known;
    // A loop over itself does not exist; what is being looked at adds nothing to itself.
    this.origins.set(node, NOWHERE);
    const found = node.op === 'fact' ? new Set([node]) : new Set(this.handedOnBy(node).flatMap((part) => [...this.originsOf(part)]));
    this.origins.set(node, found);
    return found;
  }

  private handedOnBy(node: Ir): readonly Ir[] {
    switch (node.op) {
      case 'slot':
        return [node.slot.ir];
      case 'local': {
        const source = node.local.source ?? this.lists.get(node.local.id);
        return source ? [source] : [];
      }
      case 'filter':
      case 'members':
      case 'at':
        return [node.list];
      case 'fold':
        return node.fold === 'last' ? [node.list] : [];
      case 'map':
      case 'bind':
      case 'let':
        return [node.body];
      case 'if':
        return [node.then, node.else];
      case 'list':
        return node.items;
      default:
        return [];
    }
  }
}
