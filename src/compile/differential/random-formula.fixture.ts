/**
 * Random formulas of a wanted sort, typed as they are drawn, so that nearly all of them are accepted.
 * In: a vocabulary, chance. Out: formula text.
 * A "firm" formula has its unit from a name: a product of literals alone would be a plain ratio.
 */
import type { Chance } from './chance.fixture.ts';
import { COLOURS, type Called, ENTRY, GRADES, type Sort, UNITS, type Vocabulary } from './vocabulary.fixture.ts';

/** No 100: beside `*` and `/` it means percent. */
const LITERALS = ['0', '1', '2', '3', '7', '0.5', '1.5', '0.1', '12', '50', '70', '90', '0.000001', '1000000', '99.99', '(-1)', '(-2.5)'];
const DIVISORS = ['2', '3', '7', '9', '0.3', '11', '13', '(-6)', '1000', '0.07'];
const COMPARATORS = ['<', '<=', '>', '>=', '=', '!='];
const LISTED = ['points', 'ratio', 'IDR'];

export class RandomFormulas {
  private locals = 0;
  private nesting = 0;

  /** @param isCalm whether what faults most of the time (positions in lists, divisors that may be zero) is kept away. */
  constructor(
    private readonly chance: Chance,
    private readonly isCalm: boolean,
  ) {}

  of(sort: Sort, depth: number, names: Vocabulary): string {
    if (sort === 'boolean') return this.truth(depth, names);
    if (sort === 'grade' || sort === 'colour') return this.word(sort, depth, names);
    if (sort === 'date') return this.date(depth, names);
    if (sort === 'text') return this.named(sort, names) ?? '"a"';
    if (sort.startsWith('list:')) return this.list(sort.slice('list:'.length), depth, names);
    return this.number(sort, depth, names);
  }

  number(unit: Sort, depth: number, names: Vocabulary, firm = true): string {
    const { chance } = this;
    if (depth <= 0) return (!firm && chance.yes(0.4) ? chance.one(LITERALS) : undefined) ?? this.named(unit, names) ?? chance.one(LITERALS);
    const some = (of: Sort, isFirm = true): string => this.number(of, depth - chance.whole(1, 2), names, isFirm);
    const list = (): string => this.list(unit, depth - 1, names);
    const isListed = LISTED.includes(unit);
    const called = this.call(unit, depth, names);
    return chance.weighted<() => string>([
      [2, () => this.named(unit, names) ?? some(unit)],
      [3, () => `(${some(unit)} ${chance.one(['+', '-'])} ${some(unit, false)})`],
      [3, () => `(${some(unit)} * ${some('ratio', false)})`],
      [3, () => `(${some(unit)} / ${chance.yes(0.5) ? chance.one(DIVISORS) : (this.target('ratio', names) ?? some('ratio'))})`],
      [unit === 'ratio' ? 4 : 0, () => this.quotient(depth, names)],
      [unit === 'ratio' ? 3 : 0, () => `(${this.quotient(depth, names)} + ${this.quotient(depth, names)})`],
      [unit === 'ratio' ? 1 : 0, () => `(${some('percent')} / 100)`],
      [unit === 'percent' ? 3 : 0, () => `(${this.quotient(depth, names)} * 100)`],
      [3, () => `(if ${this.truth(depth - 1, names)} then ${some(unit)} else ${some(unit, false)})`],
      [2, () => `${chance.one(['min', 'max'])}(${some(unit)}, ${some(unit, false)}${chance.yes(0.3) ? `, ${some(unit, false)}` : ''})`],
      [1, () => `sum(${some(unit)}, ${some(unit, false)})`],
      [2, () => `${chance.one(['floor', 'ceiling', 'abs', 'abs'])}(${some(unit)})`],
      [1, () => `modulo(${some(unit)}, ${this.target(unit, names) ?? some(unit)})`],
      [0.5, () => `(-${some(unit)})`],
      [isListed ? 2 : 0, () => `sum(${list()})`],
      [
        isListed ? 2 : 0,
        () => `${chance.one(['mean', 'median', 'min', 'max', 'last'])}(${this.isCalm ? (this.named(`list:${unit}`, names) ?? list()) : list()})`,
      ],
      [isListed ? 1 : 0, () => `${chance.one(['min', 'max'])}(${some(unit)}, ${list()})`],
      [isListed && !this.isCalm ? 0.5 : 0, () => `${list()}[${chance.one(['1', '1', '-1', '2'])}]`],
      [unit === 'points' ? 2 : 0, () => this.weightedMean(names)],
      [unit === 'count' ? 4 : 0, () => `count(${this.list(chance.one([...LISTED, 'entry']), depth - 1, names)})`],
      [unit === 'count' ? 1 : 0, () => `count(distinct values(${this.list(chance.one(['points', 'grade', 'colour']), depth - 1, names)}))`],
      [unit === 'count' ? 1 : 0, () => this.longestRun(depth, names)],
      [unit === 'day' ? 2 : 0, () => `days between(${this.date(depth - 1, names)}, ${this.date(depth - 1, names)})`],
      [unit === 'day' ? 1 : 0, () => this.workingDays(depth, names)],
      [unit === 'month' ? 3 : 0, () => `whole months(${this.date(depth - 1, names)}, ${this.date(depth - 1, names)})`],
      [called ? 3 : 0, () => called!],
    ])();
  }

  truth(depth: number, names: Vocabulary): string {
    const { chance } = this;
    const plain = this.named('boolean', names);
    if (depth <= 0) return plain !== undefined && chance.yes(0.4) ? plain : this.comparison(0, names);
    const inner = (): string => this.truth(depth - 1, names);
    return chance.weighted<() => string>([
      [5, () => this.comparison(depth, names)],
      [3, () => this.hit(names)],
      [3, () => this.range(depth, names)],
      [plain === undefined ? 0 : 2, () => plain!],
      [2, () => `(${inner()} ${chance.one(['and', 'or'])} ${inner()})`],
      [1, () => `not(${inner()})`],
      [1, () => `(if ${inner()} then ${inner()} else ${inner()})`],
      [2, () => this.wordTest(depth, names)],
      [1, () => `(${this.date(depth - 1, names)} ${chance.one(COMPARATORS)} ${this.date(depth - 1, names)})`],
      [2, () => this.quantified(depth, names)],
      [2, () => `present(${this.named(chance.one(names.sorts().filter((sort) => !sort.includes(':'))), names)!})`],
      [1, () => this.membership(depth, names)],
    ])();
  }

  /** A table or a term function that gives the sort. */
  private call(sort: Sort, depth: number, names: Vocabulary): string | undefined {
    const giving = names.calls.flatMap((called) => called.outputs.filter((output) => output.sort === sort).map((output) => ({ called, output })));
    const dated = names.dated.filter((each) => each.sort === sort);
    if (dated.length > 0 && (giving.length === 0 || this.chance.yes(0.2))) return `${this.chance.one(dated).id}(${this.date(depth - 1, names)})`;
    if (giving.length === 0) return undefined;
    const { called, output } = this.chance.one(giving);
    return `${called.id}(${this.argumentsOf(called, depth, names)})${output.field === undefined ? '' : `.${output.field}`}`;
  }

  /** Names rather than formulas, most of the time: those lie within the domain of a table. */
  private argumentsOf(called: Called, depth: number, names: Vocabulary): string {
    return called.inputs.map((sort) => (this.chance.yes(0.6) ? this.named(sort, names) : undefined) ?? this.of(sort, Math.min(depth - 1, 1), names)).join(', ');
  }

  private quotient(depth: number, names: Vocabulary): string {
    const unit = this.chance.one(UNITS);
    const over = this.number(unit, this.chance.yes(0.7) ? 0 : depth - 2, names);
    const under = this.target(unit, names) ?? this.number(unit, this.chance.yes(0.8) ? 0 : depth - 2, names);
    return `(${over} / ${under})`;
  }

  /** A divisor that is never zero: always in calm rulesets, else now and then. */
  private target(unit: Sort, names: Vocabulary): string | undefined {
    return this.isCalm || this.chance.yes(0.4) ? this.named(`target:${unit}`, names) : undefined;
  }

  /** Sums of quotients against what they can hit exactly. */
  private hit(names: Vocabulary): string {
    const { chance } = this;
    const sum = Array.from({ length: chance.whole(1, 3) }, () => this.quotient(1, names)).join(` ${chance.one(['+', '-', '*'])} `);
    return `(${sum} ${chance.one(COMPARATORS)} ${chance.one(['1', '2', '0', '0.5', '1.5', '3', '(-1)', '0.25'])})`;
  }

  private weightedMean(names: Vocabulary): string {
    const list = this.named('list:entry', names);
    if (list === undefined) return this.number('points', 0, names);
    const local = this.local();
    return `(sum(for ${local} in ${list} return ${local}.score * ${local}.weight) / sum(${list}.weight))`;
  }

  private workingDays(depth: number, names: Vocabulary): string {
    const [a, b] = [this.date(depth - 1, names), this.date(depth - 1, names)];
    return this.isCalm ? `working days(min(${a}, ${b}), max(${a}, ${b}), cal.office)` : `working days(${a}, ${b}, cal.office)`;
  }

  private longestRun(depth: number, names: Vocabulary): string {
    const unit = this.chance.one(LISTED);
    const local = this.local();
    return `longest run(for ${local} in ${this.list(unit, 0, names)} return ${this.about(unit, local, depth, names)})`;
  }

  private comparison(depth: number, names: Vocabulary): string {
    const unit = this.chance.one(UNITS);
    return `(${this.number(unit, depth - 1, names)} ${this.chance.one(COMPARATORS)} ${this.number(unit, depth - 1, names, false)})`;
  }

  private range(depth: number, names: Vocabulary): string {
    const { chance } = this;
    const [low, high] = chance.one([
      ['0', '1'],
      ['0.5', '70'],
      ['(-1)', '100'],
      ['1', '1'],
      ['50', '90'],
      ['0', '1000000'],
    ] as const);
    return `(${this.number(chance.one(UNITS), depth - 1, names)} in ${chance.one(['[', '('])}${low}..${high}${chance.one([']', ')'])})`;
  }

  private wordTest(depth: number, names: Vocabulary): string {
    const { chance } = this;
    const sort = chance.one(['grade', 'colour']);
    const [left, members] = [this.word(sort, depth - 1, names, true), sort === 'grade' ? GRADES : COLOURS];
    if (chance.yes(0.3)) return `(${left} in ("${chance.one(members)}", "${chance.one(members)}"))`;
    return `(${left} ${chance.one(sort === 'grade' ? COMPARATORS : ['=', '!='])} ${chance.yes(0.6) ? `"${chance.one(members)}"` : this.word(sort, 0, names, true)})`;
  }

  private word(sort: Sort, depth: number, names: Vocabulary, firm = false): string {
    const { chance } = this;
    const literal = `"${chance.one(sort === 'grade' ? GRADES : COLOURS)}"`;
    const called = depth > 0 && chance.yes(0.3) ? this.call(sort, depth, names) : undefined;
    if (called !== undefined) return called;
    if (depth > 0 && chance.yes(0.3)) return `(if ${this.truth(depth - 1, names)} then ${this.word(sort, depth - 1, names, firm)} else ${literal})`;
    if (depth > 0 && sort === 'grade' && chance.yes(0.2)) return `${chance.one(['min', 'max'])}(${this.word(sort, 0, names, true)}, ${literal})`;
    return (firm || chance.yes(0.5) ? this.named(sort, names) : undefined) ?? literal;
  }

  private date(depth: number, names: Vocabulary): string {
    const { chance } = this;
    const named = this.named('date', names)!;
    if (depth <= 0 || chance.yes(0.5)) return named;
    return chance.weighted<() => string>([
      [3, () => `add months(${this.date(depth - 1, names)}, ${chance.one(['1', '(-1)', '6', '13', this.isCalm ? '2' : this.number('month', 0, names)])})`],
      [1, () => `${chance.one(['min', 'max'])}(${named}, ${this.date(depth - 1, names)})`],
      [1, () => `(if ${this.truth(depth - 1, names)} then ${named} else ${this.date(depth - 1, names)})`],
    ])();
  }

  list(of: Sort, depth: number, names: Vocabulary): string {
    const { chance } = this;
    const named = this.named(`list:${of}`, names);
    if (named === undefined || !['points', 'ratio', 'IDR', 'entry', 'grade'].includes(of)) return named ?? `[${this.of(of, 0, names)}]`;
    if (depth <= 0 || this.nesting > 1 || chance.yes(0.3)) return named;
    const local = this.local();
    return chance.weighted<() => string>([
      [3, () => `${named}[${this.about(of, 'item', depth, names)}]`],
      [
        of === 'entry' || of === 'grade' ? 0 : 3,
        () => `(for ${local} in ${named} return ${this.inside(of, local, names, (inner) => this.number(of, 1, inner))})`,
      ],
      [of === 'points' ? 2 : 0, () => `${this.named('list:entry', names)!}[${this.about('entry', 'item', depth, names)}].${chance.one(['score', 'target'])}`],
      [of === 'entry' ? 0 : 1, () => `[${this.of(of, 0, names)}, ${this.of(of, 0, names)}]`],
    ])();
  }

  /** A test about a member. */
  private about(of: Sort, local: string, depth: number, names: Vocabulary): string {
    return this.inside(of, local, names, (inner) => {
      if (of !== 'entry' && of !== 'grade' && this.chance.yes(0.6))
        return `${local} ${this.chance.one(COMPARATORS)} ${this.number(of, this.chance.whole(0, 1), names, false)}`;
      if (of === 'entry' && this.chance.yes(0.3)) return `present(${local}.${this.chance.one(Object.keys(ENTRY))})`;
      if (of === 'entry' && this.chance.yes(0.4))
        return `${local}.score / ${local}.target ${this.chance.one(COMPARATORS)} ${this.chance.one(['1', '0.5', '2'])}`;
      return this.truth(Math.min(depth - 1, 1), inner);
    });
  }

  private inside(of: Sort, local: string, names: Vocabulary, draw: (inner: Vocabulary) => string): string {
    const inner = names.within();
    // Several times, so that the member is used rather than passed over.
    for (let time = 0; time < 4; time++) inner.add(of, local);
    this.nesting++;
    try {
      return draw(inner);
    } finally {
      this.nesting--;
    }
  }

  private quantified(depth: number, names: Vocabulary): string {
    const of = this.chance.one([...LISTED, 'entry', 'entry']);
    const list = this.named(`list:${of}`, names);
    if (list === undefined || this.nesting > 1) return this.comparison(0, names);
    const local = this.local();
    return `(${this.chance.one(['some', 'every'])} ${local} in ${list} satisfies ${this.about(of, local, depth, names)})`;
  }

  private membership(depth: number, names: Vocabulary): string {
    const of = this.chance.one([...LISTED, 'grade']);
    return `(${this.of(of, 0, names)} in ${this.list(of, Math.min(depth - 1, 1), names)})`;
  }

  private local(): string {
    return `v${++this.locals}`;
  }

  named(sort: Sort, names: Vocabulary): string | undefined {
    const known = names.names(sort);
    return known.length === 0 ? undefined : this.chance.one(known);
  }
}
