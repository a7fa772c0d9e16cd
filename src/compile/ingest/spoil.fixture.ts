/**
 * Spoils records in many ways: wrong kinds, bounds passed by a step, names that reach a prototype, what only looks like JSON.
 * In: a record and three numbers that choose the place and the way. Out: the record, spoilt in place.
 */
import type { Plain } from './random-appraisal.fixture.ts';

interface Place {
  readonly of: Plain | unknown[];
  readonly key: string | number;
}

/** Spoils one place of a record. The record is the caller's own copy. */
export function spoil(record: Plain, at: number, how: number, more: number): unknown {
  const places = placesOf(record);
  const place = places[at % places.length]!;
  const way = ALL[how % ALL.length]!;
  way(place, more, record);
  return record;
}

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const of = value as Plain | unknown[];
  const keys: (string | number)[] = Array.isArray(of) ? [...of.keys()] : Object.keys(of);
  return keys.flatMap((key) => [{ of, key }, ...placesOf(get({ of, key }))]);
}

const get = ({ of, key }: Place): unknown => (of as Plain)[key];
const set = ({ of, key }: Place, value: unknown): void => void ((of as Plain)[key] = value);

const VALUES: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'none',
  'x',
  '0',
  '-0',
  0,
  -0,
  -1,
  0.5,
  1e-7,
  1e-9,
  0.1 + 0.2,
  1e15,
  1e21,
  2 ** 53,
  -(2 ** 53),
  NaN,
  Infinity,
  -Infinity,
  1n,
  true,
  false,
  '1e3',
  '1,5',
  '12.345678901234',
  '1234567890123456',
  '٣',
  '2024-02-30',
  '2024-06-31',
  '2024-6-1',
  '2024-06-01T00:00',
  '2024-13',
  '2024-Q5',
  'text\n',
  'tab\tin',
  'ends ',
  ' begins',
  'nul\u0000',
  'del\u007f',
  '\u00a0hard',
  'bom\ufeff',
  'x'.repeat(101),
  'x'.repeat(600),
  {},
  [],
  [[]],
  [null],
  { from: '2024-06-01', to: '2024-06-30' },
  { from: '2024-06-30', to: '2024-06-01' },
  { from: '2024-06-01' },
  { from: '2024-06-01', to: '2024-06-30', by: 1 },
];

class Box {
  constructor(readonly of: unknown) {}
}

type Way = (place: Place, more: number, record: Plain) => void;
const asObject = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : { value });

const ALL: readonly Way[] = [
  // Weighted by repetition: a wrong value is the most usual fault.
  ...Array.from({ length: 6 }, (): Way => (place, more) => set(place, VALUES[more % VALUES.length])),
  ({ of, key }) => void (Array.isArray(of) ? of.splice(Number(key), 1) : Reflect.deleteProperty(of, key)),
  ({ of, key }) => void (Array.isArray(of) ? Reflect.deleteProperty(of, key) : Reflect.deleteProperty(of, key)),
  (place, more) => set(place, near(get(place), more)),
  (place, more) => set(place, near(get(place), more)),
  (place) => set(place, JSON.stringify(get(place))),
  (place) => set(place, Number(JSON.stringify(get(place)))),
  (place) => set(place, [get(place)]),
  (place) => set(place, { value: get(place) }),
  ({ of }) => void ((of as Plain)['extra'] = 1),
  ({ of }) => void Object.defineProperty(of, 'hidden', { value: 1, enumerable: false }),
  ({ of }) => void Object.defineProperty(of, '__proto__', { value: { status: 'pns' }, enumerable: true }),
  ({ of }) => void ((of as Plain)['constructor'] = 1),
  ({ of }) => void ((of as Plain)['toString'] = 1),
  ({ of }) => void ((of as unknown as Record<symbol, unknown>)[Symbol('s')] = 1),
  ({ of, key }) => hide(of, key),
  (place) => Object.setPrototypeOf(place.of, { inherited: true }),
  (place) => Object.setPrototypeOf(place.of, {}),
  (place) => Object.setPrototypeOf(place.of, null),
  ({ of, key }) => inherit(of, key),
  (place) => set(place, new Box(get(place))),
  (place) => set(place, Object.assign(Object.create(Box.prototype) as Plain, asObject(get(place)))),
  (place) => set(place, Object.assign(Object.create(null) as Plain, asObject(get(place)))),
  (place) => set(place, new Date(0)),
  (place) => set(place, new Map()),
  (place) => set(place, () => get(place)),
  (place) => set(place, Symbol('s')),
  (place) => set(place, new String('pns')),
  (place) => set(place, new Number(1)),
  ({ of, key }) => getter(of, key),
  ({ of, key }) =>
    void Object.defineProperty(of, key, {
      enumerable: true,
      get: () => {
        throw new Error('a getter that throws');
      },
    }),
  (place) => set(place, new Proxy(asObject(get(place)), {})),
  (place, more) => double(place, more),
  (place, more) => double(place, more),
  (place, more) => swap(place, more),
  (place, more, record) => {
    const places = placesOf(record);
    set(place, get(places[more % places.length]!));
  },
  ({ of }) => void (Array.isArray(of) && (of.length += 1)),
  ({ of, key }) => void (Array.isArray(of) && of.push(...Array.from({ length: 400 }, () => of[Number(key)]))),
];

/** How many ways there are. */
export const WAYS = ALL.length;

/** The same number a step, half a step or a hair away; texts with more digits. */
function near(value: unknown, more: number): unknown {
  if (typeof value === 'object') return value;
  const number = Number(value);
  if (Number.isNaN(number)) return typeof value === 'string' ? `${value}${['', ' ', '\n', '0', '\u200b'][more % 5]!}` : value;
  const by = [1, -1, 0.1, 0.001, -0.001, 0.0001, 0.00005, 0.5, 0.05, 5, 1000, 1e7, 1e-13, 0.25][more % 14]!;
  const moved = number + by;
  return more % 3 === 0 ? moved.toFixed(more % 14) : moved;
}

function hide(of: Plain | unknown[], key: string | number): void {
  if (!Array.isArray(of)) Object.defineProperty(of, key, { value: of[key], enumerable: false, configurable: true });
}

/** The field is there, but on the prototype. */
function inherit(of: Plain | unknown[], key: string | number): void {
  if (Array.isArray(of)) return;
  const value = of[key];
  Reflect.deleteProperty(of, key);
  Object.setPrototypeOf(of, { [key]: value });
}

function getter(of: Plain | unknown[], key: string | number): void {
  const value = (of as Plain)[key];
  Object.defineProperty(of, key, { enumerable: true, configurable: true, get: () => value });
}

/** A member of a list twice, or an id in two members. */
function double({ of, key }: Place, more: number): void {
  if (!Array.isArray(of)) return;
  const member = of[Number(key)];
  const other = of[more % of.length] as Plain | undefined;
  if (more % 2 === 0 || typeof member !== 'object' || typeof other !== 'object') of.push(member);
  else for (const name of ['id', 'date', 'key', 'rater', 'source', 'period']) if (member && other && name in member) other[name] = (member as Plain)[name];
}

/** Two fields of one record change places: intervals run backwards, scales are turned over. */
function swap({ of, key }: Place, more: number): void {
  if (Array.isArray(of)) return;
  const names = Object.keys(of);
  const other = names[more % names.length]!;
  [of[key], of[other]] = [of[other], of[key]];
}
