#!/usr/bin/env bash
# Packs the library, installs the tarball in an empty folder, and uses it there: API, shipped ruleset, command line.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tarball=$(cd "$root" && npm pack --ignore-scripts --silent --pack-destination "$work" | tail -n 1)
cd "$work"
printf '{ "name": "uses-kinerja", "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund "./$tarball"
cp "$root/rulesets/salatiga/people/infrastructure-project-leader.yaml" person.yaml
cat > use.mjs <<'JS'
import { appraise, resolveRuleset, evaluateFormula, toText } from 'kinerja';
import { salatiga } from 'kinerja/rulesets/salatiga';
import { loadRuleset, readAppraisalFile } from 'kinerja/node';
import { toEngine } from 'kinerja/json-rules-engine';
import { checkRuleset } from 'kinerja/authoring';
import { runQueueWorker } from 'kinerja/bullmq';
const person = readAppraisalFile('person.yaml');
const dates = { assessed: person.assessed, paid: person.paid.period };
const fromModule = appraise(resolveRuleset(salatiga, dates), person);
const fromFolder = appraise(loadRuleset('salatiga', dates), person);
const amounts = [fromModule, fromFolder].map((outcome) => outcome.payments[0].amount.toFixed());
if (amounts[0] !== amounts[1] || fromModule.ruleset.hash !== fromFolder.ruleset.hash) throw new Error(`The module and the folder differ: ${amounts.join(', ')}`);
if (toText(evaluateFormula('(a / 3) * 3', { a: 1 })) !== '1' || typeof toEngine !== 'function' || typeof checkRuleset !== 'function') throw new Error('a door is missing');
const missing = await runQueueWorker({ queue: 'redis://127.0.0.1:1' }).catch((error) => error.code);
if (missing !== 'library/missing') throw new Error(`without BullMQ the queue says ${missing}`);
console.log(`package: paid ${amounts[0]}`);
JS
node use.mjs
npx kinerja --version
npx kinerja list > /dev/null
npx kinerja appraise salatiga person.yaml > outcome.txt
test -s outcome.txt
