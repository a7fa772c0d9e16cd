/**
 * Constructs of FEEL that are no part of the language.
 * In: nodes of the grammar. Out: findings with what to write instead.
 */
import { textOf } from '../feel-source.ts';
import { type Refusal, quote, refuse } from './refusal.ts';

export const lambda: Refusal = {
  at: ['FunctionDefinition'],
  explainsErrors: true,
  look: (node) => refuse(node, 'formula/lambda', 'A formula defines no function.', 'Make it a term with params and call it by its id.'),
};

export const power: Refusal = {
  at: ['ArithOp'],
  look(node, source) {
    const sign = textOf(source, node);
    return sign === '**' || sign === '^'
      ? refuse(node, 'formula/power', `"${sign}" is not part of the language: there are no powers.`, 'Multiply: a * a.')
      : undefined;
  },
};

export const unaryPlus: Refusal = {
  at: ['ArithmeticExpression'],
  look(node, source) {
    const first = node.firstChild;
    return first?.name === 'ArithOp' && textOf(source, first) === '+'
      ? refuse(first, 'formula/unary-plus', 'A "+" stands before a value and adds nothing.', 'Leave it out.')
      : undefined;
  },
};

export const instanceOf: Refusal = {
  at: ['InstanceOfExpression'],
  look: (node) => refuse(node, 'formula/instance-of', '"instance of" is not part of the language.', 'Leave it out: every name has a declared type.'),
};

export const namedArguments: Refusal = {
  at: ['NamedParameters'],
  look: (node, source) =>
    refuse(node, 'formula/named-argument', `"${quote(source, node)}" names its arguments.`, 'Give the arguments by position, in the declared order.'),
};

/** `f(x)(y)`, `(a)(1)`: only a name can be called. */
export const oddCallee: Refusal = {
  at: ['FunctionInvocation'],
  look(node, source) {
    const callee = node.firstChild;
    let base = callee;
    while (base?.name === 'PathExpression') base = base.firstChild;
    if (!callee || base?.name === 'VariableName' || base?.name === 'SpecialFunctionName') return undefined;
    return refuse(node, 'formula/odd-call', `"${quote(source, callee)}" is called, and only a name can be.`, 'Call a function, a table or a term by its name.');
  },
};

/** `?` stands for the tested value in table cells. */
export const questionMark: Refusal = {
  at: ['?'],
  look: (node) => refuse(node, 'formula/question-mark', '"?" has no meaning in a formula.', 'Name the value; in a filter the member is "item".'),
};
