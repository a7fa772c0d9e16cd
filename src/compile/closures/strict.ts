/**
 * Whether a node surely reads a local before it decides anything, so that a missing value shows by itself.
 * In: a node, a local. Out: true where a missing local makes the machine leave the node.
 */
import type { Ir, Local } from '../ir.ts';

export function isStrict(ir: Ir, local: Local): boolean {
  const reads = (part: Ir): boolean => isStrict(part, local);
  switch (ir.op) {
    case 'local':
      return ir.local.id === local.id;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'checkedDivide':
    case 'least':
    case 'greatest':
    case 'modulo':
    case 'compare':
    case 'same':
      return reads(ir.a) || reads(ir.b);
    case 'negate':
    case 'absolute':
    case 'rescale':
    case 'round':
    case 'not':
    case 'piece':
    case 'pieceWord':
    case 'pieceTruth':
      return reads(ir.a);
    case 'field':
      return reads(ir.of);
    case 'lookup':
      return ir.pieces.some(reads);
    case 'bind':
      return reads(ir.body) || ir.values.some((value, at) => reads(value) && isStrict(ir.body, ir.locals[at]!));
    case 'if':
      return reads(ir.condition);
    case 'join':
      return reads(ir.operands[0]!);
    case 'fold':
    case 'members':
      return reads(ir.list);
    default:
      return false;
  }
}
