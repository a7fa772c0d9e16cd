/**
 * Fired rules as bytes of JSON: awards, advice, flags; and what sanctions and blocks came to, which is looked up.
 * In: a program, outputs of compiled code. Out: lists of JSON in a {@link ByteSink}; false where only the lazy outcome can tell.
 */
import { plainText } from '../../engine/events.ts';
import { NONE, toJson } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import type { Program, RuleProgram } from '../program.ts';
import { type ByteSink, type Piece, pieceOf } from './byte-sink.ts';
import type { EffectPieces, RecordAtHand } from './record-at-hand.ts';
import { COMMA, EMPTY_LIST, type ValueBytes, jsonPiece, keepOrder, textPiece } from './value-bytes.ts';

const OPEN = 91;
const CLOSE = 93;
const MOST_EFFECTS = 2_000;
const NO_EFFECTS: EffectPieces = { sanctions: EMPTY_LIST, blocks: EMPTY_LIST, effects: EMPTY_LIST };
const END = textPiece('}}');

/** Bytes that are always the same, or an output of the code. */
type Part = Piece | { readonly output: number; readonly code: boolean };
interface EventForm {
  readonly verdict: number;
  readonly settled: number;
  readonly id: string;
  /** Undefined where the order of the parameters in JSON is another. */
  readonly parts: readonly Part[] | undefined;
}

export class EventBytes {
  private readonly forms: Readonly<Record<'award' | 'development' | 'flag', readonly EventForm[]>>;
  private readonly effectRules: readonly RuleProgram[];

  constructor(
    program: Program,
    private readonly values: ValueBytes,
  ) {
    const of = (kind: string): readonly EventForm[] =>
      program.rules.filter(({ step }) => step.event.kind === kind).map((rule) => formOf(rule, program, values));
    this.forms = { award: of('award'), development: of('development'), flag: of('flag') };
    this.effectRules = program.rules.filter(({ step }) => step.event.kind === 'sanction' || step.event.kind === 'block');
  }

  list(sink: ByteSink, kind: 'award' | 'development' | 'flag', out: readonly Lowered[]): boolean {
    const forms = this.forms[kind];
    sink.byte(OPEN);
    let met = false;
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at]!;
      if (out[form.verdict] !== true || out[form.settled] !== true) continue;
      if (!form.parts) return false;
      if (met) sink.byte(COMMA);
      met = true;
      this.event(sink, form, form.parts, out);
    }
    sink.byte(CLOSE);
    return true;
  }

  /** What sanctions and blocks of this record come to; undefined where it cannot be told by plain values. */
  effects(record: RecordAtHand): EffectPieces | undefined {
    const { out, period } = record;
    let key = '';
    for (let at = 0; at < this.effectRules.length; at++) {
      const { verdict, settled, values, key: parts = [] } = this.effectRules[at]!;
      if (out[verdict] !== true || out[settled] !== true) continue;
      key += `${at}`;
      for (const [, output] of values) {
        const part = keyPart(out[output]!);
        if (part === undefined) return undefined;
        key += part;
      }
      for (const output of parts) {
        const part = keyPart(out[output]!);
        if (part === undefined) return undefined;
        key += part;
      }
      key += '\n';
    }
    if (key === '') return NO_EFFECTS;
    const known = period.effects.get(key);
    if (known) return known;
    const { sanctions, blocks, effects } = record.lazy();
    const made = { sanctions: jsonPiece(sanctions), blocks: jsonPiece(blocks), effects: jsonPiece(effects) };
    if (period.effects.size >= MOST_EFFECTS) period.effects.clear();
    period.effects.set(key, made);
    return made;
  }

  private event(sink: ByteSink, { id }: EventForm, parts: readonly Part[], out: readonly Lowered[]): void {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      if ('bytes' in part) sink.piece(part);
      else if (part.code) this.values.text(sink, plainText(this.values.exactOf(part.output, out[part.output]!)) ?? id);
      else this.values.value(sink, part.output, out[part.output]!);
    }
  }
}

/** The same key only for the same values of the same kinds; texts tell their length. */
function keyPart(value: Lowered): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${value}`;
  if (typeof value === 'string') return ` "${value.length}:${value}`;
  return value === NONE ? ' -' : undefined;
}

function formOf({ step, verdict, settled, values: given }: RuleProgram, program: Program, values: ValueBytes): EventForm {
  const { id, origin } = step;
  const outputs = new Map(given);
  const parts: Part[] = [];
  const constantOf = (output: number): { readonly value: Lowered } | undefined => {
    const ir = program.outputs[output]!;
    return ir.op === 'constant' ? ir : undefined;
  };
  const add = (output: number, code: boolean): void => {
    const constant = constantOf(output);
    if (!constant) return void parts.push({ output, code });
    const result = values.exactOf(output, constant.value);
    parts.push(jsonPiece(code ? (plainText(result) ?? id) : toJson(result)));
  };
  const code = outputs.get('code');
  parts.push(textPiece(`{"rule":${JSON.stringify(id)},"code":`));
  if (code === undefined) parts.push(jsonPiece(id));
  else add(code, true);
  const cite = origin.cite === undefined ? '' : `,"cite":${JSON.stringify(origin.cite)}`;
  parts.push(textPiece(`,"title":${JSON.stringify(origin.title)}${cite},"params":{`));
  let comma = '';
  for (const [name, output] of outputs) {
    parts.push(textPiece(`${comma}${JSON.stringify(name)}:`));
    add(output, false);
    comma = ',';
  }
  parts.push(END);
  return { id, verdict, settled, parts: keepOrder([...outputs.keys()]) ? joined(parts) : undefined };
}

/** Constants that stand side by side as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if ('bytes' in part && last && 'bytes' in last) all[all.length - 1] = bothOf(last, part);
    else all.push(part);
  }
  return all;
}

function bothOf({ bytes: first }: Piece, { bytes: second }: Piece): Piece {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return pieceOf(both);
}
