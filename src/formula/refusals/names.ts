/**
 * Names with a space: the grammar takes `late rate` for one name, where an operator has been forgotten.
 * In: names of the grammar. Out: findings that say which operator, brackets or function was meant.
 */
import { didYouMean } from '../../values/suggest.ts';
import { type Source, type SyntaxNode, isCallee, textOf, wordsOf } from '../feel-source.ts';
import { BUILT_IN_NAMES, findBuiltIn } from '../functions/index.ts';
import { notHere } from '../functions/not-here.ts';
import { type Refusal, quote, refuse } from './refusal.ts';

/** Words that authors write for an operator. */
const OPERATOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['dan', 'and'],
  ['atau', 'or'],
  ['bukan', 'not(...)'],
  ['and', 'and'],
  ['or', 'or'],
  ['is', '='],
  ['equals', '='],
  ['adalah', '='],
  ['mod', 'modulo(a, b)'],
  ['plus', '+'],
  ['minus', '-'],
  ['times', '*'],
  ['kali', '*'],
  ['x', '*'],
]);

export const nameWithSpace: Refusal = {
  at: ['VariableName', 'PathName', 'SpecialFunctionName'],
  look(node, source) {
    const words = wordsOf(source, node);
    const name = words.join(' ');
    if (isCallee(node)) return words.length > 1 && !findBuiltIn(name) ? unknownCallee(node, source, name) : undefined;
    if (words.length === 1) return undefined;
    const [first, second] = words as [string, string];
    if (first === 'not') return denial(node, source);
    const whole = findBuiltIn(name);
    if (whole) return refuse(node, 'formula/function-without-brackets', `"${name}" is a function, and its arguments are missing.`, `Write ${whole.signature}.`);
    if (findBuiltIn(first)) {
      return refuse(
        node,
        'formula/function-without-brackets',
        `"${name}" names the function ${first} without brackets.`,
        `Write ${first}(${words.slice(1).join(' ')}).`,
      );
    }
    const meant = OPERATOR_WORDS.get(second.toLowerCase());
    return refuse(
      node,
      'formula/missing-operator',
      `"${name}" is read as one name, and no name has a space: an operator is missing.`,
      meant === undefined ? `Write an operator between "${first}" and "${words.slice(1).join(' ')}".` : `For "${second}" write ${meant}.`,
    );
  },
};

/** Letters beyond ASCII look alike, and some are invisible: names have none. */
export const strangeName: Refusal = {
  at: ['Identifier'],
  look(node, source) {
    const strange = /[^\w\s]/u.exec(textOf(source, node))?.[0];
    if (strange === undefined) return undefined;
    return refuse(node, 'formula/unknown-character', `"${strange}" cannot stand in a name.`, 'Write names with the letters a to z and digits.');
  },
};

export const boundNameWithSpace: Refusal = {
  at: ['Name'],
  look(node, source) {
    const name = wordsOf(source, node).join(' ');
    return name.includes(' ')
      ? refuse(node, 'formula/variable-with-space', `The variable "${name}" has a space in its name.`, 'Name it with one word.')
      : undefined;
  },
};

function unknownCallee(node: SyntaxNode, source: Source, name: string): ReturnType<Refusal['look']> {
  const departed = notHere(name);
  if (departed) return { ...departed, span: [node.from, node.to] };
  return refuse(
    node,
    'formula/missing-operator',
    `"${quote(source, node)}" is no function, and no name has a space.`,
    didYouMean(name, BUILT_IN_NAMES, 'Write an operator between the words, or call a table or term by its dotted id.')!,
  );
}

/** `not a.b` asks for `not(a.b)`: the mend takes in whatever hangs on the name. */
function denial(node: SyntaxNode, source: Source): ReturnType<Refusal['look']> {
  let whole = node;
  while (whole.parent && whole.parent.from === node.from && ['PathExpression', 'FilterExpression', 'FunctionInvocation'].includes(whole.parent.name))
    whole = whole.parent;
  const denied = textOf(source, whole).replace(/^not\s+/, '');
  return refuse(whole, 'formula/not-without-brackets', `"${quote(source, whole)}" is read as one name, not as a denial.`, `Write not(${denied}).`);
}
