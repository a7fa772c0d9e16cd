/**
 * Text of what goes through lists: loops that make no list where none is needed.
 * In: nodes. Out: expressions, and the lines before them.
 */
import { NONE } from '../../values/result.ts';
import { foldList } from '../fold-list.ts';
import type { Ir, IrOf, Local } from '../ir.ts';
import { EMPTY, isMissing, joinTruths, worstOf } from '../missing.ts';
import { openOf } from '../text-helpers.ts';
import { type Apart, isApart } from './apart.ts';
import { MissingText } from './missing-text.ts';
import type { Member } from './text-names.ts';

export abstract class ListText extends MissingText {
  /** Numbers of a list that is made on the spot, and the worst that its members are. */
  protected override membersApart(ir: Ir, lines: string[]): Apart | undefined {
    if (ir.op !== 'members' || ir.list.op !== 'map' || ir.list.info.may !== 0 || !isApart(ir.list.body)) return undefined;
    const map = ir.list;
    const [name, open] = [`v${this.count++}`, `v${this.count++}`];
    lines.push(`const ${name} = [];`, `let ${open};`);
    this.through(map.list, lines, (member, into) => {
      this.bindMember(map.local, member, into);
      const local = this.memberNow(map.local);
      const own: string[] = [];
      const { value, missing } = this.apart(map.body, own);
      own.push(`if (${missing} === undefined) ${name}.push(${value}); else (${open} ??= []).push(${missing});`);
      if (!map.keepMissing) into.push(...own);
      else into.push(`if (${this.constant(isMissing)}(${local}) && ${local} !== ${this.constant(NONE)}) (${open} ??= []).push(${local}); else {`, ...own, '}');
    });
    return { value: name, missing: `(${open} === undefined ? undefined : ${this.constant(openOf)}(${open}))` };
  }

  /** Goes through the members of a list without making it, where it is mapped or filtered by what cannot be missing. */
  protected through(list: Ir, lines: string[], body: (member: Member, into: string[]) => void): void {
    if (list.op === 'map' && !list.keepMissing && list.body.info.may === 0) {
      this.through(list.list, lines, (member, into) => {
        this.bindMember(list.local, member, into);
        body(this.value(list.body, into), into);
      });
      return;
    }
    if (list.op === 'filter' && list.condition.info.may === 0) {
      this.through(list.list, lines, (member, into) => {
        this.bindMember(list.local, member, into);
        const name = this.locals.get(list.local.id)!;
        const condition = this.value(list.condition, into);
        into.push(`if (${condition}) {`);
        body(typeof member === 'string' ? name : { ...member, at: name }, into);
        into.push('}');
      });
      return;
    }
    const columns = this.columnsOf(list);
    const members = columns ? this.constant(columns) : this.atom(this.value(list, lines), lines);
    const at = `i${this.count++}`;
    const into: string[] = [];
    body(columns ? { columns, at } : `${members}[${at}]`, into);
    lines.push(`for (let ${at} = 0; ${at} < ${members}.length; ${at}++) {`, ...into, '}');
  }

  protected collected(ir: IrOf<'map' | 'filter'>, lines: string[]): string {
    const name = `v${this.count++}`;
    if (ir.op === 'map') {
      lines.push(`const ${name} = [];`);
      this.through(ir.list, lines, (member, into) => {
        this.bindMember(ir.local, member, into);
        const local = this.memberNow(ir.local);
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
      this.bindMember(ir.local, member, into);
      const local = this.memberNow(ir.local);
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

  /** The member that a loop is at. */
  private memberNow(local: Local): string {
    return this.localValue(local, []);
  }

  protected quantify(ir: IrOf<'quantify'>, lines: string[]): string {
    const [name, end] = [`v${this.count++}`, `e${this.count++}`];
    const sure = ir.condition.info.may === 0;
    const decisive = String(ir.decisive);
    lines.push(`let ${name} = ${!ir.decisive};`, `${end}: {`);
    this.through(ir.list, lines, (member, into) => {
      this.bindMember(ir.local, member, into);
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
    if (ir.fold === 'count' && ir.list.op !== 'map' && ir.list.op !== 'filter') {
      const columns = this.columnsOf(ir.list);
      return `${columns ? this.constant(columns) : this.atom(this.value(ir.list, lines), lines)}.length`;
    }
    const [total, counted] = [`v${this.count++}`, `v${this.count++}`];
    const empty = this.failure(EMPTY);
    if ((ir.fold === 'least' || ir.fold === 'greatest') && this.program.givesUp) {
      lines.push(`let ${total} = 0, ${counted} = 0;`);
      this.through(ir.list, lines, (member, into) => {
        const value = this.atom(this.memberValue(member), into);
        into.push(`if (${counted}++ === 0 || ${value} ${ir.fold === 'least' ? '<' : '>'} ${total}) ${total} = ${value};`);
      });
      return `(${counted} === 0 ? ${empty} : ${total})`;
    }
    if (ir.fold === 'least' || ir.fold === 'greatest') {
      lines.push(`let ${total} = ${empty};`);
      this.through(ir.list, lines, (member, into) => {
        const value = this.atom(this.memberValue(member), into);
        into.push(`if (${total} === ${empty} || ${value} ${ir.fold === 'least' ? '<' : '>'} ${total}) ${total} = ${value};`);
      });
      return total;
    }
    const counts = ir.fold !== 'sum';
    lines.push(`let ${total} = 0${counts ? `, ${counted} = 0` : ''};`);
    this.through(ir.list, lines, (member, into) => {
      if (ir.fold !== 'count') into.push(`${total} += ${this.memberValue(member)};`);
      // A member that is not read may still give the record up.
      if (ir.fold === 'count' && this.program.givesUp && typeof member === 'string') into.push(`${member};`);
      if (counts) into.push(`${counted}++;`);
    });
    if (ir.fold === 'sum') return total;
    return ir.fold === 'count' ? counted : `(${counted} === 0 ? ${empty} : ${total} / ${counted})`;
  }
}
