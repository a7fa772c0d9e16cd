/**
 * Lowers a whole plan: every step that the outcome needs becomes a value of the program, in the order of the plan.
 * In: a resolved ruleset. Out: a {@link Program}. A step that compiled code cannot do is answered by the exact evaluator, alone.
 */
import type { ApplyTree, Tree } from '../formula/tree.ts';
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { CarryFactStep, ConditionPlan, FactStep, FiredStep, PaymentStep, Plan, PlanStep, RatersStep, RuleStep, TermStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Datum } from '../values/result.ts';
import { NONE, unknown } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { EXACT, NotCompiled, choose, constantWord, faultConstant, join, need, noneConstant, not, sure } from './build-ir.ts';
import { effectFit } from './effect-fit.ts';
import { exactly, foreignRaters, foreignTerm, foreignTree } from './foreign.ts';
import { type FactSlot, type Info, type Ir, MAY_FAULT, MAY_NONE, MAY_UNKNOWN, type Slot } from './ir.ts';
import { lowerBody, lowerRounded } from './lower-body.ts';
import { infoOfCatalogued, infoOfType, lowerConstant } from './lower-datum.ts';
import { mapList, solid } from './lower-list.ts';
import { lowerRaters } from './lower-raters.ts';
import { lowerDated, lowerTable } from './lower-table.ts';
import { lowerTree } from './lower-tree.ts';
import { lower, shapeOf } from './lowered.ts';
import type { PaymentProgram, Program, Root, RuleProgram } from './program.ts';
import { reachable } from './reachable.ts';
import type { Locals, Scope } from './scope.ts';

export function lowerPlan(ruleset: Ruleset): Program {
  return new PlanLowering(ruleset).program();
}

const NO_LOCALS: Locals = new Map();
const MOST_CALLS = 50;

class PlanLowering implements Scope {
  private readonly plan: Plan;
  private readonly facts: FactSlot[] = [];
  private readonly slots: Slot[] = [];
  private readonly values = new Map<string, Ir>();
  private readonly outputs: Ir[] = [];
  private readonly rules: RuleProgram[] = [];
  private readonly payments: PaymentProgram[] = [];
  private readonly carries: Program['carries'][number][] = [];
  private readonly roots: Root[] = [];
  private readonly derived = new Set<string>();
  private readonly foreign: Program['foreign'][number][] = [];
  private readonly codes = new Map<string, { readonly settled: Ir; readonly code: Ir; readonly id: Ir }>();
  private depth = 0;

  constructor(ruleset: Ruleset) {
    this.plan = ruleset.plan;
  }

  program(): Program {
    for (const step of this.plan.steps) this.lowerStep(step);
    const scores = this.plan.outputs.scores.flatMap(({ name, key }) => {
      const value = this.values.get(key);
      return value ? [{ name, unit: this.unitOf(key), key, value: this.output(value) }] : [];
    });
    const { rating } = this.plan.outputs;
    const rated = rating && this.values.get(rating.key);
    const answersFor = [...scores, ...(rating && rated ? [{ key: rating.key, value: this.output(rated) }] : [])];
    for (const { key, value } of answersFor) {
      const step = this.plan.byKey.get(key);
      if (step) this.roots.push({ kind: 'value', id: step.id, output: value });
    }
    return {
      ...reachable(this.slots, this.facts, this.outputs),
      outputs: this.outputs,
      rules: this.rules,
      payments: this.payments,
      carries: this.carries,
      scores,
      rating: rated && answersFor.at(-1)!.value,
      roots: this.roots,
      derived: this.derived,
      foreign: this.foreign,
    };
  }

  read(key: string): Ir {
    const value = this.values.get(key);
    if (!value) throw new NotCompiled(`reading ${key}`);
    return value;
  }

  calendar(key: string): Datum | undefined {
    return this.plan.calendars.get(key);
  }

  apply(tree: ApplyTree, args: readonly Ir[]): Ir {
    const callable = this.plan.callables.get(tree.id);
    if (!callable) throw new NotCompiled(`calling ${tree.id}`);
    switch (callable.kind) {
      case 'table':
        return need(args, (...values) => lowerTable(callable, values));
      case 'dated':
        return need(args, (day) => lowerDated(callable, day!));
      case 'function': {
        if (++this.depth > MOST_CALLS) throw new NotCompiled('functions inside one another');
        try {
          return need(
            args,
            (...values) => {
              const locals = new Map(callable.parameters.map(({ name }, at) => [name, values[at]!]));
              return lowerRounded(lowerBody(callable.body, this, locals), callable.round);
            },
            { name: true },
          );
        } finally {
          this.depth--;
        }
      }
    }
  }

  /** Keeps a value of the record, unless it costs nothing to read again. */
  private keep(key: string, ir: Ir): Ir {
    if (ir.op === 'constant' || ir.op === 'slot' || ir.op === 'fact') return ir;
    const slot: Slot = { key, ir: solid(ir) };
    this.slots.push(slot);
    return { op: 'slot', slot, info: slot.ir.info };
  }

  private output(ir: Ir): number {
    return this.outputs.push(exactly(ir)) - 1;
  }

  private lowerStep(step: PlanStep): void {
    switch (step.kind) {
      case 'fact':
        this.values.set(step.key, this.lowerFact(step));
        return;
      case 'carryFact':
        this.values.set(step.key, this.fact(step.key, 'carryFact', step, step.id, step.type, unknown(step.id), { rep: EXACT.rep, may: MAY_UNKNOWN }));
        return;
      case 'parameter':
        this.values.set(step.key, lowerConstant(step.value, step.type));
        return;
      case 'term':
        this.values.set(
          step.key,
          this.keep(
            step.key,
            this.orForeign(
              step,
              () => solid(this.lowerTerm(step)),
              () => foreignTerm(step, this.plan, this.values),
            ),
          ),
        );
        return;
      case 'raters':
        this.lowerScheme(step);
        return;
      case 'rule':
        this.lowerRule(step);
        return;
      case 'fired':
        this.values.set(step.key, this.keep(step.key, this.lowerFired(step)));
        return;
      case 'payment':
        this.lowerPayment(step);
        return;
      case 'carry': {
        const value = this.keep(
          step.key,
          this.orForeign(
            step,
            () => lowerTree(step.next, this, NO_LOCALS),
            () => this.foreignOf(step, step.next),
          ),
        );
        this.values.set(step.key, value);
        const at = this.carries.push({ step, value: this.output(value) });
        this.roots.push({ kind: 'carry', id: step.id, at: at - 1 });
      }
    }
  }

  private orForeign(step: PlanStep, native: () => Ir, foreign: () => Ir): Ir {
    try {
      return native();
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      this.foreign.push({ id: step.id, why: error.message });
      return foreign();
    }
  }

  private foreignOf(step: PlanStep, tree: Tree): Ir {
    return foreignTree(tree, step, this.plan, this.values);
  }

  private lowerFact(step: FactStep): Ir {
    if (step.derive) {
      this.derived.add(step.id);
      const { derive } = step;
      return this.keep(
        step.key,
        this.orForeign(
          step,
          () => lowerTree(derive, this, NO_LOCALS),
          () => this.foreignOf(step, derive),
        ),
      );
    }
    const info = step.catalogue ? infoOfCatalogued(step.type) : infoOfType(step.type);
    const given = step.catalogue ? 0 : MAY_NONE;
    const fact = (absent: FactSlot['absent'], may: number, rep = info.rep): Ir =>
      this.fact(step.key, 'fact', step, step.id, step.type, absent, { rep, may: may | given });
    switch (step.absence) {
      case 'required':
        return fact('required', 0);
      case 'unknown':
        return fact(unknown(step.id), MAY_UNKNOWN);
      case 'none':
        return fact(NONE, MAY_NONE);
      default: {
        const value = step.absence.default;
        return fact(value === NONE ? NONE : lower(value, shapeOf(step.type)), value === NONE ? MAY_NONE : 0);
      }
    }
  }

  private fact(
    key: string,
    kind: FactSlot['kind'],
    step: FactStep | CarryFactStep | undefined,
    id: string,
    type: Type,
    absent: FactSlot['absent'],
    info: Info,
  ): Ir {
    const slot: FactSlot = { key, kind, step, id, type, absent };
    this.facts.push(slot);
    return { op: 'fact', fact: slot, info };
  }

  private lowerTerm({ body, each, round }: TermStep): Ir {
    if (!each) return lowerRounded(lowerBody(body, this, NO_LOCALS), round);
    const list = lowerTree(each.list, this, NO_LOCALS);
    const through = need(
      [list],
      (known) => mapList(known!, (local) => lowerBody(body, this, new Map([[each.local, { op: 'local', local, info: local.info }]])), true),
      { pass: true },
    );
    return lowerRounded(through, round);
  }

  private lowerScheme(step: RatersStep): void {
    const ratings = FACT_CATALOGUE.get('ratings')!;
    const scope = {
      ratings: this.fact('ratings given', 'fact', undefined, 'ratings', ratings.type, [], infoOfCatalogued(ratings.type)),
      expected: (source: string): Ir => {
        const id = `raters.expected.${source}`;
        const { type } = FACT_CATALOGUE.get(id)!;
        return this.fact(`${id} given`, 'fact', undefined, id, type, unknown(id), { rep: infoOfType(type).rep, may: MAY_UNKNOWN });
      },
      read: (key: string): Ir => this.read(key),
      keep: (key: string, ir: Ir): Ir => this.keep(key, ir),
      slotOf: (ir: Ir): Slot => {
        if (ir.op !== 'slot') throw new TypeError('A gathering is always kept.');
        return ir.slot;
      },
    };
    let outputs: ReadonlyMap<string, Ir>;
    try {
      outputs = lowerRaters(step, scope);
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      this.foreign.push({ id: step.id, why: error.message });
      outputs = foreignRaters(step, this.plan, this.values, scope);
    }
    for (const [key, ir] of outputs) this.values.set(key, ir);
  }

  private lowerRule(step: RuleStep): void {
    const tree = (each: Tree): Ir =>
      this.orForeign(
        step,
        () => lowerTree(each, this, NO_LOCALS),
        () => this.foreignOf(step, each),
      );
    const verdict = this.keep(`${step.key} verdict`, this.lowerCondition(step.condition, tree));
    const fires: Ir = verdict.info.may === 0 ? verdict : { op: 'isTrue', a: verdict, info: sure({ kind: 'truth' }) };
    const whenFired = (ir: Ir): Ir => (ir.op === 'constant' ? ir : choose(fires, ir, noneConstant));
    const values = [...step.event.values].map(([name, each]) => [name, this.keep(`${step.key} ${name}`, whenFired(tree(each)))] as const);
    const key = step.event.key?.map((each, at) => this.keep(`${step.key} key ${at}`, whenFired(tree(each))));
    const fit = effectFit(step, { values, key });
    const fitting = fit ? [this.keep(`${step.key} fits`, whenFired(fit))] : [];
    const open = [...values.map(([, value]) => value), ...(key ?? []), ...fitting].filter((value) => value.info.may & (MAY_UNKNOWN | MAY_FAULT));
    const may = verdict.info.may | open.reduce((all, value) => all | (value.info.may & (MAY_UNKNOWN | MAY_FAULT)), 0);
    const settled = open.length === 0 ? verdict : this.keep(step.key, { op: 'settle', verdict, values: open, info: { rep: { kind: 'truth' }, may } });
    this.values.set(step.key, settled);
    const code = values.find(([name]) => name === 'code')?.[1];
    this.codes.set(step.key, { settled, code: code ?? constantWord(step.id), id: constantWord(step.id) });
    const at = this.rules.push({
      step,
      verdict: this.output(verdict),
      settled: this.output(settled),
      values: values.map(([name, value]) => [name, this.output(value)] as const),
      key: key?.map((part) => this.output(part)),
    });
    this.roots.push({ kind: 'rule', id: step.id, at: at - 1 });
  }

  /** None where true or false is needed is a fault. */
  private lowerCondition(condition: ConditionPlan, tree: (each: Tree) => Ir): Ir {
    switch (condition.kind) {
      case 'leaf': {
        const verdict = tree(condition.tree);
        return verdict.info.rep.kind === 'nothing' || verdict.info.may & MAY_NONE ? need([verdict], (value) => value!) : verdict;
      }
      case 'not':
        return need([this.lowerCondition(condition.condition, tree)], (value) => not(value!));
      default:
        return join(
          condition.kind === 'any',
          condition.conditions.map((inner) => this.lowerCondition(inner, tree)),
        );
    }
  }

  private lowerFired(step: FiredStep): Ir {
    const rules = step.rules.map((key) => this.codes.get(key)!);
    const word = sure({ kind: 'word' });
    const fields = new Map([
      ['rule', { index: 0, info: word }],
      ['code', { index: 1, info: word }],
    ]);
    const may = rules.reduce((all, { settled }) => all | (settled.info.may & (MAY_UNKNOWN | MAY_FAULT)), 0);
    return { op: 'fired', rules, fields: ['rule', 'code'], info: { rep: { kind: 'list', of: sure({ kind: 'record', fields }), most: rules.length }, may } };
  }

  private lowerPayment(step: PaymentStep): void {
    const gate = (tree: Tree): number =>
      this.output(
        this.keep(
          step.key,
          this.orForeign(
            step,
            () => lowerTree(tree, this, NO_LOCALS),
            () => this.foreignOf(step, tree),
          ),
        ),
      );
    const rules = this.rules.flatMap(({ step: rule }, at) =>
      rule.event.payment === step.id ? [{ rule: at, kind: rule.event.kind === 'hold' ? ('hold' as const) : ('exclude' as const) }] : [],
    );
    const amount = this.values.get(step.amount) ?? faultConstant('engine/not-evaluated');
    const at = this.payments.push({
      step,
      amount: this.output(amount),
      notEntitled: step.notEntitled.map(({ when }) => gate(when)),
      held: step.held.map(({ when }) => gate(when)),
      rules,
    });
    this.roots.push({ kind: 'payment', id: step.id, at: at - 1 });
  }

  private unitOf(key: string): string {
    const step = this.plan.byKey.get(key);
    const type = step && 'type' in step ? step.type : undefined;
    return type?.kind === 'number' ? type.unit.text : 'points';
  }
}
