/**
 * Text of what goes through lists: loops that make no list where none is needed.
 * In: nodes. Out: expressions, and the lines before them.
 */
import { NONE } from '../../values/result.ts';
import { foldList } from '../fold-list.ts';
import type { Ir, IrOf } from '../ir.ts';
import { EMPTY, isMissing, joinTruths, worstOf } from '../missing.ts';
import { openOf } from '../text-helpers.ts';
import { type Apart, isApart } from './apart.ts';
import { MissingText } from './missing-text.ts';

export abstract class ListText extends MissingText {
  /** Numbers of a list that is made on the spot, and the worst that its members are. */
  protected override membersApart(ir: Ir, lines: string[]): Apart | undefined {
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

  /** Goes through the members of a list without making it, where it is mapped or filtered by what cannot be missing. */
  protected through(list: Ir, lines: string[], body: (member: string, into: string[]) => void): void {
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

  protected collected(ir: IrOf<'map' | 'filter'>, lines: string[]): string {
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

  protected quantify(ir: IrOf<'quantify'>, lines: string[]): string {
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

  protected fold(ir: IrOf<'fold'>, lines: string[]): string {
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
}
