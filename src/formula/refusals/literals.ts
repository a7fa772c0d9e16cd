/**
 * Literals in a form that the language lacks.
 * In: numbers, texts, dates and null of the grammar. Out: findings with the form that is read.
 */
import { textOf } from '../feel-source.ts';
import { type Refusal, quote, refuse } from './refusal.ts';

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,12})?$/;

export const numberForm: Refusal = {
  at: ['NumericLiteral'],
  look(node, source) {
    const text = textOf(source, node).replace(/\s+/g, '');
    if (DECIMAL.test(text)) return undefined;
    return refuse(node, 'formula/number-form', `"${quote(source, node)}" is not written as a number of the language.`, mendNumber(text));
  },
};

function mendNumber(text: string): string {
  if (/^-?\.\d+$/.test(text)) return `Write ${text.replace('.', '0.')}.`;
  if (/e/i.test(text)) return 'Write all its digits, without an exponent.';
  return 'Write at most 15 digits, a point and at most 12 decimals.';
}

export const textEscape: Refusal = {
  at: ['StringLiteral'],
  look(node, source) {
    try {
      JSON.parse(textOf(source, node));
      return undefined;
    } catch {
      return refuse(
        node,
        'formula/text-escape',
        `The text ${quote(source, node)} holds an escape or a character that the language does not read.`,
        'Write \\" for a quotation mark and \\\\ for a backslash.',
      );
    }
  },
};

export const dateLiteral: Refusal = {
  at: ['DateTimeLiteral'],
  explainsErrors: true,
  look(node, source) {
    return refuse(
      node,
      'formula/date-literal',
      `"${quote(source, node)}" writes a date, time or duration into the formula.`,
      'Make the date a parameter and read it here; a length of time is a number of days or months.',
    );
  },
};

export const nullRefused: Refusal = {
  at: ['null'],
  look(node) {
    return refuse(
      node,
      'formula/null',
      'The language has no null.',
      'Test with present(x) whether a value applies; a parameter that ends is given the value none.',
    );
  },
};
