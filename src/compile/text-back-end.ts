/**
 * The generated back end: one program as JavaScript text.
 * In: a program. Out: the text of `(K) => (facts) => outputs` and the constants `K`.
 * The text holds numbers and indexes of the plan alone: every word of the ruleset stands among the constants.
 */
import { NONE } from '../values/result.ts';
import { callDate } from './call-date.ts';
import { callExact } from './call-exact.ts';
import { exactOf } from './exact-of.ts';
import type { Ir, Slot } from './ir.ts';
import { BY_ZERO, NO_MEMBER } from './missing.ts';
import type { Program } from './program.ts';
import { firedList, memberAt, openOf, pieceExact, presence, rankIn, settledBy } from './text-helpers.ts';
import { IN_TWO, isApart, together } from './text/apart.ts';
import { GatherText } from './text/gather-text.ts';
import { allSlots } from './text/slots-under.ts';

/** A function longer than this is not optimised by engines, so the program is cut into several. */
const LONGEST_PART = 40_000;
/** What it takes beside its value to put an output into its place. */
const ASSIGNED = 60;

export interface ProgramText {
  readonly text: string;
  readonly constants: readonly unknown[];
  /** The constant that is a function made of the program, and the nodes that it answers by their number. */
  readonly undecided: unknown;
  readonly nodes: readonly Ir[];
}

export function textOf(program: Program): ProgramText {
  return new TextPrinter(program).print();
}

class TextPrinter extends GatherText {
  print(): ProgramText {
    const parts = this.parts();
    const functions = parts.map((lines, at) => `function part${at}(F, O) {\n${lines.join('\n')}\n}`);
    const slots = `const S = new Array(${this.program.slots.length}).fill(undefined);`;
    const kept = [...this.kept];
    const calls = [...(kept.length > 0 ? ['record++;'] : []), ...parts.map((_, at) => `part${at}(F, O);`)];
    const cold = [...this.cold.values()].join('\n');
    const text = `(K) => {\n${this.hoisted()}\n${slots}\nlet record = 0;\n${kept.map((name) => `let ${name}, ${name}r = -1;`).join(' ')}\n${cold}\n${functions.join('\n')}\nconst C = [${this.program.outputs.map((output) => (output.op === 'constant' ? this.literal(output.value) : 'undefined')).join(', ')}];\nreturn (F) => { const O = C.slice(); ${calls.join(' ')} return O; };\n}`;
    return { text, constants: this.constants, undecided: this.answers, nodes: this.nodes };
  }

  /** Lines of each function; a first pass learns how long each slot prints, and what is read across. */
  protected parts(): readonly (readonly string[])[] {
    const { slots, outputs } = this.program;
    const sizeOf = (ir: Ir): number => {
      const lines: string[] = [];
      const value = this.value(ir, lines);
      return lines.join('').length + value.length;
    };
    const sizes = slots.map(({ ir }) => sizeOf(ir));
    const outputSizes = outputs.map((output) => sizeOf(output) + ASSIGNED);
    this.cold.clear();
    this.kept.clear();
    this.nodes.length = 0;
    let length = 0;
    let part = 0;
    const partOf = new Map<Slot, number>();
    for (const [at, slot] of slots.entries()) {
      if (length > 0 && length + sizes[at]! > LONGEST_PART) {
        part++;
        length = 0;
      }
      length += sizes[at]!;
      partOf.set(slot, part);
    }
    this.partOf = partOf;
    this.count = 0;
    const outputPart = outputs.map((_, at) => {
      if (length > 0 && length + outputSizes[at]! > LONGEST_PART) {
        part++;
        length = 0;
      }
      length += outputSizes[at]!;
      return part;
    });
    const readFrom = (ir: Ir, from: number): void => {
      for (const slot of allSlots(ir)) if (partOf.get(slot) !== from) this.stored.add(slot);
    };
    for (const slot of slots) readFrom(slot.ir, partOf.get(slot)!);
    for (const [at, output] of outputs.entries()) readFrom(output, outputPart[at]!);
    const parts: string[][] = Array.from({ length: part + 1 }, () => []);
    for (const slot of slots) {
      this.part = partOf.get(slot)!;
      const lines = parts[this.part]!;
      const at = this.slotAt.get(slot)!;
      if (isApart(slot.ir)) {
        const { value, missing } = this.apart(slot.ir, lines);
        lines.push(`const t${at} = ${value}, m${at} = ${missing};`);
      } else lines.push(`const t${at} = ${this.value(slot.ir, lines)};`);
      if (this.stored.has(slot)) lines.push(`S[${at}] = ${this.slotHere(slot)};`);
    }
    for (const [at, output] of outputs.entries()) {
      if (output.op === 'constant') continue;
      this.part = outputPart[at]!;
      const lines = parts[this.part]!;
      lines.push(`O[${at}] = ${this.value(output, lines)};`);
    }
    return parts;
  }

  /** An expression without effects, to be used once; what has to be done before stands in `lines`. */
  protected override value(ir: Ir, lines: string[]): string {
    return isApart(ir) && IN_TWO.has(ir.op) ? together(this.apart(ir, lines)) : this.whole(ir, lines);
  }

  /** A number and what is missing in its stead as one expression. */
  protected override whole(ir: Ir, lines: string[]): string {
    switch (ir.op) {
      case 'constant':
        return this.literal(ir.value);
      case 'fact':
        return `F[${this.factAt.get(ir.fact)!}]`;
      case 'slot': {
        return this.partOf.get(ir.slot) === this.part ? this.slotHere(ir.slot) : `S[${this.slotAt.get(ir.slot)!}]`;
      }
      case 'local':
        return this.localValue(ir.local, lines);
      case 'field':
        return `${this.atom(this.value(ir.of, lines), lines)}.f${ir.index}`;
      case 'add':
        return this.binary('+', ir, lines);
      case 'subtract':
        return this.binary('-', ir, lines);
      case 'multiply':
        return this.binary('*', ir, lines);
      case 'divide':
        return this.binary('/', ir, lines);
      case 'checkedDivide': {
        const by = this.atom(this.value(ir.b, lines), lines);
        return `(${by} === 0 ? ${this.constant(BY_ZERO)} : ${this.value(ir.a, lines)} / ${by})`;
      }
      case 'negate':
        return `(-${this.value(ir.a, lines)})`;
      case 'absolute':
        return `Math.abs(${this.value(ir.a, lines)})`;
      case 'rescale':
        return ir.factor === 1 ? this.value(ir.a, lines) : `(${this.value(ir.a, lines)} * ${ir.factor})`;
      case 'least':
      case 'greatest': {
        const [a, b] = [this.atom(this.value(ir.a, lines), lines), this.atom(this.value(ir.b, lines), lines)];
        return `(${a} ${ir.op === 'least' ? '<' : '>'} ${b} ? ${a} : ${b})`;
      }
      case 'round':
        return this.round(ir, lines);
      case 'modulo': {
        const by = this.atom(this.value(ir.b, lines), lines);
        const rest = `((${this.value(ir.a, lines)} % ${by} + ${by}) % ${by})`;
        return ir.info.may === 0 ? rest : `(${by} === 0 ? ${this.constant(BY_ZERO)} : ${rest})`;
      }
      case 'toExact': {
        const { rep } = ir.a.info;
        if (rep.kind === 'number' && rep.bounds.whole) return `${this.constant(exactOf)}(${this.value(ir.a, lines)}, ${rep.bounds.places})`;
        return this.madeExact(ir);
      }
      case 'exactCall': {
        const args = ir.args.map((arg) => this.value(arg, lines)).join(', ');
        const rest = ir.step ? `, ${this.constant(ir.step)}, ${this.constant(ir.mode)}` : '';
        return `${this.constant(callExact)}(${this.constant(ir.name)}, [${args}]${rest})`;
      }
      case 'compare':
        return this.compare(ir, lines);
      case 'same':
        return `(${this.value(ir.a, lines)} ${ir.negated ? '!==' : '==='} ${this.value(ir.b, lines)})`;
      case 'rank':
        return `${this.constant(rankIn)}(${this.constant(ir.order)}, ${this.value(ir.a, lines)})`;
      case 'not':
        return `(!${this.value(ir.a, lines)})`;
      case 'join':
        return this.join(ir, lines);
      case 'if':
        return this.choice(this.value(ir.condition, lines), ir.then, (into) => this.value(ir.else, into), lines);
      case 'bind':
        return this.bind(ir, lines);
      case 'let': {
        this.letLocal(ir, lines);
        const printed = this.value(ir.body, lines);
        this.declared?.delete(ir.local.id);
        return printed;
      }
      case 'present': {
        if (isApart(ir.a)) {
          const missing = this.atom(this.apart(ir.a, lines).missing, lines);
          const none = `${missing} !== ${this.constant(NONE)}`;
          return ir.info.may === 0 ? `(${none})` : `(${missing} === undefined ? true : ${none} ? ${missing} : false)`;
        }
        const a = this.atom(this.value(ir.a, lines), lines);
        return ir.info.may === 0 ? `(${a} !== ${this.constant(NONE)})` : `${this.constant(presence)}(${a})`;
      }
      case 'isTrue':
        return `(${this.value(ir.a, lines)} === true)`;
      case 'settle': {
        const verdict = this.atom(this.value(ir.verdict, lines), lines);
        const values = ir.values.map((each) => this.value(each, lines)).join(', ');
        return `(${verdict} === true ? ${this.constant(settledBy)}([${values}]) : ${verdict})`;
      }
      case 'fired': {
        const rules = ir.rules.map(({ settled, code, id }) => `[${this.value(settled, lines)}, ${this.value(code, lines)}, ${this.value(id, lines)}]`);
        return `${this.constant(firedList)}([${rules.join(', ')}])`;
      }
      case 'list':
        return `[${ir.items.map((item) => this.value(item, lines)).join(', ')}]`;
      case 'map':
      case 'filter':
        return this.collected(ir, lines);
      case 'quantify':
        return this.quantify(ir, lines);
      case 'members': {
        const list = this.atom(this.value(ir.list, lines), lines);
        return `${this.constant(openOf)}(${list})`;
      }
      case 'fold':
        return this.fold(ir, lines);
      case 'at':
        return `${this.constant(memberAt)}(${this.value(ir.list, lines)}, ${ir.at > 0 ? ir.at - 1 : ir.at}, ${this.constant(NO_MEMBER)})`;
      case 'dateCall': {
        const args = ir.args.map((arg) => this.value(arg, lines));
        if (ir.name === 'daysBetween') return `(${args[1]!} - ${args[0]!})`;
        return `${this.constant(callDate)}(${this.constant(ir.name)}, [${args.join(', ')}], ${ir.closed ? this.constant(ir.closed) : 'undefined'}, ${ir.scale ?? 1})`;
      }
      case 'piece':
        return this.piece(ir, lines);
      case 'pieceExact':
        return `${this.constant(pieceExact)}(${this.constant(ir.cuts)}, ${this.value(ir.a, lines)})`;
      case 'pieceWord': {
        const places = new Map(ir.words.map((word, at) => [word, at]));
        const at = this.atom(`${this.constant(places)}.get(${this.value(ir.a, lines)})`, lines);
        return `(${at} === undefined ? ${ir.words.length} : ${at})`;
      }
      case 'pieceTruth':
        return `(${this.value(ir.a, lines)} ? 1 : 0)`;
      case 'lookup':
        return this.lookup(ir, lines);
      case 'gather':
        return this.gather(ir, lines);
      case 'gathered':
        return this.gathered(ir, lines);
      case 'foreign':
        return `${this.constant(ir.answer)}([${ir.args.map((arg) => this.value(arg, lines)).join(', ')}])`;
    }
  }

  protected binary(operator: string, { a, b }: { readonly a: Ir; readonly b: Ir }, lines: string[]): string {
    const left = this.value(a, lines);
    return `(${left} ${operator} ${this.value(b, lines)})`;
  }
}
