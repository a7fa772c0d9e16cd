/**
 * A machine of registers that runs the usual path of a program; no code is made at run time, it only reads numbers from a list.
 * In: its state, a place in the code. Out: the place at which a slot turned out to be not usual (something is missing), or -1 at the end.
 */
import { Fault, NONE, Unknown } from '../../values/result.ts';
import { findPiece } from '../find-piece.ts';
import type { Lowered } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import { type Runs, answerPlace } from '../runs.ts';
import type { ListColumns } from './columns.ts';
import { Op } from './operations.ts';

export interface Machine {
  readonly code: Int32Array;
  readonly numbers: Float64Array;
  readonly objects: Lowered[];
  readonly lists: readonly ListColumns[];
  readonly cuts: readonly Float64Array[];
  readonly runs: readonly Runs[];
  readonly words: readonly (readonly string[])[];
  readonly cells: readonly Float64Array[];
  readonly cellObjects: readonly (readonly Lowered[])[];
  /** Roundings of whole numbers and of numbers near a boundary; undefined where it stays undecided. */
  readonly rounds: readonly ((value: number) => number | undefined)[];
  /** Answers of nodes that stay undecided; NaN where there is none. */
  readonly undecided: readonly (() => number)[];
  readonly gathers: readonly (() => boolean)[];
}

/** More, same, less: one bit each of the answers of a comparison. */
export const MORE = 4;
export const SAME = 2;
export const LESS = 1;

export function run(machine: Machine, from: number): number {
  const { code, numbers: R, objects: O, lists, cuts, runs, words, cells, cellObjects } = machine;
  let at = from;
  for (;;) {
    switch (code[at]! as Op) {
      case Op.End:
        return -1;
      case Op.Leave:
        return at;
      case Op.Add:
        R[code[at + 1]!] = R[code[at + 2]!]! + R[code[at + 3]!]!;
        at += 4;
        break;
      case Op.Subtract:
        R[code[at + 1]!] = R[code[at + 2]!]! - R[code[at + 3]!]!;
        at += 4;
        break;
      case Op.Multiply:
        R[code[at + 1]!] = R[code[at + 2]!]! * R[code[at + 3]!]!;
        at += 4;
        break;
      case Op.Divide:
        R[code[at + 1]!] = R[code[at + 2]!]! / R[code[at + 3]!]!;
        at += 4;
        break;
      case Op.CheckedDivide: {
        const by = R[code[at + 3]!]!;
        R[code[at + 1]!] = by === 0 ? NaN : R[code[at + 2]!]! / by;
        at += 4;
        break;
      }
      case Op.Modulo: {
        const by = R[code[at + 3]!]!;
        const rest = R[code[at + 2]!]! % by;
        R[code[at + 1]!] = rest !== 0 && rest < 0 !== by < 0 ? rest + by : rest + 0;
        at += 4;
        break;
      }
      case Op.Least:
        R[code[at + 1]!] = Math.min(R[code[at + 2]!]!, R[code[at + 3]!]!);
        at += 4;
        break;
      case Op.Greatest:
        R[code[at + 1]!] = Math.max(R[code[at + 2]!]!, R[code[at + 3]!]!);
        at += 4;
        break;
      case Op.Negate:
        R[code[at + 1]!] = -R[code[at + 2]!]!;
        at += 3;
        break;
      case Op.Absolute:
        R[code[at + 1]!] = Math.abs(R[code[at + 2]!]!);
        at += 3;
        break;
      case Op.Copy:
        R[code[at + 1]!] = R[code[at + 2]!]!;
        at += 3;
        break;
      case Op.Move:
        R[code[at + 1]!] = R[code[at + 2]!]!;
        O[code[at + 1]!] = O[code[at + 2]!]!;
        at += 3;
        break;
      case Op.Take:
        O[code[at + 1]!] = O[code[at + 2]!]!;
        at += 3;
        break;
      case Op.Missing:
        R[code[at + 1]!] = NaN;
        O[code[at + 1]!] = O[code[at + 2]!]!;
        at += 3;
        break;
      case Op.Check: {
        const value = R[code[at + 1]!]!;
        if (value !== value) return at;
        at += 2;
        break;
      }
      case Op.CheckWord:
        if (typeof O[code[at + 1]!] !== 'string') return at;
        at += 2;
        break;
      case Op.CheckFinite: {
        const value = R[code[at + 1]!]!;
        if (!(value < Infinity && value > -Infinity)) return at;
        at += 2;
        break;
      }
      case Op.Settle: {
        const value = R[code[at + 1]!]!;
        if (value !== value && O[code[at + 1]!] !== NONE) return at;
        at += 2;
        break;
      }
      case Op.SettleObject: {
        const value = O[code[at + 1]!];
        if (value instanceof Unknown || value instanceof Fault) return at;
        at += 2;
        break;
      }
      case Op.Jump:
        at = code[at + 1]!;
        break;
      case Op.JumpTrue: {
        const value = R[code[at + 1]!]!;
        if (value !== value) return at;
        at = value === 1 ? code[at + 2]! : at + 3;
        break;
      }
      case Op.JumpFalse: {
        const value = R[code[at + 1]!]!;
        if (value !== value) return at;
        at = value === 1 ? at + 3 : code[at + 2]!;
        break;
      }
      case Op.JumpSure:
        at = R[code[at + 1]!] === 1 ? code[at + 2]! : at + 3;
        break;
      case Op.JumpUnsure:
        at = R[code[at + 1]!] === 1 ? at + 3 : code[at + 2]!;
        break;
      case Op.JumpLess: {
        const [a, b] = [R[code[at + 1]!]!, R[code[at + 2]!]!];
        if (a < b) at = code[at + 3]!;
        else if (a >= b) at += 4;
        else return at;
        break;
      }
      case Op.JumpNotLess: {
        const [a, b] = [R[code[at + 1]!]!, R[code[at + 2]!]!];
        if (a >= b) at = code[at + 3]!;
        else if (a < b) at += 4;
        else return at;
        break;
      }
      case Op.JumpEqual: {
        const apart = R[code[at + 1]!]! - R[code[at + 2]!]!;
        if (apart !== apart) return at;
        at = apart === 0 ? code[at + 3]! : at + 4;
        break;
      }
      case Op.JumpUnequal: {
        const apart = R[code[at + 1]!]! - R[code[at + 2]!]!;
        if (apart !== apart) return at;
        at = apart === 0 ? at + 4 : code[at + 3]!;
        break;
      }
      case Op.JumpSame: {
        const [a, b] = [O[code[at + 1]!], O[code[at + 2]!]];
        if (typeof a !== 'string' || typeof b !== 'string') return at;
        at = a === b ? code[at + 3]! : at + 4;
        break;
      }
      case Op.JumpOther: {
        const [a, b] = [O[code[at + 1]!], O[code[at + 2]!]];
        if (typeof a !== 'string' || typeof b !== 'string') return at;
        at = a === b ? at + 4 : code[at + 3]!;
        break;
      }
      case Op.JumpPresent:
      case Op.JumpAbsent: {
        const value = R[code[at + 1]!]!;
        const present = value === value;
        if (!present && O[code[at + 1]!] !== NONE) return at;
        at = present === (code[at] === Op.JumpPresent) ? code[at + 2]! : at + 3;
        break;
      }
      case Op.JumpPresentObject:
      case Op.JumpAbsentObject: {
        const value = O[code[at + 1]!];
        if (value instanceof Unknown || value instanceof Fault) return at;
        at = (value !== NONE) === (code[at] === Op.JumpPresentObject) ? code[at + 2]! : at + 3;
        break;
      }
      case Op.CompareGap: {
        const apart = R[code[at + 2]!]! - R[code[at + 3]!]!;
        const half = R[code[at + 4]!]!;
        const signs = code[at + 5]!;
        if (apart !== apart) return at;
        R[code[at + 1]!] = (signs & (apart > half ? MORE : apart < -half ? LESS : SAME)) === 0 ? 0 : 1;
        at += 6;
        break;
      }
      case Op.CompareBand: {
        const [a, b] = [R[code[at + 2]!]!, R[code[at + 3]!]!];
        const apart = a - b;
        if (apart !== apart) return at;
        const band = R[code[at + 4]!]! + R[code[at + 5]!]! * (Math.abs(a) + Math.abs(b));
        const signs = code[at + 7]!;
        if (apart > band) R[code[at + 1]!] = (signs & MORE) === 0 ? 0 : 1;
        else if (apart < -band) R[code[at + 1]!] = signs & LESS;
        else if (4 * band < R[code[at + 6]!]!) R[code[at + 1]!] = (signs & SAME) === 0 ? 0 : 1;
        else {
          const truth = machine.undecided[code[at + 8]!]!();
          if (truth !== truth) return at;
          R[code[at + 1]!] = truth;
        }
        at += 9;
        break;
      }
      case Op.RoundWhole: {
        const value = R[code[at + 2]!]!;
        if (value !== value) return at;
        R[code[at + 1]!] = machine.rounds[code[at + 3]!]!(value)!;
        at += 4;
        break;
      }
      case Op.RoundUpward:
        R[code[at + 1]!] = Math.floor((R[code[at + 2]!]! + R[code[at + 3]!]!) / R[code[at + 4]!]!) * R[code[at + 5]!]!;
        at += 6;
        break;
      case Op.RoundNearest: {
        const steps = R[code[at + 2]!]! / R[code[at + 3]!]!;
        if (steps !== steps) return at;
        const off = Math.abs(steps - (Math.floor(steps) + 0.5));
        if (off > R[code[at + 5]!]! + R[code[at + 6]!]! * Math.abs(steps)) R[code[at + 1]!] = (Math.round(steps) + 0) * R[code[at + 4]!]!;
        else {
          const answer = machine.undecided[code[at + 7]!]!();
          if (answer !== answer) return at;
          R[code[at + 1]!] = answer;
        }
        at += 8;
        break;
      }
      case Op.RoundBand: {
        const value = R[code[at + 2]!]!;
        if (value !== value) return at;
        const answer = machine.rounds[code[at + 3]!]!(value) ?? machine.undecided[code[at + 4]!]!();
        if (answer !== answer) return at;
        R[code[at + 1]!] = answer;
        at += 5;
        break;
      }
      case Op.Piece: {
        const value = R[code[at + 2]!]!;
        if (value !== value) return at;
        R[code[at + 1]!] = findPiece(cuts[code[at + 3]!]!, value);
        at += 4;
        break;
      }
      case Op.PieceBand: {
        const value = R[code[at + 2]!]!;
        if (value !== value) return at;
        const near = R[code[at + 4]!]! + R[code[at + 5]!]! * Math.abs(value);
        const list = cuts[code[at + 3]!]!;
        const low = findPiece(list, value - near);
        if ((low & 1) === 0 && findPiece(list, value + near) === low) R[code[at + 1]!] = low;
        else {
          const undecided = code[at + 6]!;
          const piece = undecided < 0 ? low | 1 : machine.undecided[undecided]!();
          if (piece !== piece) return at;
          R[code[at + 1]!] = piece;
        }
        at += 7;
        break;
      }
      case Op.PieceWord: {
        const word = O[code[at + 2]!];
        if (typeof word !== 'string') return at;
        const list = words[code[at + 3]!]!;
        const { length } = list;
        let place = 0;
        while (place < length && list[place] !== word) place++;
        R[code[at + 1]!] = place;
        at += 4;
        break;
      }
      case Op.Index:
        R[code[at + 1]!] = R[code[at + 2]!]! * R[code[at + 3]!]! + R[code[at + 4]!]!;
        at += 5;
        break;
      case Op.Cell: {
        const cell = R[code[at + 2]!]!;
        if (cell !== cell) return at;
        R[code[at + 1]!] = cells[code[at + 3]!]![cell]!;
        at += 4;
        break;
      }
      case Op.CellObject: {
        const cell = R[code[at + 2]!]!;
        if (cell !== cell) return at;
        const value = cellObjects[code[at + 3]!]![cell]!;
        if (typeof value === 'object' && isMissing(value)) return at;
        O[code[at + 1]!] = value;
        at += 4;
        break;
      }
      case Op.Run: {
        const value = R[code[at + 2]!]!;
        if (value !== value) return at;
        const table = runs[code[at + 3]!]!;
        R[code[at + 1]!] = table.pairs[answerPlace(table, value)]!;
        at += 4;
        break;
      }
      case Op.Length: {
        const { length } = lists[code[at + 2]!]!;
        if (length < 0) return at;
        R[code[at + 1]!] = length;
        at += 3;
        break;
      }
      case Op.First: {
        const { length } = lists[code[at + 2]!]!;
        if (length < 0) return at;
        R[code[at + 1]!] = 0;
        at = length === 0 ? code[at + 3]! : at + 4;
        break;
      }
      case Op.Next: {
        const next = R[code[at + 1]!]! + 1;
        R[code[at + 1]!] = next;
        at = next < lists[code[at + 2]!]!.length ? code[at + 3]! : at + 4;
        break;
      }
      case Op.Select: {
        const truth = R[code[at + 2]!]!;
        if (truth !== truth) return at;
        R[code[at + 1]!] = R[code[truth === 1 ? at + 3 : at + 4]!]!;
        at += 5;
        break;
      }
      case Op.Column:
        R[code[at + 1]!] = lists[code[at + 2]!]!.numbers[code[at + 3]!]![R[code[at + 4]!]!]!;
        at += 5;
        break;
      case Op.ColumnObject:
        O[code[at + 1]!] = lists[code[at + 2]!]!.words[code[at + 3]!]![R[code[at + 4]!]!]!;
        at += 5;
        break;
      case Op.Gather:
        if (!machine.gathers[code[at + 1]!]!()) return at;
        at += 2;
        break;
      case Op.Score: {
        const [to, from] = [code[at + 1]!, code[at + 2]!];
        const score = R[from]! / R[from + 1]!;
        R[to] = score;
        if (score !== score) O[to] = O[from]!;
        at += 3;
        break;
      }
    }
  }
}
