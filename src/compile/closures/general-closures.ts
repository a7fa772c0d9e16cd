/**
 * Every node of a program as a closure, whatever is missing: what the machine leaves is answered here.
 * In: a node. Out: a function from a frame to the lowered value. What a margin leaves undecided, the always-exact back end answers.
 */
import type { Exact } from '../../values/exact.ts';
import { Fault, NONE, Unknown } from '../../values/result.ts';
import { callDate } from '../call-date.ts';
import { callExact } from '../call-exact.ts';
import { foldList } from '../fold-list.ts';
import { gather } from '../gather.ts';
import type { Ir, IrOf } from '../ir.ts';
import type { Lowered, LoweredRecord } from '../lowered.ts';
import { BY_ZERO, NONE_MET, NO_MEMBER, isMissing, joinTruths, missingOf, worstOf } from '../missing.ts';
import type { Step } from './closure-parts.ts';
import { ListClosures } from './list-closures.ts';

export class GeneralClosures extends ListClosures {
  step(ir: Ir): Step {
    switch (ir.op) {
      case 'constant': {
        const { value } = ir;
        return () => value;
      }
      case 'fact': {
        const at = this.factAt.get(ir.fact)!;
        return (frame) => frame.facts[at]!;
      }
      case 'slot': {
        return this.computed.slot(ir.slot);
      }
      case 'local': {
        const at = this.placeOf(ir.local);
        return (frame) => frame.locals[at]!;
      }
      case 'field': {
        const of = this.step(ir.of);
        const name = `f${ir.index}` as const;
        return (frame) => (of(frame) as LoweredRecord)[name]!;
      }
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'checkedDivide':
        return this.arithmetic(ir);
      case 'negate': {
        const a = this.number(ir.a);
        return (frame) => -a(frame);
      }
      case 'absolute': {
        const a = this.number(ir.a);
        return (frame) => Math.abs(a(frame));
      }
      case 'rescale': {
        const a = this.number(ir.a);
        const { factor } = ir;
        return factor === 1 ? a : (frame) => a(frame) * factor;
      }
      case 'least':
      case 'greatest': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        return ir.op === 'least' ? (frame) => Math.min(a(frame), b(frame)) : (frame) => Math.max(a(frame), b(frame));
      }
      case 'round':
        return this.round(ir);
      case 'modulo': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        return (frame) => {
          const by = b(frame);
          if (by === 0) return BY_ZERO;
          const rest = a(frame) % by;
          return rest !== 0 && rest < 0 !== by < 0 ? rest + by : rest + 0;
        };
      }
      case 'toExact':
        return this.toExact(ir);
      case 'exactCall': {
        const args = ir.args.map((arg) => this.step(arg));
        const { name, step, mode } = ir;
        return (frame) =>
          callExact(
            name,
            args.map((arg) => arg(frame) as Exact),
            step,
            mode,
          );
      }
      case 'compare':
        return this.compare(ir);
      case 'same': {
        const [a, b] = [this.step(ir.a), this.step(ir.b)];
        return ir.negated ? (frame) => a(frame) !== b(frame) : (frame) => a(frame) === b(frame);
      }
      case 'rank': {
        const a = this.step(ir.a);
        const ranks = new Map(ir.order.map((word, at) => [word, at]));
        return (frame) => ranks.get(a(frame) as string) ?? -1;
      }
      case 'not': {
        const a = this.step(ir.a);
        return (frame) => !a(frame);
      }
      case 'join':
        return this.join(ir);
      case 'if': {
        const [condition, then, otherwise] = [this.step(ir.condition), this.step(ir.then), this.step(ir.else)];
        return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame));
      }
      case 'bind':
        return this.bind(ir);
      case 'let': {
        const [value, body] = [this.step(ir.value), this.step(ir.body)];
        const at = this.placeOf(ir.local);
        return (frame) => {
          frame.locals[at] = value(frame);
          return body(frame);
        };
      }
      case 'present': {
        const a = this.step(ir.a);
        return (frame) => {
          const value = a(frame);
          return value instanceof Unknown || value instanceof Fault ? value : value !== NONE;
        };
      }
      case 'isTrue': {
        const a = this.step(ir.a);
        return (frame) => a(frame) === true;
      }
      case 'settle': {
        const verdict = this.step(ir.verdict);
        const values = ir.values.map((value) => this.step(value));
        return (frame) => {
          const decided = verdict(frame);
          return decided === true ? (worstOf(values.map((value) => value(frame))) ?? true) : decided;
        };
      }
      case 'fired':
        return this.fired(ir);
      case 'list': {
        const items = ir.items.map((item) => this.step(item));
        return (frame) => items.map((item) => item(frame));
      }
      case 'map':
        return this.map(ir);
      case 'filter':
        return this.filter(ir);
      case 'quantify':
        return this.quantify(ir);
      case 'members': {
        const list = this.list(ir.list);
        return (frame) => {
          const members = list(frame);
          return members.some(isMissing) ? (worstOf(members) ?? NONE) : members;
        };
      }
      case 'fold': {
        const list = this.list(ir.list);
        const { fold, order } = ir;
        const { rep } = ir.list.info;
        const exact = rep.kind === 'list' && rep.of.rep.kind === 'exact';
        return (frame) => foldList(fold, list(frame), exact, order);
      }
      case 'at': {
        const list = this.list(ir.list);
        const place = ir.at > 0 ? ir.at - 1 : ir.at;
        return (frame) => list(frame).at(place) ?? NO_MEMBER;
      }
      case 'dateCall': {
        const args = ir.args.map((arg) => this.number(arg));
        const { name, closed, scale } = ir;
        return (frame) =>
          callDate(
            name,
            args.map((arg) => arg(frame)),
            closed,
            scale,
          );
      }
      case 'piece':
        return this.piece(ir);
      case 'pieceExact': {
        const a = this.step(ir.a);
        const { cuts } = ir;
        return (frame) => {
          const value = a(frame) as Exact;
          const at = cuts.findIndex((cut) => value.compare(cut) <= 0);
          return at < 0 ? 2 * cuts.length : 2 * at + (value.equals(cuts[at]!) ? 1 : 0);
        };
      }
      case 'pieceWord': {
        const a = this.step(ir.a);
        const pieces = new Map(ir.words.map((word, at) => [word, at]));
        const stranger = ir.words.length;
        return (frame) => pieces.get(a(frame) as string) ?? stranger;
      }
      case 'pieceTruth': {
        const a = this.step(ir.a);
        return (frame) => (a(frame) === true ? 1 : 0);
      }
      case 'lookup': {
        const pieces = ir.pieces.map((piece) => this.number(piece));
        const { sizes, grid, answers } = ir;
        return (frame) => {
          let at = 0;
          for (let column = 0; column < pieces.length; column++) at = at * sizes[column]! + pieces[column]!(frame);
          return answers[grid[at]!]!;
        };
      }
      case 'gather': {
        const ratings = this.list(ir.ratings);
        const { scheme } = ir;
        return (frame) => gather(scheme, ratings(frame)) as unknown as Lowered;
      }
      case 'gathered':
        return this.gathered(ir);
      case 'foreign': {
        const args = ir.args.map((arg) => this.step(arg));
        const { answer } = ir;
        return (frame) => answer(args.map((arg) => arg(frame)));
      }
    }
  }

  private arithmetic(ir: IrOf<'add' | 'subtract' | 'multiply' | 'divide' | 'checkedDivide'>): Step {
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const constant = ir.b.op === 'constant' ? (ir.b.value as number) : undefined;
    switch (ir.op) {
      case 'add':
        return constant === undefined ? (frame) => a(frame) + b(frame) : (frame) => a(frame) + constant;
      case 'subtract':
        return constant === undefined ? (frame) => a(frame) - b(frame) : (frame) => a(frame) - constant;
      case 'multiply':
        return constant === undefined ? (frame) => a(frame) * b(frame) : (frame) => a(frame) * constant;
      case 'divide':
        return constant === undefined ? (frame) => a(frame) / b(frame) : (frame) => a(frame) / constant;
      case 'checkedDivide':
        return (frame) => {
          const by = b(frame);
          return by === 0 ? BY_ZERO : a(frame) / by;
        };
    }
  }

  private join(ir: IrOf<'join'>): Step {
    const operands = ir.operands.map((operand) => this.step(operand));
    const { decisive } = ir;
    if (ir.info.may === 0) {
      const { length } = operands;
      return (frame) => {
        for (let at = 0; at < length; at++) if (operands[at]!(frame) === decisive) return decisive;
        return !decisive;
      };
    }
    return (frame) => {
      let truth: Lowered = !decisive;
      for (const operand of operands) {
        truth = joinTruths(decisive, truth, operand(frame));
        if (truth === decisive) return truth;
      }
      return truth;
    };
  }

  private bind(ir: IrOf<'bind'>): Step {
    const values = ir.values.map((value) => this.step(value));
    const places = ir.locals.map((local) => this.placeOf(local));
    const body = this.step(ir.body);
    const { pass } = ir;
    if (values.length === 1) {
      const value = values[0]!;
      const place = places[0]!;
      return (frame) => {
        const found = value(frame);
        if (typeof found === 'object' && isMissing(found)) return pass || found !== NONE ? found : NONE_MET;
        frame.locals[place] = found;
        return body(frame);
      };
    }
    return (frame) => {
      let missing = false;
      for (let at = 0; at < values.length; at++) {
        const found = values[at]!(frame);
        frame.locals[places[at]!] = found;
        if (typeof found === 'object' && isMissing(found)) missing = true;
      }
      return missing ? missingOf(...places.map((place) => frame.locals[place])) : body(frame);
    };
  }
}
