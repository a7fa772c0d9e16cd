/**
 * Text of functions that are asked only where numbers nearly meet: the denominators that they really have, and the always-exact back end.
 * In: nodes. Out: calls; the functions themselves are kept for the end.
 */
import { commonDenominator, lowestDenominator, productDenominator, quotientDenominator, quotientOver, reducedDenominator } from '../denominator.ts';
import type { Ir, IrOf, Slot } from '../ir.ts';
import { loopLocals } from '../loop-locals.ts';
import { isWhole } from '../carried-node.ts';
import { ListText } from './list-text.ts';
import { allSlots, coneSlots } from './slots-under.ts';
import { COLD } from './text-names.ts';

export abstract class ColdText extends ListText {
  /** The node by the always-exact back end, with the variables of the loops around it; what it may take over is stored first. */
  protected undecided(ir: Ir): string {
    const at = this.nodes.push(ir) - 1;
    const loops = loopLocals(ir);
    const known =
      loops.length === 0 ? '' : `, ${this.constant(loops.map((local) => local.id))}, [${loops.map((local) => this.locals.get(local.id)!).join(', ')}]`;
    return `(${this.storing(coneSlots(ir))}${this.undecidedName}(${at}, F, S${known}))`;
  }

  /** Puts slots of this part into store, for code outside it. */
  protected storing(slots: readonly Slot[]): string {
    const own = this.part === COLD ? [] : slots.filter((slot) => this.partOf.get(slot) === this.part);
    return own.map((slot) => `S[${this.slotAt.get(slot)!}] = ${this.slotHere(slot)}, `).join('');
  }

  /**
   * A denominator that numbers really have here, or a multiple of it, from the values at hand: unequal values lie at least its inverse apart.
   * It is worked out by a function of its own, because it is asked for only where values nearly meet.
   */
  protected denominator(...numbers: readonly Ir[]): string {
    const inexact = numbers.filter((ir) => !isWhole(ir));
    return inexact.length === 0 ? '1' : inexact.map((ir) => this.coldCall(ir)).join(' * ');
  }

  protected coldCall(ir: Ir): string {
    return this.inCold(`d${this.count++}`, ir, (lines) => this.den(ir, lines));
  }

  /** A function of its own, to be called where numbers nearly meet. */
  protected inCold(name: string, ir: Ir, print: (lines: string[]) => string): string {
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

  /** A cold function that is asked several times for one record, and works once. */
  protected once(name: string, ir: Ir, print: (lines: string[]) => string): string {
    this.kept.add(`${name}k`);
    return this.inCold(name, ir, (lines) => {
      lines.push(`if (${name}kr === record) return ${name}k;`, `${name}kr = record;`);
      return `${name}k = ${print(lines)}`;
    });
  }

  protected slotDen(slot: Slot): string {
    const at = this.slotAt.get(slot)!;
    return this.once(`e${at}`, slot.ir, (lines) => this.reduced(`S[${at}]`, this.den(slot.ir, lines), slot.ir));
  }

  /** A common denominator of two numbers. */
  protected both(left: Ir, right: Ir, lines: string[]): string {
    const [a, b] = [this.atom(this.den(left, lines), lines), this.atom(this.den(right, lines), lines)];
    return a === '1' ? b : b === '1' ? a : `${this.constant(commonDenominator)}(${a}, ${b})`;
  }

  /** The denominator in lowest terms, where the value is known well enough to tell its numerator. */
  protected reduced(value: string, den: string, ir: Ir): string {
    return den === '1' || den === 'Infinity' ? den : `${this.constant(reducedDenominator)}(${value}, ${den}, ${this.errorAt(ir, value)})`;
  }

  protected errorAt({ info: { rep } }: Ir, value: string): string {
    if (rep.kind !== 'number') return 'Infinity';
    const { abs, rel } = rep.bounds;
    return `${1.1 * abs} + ${1.1 * rel} * Math.abs(${value})`;
  }

  protected den(ir: Ir, lines: string[]): string {
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
  protected eitherInCold(ir: IrOf<'if'>, lines: string[], print: (branch: Ir, into: string[]) => string): string {
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
}
