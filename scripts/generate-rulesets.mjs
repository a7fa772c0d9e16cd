/**
 * Writes each shipped ruleset as a module: `dist/rulesets/<id>.js` and `.d.ts`, one named export, its base imported,
 * its ids as literal types.
 * In: rulesets/ and the built library. Out: files under dist/; a ruleset whose text has an error stops the build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRuleset, shippedIds, textDiagnostics } from '../dist/node.js';
import { diagnosticText } from '../dist/index.js';
import { exportNameOf, rulesetTypes } from '../dist/authoring.js';

const out = fileURLToPath(new URL('../dist/rulesets/', import.meta.url));
mkdirSync(out, { recursive: true });

for (const id of shippedIds()) {
  const folder = openRuleset(id);
  const errors = textDiagnostics(folder).filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(`${errors.map(diagnosticText).join('\n')}\n`);
    process.exit(1);
  }
  const { base, locate: _locate, ...data } = folder.data;
  const name = exportNameOf(id);
  const baseId = base?.manifest.id;
  const baseImport = baseId === undefined ? '' : `import { ${exportNameOf(baseId)} } from './${baseId}.js';\n`;
  const literal = JSON.stringify(data);
  const value = baseId === undefined ? 'JSON.parse(text)' : `{ ...JSON.parse(text), base: ${exportNameOf(baseId)} }`;
  // JSON.parse of one text is faster to start than an object literal of this size, and cannot name __proto__.
  writeFileSync(`${out}${id}.js`, `${baseImport}const text = ${JSON.stringify(literal)};\nexport const ${name} = Object.freeze(${value});\n`);
  writeFileSync(`${out}${id}.d.ts`, rulesetTypes(folder.data, name, { constantFrom: '../index.js' }));
}
