/**
 * What an operator is called in json-rules-engine: the kind it compares, and the language's own name.
 * In: a leaf of a condition. Out: `number.greaterThan`, `order(kurang < cukup < baik).lessThan` and the like, with the kind behind the name.
 * The kind stands in the name because a fact in the engine is only text: "10" may be a number or a code.
 */
import type { ConditionOperator, ConditionPlan } from '../ruleset/plan.ts';
import type { Type } from '../values/type.ts';
import { BOOLEAN_KIND, DATE_KIND, NUMBER_KIND, OPAQUE_KIND, type OperandKind, TEXT_KIND, memberKind } from './operand-kind.ts';

export interface OperatorUse {
  readonly name: string;
  readonly operator: ConditionOperator;
  readonly kind: OperandKind;
}

const COMPARED: ReadonlySet<ConditionOperator> = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']);

export function operatorUse(leaf: Extract<ConditionPlan, { kind: 'leaf' }>): OperatorUse {
  const { operator } = leaf;
  const type = operator === 'contains' || operator === 'doesNotContain' ? leaf.value.type : leaf.fact.type;
  const [prefix, kind] = kindOf(type, COMPARED.has(operator));
  return { name: `${prefix}.${operator}`, operator, kind: kind as OperandKind };
}

function kindOf(type: Type, ordered: boolean): readonly [prefix: string, kind: unknown] {
  switch (type.kind) {
    case 'number':
      return ['number', NUMBER_KIND];
    case 'date':
      return ['date', DATE_KIND];
    case 'boolean':
      return ['boolean', BOOLEAN_KIND];
    case 'text':
      return ['text', TEXT_KIND];
    case 'enum':
      return ordered ? [`order(${(type.order ?? []).join(' < ')})`, memberKind(type.order ?? [])] : ['text', TEXT_KIND];
    default:
      return ['other', OPAQUE_KIND];
  }
}
