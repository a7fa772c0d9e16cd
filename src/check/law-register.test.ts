/**
 * The register of law, on a small nation and a region that varies it.
 * In: plain data. Out: the lines of the page.
 */
import { expect, it } from 'vitest';
import type { RulesetData } from '../ruleset/document.ts';
import { lawRegister } from './law-register.ts';

const title = { id: 'Judul', en: 'Title' };
const stated = { from: '2024-01-01', standing: 'placeholder', note: 'no amount was seen' };

const nation: RulesetData = {
  manifest: { id: 'nation', title, issuer: 'Nation', version: '1', from: '2024-01-01' },
  sources: { 'pp-1-2024': { kind: 'pp', number: 1, year: 2024, title: 'Allowances | of all', effective: { from: '2024-01-01' } } },
  parameters: {
    'near.amount': { title, unit: 'IDR', value: 10, ...stated, delegate: { to: 'region', cite: 'pp-1-2024#art-2' } },
    'far.amount': { title, unit: 'IDR', value: 20, ...stated },
    'told.amount': { title, unit: 'IDR', value: 30, from: '2024-01-01', cite: 'pp-1-2024#art-3', standing: 'reported' },
    'idle.amount': { title, unit: 'IDR', value: 40, ...stated },
  },
  terms: {
    'middle.amount': {
      title,
      unit: 'IDR',
      stage: 'incentive',
      from: '2024-01-01',
      formula: 'far.amount + told.amount',
      standing: 'derived',
      working: 'added up',
    },
    'pay.amount': {
      title,
      unit: 'IDR',
      stage: 'incentive',
      from: '2024-01-01',
      formula: 'near.amount + middle.amount',
      standing: 'confirmed',
      cite: 'pp-1-2024#art-1',
      round: { to: 1, mode: 'half-up', standing: 'placeholder', note: 'no rounding was seen' },
    },
  },
  payments: {
    pay: {
      title,
      for: ['regular'],
      from: '2024-01-01',
      amount: 'pay.amount',
      standing: 'confirmed',
      cite: 'pp-1-2024#art-1',
      hold: [{ when: 'pay.amount = 0', until: 'decree', reason: { id: 'Belum', en: 'Not yet' } }],
    },
  },
};

const region: RulesetData = {
  manifest: { id: 'region', title, issuer: 'Region', version: '1', from: '2024-01-01', extends: 'nation' },
  overrides: { 'near.amount': { from: '2024-07-01', value: 15, cite: 'pp-1-2024', standing: 'reported' } },
  base: nation,
};

const lines = lawRegister([nation, region]).split('\n');
const startingWith = (start: string): readonly string[] => lines.filter((line) => line.startsWith(start));

it('counts what states a standing, ruleset by ruleset', () => {
  expect(startingWith('| [')).toEqual([
    '| [nation](#nation) | 8 | 2 (25 %) | 1 (12.5 %) | 1 (12.5 %) | 4 (50 %) |',
    '| [region](#region) | 1 | 0 (0 %) | 1 (100 %) | 0 (0 %) | 0 (0 %) |',
  ]);
});

it('asks for placeholders before reports, those of more payments before others, and nearer to the money first', () => {
  expect(lines.filter((line) => /^\| \d+ \|/.test(line))).toEqual([
    '| 1 | `pay.amount` rounding | from 2024-01-01 | placeholder | to 1, half-up: no rounding was seen | PP 1/2024, Allowances \\| of all, art-1 | nation pay, region pay |',
    '| 2 | `near.amount` Title | from 2024-01-01 | placeholder | 10 IDR: no amount was seen |  | nation pay, region pay |',
    '| 3 | `far.amount` Title | from 2024-01-01 | placeholder | 20 IDR: no amount was seen |  | nation pay, region pay |',
    '| 4 | `told.amount` Title | from 2024-01-01 | reported | 30 IDR | PP 1/2024, Allowances \\| of all, art-3 | nation pay, region pay |',
    '| 1 | `near.amount` Title (varies the nation) | from 2024-07-01 | reported | 15 IDR | PP 1/2024, Allowances \\| of all | region pay |',
  ]);
  expect(startingWith('Then ')).toEqual(['Then the placeholders that no payment reads: `idle.amount`.']);
});

it('shows a ground without a standing of its own with that of its payment, in brackets', () => {
  expect(startingWith('| `pay`')).toEqual([
    '| `pay` Title | PP 1/2024, Allowances \\| of all | art-1 | from 2024-01-01 | confirmed | pays pay.amount; 0 grounds of no entitlement, 1 of holding |',
    '| `pay` held 1 | PP 1/2024, Allowances \\| of all | art-1 | from 2024-01-01 | (confirmed) | Not yet |',
  ]);
});

it('leaves out a ruleset that cannot be read', () => {
  expect(lawRegister([{ manifest: { id: 'nothing' } }]).includes('## nothing')).toBe(false);
});
