/**
 * Lines of pay as bytes of JSON: how a line looks beside its amount is learned from the lazy outcome, once for each way in which gates and rules fall.
 * In: a program, outputs of compiled code. Out: the lines of one record, judged and then written; false where only the lazy outcome can tell.
 */
import type { PaymentLine } from '../../model/outcome.ts';
import { NONE } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import type { PaymentProgram, Program } from '../program.ts';
import type { ByteSink, Piece } from './byte-sink.ts';
import type { RecordAtHand } from './record-at-hand.ts';
import { COMMA, type ValueBytes, textPiece } from './value-bytes.ts';

const OPEN = 91;
const CLOSE = 93;
const MOST_BITS = 24;
const MOST_FORMS = 2_000;

/** How a line looks, beside its amount. */
export interface LineForm {
  readonly status: PaymentLine['status'];
  readonly before: Piece;
  /** Whether an amount stands between the two. */
  readonly hasAmount: boolean;
  readonly after: Piece;
}

/** One line of the record at hand. */
export class JudgedLine {
  /** Undefined when the payment is not of the kind that is paid. */
  form: LineForm | undefined;
  /** The amount as a scaled integer. */
  amount = 0;

  constructor(
    readonly id: string,
    readonly places: number,
  ) {}
}

export class PaymentBytes {
  readonly lines: readonly JudgedLine[];
  private readonly forms: readonly Map<number, LineForm>[];

  constructor(
    private readonly program: Program,
    private readonly values: ValueBytes,
  ) {
    this.lines = program.payments.map(({ step, amount }) => new JudgedLine(step.id, values.placesOf(amount)));
    this.forms = program.payments.map(() => new Map<number, LineForm>());
  }

  judge(record: RecordAtHand): boolean {
    const { payments } = this.program;
    for (let at = 0; at < payments.length; at++) if (!this.judgeOne(at, payments[at]!, record)) return false;
    return true;
  }

  write(sink: ByteSink): void {
    const { lines } = this;
    sink.byte(OPEN);
    let met = false;
    for (let at = 0; at < lines.length; at++) {
      const { form, amount, places } = lines[at]!;
      if (!form) continue;
      if (met) sink.byte(COMMA);
      met = true;
      sink.piece(form.before);
      if (!form.hasAmount) continue;
      this.values.number(sink, amount, places);
      sink.piece(form.after);
    }
    sink.byte(CLOSE);
  }

  private judgeOne(at: number, payment: PaymentProgram, record: RecordAtHand): boolean {
    const line = this.lines[at]!;
    const { kind } = record.period;
    line.form = undefined;
    if (kind === undefined || !(payment.step.for as readonly string[]).includes(kind)) return true;
    const ways = this.wayOf(payment, record.out);
    if (ways < 0) return false;
    const amount = record.out[payment.amount]!;
    const isNumber = typeof amount === 'number';
    if (isNumber ? line.places < 0 : amount !== NONE) return false;
    line.amount = isNumber ? amount : 0;
    const way = ways * 2 + (isNumber ? 1 : 0);
    const forms = this.forms[at]!;
    let form = forms.get(way);
    if (!form) {
      form = learned(record, payment.step.id);
      if (!form) return false;
      if (forms.size >= MOST_FORMS) forms.clear();
      forms.set(way, form);
    }
    line.form = form;
    return true;
  }

  /** How the gates and the rules of a payment fell, as bits; -1 where one of them is neither true nor false. */
  private wayOf({ notEntitled, held, rules }: PaymentProgram, out: readonly Lowered[]): number {
    if (notEntitled.length + held.length + rules.length === 0) return 0;
    if (notEntitled.length + held.length + rules.length > MOST_BITS) return -1;
    let bits = 1;
    for (let at = 0; at < notEntitled.length; at++) {
      const verdict = out[notEntitled[at]!];
      if (verdict !== true && verdict !== false) return -1;
      bits = bits * 2 + (verdict ? 1 : 0);
    }
    for (let at = 0; at < held.length; at++) {
      const verdict = out[held[at]!];
      if (verdict !== true && verdict !== false) return -1;
      bits = bits * 2 + (verdict ? 1 : 0);
    }
    for (let at = 0; at < rules.length; at++) {
      const { verdict, settled } = this.program.rules[rules[at]!.rule]!;
      bits = bits * 2 + (out[verdict] === true && out[settled] === true ? 1 : 0);
    }
    return bits;
  }
}

/** The form of a line, taken from the lazy outcome; undefined where the line does not come apart in this way. */
function learned(record: RecordAtHand, id: string): LineForm | undefined {
  const line = record.lazy().payments.find((each) => each.id === id);
  if (!line || line.status === 'undetermined' || line.status === 'faulted') return undefined;
  const { title, status, amount, ...rest } = line;
  const before = `${JSON.stringify({ id: line.id, title, status }).slice(0, -1)},"amount":`;
  const after = `,${JSON.stringify({ ...rest, id: undefined }).slice(1)}`;
  if (before + JSON.stringify(amount) + after !== JSON.stringify(line)) return undefined;
  return amount === null
    ? { status, before: textPiece(`${before}null${after}`), hasAmount: false, after: textPiece('') }
    : { status, before: textPiece(before), hasAmount: true, after: textPiece(after) };
}
