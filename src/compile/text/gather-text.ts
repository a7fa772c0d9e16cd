/**
 * Text of the ratings of a scheme: one way through them where their scores are plain means.
 * In: nodes. Out: expressions, and the lines before them.
 */
import { isFault } from '../../values/result.ts';
import { NOBODY, NO_MEMBERS, gather } from '../gather.ts';
import type { GatherScheme, Ir, IrOf, RatingField, Slot } from '../ir.ts';
import { quotientOf } from '../text-helpers.ts';
import { DecisionText } from './decision-text.ts';

/** Where the number of raters and the sum of a source are kept for functions of their own, in a program that gives up what is not plain. */
interface Kept {
  readonly prefix: number;
  readonly array: string;
}

export abstract class GatherText extends DecisionText {
  private readonly gatheredAs = new Map<GatherScheme, Kept>();

  /** One way through the ratings where each source has a plain mean of raters who rated once; what is not plain is gathered by a call. */
  protected gather({ scheme, ratings }: IrOf<'gather'>, lines: string[]): string {
    const columns = this.columnsOf(ratings);
    const list = columns ? this.constant(columns) : this.atom(this.value(ratings, lines), lines);
    const called = `${this.constant(gather)}(${this.constant(scheme)}, ${list}${columns ? '.members()' : ''})`;
    const { sources, fields } = scheme;
    const oneEach = new Set(sources.map(({ source }) => source)).size === sources.length;
    if (scheme.members || !oneEach || sources.some(({ within }) => within !== 'mean')) return called;
    const own = this.count++;
    const [sure, at, rating, word] = [`p${own}`, `i${own}`, `g${own}`, `w${own}`];
    const of = (at: string, field: RatingField): string => (columns ? `${this.constant(columns.column(fields[field]))}[${at}]` : `${at}.f${fields[field]}`);
    const member = columns ? at : rating;
    const [rater, score, scale] = [of(member, 'rater'), of(member, 'score'), of(member, 'scale')];
    const earlier = `b${own}`;
    const each = columns ? 'i' : 'L[i]';
    this.cold.set(
      earlier,
      `function ${earlier}(L, n, s, r) {\nfor (let i = 0; i < n; i++) if (${of(each, 'rater')} === r && ${of(each, 'source')} === s) return true;\nreturn false;\n}`,
    );
    const branches = sources.map(
      ({ source, low, high }, index) => `if (${word} === ${this.constant(source)}) {
if (${scale}.f${fields.min} !== ${low} || ${scale}.f${fields.max} !== ${high} || (c${own}_${index} > 0 && ${earlier}(${list}, ${at}, ${word}, ${rater}))) { ${sure} = false; break; }
c${own}_${index}++; s${own}_${index} += ${score};
}`,
    );
    const sums = sources.map(({ offset, times }, index) => `const n${own}_${index} = (s${own}_${index} - c${own}_${index} * ${offset}) * ${times};`);
    const safe = sources.map((_, index) => ` && Number.isSafeInteger(n${own}_${index})`).join('');
    const found = sources.map(
      ({ by }, index) =>
        `c${own}_${index} === 0 ? ${this.constant(NOBODY)} : { raters: c${own}_${index}, n: n${own}_${index}, d: ${by} * c${own}_${index}, big: undefined, missing: undefined, members: ${this.constant(NO_MEMBERS)} }`,
    );
    lines.push(
      `let ${sure} = true, ${sources.map((_, index) => `c${own}_${index} = 0, s${own}_${index} = 0`).join(', ')};`,
      `for (let ${at} = 0; ${at} < ${list}.length; ${at}++) {`,
      ...(columns ? [] : [`const ${rating} = ${list}[${at}];`]),
      `const ${word} = ${of(member, 'source')};`,
      branches.join(' else '),
      '}',
      ...sums,
    );
    if (this.program.givesUp) {
      const array = this.gatheredAs.get(scheme)?.array ?? this.constant(new Float64Array(2 * sources.length));
      this.gatheredAs.set(scheme, { prefix: own, array });
      lines.push(
        `if (!(${sure}${safe})) giveUp();`,
        ...sources.map((_, index) => `${array}[${2 * index}] = c${own}_${index}; ${array}[${2 * index + 1}] = n${own}_${index};`),
      );
      return 'undefined';
    }
    return `(${sure}${safe} ? [${found.join(', ')}] : ${called})`;
  }

  protected gathered(ir: IrOf<'gathered'>, lines: string[]): string {
    const kept = this.keptOf(ir.from);
    if (kept) {
      if (ir.what === 'fits') return 'true';
      return ir.what === 'raters' ? this.keptRaters(ir, kept) : `(${this.keptSum(ir, kept)} / ${this.keptUnder(ir, kept)})`;
    }
    const at = this.slotAt.get(ir.from)!;
    const slot = this.partOf.get(ir.from) === this.part ? `t${at}` : `S[${at}]`;
    const source = `${slot}[${ir.source}]`;
    if (ir.what === 'raters') return `${source}.raters`;
    if (ir.what === 'fits') return `(!${this.constant(isFault)}(${source}.missing))`;
    if (ir.what === 'criterion') return `${this.constant(quotientOf)}(${source}.members[${ir.member}])`;
    const from = this.atom(source, lines);
    return ir.info.may === 0 ? `(${from}.n / ${from}.d)` : `(${from}.missing === undefined ? ${from}.n / ${from}.d : ${from}.missing)`;
  }

  /** What is not plain has been given up before. */
  protected isSurelyGiven(ir: Ir): boolean {
    return ir.op === 'gathered' && ir.what === 'score' && this.keptOf(ir.from) !== undefined;
  }

  protected override gatheredDen(ir: IrOf<'gathered'>): string {
    const kept = this.keptOf(ir.from);
    return kept ? this.keptUnder(ir, kept) : super.gatheredDen(ir);
  }

  private keptOf({ ir }: Slot): Kept | undefined {
    return ir.op === 'gather' ? this.gatheredAs.get(ir.scheme) : undefined;
  }

  private isHere(slot: Slot): boolean {
    return this.partOf.get(slot) === this.part;
  }

  private keptRaters({ from, source }: IrOf<'gathered'>, { prefix, array }: Kept): string {
    return this.isHere(from) ? `c${prefix}_${source}` : `${array}[${2 * source}]`;
  }

  private keptSum({ from, source }: IrOf<'gathered'>, { prefix, array }: Kept): string {
    return this.isHere(from) ? `n${prefix}_${source}` : `${array}[${2 * source + 1}]`;
  }

  private keptUnder(ir: IrOf<'gathered'>, kept: Kept): string {
    const by = ir.from.ir.op === 'gather' ? ir.from.ir.scheme.sources[ir.source]!.by : 1;
    return by === 1 ? this.keptRaters(ir, kept) : `(${by} * ${this.keptRaters(ir, kept)})`;
  }
}
