/**
 * Text of what meets missing values: bindings, branches, and, or, and numbers in two variables.
 * In: nodes. Out: expressions, and the lines before them.
 */
import type { Ir, IrOf } from '../ir.ts';
import { BY_ZERO, isMissing, joinTruths, missingOf } from '../missing.ts';
import { type Apart, isApart } from './apart.ts';
import { TextNames } from './text-names.ts';

export abstract class MissingText extends TextNames {
  /** The node in one expression, whatever it is. */
  protected abstract whole(ir: Ir, lines: string[]): string;

  /** Numbers of a list that is made on the spot, and the worst that its members are. */
  protected abstract membersApart(ir: Ir, lines: string[]): Apart | undefined;

  /**
   * A number, or what is missing in its stead, in two variables: one that were either would be put on the heap at each step.
   * Where something is missing the number means nothing.
   */
  protected apart(ir: Ir, lines: string[]): Apart {
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

  protected newApart(lines: string[]): Apart {
    const at = this.count++;
    lines.push(`let n${at} = 0, o${at};`);
    return { value: `n${at}`, missing: `o${at}` };
  }

  protected eitherApart(condition: string, then: (into: string[]) => Apart, otherwise: (into: string[]) => Apart, lines: string[]): Apart {
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

  protected letLocal(ir: IrOf<'let'>, lines: string[]): void {
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

  /** `condition ? then : else`, as an expression where neither side needs lines of its own. */
  protected choice(condition: string, then: Ir, otherwise: (into: string[]) => string, lines: string[]): string {
    const [yes, no]: [string[], string[]] = [[], []];
    const a = this.value(then, yes);
    const b = otherwise(no);
    if (yes.length === 0 && no.length === 0) return `(${condition} ? ${a} : ${b})`;
    const name = `v${this.count++}`;
    lines.push(`let ${name};`, `if (${condition}) {`, ...yes, `${name} = ${a};`, '} else {', ...no, `${name} = ${b};`, '}');
    return name;
  }

  protected join(ir: IrOf<'join'>, lines: string[]): string {
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

  protected bind(ir: IrOf<'bind'>, lines: string[]): string {
    const outer = this.declared && new Set(this.declared);
    const { tests, missing } = this.bindLocals(ir, lines);
    const printed = tests.length === 0 ? this.value(ir.body, lines) : this.choice(tests.join(' && '), ir.body, () => missing, lines);
    this.declared = outer;
    return printed;
  }

  /** Names the values; what must hold for all to be there, and what there is where it does not. */
  protected bindLocals(ir: IrOf<'bind'>, lines: string[]): { readonly tests: readonly string[]; readonly missing: string } {
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

  protected isThere(value: Ir, name: string): string {
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
}
