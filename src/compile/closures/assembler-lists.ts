/**
 * Writes what goes through lists of facts: they are read as columns, and what is mapped, filtered and folded is never made.
 * In: nodes. Out: code for the machine.
 */
import type { Ir, IrOf } from '../ir.ts';
import { PlacesAssembler } from './assembler-places.ts';
import { Label } from './code-writer.ts';
import { ListColumns } from './columns.ts';
import { BINARY, Op } from './operations.ts';
import type { Place } from './place.ts';
import { isNumeric } from './registers.ts';
import { isStrict } from './strict.ts';
import { unwritten } from './unwritten.ts';

export abstract class ListAssembler extends PlacesAssembler {
  protected source(ir: IrOf<'gathered'>): number {
    return this.sourceAt(ir.from, ir.source) ?? unwritten();
  }

  protected listOf(ir: Ir): number {
    if (ir.op !== 'fact') return unwritten();
    const fact = this.factAt.get(ir.fact)!;
    const known = this.writer.lists.findIndex((list) => list.fact === fact);
    return known >= 0 ? known : this.writer.lists.push(new ListColumns(fact)) - 1;
  }

  /** Code for each member of a list of facts, mapped or filtered. */
  protected override through(ir: Ir, body: (row: Place & { readonly is: 'row' }) => void): void {
    const { writer } = this;
    if (ir.op === 'filter') {
      this.through(ir.list, (row) => {
        const past = new Label();
        this.places.set(ir.local.id, row);
        this.jumpIf(ir.condition, false, past);
        body(row);
        writer.place(past);
      });
      return;
    }
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      return place?.is === 'list' ? this.through(place.ir, body) : unwritten();
    }
    if (ir.op === 'bind' && ir.locals.length === 1) {
      this.places.set(ir.locals[0]!.id, this.placeOf(ir.values[0]!));
      return isStrict(ir.body, ir.locals[0]!) ? this.through(ir.body, body) : unwritten();
    }
    const list = this.listOf(ir);
    const at = writer.register();
    const [head, end] = [new Label(), new Label()];
    writer.put(Op.First, at, list, end);
    writer.place(head);
    body({ is: 'row', list, at });
    writer.put(Op.Next, at, list, head);
    writer.place(end);
  }

  /** The same for values that were made of the members. */
  protected throughValues(ir: Ir, body: (value: number) => void): void {
    if (ir.op === 'members') return this.throughValues(ir.list, body);
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      return place?.is === 'list' ? this.throughValues(place.ir, body) : unwritten();
    }
    if (ir.op !== 'map' || ir.keepMissing || !isNumeric(ir.body)) return unwritten();
    this.through(ir.list, (row) => {
      this.places.set(ir.local.id, row);
      body(this.number(ir.body));
    });
  }

  protected fold(ir: IrOf<'fold'>): number {
    const { writer } = this;
    if (ir.fold === 'count') return this.count(ir.list);
    if (ir.order || !['sum', 'mean', 'least', 'greatest'].includes(ir.fold)) return unwritten();
    const extreme = ir.fold === 'least' || ir.fold === 'greatest';
    const total = writer.register();
    const counted = ir.fold === 'mean' ? writer.register() : undefined;
    writer.put(Op.Copy, total, writer.constant(extreme ? (ir.fold === 'least' ? Infinity : -Infinity) : 0));
    if (counted !== undefined) writer.put(Op.Copy, counted, writer.constant(0));
    this.throughValues(ir.list, (value) => {
      writer.put(extreme ? BINARY[ir.fold as 'least' | 'greatest'] : Op.Add, total, total, value);
      if (counted !== undefined) writer.put(Op.Add, counted, counted, writer.constant(1));
    });
    if (extreme) writer.put(Op.CheckFinite, total);
    if (counted === undefined) return total;
    const at = writer.register();
    writer.put(Op.CheckedDivide, at, total, counted);
    return at;
  }

  protected count(list: Ir): number {
    const { writer } = this;
    const at = writer.register();
    if (list.op === 'fact') {
      writer.put(Op.Length, at, this.listOf(list));
      return at;
    }
    writer.put(Op.Copy, at, writer.constant(0));
    this.through(list, () => {
      writer.put(Op.Add, at, at, writer.constant(1));
    });
    return at;
  }
}
