/**
 * Calls by position: built-in functions, and the tables and term functions of the scope.
 * In: call expressions. Out: drafts, or reported findings with "did you mean".
 */
import { didYouMean } from '../../values/suggest.ts';
import type { CallExpression } from '../expression.ts';
import { BUILT_IN_NAMES, findBuiltIn } from '../functions/index.ts';
import { notHere } from '../functions/not-here.ts';
import type { Declared } from '../scope.ts';
import { bare, fitOne } from './adapt.ts';
import { describe } from './clash.ts';
import { type Checker, type Draft, type Names, settled } from './draft.ts';

export function checkCall(expression: CallExpression, names: Names, checker: Checker): Draft | undefined {
  const { name, nameSpan } = expression;
  const builtIn = findBuiltIn(name);
  const declared = checker.scope.lookup(name);
  if (builtIn && declared?.kind === 'callable') {
    return checker.refuse(
      'formula/hidden-name',
      `"${name}" is a function of the language and also a declared id.`,
      nameSpan,
      'Give the table or term another id.',
    );
  }
  if (builtIn) return callBuiltIn(expression, names, checker);
  if (declared) return callDeclared(declared, expression, names, checker);
  const departed = notHere(name);
  if (departed) return checker.refuse(departed.code, departed.message, nameSpan, departed.mend);
  return checker.refuse(
    'formula/unknown-function',
    `There is no function, table or term "${name}" to call.`,
    nameSpan,
    didYouMean(name, [...BUILT_IN_NAMES, ...checker.scope.ids()], `The functions are ${BUILT_IN_NAMES.join(', ')}.`),
  );
}

function callBuiltIn(expression: CallExpression, names: Names, checker: Checker): Draft | undefined {
  const { name, args, span } = expression;
  const builtIn = findBuiltIn(name)!;
  const drafts = args.map((argument) => checker.check(argument, names));
  const [least, most] = builtIn.arity;
  if (args.length < least || args.length > most) {
    const takes = least === most ? number(least) : `at least ${number(least)}`;
    return checker.refuse(
      'formula/argument-count',
      `${name} takes ${takes}, and ${args.length} ${args.length === 1 ? 'is' : 'are'} given.`,
      span,
      `Write ${builtIn.signature}.`,
    );
  }
  if (!drafts.every((draft) => draft !== undefined)) return undefined;
  const typed = builtIn.check(drafts, { name, span, checker });
  return typed && { tree: { op: 'call', name, args: typed.args, type: bare(typed.type), span }, loose: typed.loose };
}

const number = (count: number): string => (count === 1 ? 'one argument' : `${count} arguments`);

function callDeclared(declared: Declared, expression: CallExpression, names: Names, checker: Checker): Draft | undefined {
  const { args, nameSpan, span } = expression;
  const drafts = args.map((argument) => checker.check(argument, names));
  if (declared.kind === 'refused') return checker.refuse(declared.finding.code, declared.finding.message, nameSpan, declared.finding.mend);
  if (declared.kind === 'value')
    return checker.refuse('formula/not-callable', `${declared.id} is a value and takes no arguments.`, nameSpan, `Write ${declared.id}, without brackets.`);
  const { id, parameters } = declared;
  if (args.length !== parameters.length) {
    return checker.refuse(
      'formula/argument-count',
      `${id} takes ${number(parameters.length)}, and ${args.length} ${args.length === 1 ? 'is' : 'are'} given.`,
      span,
      `Write ${id}(${parameters.map((parameter) => parameter.name).join(', ')}).`,
    );
  }
  const trees = drafts.map((draft, index) => {
    const parameter = parameters[index]!;
    return (
      draft &&
      fitOne(
        draft,
        parameter.type,
        checker,
        (found, wanted) => `The argument "${parameter.name}" of ${id} is ${describe(found)}, and ${describe(wanted)} is wanted.`,
      )
    );
  });
  if (!trees.every((tree) => tree !== undefined)) return undefined;
  checker.noteApply(id);
  return settled({ op: 'apply', id, args: trees, type: declared.returns, span });
}
