/**
 * Text of the ratings of a scheme: one way through them where their scores are plain means.
 * In: nodes. Out: expressions, and the lines before them.
 */
import { isFault } from '../../values/result.ts';
import { NOBODY, NO_MEMBERS, gather } from '../gather.ts';
import type { IrOf } from '../ir.ts';
import { quotientOf } from '../text-helpers.ts';
import { DecisionText } from './decision-text.ts';

export abstract class GatherText extends DecisionText {
  /** One way through the ratings where each source has a plain mean of raters who rated once; what is not plain is gathered by a call. */
  protected gather({ scheme, ratings }: IrOf<'gather'>, lines: string[]): string {
    const list = this.atom(this.value(ratings, lines), lines);
    const called = `${this.constant(gather)}(${this.constant(scheme)}, ${list})`;
    const { sources, fields } = scheme;
    const oneEach = new Set(sources.map(({ source }) => source)).size === sources.length;
    if (scheme.members || !oneEach || sources.some(({ within }) => within !== 'mean')) return called;
    const own = this.count++;
    const [sure, at, rating, word] = [`p${own}`, `i${own}`, `g${own}`, `w${own}`];
    const [rater, score, scale] = [`${rating}.f${fields.rater}`, `${rating}.f${fields.score}`, `${rating}.f${fields.scale}`];
    const earlier = `b${own}`;
    this.cold.set(
      earlier,
      `function ${earlier}(L, n, s, r) {\nfor (let i = 0; i < n; i++) if (L[i].f${fields.rater} === r && L[i].f${fields.source} === s) return true;\nreturn false;\n}`,
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
      `const ${rating} = ${list}[${at}], ${word} = ${rating}.f${fields.source};`,
      branches.join(' else '),
      '}',
      ...sums,
    );
    return `(${sure}${safe} ? [${found.join(', ')}] : ${called})`;
  }

  protected gathered(ir: IrOf<'gathered'>, lines: string[]): string {
    const at = this.slotAt.get(ir.from)!;
    const slot = this.partOf.get(ir.from) === this.part ? `t${at}` : `S[${at}]`;
    const source = `${slot}[${ir.source}]`;
    if (ir.what === 'raters') return `${source}.raters`;
    if (ir.what === 'fits') return `(!${this.constant(isFault)}(${source}.missing))`;
    if (ir.what === 'criterion') return `${this.constant(quotientOf)}(${source}.members[${ir.member}])`;
    const from = this.atom(source, lines);
    return ir.info.may === 0 ? `(${from}.n / ${from}.d)` : `(${from}.missing === undefined ? ${from}.n / ${from}.d : ${from}.missing)`;
  }
}
