/**
 * The default back end: a register machine for the usual path and closures for all else, made without generating code, so that it runs under a strict
 * content security policy. In: a program. Out: a function from lowered facts to lowered outputs.
 * What a margin leaves undecided, small ratios settle, and where they do not, the always-exact back end.
 */
import { Assembler } from './closures/assembler.ts';
import { SOURCE_SIZE } from './closures/assembler-places.ts';
import { CodeWriter } from './closures/code-writer.ts';
import type { Frame } from './closures/closure-parts.ts';
import { GeneralClosures } from './closures/general-closures.ts';
import { columnGather } from './closures/gather-columns.ts';
import { run } from './closures/machine.ts';
import { RatioClosures } from './closures/ratio-closures.ts';
import { outputsOf } from './closures/outputs.ts';
import { type Kind, kindOf, type Registers } from './closures/registers.ts';
import { ExactBackEnd } from './exact-back-end.ts';
import { type GatheredSource, gather } from './gather.ts';
import type { Ir, IrOf, Slot } from './ir.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';
import type { Program } from './program.ts';

export type Evaluator = (facts: readonly Lowered[]) => readonly Lowered[];

export function closuresOf(program: Program): Evaluator {
  const { facts, slots } = program;
  const exact = new ExactBackEnd(program);
  const frame: Frame = { facts: [], locals: [] };
  const slotKinds = slots.map((slot) => kindOf(slot.ir.info.rep));
  const factKinds: readonly Kind[] = facts.map(({ type }) =>
    type.kind === 'boolean' ? 'truth' : type.kind === 'date' || type.kind === 'number' ? 'number' : 'object',
  );
  const first = facts.length;
  const factAt = new Map<object, number>(facts.map((fact, at) => [fact, at]));
  const slotAt = new Map(slots.map((slot, at) => [slot, at]));
  const schemes = new Map<Slot, IrOf<'gather'>>(slots.flatMap((slot) => (slot.ir.op === 'gather' ? [[slot, slot.ir] as const] : [])));
  const gatheredNow = new Map<Slot, readonly GatheredSource[]>();

  const computed = {
    slot: (slot: Slot) => {
      const at = slotAt.get(slot)!;
      const kind = slotKinds[at]!;
      return () => registers.read(first + at, kind);
    },
    gathered: (slot: Slot) => {
      const { scheme, ratings } = schemes.get(slot)!;
      const list = closures.step(ratings);
      return () => {
        const known = gatheredNow.get(slot);
        if (known) return known;
        const found = gather(scheme, list(frame) as readonly Lowered[]);
        gatheredNow.set(slot, found);
        return found;
      };
    },
    slots: () => slotKinds.map((kind, at) => registers.read(first + at, kind)),
  };
  const closures = new GeneralClosures(program, exact, computed);

  const writer = new CodeWriter(first + slots.length);
  let record = 0;
  const ratios = new RatioClosures({
    numbers: () => registers.numbers,
    objects: () => registers.objects,
    lists: writer.lists,
    slotAt: (slot) => first + slotAt.get(slot)!,
    factAt: (fact) => factAt.get(fact)!,
    sourceAt: (slot, source) => assembler.sourceAt(slot, source),
    record: () => record,
  });
  const assembler: Assembler = new Assembler(program, writer, {
    undecided: (ir, rows) => {
      const locals = [...rows];
      const quick = ratios.answer(ir, new Map(locals.map(([id, { list, at }]) => [id, { list, at: () => registers.numbers[at]! }])));
      return () => {
        const answer = quick ? quick() : NaN;
        if (answer === answer) return answer;
        const known = new Map(locals.map(([id, { list, at }]) => [id, memberAt(list, at)]));
        return plainNumber(exact.answer(ir, { facts: frame.facts, slots: computed.slots(), locals: known }));
      };
    },
    gather: ({ scheme }, list, into) => {
      if (scheme.members) return undefined;
      const columns = writer.lists[list]!;
      const quick = columnGather(scheme, columns, into);
      return () => {
        if (quick(registers.numbers)) return true;
        const found = gather(scheme, frame.facts[columns.fact] as readonly Lowered[]);
        for (const [at, source] of found.entries()) putSource(registers, into + at * SOURCE_SIZE, source);
        return true;
      };
    },
  });
  assembler.write();
  const memberAt = (list: number, at: number): LoweredRecord => (frame.facts[writer.lists[list]!.fact] as readonly LoweredRecord[])[registers.numbers[at]!]!;

  const registers: Registers = writer.makeRegisters();
  const machine = writer.machine(registers);
  const general = slots.map((slot) => (slot.ir.op === 'gather' ? () => 0 : closures.step(slot.ir)));
  const slotOf = new Int32Array(machine.code.length);
  for (let at = 0; at < slots.length; at++) slotOf.fill(at, assembler.starts[at]);
  const { lists } = writer;
  const outputs = outputsOf(
    program,
    registers,
    (slot) => first + slotAt.get(slot)!,
    (ir: Ir) => closures.step(ir),
    frame,
  );
  const starts = [...assembler.starts, machine.code.length - 1];

  return (given) => {
    frame.facts = given;
    record++;
    if (gatheredNow.size > 0) gatheredNow.clear();
    for (let at = 0; at < first; at++) registers.write(at, factKinds[at]!, given[at]!);
    for (let at = 0; at < lists.length; at++) {
      const list = lists[at]!;
      const members = given[list.fact]!;
      if (!Array.isArray(members) || !list.fill(members as readonly Lowered[])) list.length = -1;
    }
    let at = 0;
    while ((at = run(machine, at)) >= 0) {
      const slot = slotOf[at]!;
      registers.write(first + slot, slotKinds[slot]!, general[slot]!(frame));
      at = starts[slot + 1]!;
    }
    return outputs();
  };
}

const plainNumber = (value: Lowered): number => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN);

function putSource({ numbers, objects }: Registers, at: number, { raters, n, d, big, missing }: GatheredSource): void {
  numbers[at] = raters;
  numbers[at + 1] = missing ? NaN : n;
  if (missing) objects[at + 1] = missing;
  numbers[at + 2] = d;
  numbers[at + 3] = big ? 0 : 1;
}
