/**
 * Writes the outcome of one record as one line of JSON, straight from what compiled code gives: byte for byte `JSON.stringify` of the lazy outcome.
 * In: what is compiled, the fields to write, a {@link RecordAtHand}. Out: bytes in a {@link ByteSink}.
 * What is not complete (unknown facts, faults) or not carried as plain numbers is left to the lazy outcome.
 */
import { handOn } from '../../engine/hand-on.ts';
import { isExact, toText } from '../../values/exact.ts';
import { Fault, NONE, Unknown } from '../../values/result.ts';
import type { Assembly } from '../outcome-assembly.ts';
import type { Head } from '../head.ts';
import { raise } from '../lower-datum.ts';
import { OUTCOME_FIELDS } from '../outcome-fields.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';
import type { RulesetStamp } from '../../model/outcome.ts';
import type { ByteSink, Piece } from './byte-sink.ts';
import { EventBytes } from './event-bytes.ts';
import { type JudgedLine, PaymentBytes } from './payment-bytes.ts';
import type { EffectPieces, PeriodPieces, RecordAtHand } from './record-at-hand.ts';
import { ScoreBytes } from './score-bytes.ts';
import { COLON, COMMA, EMPTY_LIST, NULL, ValueBytes, jsonBytes, jsonPiece, keepOrder, textPiece } from './value-bytes.ts';

/** A field that is selected: of the outcome, or of a part of it. */
export interface WrittenField {
  readonly name: string;
  readonly field: string;
  readonly part?: string | undefined;
  /** Of a payment: its status instead of its amount. */
  readonly status?: boolean | undefined;
}

type Print = (sink: ByteSink, record: RecordAtHand) => boolean;
interface Section {
  /** The comma, the name and the colon. */
  readonly name: Piece;
  readonly isThere: (record: RecordAtHand) => boolean;
  readonly print: Print;
}

const BRACE = 123;
const END = 125;
const QUOTE = 34;
const always = (): boolean => true;
const COMPLETE = jsonPiece('complete');
const constant =
  (piece: Piece): Print =>
  (sink) => {
    sink.piece(piece);
    return true;
  };

export class LineWriter {
  private readonly program: Program;
  private readonly values: ValueBytes;
  private readonly events: EventBytes;
  private readonly scores: ScoreBytes;
  private readonly payments: PaymentBytes;
  /** The outputs that tell whether each rule is decided, and those that may be unknown or a fault. */
  private readonly settled: Int32Array;
  private readonly answers: Int32Array;
  private readonly sections: readonly Section[];
  private readonly inOrder: boolean;
  private effects: EffectPieces | undefined;

  /** @param fields as selected; without them the whole outcome. */
  constructor(assembly: Assembly, fields?: readonly WrittenField[] | undefined) {
    const { program } = assembly;
    this.program = program;
    this.values = new ValueBytes(program, (output, value) => raise(value, program.outputs[output]!.info.rep));
    this.events = new EventBytes(program, this.values);
    this.scores = new ScoreBytes(program, this.values);
    this.payments = new PaymentBytes(program, this.values);
    this.settled = Int32Array.from(program.rules, ({ settled }) => settled);
    this.answers = Int32Array.from(
      program.roots.flatMap((root) => (root.kind === 'value' ? [root.output] : root.kind === 'carry' ? [program.carries[root.at]!.value] : [])),
    );
    this.inOrder = keepOrder(program.scores.map(({ name }) => name)) && keepOrder(program.carries.map(({ step }) => step.id));
    this.sections = fields
      ? fields.map((field, at) => ({ name: nameBytes(field.name, at), isThere: always, print: this.fieldPrint(field, at) }))
      : OUTCOME_FIELDS.map((field, at) => ({
          name: nameBytes(field, at),
          isThere:
            field === 'paid' ? (record) => record.period.kind !== undefined : field === 'rating' ? (record) => this.ratingOf(record.out) !== undefined : always,
          print: this.wholePrint(field, at),
        }));
  }

  /** The constants of the records of the same periods and the same kind of payment. */
  piecesOf(head: Head, stamp: RulesetStamp, fields?: readonly WrittenField[] | undefined): PeriodPieces {
    const { from, to, paidFrom, paidTo, kind } = head;
    const whole: Readonly<Record<string, unknown>> = {
      assessed: { from, to },
      paid: kind && { from: paidFrom, to: paidTo, kind },
      ruleset: stamp,
      carry: `{"through":${JSON.stringify(to)},"values":{`,
    };
    const list: readonly WrittenField[] = fields ?? OUTCOME_FIELDS.map((field) => ({ name: field, field }));
    const constants = list.map(({ field, part }) => {
      const value = whole[field];
      if (field === 'carry') return textPiece(value as string);
      if (!(field in whole)) return undefined;
      const at = part === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[part];
      return jsonPiece(at ?? null);
    });
    return { stamp, kind, constants, effects: new Map() };
  }

  /** The lines of pay of the record that was written last. */
  get lines(): readonly JudgedLine[] {
    return this.payments.lines;
  }

  ratingOf(out: readonly Lowered[]): string | undefined {
    const { rating } = this.program;
    const value = rating === undefined ? undefined : out[rating];
    return typeof value === 'string' ? value : undefined;
  }

  /** Writes the line, without its end; false when it is left to the lazy outcome, and then nothing is written. */
  write(sink: ByteSink, record: RecordAtHand): boolean {
    if (!this.inOrder || !this.isSettled(record.out) || !this.payments.judge(record)) return false;
    this.effects = this.events.effects(record);
    if (!this.effects) return false;
    const start = sink.length;
    const { sections } = this;
    sink.byte(BRACE);
    for (let at = 0; at < sections.length; at++) {
      const { name, isThere, print } = sections[at]!;
      if (!isThere(record)) continue;
      sink.piece(name);
      if (print(sink, record)) continue;
      sink.length = start;
      return false;
    }
    sink.byte(END);
    return true;
  }

  /** Whether every rule is decided and nothing that the outcome answers for is unknown or a fault. */
  private isSettled(out: readonly Lowered[]): boolean {
    const { settled, answers } = this;
    for (let at = 0; at < settled.length; at++) {
      const verdict = out[settled[at]!];
      if (verdict !== true && verdict !== false) return false;
    }
    for (let at = 0; at < answers.length; at++) {
      const value = out[answers[at]!];
      if (typeof value === 'object' && value !== NONE && (value instanceof Unknown || value instanceof Fault)) return false;
    }
    return true;
  }

  private wholePrint(field: (typeof OUTCOME_FIELDS)[number], at: number): Print {
    switch (field) {
      case 'status':
        return constant(COMPLETE);
      case 'employee':
        return employee;
      case 'scores':
        return (sink, { out }) => this.scores.write(sink, out);
      case 'rating':
        return (sink, { out }) => this.rating(sink, out);
      case 'awards':
        return (sink, { out }) => this.events.list(sink, 'award', out);
      case 'development':
        return (sink, { out }) => this.events.list(sink, 'development', out);
      case 'flags':
        return (sink, { out }) => this.events.list(sink, 'flag', out);
      case 'sanctions':
      case 'blocks':
      case 'effects':
        return (sink) => {
          sink.piece(this.effects![field]);
          return true;
        };
      case 'payments':
        return (sink) => {
          this.payments.write(sink);
          return true;
        };
      case 'carry':
        return (sink, { out, period }) => {
          sink.piece(period.constants[at]!);
          return this.carried(sink, out);
        };
      case 'unknownFacts':
      case 'faults':
        return constant(EMPTY_LIST);
      case 'assessed':
      case 'paid':
      case 'ruleset':
        return (sink, { period }) => {
          sink.piece(period.constants[at]!);
          return true;
        };
    }
  }

  private fieldPrint({ field, part, status }: WrittenField, at: number): Print {
    if (part === undefined || field === 'assessed' || field === 'paid' || field === 'ruleset')
      return this.wholePrint(field as (typeof OUTCOME_FIELDS)[number], at);
    if (field === 'payments') {
      const line = this.payments.lines.find(({ id }) => id === part);
      if (!line) return constant(NULL);
      return (sink) => {
        if (!line.form) sink.piece(NULL);
        else if (status) this.values.text(sink, line.form.status);
        else if (line.form.hasAmount) this.values.number(sink, line.amount, line.places);
        else sink.piece(NULL);
        return true;
      };
    }
    const { scores, carries } = this.program;
    const output = field === 'scores' ? scores.find(({ name }) => name === part)?.value : carries.find(({ step }) => step.id === part)?.value;
    if (output === undefined) return constant(NULL);
    return (sink, { out }) => {
      const text = this.exactText(sink, output, out[output]!, part);
      if (text === 'nothing') sink.piece(NULL);
      return text !== 'unusual';
    };
  }

  private rating(sink: ByteSink, out: readonly Lowered[]): boolean {
    const rating = this.ratingOf(out);
    if (rating === undefined) sink.piece(NULL);
    else this.values.text(sink, rating);
    return true;
  }

  private carried(sink: ByteSink, out: readonly Lowered[]): boolean {
    const { carries } = this.program;
    let comma = false;
    for (let at = 0; at < carries.length; at++) {
      const { step, value: output } = carries[at]!;
      const value = out[output]!;
      if (typeof value !== 'number' && !isExact(value)) continue;
      if (comma) sink.byte(COMMA);
      comma = true;
      this.values.text(sink, step.id);
      sink.byte(COLON);
      if (this.exactText(sink, output, value, step.id) !== 'written') return false;
    }
    sink.byte(END);
    sink.byte(END);
    return true;
  }

  /** A number as its exact text in quotes, as a carry hands it on. */
  private exactText(sink: ByteSink, output: number, value: Lowered, id: string): 'written' | 'nothing' | 'unusual' {
    if (typeof value === 'number') {
      const places = this.values.placesOf(output);
      if (places < 0) return 'unusual';
      this.values.number(sink, value, places);
      return 'written';
    }
    if (!isExact(value)) return 'nothing';
    if (handOn(id, value) instanceof Fault) return 'unusual';
    sink.all(jsonBytes(toText(value)));
    return 'written';
  }
}

function employee(sink: ByteSink, { source, from, to }: RecordAtHand): boolean {
  sink.byte(QUOTE);
  sink.range(source, from, to);
  sink.byte(QUOTE);
  return true;
}

const nameBytes = (name: string, at: number): Piece => textPiece(`${at === 0 ? '' : ','}${JSON.stringify(name)}:`);
