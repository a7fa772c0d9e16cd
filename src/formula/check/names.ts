/**
 * Names and paths: locals, the item of a filter, declared ids (the longest wins), fields and projections.
 * In: name and path expressions. Out: drafts, or reported findings with "did you mean".
 */
import type { Span } from '../../values/finding.ts';
import { didYouMean, nearest } from '../../values/suggest.ts';
import { type Type, listType } from '../../values/type.ts';
import type { Expression, NameExpression, PathExpression } from '../expression.ts';
import { isBuiltIn } from '../functions/index.ts';
import type { Declared } from '../scope.ts';
import type { Tree } from '../tree.ts';
import { describe } from './clash.ts';
import { type Checker, type Draft, type Names, settled } from './draft.ts';

/** The dotted segments of a plain path; undefined when it hangs on anything but a name. */
export function segmentsOf(expression: Expression): readonly { readonly name: string; readonly end: number }[] | undefined {
  if (expression.kind === 'name') return [{ name: expression.name, end: expression.span[1] }];
  if (expression.kind !== 'path') return undefined;
  const before = segmentsOf(expression.of);
  return before && [...before, { name: expression.field, end: expression.span[1] }];
}

export function checkPath(expression: NameExpression | PathExpression, names: Names, checker: Checker): Draft | undefined {
  const segments = segmentsOf(expression);
  const start = expression.span[0];
  if (!segments) {
    const path = expression as PathExpression;
    const of = checker.check(path.of, names);
    return of && fieldOf(of.tree, path.field, path.span, checker);
  }
  const root = segments[0]!.name;
  const rootSpan: Span = [start, segments[0]!.end];
  const declared = longestId(
    segments.map((segment) => segment.name),
    checker,
  );
  const field = names.item?.kind === 'record' ? names.item.fields.get(root) : undefined;
  if (field && (declared || names.locals.has(root))) {
    const mend = `Write item.${root} for the field; the other name must be read outside the filter.`;
    return checker.refuse('formula/hidden-name', `"${root}" is a field of the filtered list and also a name outside it.`, rootSpan, mend);
  }
  if (names.item && root === 'item') return fieldsOf(local('item', names.item, rootSpan), 1);
  if (field) return fieldsOf({ op: 'field', of: local('item', names.item!, rootSpan), field: root, type: field, span: rootSpan }, 1);
  const localType = names.locals.get(root);
  if (localType) return fieldsOf(local(root, localType, rootSpan), 1);
  if (!declared) return unknownName(segments, start, names, checker);
  const span: Span = [start, segments[declared.length - 1]!.end];
  const tree = readDeclared(declared.declared, span, checker);
  return tree && fieldsOf(tree, declared.length);

  function fieldsOf(tree: Tree, from: number): Draft | undefined {
    let draft: Draft | undefined = settled(tree);
    for (const segment of segments!.slice(from)) draft = draft && fieldOf(draft.tree, segment.name, [start, segment.end], checker);
    return draft;
  }
}

/** What is declared under the longest prefix of a path, and how many segments that takes. */
export function longestId(segments: readonly string[], checker: Checker): { readonly declared: Declared; readonly length: number } | undefined {
  for (let length = segments.length; length > 0; length--) {
    const declared = checker.scope.lookup(segments.slice(0, length).join('.'));
    if (declared) return { declared, length };
  }
  return undefined;
}

function readDeclared(declared: Declared, span: Span, checker: Checker): Tree | undefined {
  if (declared.kind === 'refused') return checker.refuse(declared.finding.code, declared.finding.message, span, declared.finding.mend);
  if (declared.kind === 'callable') {
    const parameters = declared.parameters.map((parameter) => parameter.name).join(', ');
    return checker.refuse(
      'formula/not-called',
      `${declared.id} is called with arguments, and here it is read as a value.`,
      span,
      `Write ${declared.id}(${parameters}).`,
    );
  }
  checker.noteRead(declared.id);
  return { op: 'read', id: declared.id, type: declared.type, span };
}

/** A field of a record, or the field of every member of a list of records. */
function fieldOf(of: Tree, field: string, span: Span, checker: Checker): Draft | undefined {
  const record = of.type.kind === 'record' ? of.type : of.type.kind === 'list' && of.type.of.kind === 'record' ? of.type.of : undefined;
  if (!record)
    return checker.refuse(
      'formula/no-fields',
      `There is no field "${field}" in ${describe(of.type)}.`,
      span,
      'Only records, and lists of records, have fields.',
    );
  const type = record.fields.get(field);
  if (!type) {
    return checker.refuse(
      'formula/unknown-field',
      `A ${record.name} record has no field "${field}".`,
      span,
      didYouMean(field, record.fields.keys(), `Its fields are ${[...record.fields.keys()].slice(0, 12).join(', ')}.`),
    );
  }
  if (of.type.kind !== 'list') return settled({ op: 'field', of, field, type, span });
  return settled({ op: 'project', of, field, type: listType(type, { each: of.type.each, maxItems: of.type.maxItems }), span });
}

function unknownName(segments: readonly { readonly name: string; readonly end: number }[], start: number, names: Names, checker: Checker): undefined {
  const known = [...checker.scope.ids(), ...names.locals.keys(), ...(names.item?.kind === 'record' ? names.item.fields.keys() : [])];
  const full = segments.map((segment) => segment.name).join('.');
  let found: string | undefined;
  for (let length = segments.length; length > 0 && found === undefined; length--) {
    found = nearest(
      segments
        .slice(0, length)
        .map((segment) => segment.name)
        .join('.'),
      known,
    );
  }
  const below = known.filter((id) => id.startsWith(`${full}.`));
  const mend =
    found !== undefined
      ? `Did you mean "${found}"?`
      : below.length > 0
        ? `It is only the beginning of a name, such as ${below[0]!}.`
        : isBuiltIn(full)
          ? `It is a function: write ${full}(...).`
          : full === 'item'
            ? '"item" is the member of a list inside a filter: xs[item.kind = "late"].'
            : 'Declare it as a fact, parameter or term, or correct its name.';
  return checker.refuse('formula/unknown-name', `"${full}" is not declared here.`, [start, segments.at(-1)!.end], mend);
}

const local = (name: string, type: Type, span: Span): Tree => ({ op: 'local', name, type, span });

/** The greatest number of iterations inside one another. */
export const MAX_NESTING = 3;

/** The names inside an iteration that binds `local`; undefined when that name is taken (reported). */
export function bind(name: string, type: Type, span: Span, names: Names, checker: Checker): Names | undefined {
  if (name === 'item')
    return checker.refuse('formula/hidden-name', '"item" is the member of a filter and cannot be a variable.', span, 'Choose another name for the variable.');
  if (names.locals.has(name))
    return checker.refuse('formula/hidden-name', `The variable "${name}" hides another "${name}" around it.`, span, 'Choose another name for the variable.');
  if (checker.beginsId(name))
    return checker.refuse(
      'formula/hidden-name',
      `The variable "${name}" hides a declared id that begins with "${name}".`,
      span,
      'Choose another name for the variable.',
    );
  if (names.item?.kind === 'record' && names.item.fields.has(name)) {
    return checker.refuse(
      'formula/hidden-name',
      `The variable "${name}" hides the field "${name}" of the filtered list.`,
      span,
      `Choose another name for the variable; the field is item.${name}.`,
    );
  }
  return deeper({ ...names, locals: new Map([...names.locals, [name, type]]) }, span, checker);
}

/** One iteration further in. */
export function deeper(names: Names, span: Span, checker: Checker): Names | undefined {
  if (names.nesting < MAX_NESTING) return { ...names, nesting: names.nesting + 1 };
  return checker.refuse(
    'formula/nested-iterations',
    `More than ${MAX_NESTING} iterations stand inside one another here.`,
    span,
    'Make a part of it a term of its own.',
  );
}
