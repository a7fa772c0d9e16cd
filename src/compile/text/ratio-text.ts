/**
 * Text of exact ratios of safe integers, for what denominators do not settle.
 * In: comparisons, roundings and what they read. Out: calls of cold functions.
 */
import type { Ir, IrOf, Slot } from '../ir.ts';
import {
  exactOfRatio,
  greaterRatio,
  knownRatio,
  lesserRatio,
  minusRatio,
  orderOfRatios,
  overRatio,
  pieceOfRatio,
  plusRatio,
  quickRatio,
  roundRatio,
  sizeOfRatio,
  timesRatio,
} from '../quick-ratio.ts';
import { placesOf } from '../carried-node.ts';
import { ColdText } from './cold-text.ts';

export abstract class RatioText extends ColdText {
  /** By exact ratios of safe integers where those suffice, else by the always-exact back end. */
  protected settled(ir: IrOf<'compare' | 'round' | 'piece' | 'toExact'>, print: (lines: string[]) => string): string {
    return this.inCold(`q${this.count++}`, ir, (lines) => {
      const answer = this.atom(print(lines), lines);
      return `${answer} === undefined ? ${this.undecided(ir)} : ${answer}`;
    });
  }

  /** The exact value of a number, in a cold function: as its operation makes it, with the point where its own bounds have it. */
  protected ratio(ir: Ir, lines: string[]): string {
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
  protected ratioMade(ir: Ir, lines: string[]): { readonly text: string; readonly places: number } {
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
      case 'fold':
        return this.foldedRatio(ir, lines) ?? this.ratioAtHand(ir, lines);
      default:
        return this.ratioAtHand(ir, lines);
    }
  }

  /** From the carried number, where its denominator is known. */
  private ratioAtHand(ir: Ir, lines: string[]): { readonly text: string; readonly places: number } {
    const places = placesOf(ir);
    const value = this.atom(this.value(ir, lines), lines);
    return { text: `${this.constant(knownRatio)}(${value}, ${this.den(ir, lines)}, ${this.errorAt(ir, value)}, ${10 ** places})`, places };
  }

  /** Member by member, where a list is made on the spot. */
  private foldedRatio({ fold, list }: IrOf<'fold'>, lines: string[]): { readonly text: string; readonly places: number } | undefined {
    if (fold !== 'sum' && fold !== 'mean' && fold !== 'least' && fold !== 'greatest') return undefined;
    const made = madeList(list);
    const [total, counted] = [`v${this.count++}`, `v${this.count++}`];
    const join = this.constant(fold === 'least' ? lesserRatio : fold === 'greatest' ? greaterRatio : plusRatio);
    const add = (member: Ir, into: string[]): void => {
      const ratio = this.ratio(member, into);
      into.push(`${total} = ${counted}++ === 0 ? ${ratio} : ${join}(${total}, ${ratio});`);
    };
    const members = made.op === 'map' ? [made.body] : made.op === 'list' ? made.items : [];
    const [first] = members;
    if (!first || members.some((member) => member.info.rep.kind !== 'number' || placesOf(member) !== placesOf(first))) return undefined;
    lines.push(`let ${total} = ${this.constant(quickRatio)}(0, 1), ${counted} = 0;`);
    const outer = new Set(this.declared);
    if (made.op === 'map')
      this.through(made.list, lines, (member, into) => {
        into.push(`const ${this.declare(made.local)} = ${member};`);
        add(made.body, into);
      });
    else for (const member of members) add(member, lines);
    this.declared = outer;
    const count = `${this.constant(quickRatio)}(${counted}, 1)`;
    return { text: fold === 'mean' ? `${this.constant(overRatio)}(${total}, ${count})` : total, places: placesOf(first) };
  }

  /** From the number at hand where its denominator tells it, else from what it is made of. */
  protected slotRatio(slot: Slot): string {
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

  /** A number that goes on as an exact one. */
  protected madeExact(ir: IrOf<'toExact'>): string {
    return this.settled(ir, (lines) => `${this.constant(exactOfRatio)}(${this.ratio(ir.a, lines)})`);
  }

  protected pieceOfRatio(ir: IrOf<'piece'>, cuts: string, lines: string[]): string {
    return `${this.constant(pieceOfRatio)}(${cuts}, ${10 ** placesOf(ir.a)}, ${this.ratio(ir.a, lines)})`;
  }

  protected orderHolds(ir: IrOf<'compare'>, lines: string[]): string {
    const order = this.atom(`${this.constant(orderOfRatios)}(${this.ratio(ir.a, lines)}, ${this.ratio(ir.b, lines)})`, lines);
    const operator = ir.comparator === '=' ? '===' : ir.comparator === '!=' ? '!==' : ir.comparator;
    return `(${order} === undefined ? undefined : ${order} ${operator} 0)`;
  }

  protected roundedRatio(ir: IrOf<'round'>, lines: string[]): string {
    const { rep } = ir.a.info;
    if (rep.kind !== 'number') return 'undefined';
    const steps = this.atom(
      `${this.constant(roundRatio)}(${this.ratio(ir.a, lines)}, ${ir.step}, ${10 ** rep.bounds.places}, ${this.constant(ir.mode)})`,
      lines,
    );
    return ir.unit === 1 ? steps : `(${steps} === undefined ? undefined : ${steps} * ${ir.unit})`;
  }
}

/** The node that makes a list, behind its names. */
function madeList(list: Ir): Ir {
  switch (list.op) {
    case 'local':
      return list.local.source ? madeList(list.local.source) : list;
    case 'bind':
    case 'let':
      return madeList(list.body);
    case 'members':
      return madeList(list.list);
    case 'slot':
      return madeList(list.slot.ir);
    default:
      return list;
  }
}
