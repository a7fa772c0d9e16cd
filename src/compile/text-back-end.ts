/**
 * The generated back end: one program as JavaScript text.
 * In: a program. Out: the text of `(K) => (facts) => outputs` and the constants `K`.
 * The text holds numbers and indexes of the plan alone: every word of the ruleset stands among the constants.
 */
import { callDate } from './call-date.ts';
import { callExact } from './call-exact.ts';
import { isSolid } from './exact-back-end.ts';
import { exactOf } from './exact-of.ts';
import { findPiece } from './find-piece.ts';
import { foldList } from './fold-list.ts';
import { NOBODY, NO_MEMBERS, gather } from './gather.ts';
import { holds } from './build-ir.ts';
import type { Ir, IrOf, Local, Margin, Slot } from './ir.ts';
import { loopLocals } from './loop-locals.ts';
import type { Lowered } from './lowered.ts';
import { BY_ZERO, EMPTY, NO_MEMBER, isMissing, joinTruths, missingOf, worstOf } from './missing.ts';
import type { Program } from './program.ts';
import { partsOf } from './reachable.ts';
import { isHalf, roundBoundary, roundOff, roundWhole } from './round-carried.ts';
import { NONE, isFault } from '../values/result.ts';
import { undecidedOf } from './undecided.ts';
import { firedList, memberAt, openOf, pieceExact, pieceNear, presence, quotientOf, rankIn, settledBy } from './text-helpers.ts';
import { commonDenominator, lowestDenominator, productDenominator, quotientDenominator, quotientOver, reducedDenominator } from './denominator.ts';
import {
  greaterRatio,
  knownRatio,
  lesserRatio,
  minusRatio,
  orderOfRatios,
  overRatio,
  plusRatio,
  quickRatio,
  roundRatio,
  sizeOfRatio,
  timesRatio,
} from './quick-ratio.ts';

const COLD = -1;

/** A function longer than this is not optimised by engines, so the program is cut into several. */
const LONGEST_PART = 40_000;

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

class TextPrinter {
  private readonly constants: unknown[] = [];
  private readonly names = new Map<unknown, string>();
  private readonly factAt: ReadonlyMap<object, number>;
  private readonly slotAt: ReadonlyMap<Slot, number>;
  private readonly nodes: Ir[] = [];
  private locals = new Map<number, string>();
  /** What is missing in the stead of a local's number: the second variable of those that may be. */
  private missings = new Map<number, string>();
  private readonly answers: unknown;
  private readonly undecidedName: string;
  /** Slots that are read outside the part in which they are computed, or when a node is undecided. */
  private readonly stored = new Set<Slot>();
  private partOf = new Map<Slot, number>();
  /** The part at work; {@link COLD} in functions of their own, which read every slot from store. */
  private part = 0;
  /** Names that the cold function at work has declared itself. */
  private declared: Set<number> | undefined;
  private readonly cold = new Map<string, string>();
  /** What cold functions have worked out for the record at hand. */
  private readonly kept = new Set<string>();
  private count = 0;

  constructor(private readonly program: Program) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
    this.slotAt = new Map(program.slots.map((slot, at) => [slot, at]));
    this.answers = undecidedOf(program, this.nodes);
    this.undecidedName = this.constant(this.answers);
  }

  print(): ProgramText {
    const parts = this.parts();
    const functions = parts.map((lines, at) => `function part${at}(F) {\n${lines.join('\n')}\n}`);
    const slots = `const S = new Array(${this.program.slots.length}).fill(undefined);`;
    const kept = [...this.kept];
    const calls = [...kept.map((name) => `${name} = null;`), ...parts.slice(0, -1).map((_, at) => `part${at}(F);`)];
    const cold = [...this.cold.values()].join('\n');
    const text = `(K) => {\n${this.hoisted()}\n${slots}\n${kept.map((name) => `let ${name} = null;`).join(' ')}\n${cold}\n${functions.join('\n')}\nreturn (F) => { ${calls.join(' ')} return part${parts.length - 1}(F); };\n}`;
    return { text, constants: this.constants, undecided: this.answers, nodes: this.nodes };
  }

  private hoisted(): string {
    return this.constants.map((_, at) => `const k${at} = K[${at}];`).join(' ');
  }

  /** Lines of each function; a first pass learns how long each slot prints, and what is read across. */
  private parts(): readonly (readonly string[])[] {
    const { slots, outputs } = this.program;
    const sizes = slots.map((slot) => {
      const lines: string[] = [];
      const value = this.value(slot.ir, lines);
      return lines.join('').length + value.length;
    });
    for (const output of outputs) this.value(output, []);
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
    const last = part;
    const readFrom = (ir: Ir, from: number): void => {
      for (const slot of allSlots(ir)) if (partOf.get(slot) !== from) this.stored.add(slot);
    };
    for (const slot of slots) readFrom(slot.ir, partOf.get(slot)!);
    for (const output of outputs) readFrom(output, last);
    const parts: string[][] = Array.from({ length: last + 1 }, () => []);
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
    this.part = last;
    const values = outputs.map((output) => this.value(output, parts[last]!));
    parts[last]!.push(`return [${values.join(', ')}];`);
    return parts;
  }

  private constant(value: unknown): string {
    const name = this.names.get(value);
    if (name) return name;
    const made = `k${this.constants.push(value) - 1}`;
    this.names.set(value, made);
    return made;
  }

  /** A new name for a local: the same node may be printed more than once. */
  private declare(local: Local): string {
    const name = `l${this.count++}`;
    this.locals.set(local.id, name);
    this.declared?.add(local.id);
    return name;
  }

  private atom(expression: string, lines: string[]): string {
    if (/^(?:[A-Za-z]\w*|-?\d+(?:\.\d+)?|true|false)$/.test(expression)) return expression;
    const name = `v${this.count++}`;
    lines.push(`const ${name} = ${expression};`);
    return name;
  }

  private literal(value: Lowered): string {
    if (typeof value === 'number') return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
    return typeof value === 'boolean' ? String(value) : this.constant(value);
  }

  /** An expression without effects, to be used once; what has to be done before stands in `lines`. */
  private value(ir: Ir, lines: string[]): string {
    return isApart(ir) && IN_TWO.has(ir.op) ? together(this.apart(ir, lines)) : this.whole(ir, lines);
  }

  /** A number and what is missing in its stead as one expression. */
  private whole(ir: Ir, lines: string[]): string {
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
        return this.undecided(ir);
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

  private slotHere(slot: Slot): string {
    const at = this.slotAt.get(slot)!;
    return isApart(slot.ir) ? together({ value: `t${at}`, missing: `m${at}` }) : `t${at}`;
  }

  /**
   * A number, or what is missing in its stead, in two variables: one that were either would be put on the heap at each step.
   * Where something is missing the number means nothing.
   */
  private apart(ir: Ir, lines: string[]): Apart {
    if (ir.info.rep.kind === 'nothing') return { value: '0', missing: this.atom(this.value(ir, lines), lines) };
    if (!isApart(ir)) return { value: this.value(ir, lines), missing: 'undefined' };
    switch (ir.op) {
      case 'local': {
        const missing = this.missings.get(ir.local.id);
        if (missing === undefined || (this.declared && !this.declared.has(ir.local.id))) break;
        return { value: this.locals.get(ir.local.id)!, missing };
      }
      case 'slot': {
        const at = this.slotAt.get(ir.slot)!;
        if (this.partOf.get(ir.slot) === this.part) return { value: `t${at}`, missing: `m${at}` };
        break;
      }
      case 'checkedDivide': {
        const by = this.atom(this.value(ir.b, lines), lines);
        const made = this.newApart(lines);
        lines.push(`if (${by} === 0) ${made.missing} = ${this.constant(BY_ZERO)}; else ${made.value} = ${this.value(ir.a, lines)} / ${by};`);
        return made;
      }
      case 'if':
        return this.eitherApart(
          this.value(ir.condition, lines),
          (into) => this.apart(ir.then, into),
          (into) => this.apart(ir.else, into),
          lines,
        );
      case 'let': {
        this.letLocal(ir, lines);
        const made = this.apart(ir.body, lines);
        this.declared?.delete(ir.local.id);
        return made;
      }
      case 'bind': {
        const outer = this.declared && new Set(this.declared);
        const { tests, missing } = this.bindLocals(ir, lines);
        const made =
          tests.length === 0
            ? this.apart(ir.body, lines)
            : this.eitherApart(
                tests.join(' && '),
                (into) => this.apart(ir.body, into),
                () => ({ value: '0', missing }),
                lines,
              );
        this.declared = outer;
        return made;
      }
    }
    const whole = this.atom(this.whole(ir, lines), lines);
    const made = this.newApart(lines);
    lines.push(`if (typeof ${whole} === 'number') ${made.value} = ${whole}; else ${made.missing} = ${whole};`);
    return made;
  }

  private newApart(lines: string[]): Apart {
    const at = this.count++;
    lines.push(`let n${at} = 0, o${at};`);
    return { value: `n${at}`, missing: `o${at}` };
  }

  private eitherApart(condition: string, then: (into: string[]) => Apart, otherwise: (into: string[]) => Apart, lines: string[]): Apart {
    const made = this.newApart(lines);
    const branch = (print: (into: string[]) => Apart): readonly string[] => {
      const into: string[] = [];
      const { value, missing } = print(into);
      if (value !== '0') into.push(`${made.value} = ${value};`);
      if (missing !== 'undefined') into.push(`${made.missing} = ${missing};`);
      return into;
    };
    lines.push(`if (${condition}) {`, ...branch(then), '} else {', ...branch(otherwise), '}');
    return made;
  }

  private letLocal(ir: IrOf<'let'>, lines: string[]): void {
    if (!isApart(ir.value)) {
      const value = this.value(ir.value, lines);
      lines.push(`const ${this.declare(ir.local)} = ${value};`);
      return;
    }
    const { value, missing } = this.apart(ir.value, lines);
    const name = this.declare(ir.local);
    lines.push(`const ${name} = ${value}, ${name}o = ${missing};`);
    this.missings.set(ir.local.id, `${name}o`);
  }

  private binary(operator: string, { a, b }: { readonly a: Ir; readonly b: Ir }, lines: string[]): string {
    const left = this.value(a, lines);
    return `(${left} ${operator} ${this.value(b, lines)})`;
  }

  private localValue(local: Local, lines: string[]): string {
    // A cold function works out again what was named outside it.
    if (this.declared && local.source && !this.declared.has(local.id)) return this.value(local.source, lines);
    return this.locals.get(local.id)!;
  }

  /** The node by the always-exact back end, with the variables of the loops around it; what it may take over is stored first. */
  private undecided(ir: Ir): string {
    const at = this.nodes.push(ir) - 1;
    const loops = loopLocals(ir);
    const known =
      loops.length === 0 ? '' : `, ${this.constant(loops.map((local) => local.id))}, [${loops.map((local) => this.locals.get(local.id)!).join(', ')}]`;
    return `(${this.storing(coneSlots(ir))}${this.undecidedName}(${at}, F, S${known}))`;
  }

  /** Puts slots of this part into store, for code outside it. */
  private storing(slots: readonly Slot[]): string {
    const own = this.part === COLD ? [] : slots.filter((slot) => this.partOf.get(slot) === this.part);
    return own.map((slot) => `S[${this.slotAt.get(slot)!}] = ${this.slotHere(slot)}, `).join('');
  }

  /**
   * A denominator that numbers really have here, or a multiple of it, from the values at hand: unequal values lie at least its inverse apart.
   * It is worked out by a function of its own, because it is asked for only where values nearly meet.
   */
  private denominator(...numbers: readonly Ir[]): string {
    const inexact = numbers.filter((ir) => !isWhole(ir));
    return inexact.length === 0 ? '1' : inexact.map((ir) => this.coldCall(ir)).join(' * ');
  }

  private coldCall(ir: Ir): string {
    return this.inCold(`d${this.count++}`, ir, (lines) => this.den(ir, lines));
  }

  /** A function of its own, to be called where numbers nearly meet. */
  private inCold(name: string, ir: Ir, print: (lines: string[]) => string): string {
    const loops = loopLocals(ir);
    const names = loops.map((local) => this.locals.get(local.id)!);
    const call = `(${this.storing(allSlots(ir))}${name}(${['F', 'S', ...names].join(', ')}))`;
    if (this.cold.has(name)) return call;
    const [part, declared, locals, missings] = [this.part, this.declared, this.locals, this.missings];
    this.locals = new Map(locals);
    this.missings = new Map(missings);
    this.part = COLD;
    this.declared = new Set();
    this.cold.set(name, '');
    const lines: string[] = [];
    const value = print(lines);
    this.part = part;
    this.declared = declared;
    this.locals = locals;
    this.missings = missings;
    this.cold.set(name, `function ${name}(${['F', 'S', ...names].join(', ')}) {\n${lines.join('\n')}\nreturn ${value};\n}`);
    return call;
  }

  /** By exact ratios of safe integers where those suffice, else by the always-exact back end. */
  private settled(ir: IrOf<'compare' | 'round' | 'piece'>, print: (lines: string[]) => string): string {
    return this.inCold(`q${this.count++}`, ir, (lines) => {
      const answer = this.atom(print(lines), lines);
      return `${answer} === undefined ? ${this.undecided(ir)} : ${answer}`;
    });
  }

  /** The exact value of a number, in a cold function: as its operation makes it, with the point where its own bounds have it. */
  private ratio(ir: Ir, lines: string[]): string {
    if (ir.info.rep.kind !== 'number') return 'undefined';
    const { whole, places } = ir.info.rep.bounds;
    if (whole) return `${this.constant(quickRatio)}(${this.value(ir, lines)}, ${10 ** places})`;
    const made = this.ratioMade(ir, lines);
    const moved = made.places - places;
    if (moved === 0) return made.text;
    const power = 10 ** Math.abs(moved);
    return `${this.constant(timesRatio)}(${made.text}, ${this.constant(quickRatio)}(${moved > 0 ? `${power}, 1` : `1, ${power}`}))`;
  }

  /** The text of a ratio, and the places that its operation gives to a carried number. */
  private ratioMade(ir: Ir, lines: string[]): { readonly text: string; readonly places: number } {
    const own = placesOf(ir);
    const by = (operation: unknown, { a, b }: { readonly a: Ir; readonly b: Ir }, places: number): { readonly text: string; readonly places: number } => ({
      text: `${this.constant(operation)}(${this.ratio(a, lines)}, ${this.ratio(b, lines)})`,
      places,
    });
    switch (ir.op) {
      case 'slot':
        return { text: this.slotRatio(ir.slot), places: placesOf(ir.slot.ir) };
      case 'local':
        return ir.local.source ? { text: this.ratio(ir.local.source, lines), places: placesOf(ir.local.source) } : { text: 'undefined', places: own };
      case 'rescale':
        return { text: this.ratio(ir.a, lines), places: placesOf(ir.a) + Math.round(Math.log10(ir.factor)) };
      case 'negate':
        return { text: `${this.constant(minusRatio)}(${this.constant(quickRatio)}(0, 1), ${this.ratio(ir.a, lines)})`, places: placesOf(ir.a) };
      case 'absolute':
        return { text: `${this.constant(sizeOfRatio)}(${this.ratio(ir.a, lines)})`, places: placesOf(ir.a) };
      case 'add':
        return by(plusRatio, ir, placesOf(ir.a));
      case 'subtract':
        return by(minusRatio, ir, placesOf(ir.a));
      case 'multiply':
        return by(timesRatio, ir, placesOf(ir.a) + placesOf(ir.b));
      case 'divide':
      case 'checkedDivide':
        return by(overRatio, ir, placesOf(ir.a) - placesOf(ir.b));
      case 'least':
        return by(lesserRatio, ir, placesOf(ir.a));
      case 'greatest':
        return by(greaterRatio, ir, placesOf(ir.a));
      case 'bind':
        return { text: this.ratio(ir.body, lines), places: placesOf(ir.body) };
      case 'if':
        return { text: this.eitherInCold(ir, lines, (branch, into) => this.ratio(branch, into)), places: own };
      default: {
        const value = this.atom(this.value(ir, lines), lines);
        return { text: `${this.constant(knownRatio)}(${value}, ${this.den(ir, lines)}, ${this.errorAt(ir, value)}, ${10 ** own})`, places: own };
      }
    }
  }

  /** From the number at hand where its denominator tells it, else from what it is made of. */
  private slotRatio(slot: Slot): string {
    const at = this.slotAt.get(slot)!;
    return this.once(`r${at}`, slot.ir, (lines) => {
      const known = this.atom(
        `${this.constant(knownRatio)}(S[${at}], ${this.slotDen(slot)}, ${this.errorAt(slot.ir, `S[${at}]`)}, ${10 ** placesOf(slot.ir)})`,
        lines,
      );
      const [name, made]: [string, string[]] = [`v${this.count++}`, []];
      const value = this.ratio(slot.ir, made);
      lines.push(`let ${name} = ${known};`, `if (${known} === undefined) {`, ...made, `${name} = ${value};`, '}');
      return name;
    });
  }

  private slotDen(slot: Slot): string {
    const at = this.slotAt.get(slot)!;
    return this.once(`e${at}`, slot.ir, (lines) => this.reduced(`S[${at}]`, this.den(slot.ir, lines), slot.ir));
  }

  /** A cold function that is asked several times for one record, and works once. */
  private once(name: string, ir: Ir, print: (lines: string[]) => string): string {
    this.kept.add(`${name}k`);
    return this.inCold(name, ir, (lines) => {
      lines.push(`if (${name}k !== null) return ${name}k;`);
      return `${name}k = ${print(lines)}`;
    });
  }

  /** A common denominator of two numbers. */
  private both(left: Ir, right: Ir, lines: string[]): string {
    const [a, b] = [this.atom(this.den(left, lines), lines), this.atom(this.den(right, lines), lines)];
    return a === '1' ? b : b === '1' ? a : `${this.constant(commonDenominator)}(${a}, ${b})`;
  }

  /** The denominator in lowest terms, where the value is known well enough to tell its numerator. */
  private reduced(value: string, den: string, ir: Ir): string {
    return den === '1' || den === 'Infinity' ? den : `${this.constant(reducedDenominator)}(${value}, ${den}, ${this.errorAt(ir, value)})`;
  }

  private errorAt({ info: { rep } }: Ir, value: string): string {
    if (rep.kind !== 'number') return 'Infinity';
    const { abs, rel } = rep.bounds;
    return `${1.1 * abs} + ${1.1 * rel} * Math.abs(${value})`;
  }

  private den(ir: Ir, lines: string[]): string {
    if (isWhole(ir)) return '1';
    switch (ir.op) {
      case 'slot':
        return this.slotDen(ir.slot);
      case 'local':
        return ir.local.source ? this.den(ir.local.source, lines) : 'Infinity';
      case 'rescale':
      case 'negate':
      case 'absolute':
        return this.den(ir.a, lines);
      case 'add':
      case 'subtract':
        return this.both(ir.a, ir.b, lines);
      case 'multiply': {
        const [a, b] = [this.den(ir.a, lines), this.den(ir.b, lines)];
        return a === '1' ? b : b === '1' ? a : `${this.constant(productDenominator)}(${a}, ${b})`;
      }
      case 'divide':
      case 'checkedDivide': {
        const by = this.value(ir.b, lines);
        if (isWhole(ir.a) && isWhole(ir.b)) return `${this.constant(lowestDenominator)}(${this.value(ir.a, lines)}, ${by})`;
        if (!isWhole(ir.b)) return 'Infinity';
        const top = this.atom(this.value(ir.a, lines), lines);
        return `${this.constant(quotientOver)}(${top}, ${this.atom(this.den(ir.a, lines), lines)}, ${by}, ${this.errorAt(ir.a, top)})`;
      }
      case 'least':
      case 'greatest':
        return this.both(ir.a, ir.b, lines);
      case 'if':
        return this.eitherInCold(ir, lines, (branch, into) => this.den(branch, into));
      case 'bind':
        return this.den(ir.body, lines);
      case 'fold': {
        if (ir.fold !== 'sum' && ir.fold !== 'mean') return 'Infinity';
        const list = ir.list.op === 'local' && ir.list.local.source ? ir.list.local.source : ir.list;
        const map = list.op === 'members' ? list.list : list;
        if (map.op !== 'map' || map.keepMissing) return 'Infinity';
        const [name, counted] = [`v${this.count++}`, `v${this.count++}`];
        const total = `v${this.count++}`;
        lines.push(`let ${name} = 1, ${counted} = 0, ${total} = 0;`);
        const outer = new Set(this.declared);
        this.through(map.list, lines, (member, into) => {
          into.push(`const ${this.declare(map.local)} = ${member};`);
          const factor = this.atom(this.den(map.body, into), into);
          const value = this.value(map.body, into);
          into.push(`${name} = ${this.constant(commonDenominator)}(${name}, ${factor});`, `${counted}++;`, `${total} += ${value};`);
        });
        this.declared = outer;
        if (ir.fold === 'mean') return `${this.constant(productDenominator)}(${name}, Math.max(1, ${counted}))`;
        return this.reduced(total, name, ir);
      }
      case 'gathered': {
        const slot = `S[${this.slotAt.get(ir.from)!}]`;
        return ir.what === 'score'
          ? `${this.constant(quotientDenominator)}(${slot}[${ir.source}])`
          : `${this.constant(quotientDenominator)}(${slot}[${ir.source}].members[${ir.member}])`;
      }
      default:
        return 'Infinity';
    }
  }

  /** What holds for the branch that is taken. */
  private eitherInCold(ir: IrOf<'if'>, lines: string[], print: (branch: Ir, into: string[]) => string): string {
    const condition = this.value(ir.condition, lines);
    const [yes, no]: [string[], string[]] = [[], []];
    const outer = new Set(this.declared);
    const then = print(ir.then, yes);
    this.declared = new Set(outer);
    const otherwise = print(ir.else, no);
    this.declared = outer;
    if (yes.length === 0 && no.length === 0) return `(${condition} ? ${then} : ${otherwise})`;
    const name = `v${this.count++}`;
    lines.push(`let ${name};`, `if (${condition}) {`, ...yes, `${name} = ${then};`, '} else {', ...no, `${name} = ${otherwise};`, '}');
    return name;
  }

  private band(margin: Extract<Margin, { how: 'band' }>, sizes: readonly string[], lines: string[]): string {
    if (margin.rel === 0) return String(margin.abs);
    const size = sizes.map((each) => `Math.abs(${each})`).join(' + ');
    return this.atom(`${margin.abs === 0 ? '' : `${margin.abs} + `}${margin.rel} * (${size})`, lines);
  }

  private compare(ir: IrOf<'compare'>, lines: string[]): string {
    const { comparator, margin } = ir;
    const operator = comparator === '=' ? '===' : comparator === '!=' ? '!==' : comparator;
    const left = this.value(ir.a, lines);
    const right = this.value(ir.b, lines);
    if (margin.how === 'plain') return `(${left} ${operator} ${right})`;
    if (margin.how === 'gap') {
      const { half } = margin;
      const apart = right === '0' ? left : `${left} - ${right}`;
      switch (comparator) {
        case '>':
          return `(${apart} > ${half})`;
        case '>=':
          return `(${apart} > -${half})`;
        case '<':
          return `(${apart} < -${half})`;
        case '<=':
          return `(${apart} < ${half})`;
        case '=':
          return `(Math.abs(${apart}) < ${half})`;
        case '!=':
          return `(Math.abs(${apart}) >= ${half})`;
      }
    }
    const [a, b] = margin.rel === 0 ? [left, right] : [this.atom(left, lines), this.atom(right, lines)];
    const apart = this.atom(`${a} - ${b}`, lines);
    const band = this.band(margin, [a, b], lines);
    // Nearer than unequal values can be, by the denominators that they really have: they are equal.
    const same = `5 * ${band} * ${this.denominator(ir.a, ir.b)} < 1 ? ${holds(comparator, 0)} : ${this.settled(ir, (own) => this.orderHolds(ir, own))}`;
    return `(${apart} > ${band} ? ${holds(comparator, 1)} : ${apart} < -${band} ? ${holds(comparator, -1)} : ${same})`;
  }

  private orderHolds(ir: IrOf<'compare'>, lines: string[]): string {
    const order = this.atom(`${this.constant(orderOfRatios)}(${this.ratio(ir.a, lines)}, ${this.ratio(ir.b, lines)})`, lines);
    const operator = ir.comparator === '=' ? '===' : ir.comparator === '!=' ? '!==' : ir.comparator;
    return `(${order} === undefined ? undefined : ${order} ${operator} 0)`;
  }

  private roundedRatio(ir: IrOf<'round'>, lines: string[]): string {
    const { rep } = ir.a.info;
    if (rep.kind !== 'number') return 'undefined';
    const steps = this.atom(
      `${this.constant(roundRatio)}(${this.ratio(ir.a, lines)}, ${ir.step}, ${10 ** rep.bounds.places}, ${this.constant(ir.mode)})`,
      lines,
    );
    return ir.unit === 1 ? steps : `(${steps} === undefined ? undefined : ${steps} * ${ir.unit})`;
  }

  private round(ir: IrOf<'round'>, lines: string[]): string {
    const { step, unit, mode, margin } = ir;
    const a = this.value(ir.a, lines);
    const times = unit === 1 ? '' : ` * ${unit}`;
    if (margin.how === 'plain') {
      const { rep } = ir.a.info;
      const low = rep.kind === 'number' ? rep.bounds.low : -1;
      const high = rep.kind === 'number' ? rep.bounds.high : Infinity;
      if (low >= 0 && (mode === 'floor' || mode === 'down')) return `(Math.floor(${a} / ${step})${times})`;
      if (mode === 'floor') return `(Math.floor(${a} / ${step})${times})`;
      if (low >= 0 && mode === 'half-up' && step % 2 === 0 && high + step <= 2 ** 53) return `(Math.floor((${a} + ${step / 2}) / ${step})${times})`;
      return `(${this.constant(roundWhole)}(${a}, ${step}, ${this.constant(mode)})${times})`;
    }
    const steps = this.atom(step === 1 ? a : `${a} / ${step}`, lines);
    const half = isHalf(mode);
    const boundary = this.atom(half ? `Math.floor(${steps}) + 0.5` : `Math.round(${steps})`, lines);
    const off = half ? `Math.round(${steps})` : mode === 'floor' ? `Math.floor(${steps})` : `${this.constant(roundOff)}(${steps}, ${this.constant(mode)})`;
    if (margin.how === 'gap') {
      return `((Math.abs(${steps} - ${boundary}) < ${margin.half} ? ${this.constant(roundBoundary)}(${boundary}, ${this.constant(mode)}) : ${off})${times})`;
    }
    const band = this.band(margin, [steps], lines);
    const on = `10 * ${band} * ${step} * ${this.denominator(ir.a)} < 1 ? ${this.constant(roundBoundary)}(${boundary}, ${this.constant(mode)})${times} : ${this.settled(ir, (own) => this.roundedRatio(ir, own))}`;
    return `(Math.abs(${steps} - ${boundary}) > ${band} ? ${off}${times} : ${on})`;
  }

  /** `condition ? then : else`, as an expression where neither side needs lines of its own. */
  private choice(condition: string, then: Ir, otherwise: (into: string[]) => string, lines: string[]): string {
    const [yes, no]: [string[], string[]] = [[], []];
    const a = this.value(then, yes);
    const b = otherwise(no);
    if (yes.length === 0 && no.length === 0) return `(${condition} ? ${a} : ${b})`;
    const name = `v${this.count++}`;
    lines.push(`let ${name};`, `if (${condition}) {`, ...yes, `${name} = ${a};`, '} else {', ...no, `${name} = ${b};`, '}');
    return name;
  }

  private join(ir: IrOf<'join'>, lines: string[]): string {
    const sure = ir.info.may === 0;
    const printed = ir.operands.map((operand) => {
      const own: string[] = [];
      return { own, value: this.value(operand, own) };
    });
    const [first, ...rest] = printed as [(typeof printed)[number], ...(typeof printed)[number][]];
    lines.push(...first.own);
    if (sure && rest.every(({ own }) => own.length === 0)) return `(${printed.map(({ value }) => value).join(ir.decisive ? ' || ' : ' && ')})`;
    const name = `v${this.count++}`;
    lines.push(`let ${name} = ${first.value};`);
    const decisive = String(ir.decisive);
    for (const { own, value } of rest) {
      if (sure) {
        lines.push(`if (${name} !== ${decisive}) {`, ...own, `${name} = ${value};`, '}');
        continue;
      }
      const next = this.atom(value, own);
      lines.push(
        `if (${name} !== ${decisive}) {`,
        ...own,
        `${name} = ${name} === ${!ir.decisive} ? ${next} : ${this.constant(joinTruths)}(${decisive}, ${name}, ${next});`,
        '}',
      );
    }
    return name;
  }

  private bind(ir: IrOf<'bind'>, lines: string[]): string {
    const outer = this.declared && new Set(this.declared);
    const { tests, missing } = this.bindLocals(ir, lines);
    const printed = tests.length === 0 ? this.value(ir.body, lines) : this.choice(tests.join(' && '), ir.body, () => missing, lines);
    this.declared = outer;
    return printed;
  }

  /** Names the values; what must hold for all to be there, and what there is where it does not. */
  private bindLocals(ir: IrOf<'bind'>, lines: string[]): { readonly tests: readonly string[]; readonly missing: string } {
    const tests: string[] = [];
    const open: string[] = [];
    for (const [at, value] of ir.values.entries()) {
      const local = ir.locals[at]!;
      const twofold = isApart(value) ? this.apart(value, lines) : this.membersApart(value, lines);
      if (twofold) {
        const name = this.declare(local);
        lines.push(`const ${name} = ${twofold.value};`);
        if (twofold.missing === 'undefined') continue;
        const missing = this.atom(twofold.missing, lines);
        tests.push(`${missing} === undefined`);
        open.push(missing);
        continue;
      }
      const printed = this.value(value, lines);
      const name = this.declare(local);
      lines.push(`const ${name} = ${printed};`);
      if (value.info.may === 0) continue;
      tests.push(this.isThere(value, name));
      open.push(name);
    }
    const names = open.join(', ');
    return { tests, missing: ir.pass ? names : `${this.constant(missingOf)}(${names})` };
  }

  /** Numbers of a list that is made on the spot, and the worst that its members are. */
  private membersApart(ir: Ir, lines: string[]): Apart | undefined {
    if (ir.op !== 'members' || ir.list.op !== 'map' || ir.list.info.may !== 0 || !isApart(ir.list.body)) return undefined;
    const map = ir.list;
    const [name, open] = [`v${this.count++}`, `v${this.count++}`];
    lines.push(`const ${name} = [];`, `let ${open};`);
    this.through(map.list, lines, (member, into) => {
      const local = this.declare(map.local);
      into.push(`const ${local} = ${member};`);
      const own: string[] = [];
      const { value, missing } = this.apart(map.body, own);
      own.push(`if (${missing} === undefined) ${name}.push(${value}); else (${open} ??= []).push(${missing});`);
      if (!map.keepMissing) into.push(...own);
      else into.push(`if (${this.constant(isMissing)}(${local}) && ${local} !== ${this.constant(NONE)}) (${open} ??= []).push(${local}); else {`, ...own, '}');
    });
    return { value: name, missing: `(${open} === undefined ? undefined : ${this.constant(openOf)}(${open}))` };
  }

  private isThere(value: Ir, name: string): string {
    switch (value.info.rep.kind) {
      case 'number':
      case 'date':
        return `typeof ${name} === 'number'`;
      case 'truth':
        return `typeof ${name} === 'boolean'`;
      case 'word':
        return `typeof ${name} === 'string'`;
      default:
        return `!${this.constant(isMissing)}(${name})`;
    }
  }

  /** Goes through the members of a list without making it, where it is mapped or filtered by what cannot be missing. */
  private through(list: Ir, lines: string[], body: (member: string, into: string[]) => void): void {
    if (list.op === 'map' && !list.keepMissing && list.body.info.may === 0) {
      this.through(list.list, lines, (member, into) => {
        into.push(`const ${this.declare(list.local)} = ${member};`);
        body(this.value(list.body, into), into);
      });
      return;
    }
    if (list.op === 'filter' && list.condition.info.may === 0) {
      this.through(list.list, lines, (member, into) => {
        const name = this.declare(list.local);
        into.push(`const ${name} = ${member};`);
        const condition = this.value(list.condition, into);
        into.push(`if (${condition}) {`);
        body(name, into);
        into.push('}');
      });
      return;
    }
    const members = this.atom(this.value(list, lines), lines);
    const at = `i${this.count++}`;
    const into: string[] = [];
    body(`${members}[${at}]`, into);
    lines.push(`for (let ${at} = 0; ${at} < ${members}.length; ${at}++) {`, ...into, '}');
  }

  private collected(ir: IrOf<'map' | 'filter'>, lines: string[]): string {
    const name = `v${this.count++}`;
    if (ir.op === 'map') {
      lines.push(`const ${name} = [];`);
      this.through(ir.list, lines, (member, into) => {
        const local = this.declare(ir.local);
        into.push(`const ${local} = ${member};`);
        const own: string[] = [];
        const made = this.value(ir.body, own);
        if (!ir.keepMissing) into.push(...own, `${name}.push(${made});`);
        else
          into.push(
            `if (${this.constant(isMissing)}(${local}) && ${local} !== ${this.constant(NONE)}) ${name}.push(${local}); else {`,
            ...own,
            `${name}.push(${made});`,
            '}',
          );
      });
      return name;
    }
    const sure = ir.condition.info.may === 0;
    const [open, end] = [`v${this.count++}`, `e${this.count++}`];
    lines.push(`let ${name} = [];`, ...(sure ? [] : [`let ${open};`, `${end}: {`]));
    this.through(ir.list, lines, (member, into) => {
      const local = this.declare(ir.local);
      into.push(`const ${local} = ${member};`);
      const truth = this.atom(this.value(ir.condition, into), into);
      if (sure) into.push(`if (${truth}) ${name}.push(${local});`);
      else
        into.push(
          `if (${truth} === true) ${name}.push(${local}); else if (${truth} !== false) {`,
          `${open} = ${this.constant(worstOf)}([${truth}, ${open}]);`,
          `if (${open}.kind === 'fault') break ${end};`,
          '}',
        );
    });
    if (!sure) lines.push('}', `if (${open} !== undefined) ${name} = ${open};`);
    return name;
  }

  private quantify(ir: IrOf<'quantify'>, lines: string[]): string {
    const [name, end] = [`v${this.count++}`, `e${this.count++}`];
    const sure = ir.condition.info.may === 0;
    const decisive = String(ir.decisive);
    lines.push(`let ${name} = ${!ir.decisive};`, `${end}: {`);
    this.through(ir.list, lines, (member, into) => {
      into.push(`const ${this.declare(ir.local)} = ${member};`);
      const truth = this.value(ir.condition, into);
      into.push(`${name} = ${sure ? truth : `${this.constant(joinTruths)}(${decisive}, ${name}, ${truth})`};`, `if (${name} === ${decisive}) break ${end};`);
    });
    lines.push('}');
    return name;
  }

  private fold(ir: IrOf<'fold'>, lines: string[]): string {
    const { rep } = ir.list.info;
    const exact = rep.kind === 'list' && rep.of.rep.kind === 'exact';
    const streams =
      !exact && (ir.fold === 'sum' || ir.fold === 'count' || ir.fold === 'mean' || ((ir.fold === 'least' || ir.fold === 'greatest') && !ir.order));
    if (!streams)
      return `${this.constant(foldList)}(${this.constant(ir.fold)}, ${this.value(ir.list, lines)}, ${exact}${ir.order ? `, ${this.constant(ir.order)}` : ''})`;
    if (ir.fold === 'count' && ir.list.op !== 'map' && ir.list.op !== 'filter') return `${this.atom(this.value(ir.list, lines), lines)}.length`;
    const [total, counted] = [`v${this.count++}`, `v${this.count++}`];
    const empty = this.constant(EMPTY);
    if (ir.fold === 'least' || ir.fold === 'greatest') {
      lines.push(`let ${total} = ${empty};`);
      this.through(ir.list, lines, (member, into) => {
        const value = this.atom(member, into);
        into.push(`if (${total} === ${empty} || ${value} ${ir.fold === 'least' ? '<' : '>'} ${total}) ${total} = ${value};`);
      });
      return total;
    }
    const counts = ir.fold !== 'sum';
    lines.push(`let ${total} = 0${counts ? `, ${counted} = 0` : ''};`);
    this.through(ir.list, lines, (member, into) => {
      if (ir.fold !== 'count') into.push(`${total} += ${member};`);
      if (counts) into.push(`${counted}++;`);
    });
    if (ir.fold === 'sum') return total;
    return ir.fold === 'count' ? counted : `(${counted} === 0 ? ${empty} : ${total} / ${counted})`;
  }

  private piece(ir: IrOf<'piece'>, lines: string[]): string {
    const a = this.atom(this.value(ir.a, lines), lines);
    const { margin } = ir;
    const cuts = this.constant(Float64Array.from(ir.cuts));
    if (margin.how === 'plain') return `${this.constant(findPiece)}(${cuts}, ${a})`;
    const [abs, rel] = margin.how === 'gap' ? [margin.half, 0] : [margin.abs, margin.rel];
    const reach = this.atom(rel === 0 ? String(abs) : `${abs} + ${rel} * Math.abs(${a})`, lines);
    const near = this.atom(`${this.constant(pieceNear)}(${cuts}, ${a}, ${reach}, ${margin.how === 'gap'})`, lines);
    if (margin.how === 'gap') return near;
    const on = `5 * ${reach} * ${this.denominator(ir.a)} < 1 ? ${this.constant(pieceNear)}(${cuts}, ${a}, ${reach}, true) : ${this.undecided(ir)}`;
    return `(${near} >= 0 ? ${near} : ${on})`;
  }

  private lookup(ir: IrOf<'lookup'>, lines: string[]): string {
    const [only] = ir.pieces;
    if (ir.pieces.length === 1 && only!.op === 'piece' && only!.margin.how === 'plain' && ir.grid.length <= 33) return this.ladder(ir, only!, lines);
    const index = ir.pieces
      .map((piece, column) => ({ value: this.value(piece, lines), size: ir.sizes[column]! }))
      .reduce((at, { value, size }) => (at === '' ? value : `(${at} * ${size} + ${value})`), '');
    return `${this.constant(ir.answers)}[${this.constant(ir.grid)}[${index}]]`;
  }

  /** Few cuts of a whole number: comparisons one after another, from the top, with equal neighbours taken together. */
  private ladder(ir: IrOf<'lookup'>, { a, cuts }: IrOf<'piece'>, lines: string[]): string {
    const value = this.atom(this.value(a, lines), lines);
    const answer = (piece: number): string => this.literal(ir.answers[ir.grid[piece]!]!);
    let text = answer(0);
    for (let piece = 1; piece < ir.grid.length; piece++) {
      if (answer(piece) === answer(piece - 1)) continue;
      const cut = cuts[(piece - 1) >> 1]!;
      text = `(${value} ${piece % 2 === 1 ? '>=' : '>'} ${cut} ? ${answer(piece)} : ${text})`;
    }
    return text;
  }

  /** One way through the ratings where each source has a plain mean of raters who rated once; what is not plain is gathered by a call. */
  private gather({ scheme, ratings }: IrOf<'gather'>, lines: string[]): string {
    const list = this.atom(this.value(ratings, lines), lines);
    const called = `${this.constant(gather)}(${this.constant(scheme)}, ${list})`;
    const { sources, fields } = scheme;
    const oneEach = new Set(sources.map(({ source }) => source)).size === sources.length;
    if (scheme.members || !oneEach || sources.some(({ within }) => within !== 'mean')) return called;
    const own = this.count++;
    const [sure, at, rating, word] = [`p${own}`, `i${own}`, `g${own}`, `w${own}`];
    const [rater, score, scale] = [`${rating}.f${fields.rater}`, `${rating}.f${fields.score}`, `${rating}.f${fields.scale}`];
    const earlier = `b${own}`;
    this.cold.set(
      earlier,
      `function ${earlier}(L, n, s, r) {\nfor (let i = 0; i < n; i++) if (L[i].f${fields.rater} === r && L[i].f${fields.source} === s) return true;\nreturn false;\n}`,
    );
    const branches = sources.map(
      ({ source, low, high }, index) => `if (${word} === ${this.constant(source)}) {
if (${scale}.f${fields.min} !== ${low} || ${scale}.f${fields.max} !== ${high} || (c${own}_${index} > 0 && ${earlier}(${list}, ${at}, ${word}, ${rater}))) { ${sure} = false; break; }
c${own}_${index}++; s${own}_${index} += ${score};
}`,
    );
    const sums = sources.map(({ offset, times }, index) => `const n${own}_${index} = (s${own}_${index} - c${own}_${index} * ${offset}) * ${times};`);
    const safe = sources.map((_, index) => ` && Number.isSafeInteger(n${own}_${index})`).join('');
    const found = sources.map(
      ({ by }, index) =>
        `c${own}_${index} === 0 ? ${this.constant(NOBODY)} : { raters: c${own}_${index}, n: n${own}_${index}, d: ${by} * c${own}_${index}, big: undefined, missing: undefined, members: ${this.constant(NO_MEMBERS)} }`,
    );
    lines.push(
      `let ${sure} = true, ${sources.map((_, index) => `c${own}_${index} = 0, s${own}_${index} = 0`).join(', ')};`,
      `for (let ${at} = 0; ${at} < ${list}.length; ${at}++) {`,
      `const ${rating} = ${list}[${at}], ${word} = ${rating}.f${fields.source};`,
      branches.join(' else '),
      '}',
      ...sums,
    );
    return `(${sure}${safe} ? [${found.join(', ')}] : ${called})`;
  }

  private gathered(ir: IrOf<'gathered'>, lines: string[]): string {
    const at = this.slotAt.get(ir.from)!;
    const slot = this.partOf.get(ir.from) === this.part ? `t${at}` : `S[${at}]`;
    const source = `${slot}[${ir.source}]`;
    if (ir.what === 'raters') return `${source}.raters`;
    if (ir.what === 'fits') return `(!${this.constant(isFault)}(${source}.missing))`;
    if (ir.what === 'criterion') return `${this.constant(quotientOf)}(${source}.members[${ir.member}])`;
    const from = this.atom(source, lines);
    return ir.info.may === 0 ? `(${from}.n / ${from}.d)` : `(${from}.missing === undefined ? ${from}.n / ${from}.d : ${from}.missing)`;
  }
}

/** Two expressions: a number, and what is missing in its stead; `undefined` where nothing is. */
interface Apart {
  readonly value: string;
  readonly missing: string;
}

/** Whether a number may be missing. */
const isApart = ({ info }: Ir): boolean => info.may !== 0 && info.rep.kind === 'number';
/** What is printed in two variables from the ground up. */
const IN_TWO: ReadonlySet<Ir['op']> = new Set(['local', 'slot', 'checkedDivide', 'if', 'let', 'bind']);
const together = ({ value, missing }: Apart): string => (missing === 'undefined' ? value : `(${missing} === undefined ? ${value} : ${missing})`);

const placesOf = ({ info: { rep } }: Ir): number => (rep.kind === 'number' ? rep.bounds.places : 0);
const isWhole = ({ info: { rep } }: Ir): boolean => rep.kind !== 'number' || rep.bounds.whole;

/** Slots that a node reads, those behind slots that are not whole too. */
function allSlots(ir: Ir): readonly Slot[] {
  const found = new Set<Slot>();
  const seen = new Set<Ir>();
  const stack = [ir];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    if (node.op === 'gathered') found.add(node.from);
    if (node.op !== 'slot') continue;
    found.add(node.slot);
    if (!isSolid(node.slot.ir.info.rep)) stack.push(node.slot.ir);
  }
  return [...found];
}

/** Whole values that the always-exact back end may take over when it works out a node. */
function coneSlots(ir: Ir): readonly Slot[] {
  const found = new Set<Slot>();
  const seen = new Set<Ir>();
  const stack = [ir];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    if (node.op !== 'slot') continue;
    if (isSolid(node.slot.ir.info.rep)) found.add(node.slot);
    else stack.push(node.slot.ir);
  }
  return [...found];
}
