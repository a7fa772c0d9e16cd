/**
 * Which fields of records and of the members of lists a program reads, so that the ingest need not keep the others.
 * In: a program. Out: its facts, each with the names of the fields that are read; without names where a record is handed on whole.
 */
import type { FactSlot, Ir, Rep, Slot } from './ir.ts';
import type { FactSlot as WantedFact } from './ingest/ingest-plan.ts';
import type { Program } from './program.ts';
import { partsOf } from './reachable.ts';
import type { Type } from '../values/type.ts';

/** What of a rating is read; the bounds of its scale come with the scale. */
const GATHERED = ['source', 'rater', 'criterion', 'score', 'scale'] as const;

export function withFieldsRead(program: Program): readonly WantedFact[] {
  const search = new FieldSearch(program);
  return program.facts.map((fact) => {
    const names = namesOf(fact.type);
    const read = search.read.get(fact);
    if (!names || search.lost || search.whole.has(fact)) return fact;
    return { ...fact, fields: new Set(names.filter((_, at) => read?.has(at))) };
  });
}

class FieldSearch {
  readonly read = new Map<FactSlot, Set<number>>();
  /** Handed on whole to what is not looked into. */
  readonly whole = new Set<FactSlot>();
  /** It is not known where a record comes from. */
  lost = false;
  private readonly rows = new Map<number, readonly FactSlot[]>();
  private readonly seen = new Set<Ir>();

  constructor(program: Program) {
    for (const { ir } of program.slots) this.visit(ir);
    for (const output of program.outputs) {
      this.visit(output);
      if (holdsRecords(output.info.rep)) this.handOn(output);
    }
  }

  private visit(ir: Ir): void {
    if (this.seen.has(ir)) return;
    this.seen.add(ir);
    switch (ir.op) {
      case 'map':
      case 'filter':
      case 'quantify':
        this.visit(ir.list);
        this.rows.set(ir.local.id, this.sources(ir.list));
        this.visit(ir.op === 'map' ? ir.body : ir.condition);
        return;
      case 'field':
        this.visit(ir.of);
        for (const fact of this.sources(ir.of)) this.add(fact, ir.index);
        return;
      case 'gather':
        this.visit(ir.ratings);
        for (const fact of this.sources(ir.ratings)) for (const field of GATHERED) this.add(fact, ir.scheme.fields[field]);
        return;
      default:
    }
    for (const part of partsOf(ir)) {
      this.visit(part);
      if (holdsRecords(part.info.rep) && !looksInto(ir)) this.handOn(part);
    }
  }

  private add(fact: FactSlot, index: number): void {
    const known = this.read.get(fact) ?? new Set<number>();
    this.read.set(fact, known.add(index));
  }

  private handOn(ir: Ir): void {
    for (const fact of this.sources(ir)) this.whole.add(fact);
  }

  /** The facts whose records a node gives, or the members of whose lists. */
  private sources(ir: Ir): readonly FactSlot[] {
    switch (ir.op) {
      case 'fact':
        return [ir.fact];
      case 'slot':
        return this.slotSources(ir.slot);
      case 'local':
        return ir.local.source ? this.sources(ir.local.source) : (this.rows.get(ir.local.id) ?? this.lose());
      case 'filter':
      case 'members':
      case 'at':
      case 'fold':
        return this.sources(ir.list);
      case 'map':
      case 'bind':
      case 'let':
        return this.sources(ir.body);
      case 'if':
        return [...this.sources(ir.then), ...this.sources(ir.else)];
      // A record inside another is kept whole with it; tables and what rules gave hold records of their own.
      case 'field':
      case 'constant':
      case 'lookup':
      case 'fired':
        return [];
      default:
        return this.lose();
    }
  }

  private slotSources({ ir }: Slot): readonly FactSlot[] {
    this.visit(ir);
    return this.sources(ir);
  }

  private lose(): readonly FactSlot[] {
    this.lost = true;
    return [];
  }
}

/** Whether what a node does with a record or a list of them is seen where their fields are read. */
function looksInto(ir: Ir): boolean {
  switch (ir.op) {
    case 'members':
    case 'at':
    case 'bind':
    case 'let':
    case 'if':
    case 'present':
      return true;
    case 'fold':
      return ir.fold === 'count' || ir.fold === 'last';
    default:
      return false;
  }
}

const holdsRecords = (rep: Rep): boolean => rep.kind === 'record' || (rep.kind === 'list' && holdsRecords(rep.of.rep));

function namesOf(type: Type): readonly string[] | undefined {
  if (type.kind === 'list') return namesOf(type.of);
  return type.kind === 'record' ? [...type.fields.keys()] : undefined;
}
