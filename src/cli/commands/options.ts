/**
 * Options that several commands share, so that they read the same everywhere.
 * In: nothing. Out: functions that make a fresh option.
 */
import { Option } from 'commander';
import type { Warnings } from '../suite.ts';

export const REPORT_FORMATS = ['text', 'json', 'junit', 'sarif', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const formatOption = (formats: readonly string[]): Option => new Option('-f, --format <format>', 'how to write it').choices(formats).default('text');

export const warningsOption = (): Option =>
  new Option('--warnings <what>', 'whether warnings count as findings').choices(['fail', 'allow'] satisfies Warnings[]).default('fail');

export const langOption = (): Option => new Option('-l, --lang <language>', 'language of the text').choices(['id', 'en']).default('id');

/** Several values in one, with commas; given twice, both count. */
export const listOption = (flags: string, about: string): Option =>
  new Option(flags, about).argParser((text: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    ...text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
  ]);

export const outOption = (): Option => new Option('-o, --out <file>', 'write to a file: whole or not at all');

export const forceOption = (): Option => new Option('--force', 'replace a file that exists');
