/**
 * Closures over lists: what is made of each member, what is kept, what holds for some or all, which rules fired, what raters gave.
 * In: such a node. Out: a function from a frame to a list or a value.
 */
import { Fault, NONE, Unknown } from '../../values/result.ts';
import type { GatheredSource } from '../gather.ts';
import type { IrOf } from '../ir.ts';
import type { Lowered, LoweredRecord } from '../lowered.ts';
import { joinTruths, plainWord, worstOf } from '../missing.ts';
import type { Step } from './closure-parts.ts';
import { DecisionClosures } from './decision-closures.ts';

export abstract class ListClosures extends DecisionClosures {
  protected fired(ir: IrOf<'fired'>): Step {
    const rules = ir.rules.map(({ settled, code, id }) => ({ settled: this.step(settled), code: this.step(code), id: this.step(id) }));
    return (frame) => {
      const settled = rules.map((rule) => rule.settled(frame));
      const open = worstOf(settled);
      if (open) return open;
      const members: LoweredRecord[] = [];
      for (const [at, rule] of rules.entries()) {
        if (settled[at] !== true) continue;
        const id = rule.id(frame);
        members.push({ f0: id, f1: plainWord(rule.code(frame)) ?? id });
      }
      return members;
    };
  }

  protected map(ir: IrOf<'map'>): Step {
    const [list, body] = [this.list(ir.list), this.step(ir.body)];
    const place = this.placeOf(ir.local);
    const { keepMissing } = ir;
    return (frame) => {
      const members = list(frame);
      const made = new Array<Lowered>(members.length);
      for (let at = 0; at < members.length; at++) {
        const member = members[at]!;
        if (keepMissing && (member instanceof Unknown || member instanceof Fault)) made[at] = member;
        else {
          frame.locals[place] = member;
          made[at] = body(frame);
        }
      }
      return made;
    };
  }

  protected filter(ir: IrOf<'filter'>): Step {
    const [list, condition] = [this.list(ir.list), this.step(ir.condition)];
    const place = this.placeOf(ir.local);
    return (frame) => {
      const kept: Lowered[] = [];
      let open: Unknown[] | undefined;
      for (const member of list(frame)) {
        frame.locals[place] = member;
        const truth = condition(frame);
        if (truth === true) kept.push(member);
        else if (truth instanceof Fault) return truth;
        else if (truth instanceof Unknown) (open ??= []).push(truth);
      }
      return open ? worstOf(open)! : kept;
    };
  }

  protected quantify(ir: IrOf<'quantify'>): Step {
    const [list, condition] = [this.list(ir.list), this.step(ir.condition)];
    const place = this.placeOf(ir.local);
    const { decisive } = ir;
    return (frame) => {
      let truth: Lowered = !decisive;
      for (const member of list(frame)) {
        frame.locals[place] = member;
        truth = joinTruths(decisive, truth, condition(frame));
        if (truth === decisive) return truth;
      }
      return truth;
    };
  }

  protected gathered(ir: IrOf<'gathered'>): Step {
    const { source, what, member } = ir;
    const gathered = this.computed.gathered(ir.from);
    const read = (): GatheredSource => gathered()[source]!;
    if (what === 'raters') return () => read().raters;
    if (what === 'fits') return () => !(read().missing instanceof Fault);
    if (what === 'score') {
      return () => {
        const from = read();
        return from.missing ?? from.n / from.d;
      };
    }
    return () => {
      const found = read().members[member];
      return found === undefined ? NONE : found.n / found.d;
    };
  }
}
