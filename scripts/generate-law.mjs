/**
 * Writes docs/law.md: every value of the shipped rulesets with its instrument, article, date and standing.
 * In: rulesets/ and the built library. Out: docs/law.md; a test fails when it is not current.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lawRegister } from '../dist/authoring.js';
import { openRuleset, shippedIds } from '../dist/node.js';

writeFileSync(fileURLToPath(new URL('../docs/law.md', import.meta.url)), lawRegister(shippedIds().map((id) => openRuleset(id).data)));
