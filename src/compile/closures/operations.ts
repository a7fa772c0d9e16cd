/**
 * The operations of the machine; behind each stand the places of its operands, the result first.
 * In: nothing. Out: their numbers. `d` is where the result goes, `a` and `b` are registers, `t` is where to go on, `k` a place in one of the machine's lists.
 */
export enum Op {
  /** All slots are computed. */
  End,
  /** The slot at hand is for the closures. */
  Leave,
  Add,
  Subtract,
  Multiply,
  Divide,
  /** NaN where the divisor is zero. */
  CheckedDivide,
  Modulo,
  Least,
  Greatest,
  Negate,
  Absolute,
  /** d a: the number alone. */
  Copy,
  /** d a: number and object. */
  Move,
  /** d a: the object alone. */
  Take,
  /** d a: no number, but the missing value that stands in `a`. */
  Missing,
  /** a: leaves where it is missing. */
  Check,
  CheckWord,
  /** a: leaves where it is infinite: an extreme of nothing. */
  CheckFinite,
  /** a: leaves at a fault or an unknown, but not at none. */
  Settle,
  SettleObject,
  Jump,
  /** a t */
  JumpTrue,
  JumpFalse,
  /** a t: what is missing is not true. */
  JumpSure,
  JumpUnsure,
  /** a b t */
  JumpLess,
  JumpNotLess,
  JumpEqual,
  JumpUnequal,
  JumpSame,
  JumpOther,
  /** a t */
  JumpPresent,
  JumpAbsent,
  JumpPresentObject,
  JumpAbsentObject,
  /** d a b half signs */
  CompareGap,
  /** d a b abs rel gap signs k: `k` answers what stays undecided. */
  CompareBand,
  /** d a k */
  RoundWhole,
  /** d a half step unit: half up, of what is never negative. */
  RoundUpward,
  RoundGap,
  /** d a step unit abs rel k: to the nearest. */
  RoundNearest,
  RoundBand,
  /** d a k */
  Piece,
  PieceBand,
  PieceWord,
  /** d at size piece */
  Index,
  /** d at k */
  Cell,
  CellObject,
  /** d a runs */
  Run,
  /** d list */
  Length,
  /** i list t: at the first member; to `t` when there is none. */
  First,
  /** i list t: to `t` with the next member, or on behind the last. */
  Next,
  /** d condition a b */
  Select,
  /** d column i */
  Column,
  ColumnObject,
  /** k */
  Gather,
  /** d a: score of a source; its divisor stands behind it. */
  Score,
}

/** Operations of two numbers, by the nodes that they are written for. */
export const BINARY = {
  add: Op.Add,
  subtract: Op.Subtract,
  multiply: Op.Multiply,
  divide: Op.Divide,
  checkedDivide: Op.CheckedDivide,
  least: Op.Least,
  greatest: Op.Greatest,
  modulo: Op.Modulo,
} as const;
