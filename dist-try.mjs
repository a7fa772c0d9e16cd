// src/node/ruleset-folder.ts
import { dirname, join as join2, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

// src/ruleset/diagnostic.ts
function pathText(path) {
  return path.map((part3, index) => typeof part3 === "number" ? `[${part3}]` : index === 0 ? part3 : `.${part3}`).join("");
}
function diagnosticText(diagnostic) {
  const { position: position2 } = diagnostic;
  const place2 = position2 ? `${position2.file}:${position2.line}:${position2.column}` : `${diagnostic.ruleset}:${pathText(diagnostic.path)}`;
  const mend = diagnostic.mend === void 0 ? "" : ` ${diagnostic.mend}`;
  return `${place2}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}${mend}`;
}
function sortDiagnostics(diagnostics) {
  const seen = /* @__PURE__ */ new Map();
  for (const diagnostic of diagnostics) {
    const text = diagnosticText(diagnostic);
    if (!seen.has(text)) seen.set(text, diagnostic);
  }
  return Object.freeze(
    [...seen.values()].sort(
      (a, b) => (a.position?.file ?? a.ruleset).localeCompare(b.position?.file ?? b.ruleset, "en") || (a.position?.line ?? 0) - (b.position?.line ?? 0) || (a.position?.column ?? 0) - (b.position?.column ?? 0) || a.code.localeCompare(b.code, "en")
    )
  );
}
var RulesetError = class extends Error {
  constructor(ruleset, diagnostics) {
    super(`The ruleset "${ruleset}" cannot be used.
${diagnostics.map(diagnosticText).join("\n")}`);
    this.ruleset = ruleset;
    this.diagnostics = diagnostics;
  }
  ruleset;
  diagnostics;
  name = "RulesetError";
};

// src/ruleset/document.ts
var SECTIONS = ["sources", "types", "facts", "calendars", "parameters", "tables", "terms", "raters", "conditions", "rules", "payments", "carry", "overrides"];

// src/ruleset/report.ts
var below = (place2, ...parts2) => ({ ...place2, path: [...place2.path, ...parts2] });
var Report = class {
  found = [];
  get diagnostics() {
    return this.found;
  }
  get hasErrors() {
    return this.found.some((diagnostic) => diagnostic.severity === "error");
  }
  /** Adds a finding at a place; `key` points at the name of an entry instead of its value. */
  add(severity, place2, finding, options = {}) {
    const { code: code2, message, mend, span } = finding;
    const locate = place2.document.locate;
    const position2 = locate?.(place2.path, { ...span && { offset: span[0] }, ...options.key && { key: true } });
    this.found.push({
      code: code2,
      severity,
      message,
      ...mend !== void 0 && { mend },
      ruleset: place2.ruleset,
      path: place2.path,
      ...position2 && { position: position2 },
      ...options.related && { related: { message: options.related.message, position: options.related.place.document.locate?.(options.related.place.path) } }
    });
  }
  error(place2, code2, message, mend, options = {}) {
    this.add("error", place2, { code: code2, message, mend }, options);
  }
  warning(place2, code2, message, mend) {
    this.add("warning", place2, { code: code2, message, mend });
  }
  /** Findings of a formula or a table, each with its own code. */
  errors(place2, findings) {
    for (const finding of findings) this.add("error", place2, finding);
  }
};

// src/values/suggest.ts
function nearest(name, known) {
  let best;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function didYouMean(name, known, otherwise) {
  const found = nearest(name, known);
  return found === void 0 ? otherwise : `Did you mean "${found}"?`;
}
function editDistance(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost, swapped);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}

// src/authoring/file-places.ts
var SINGLE_FILES = ["ruleset", "sources", "types", "facts", "payments", "carry"];
var FILE_KINDS = ["ruleset", ...SECTIONS, "cases", "people"];
var isSingle = (kind) => SINGLE_FILES.includes(kind);
var placeOfKind = (kind) => isSingle(kind) ? `${kind}.yaml` : `${kind}/*.yaml`;
function kindOfFile(path) {
  const parts2 = path.split("/");
  if (path === "CHANGELOG.md" || parts2.some((part3) => part3.startsWith("."))) return void 0;
  const kind = FILE_KINDS.find((candidate) => isSingle(candidate) ? path === `${candidate}.yaml` : parts2.length > 1 && parts2[0] === candidate && path.endsWith(".yaml"));
  return kind ?? { code: "files/unknown-place", message: `No file of a ruleset stands at "${path}".`, mend: mendOf(path, parts2) };
}
function mendOf(path, parts2) {
  if (/\.(?:yml|YAML|YML)$/.test(path)) return `Name it "${path.replace(/\.\w+$/, ".yaml")}".`;
  const [first = ""] = parts2;
  const word = parts2.length > 1 ? first : first.replace(/\.\w+$/, "");
  const kind = FILE_KINDS.find((candidate) => candidate === nearest(word, FILE_KINDS));
  if (kind === void 0) return `A ruleset has ${FILE_KINDS.map(placeOfKind).join(", ")} and CHANGELOG.md.`;
  return `Did you mean "${isSingle(kind) ? `${kind}.yaml` : `${kind}/${parts2.length > 1 ? parts2.slice(1).join("/") : `${kind}.yaml`}`}"?`;
}

// src/authoring/merge-sections.ts
var isMapping = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
function mergeSections(files) {
  const diagnostics = [];
  const homes = /* @__PURE__ */ new Map();
  const sections = {};
  for (const section of SECTIONS) {
    const ofSection = files.filter((file) => file.kind === section);
    if (ofSection.length === 0) continue;
    const home = /* @__PURE__ */ new Map();
    const entries2 = [];
    for (const file of ofSection) {
      if (file.data === void 0) continue;
      if (!isMapping(file.data)) {
        diagnostics.push(notMapping(file, section));
        continue;
      }
      for (const [id2, entry2] of Object.entries(file.data)) {
        const first = home.get(id2);
        if (first) diagnostics.push(twice(id2, section, first, file));
        else {
          home.set(id2, file);
          entries2.push([id2, entry2]);
        }
      }
    }
    homes.set(section, home);
    sections[section] = Object.freeze(Object.fromEntries(entries2));
  }
  return { sections, homes, diagnostics };
}
function notMapping(file, section) {
  return {
    code: "files/not-a-mapping",
    severity: "error",
    message: `The file holds ${Array.isArray(file.data) ? "a list" : "a single value"}; it should be a mapping from id to entry.`,
    mend: Array.isArray(file.data) ? 'Write "id:" before each entry instead of "-".' : 'Write "id:" before the entry.',
    ruleset: "",
    path: [section],
    position: file.locate([])
  };
}
function twice(id2, section, first, again) {
  const position2 = again.locate([id2], { key: true });
  const before = first.locate([id2], { key: true });
  return {
    code: "files/duplicate-id",
    severity: "error",
    message: `"${id2}" stands in two files: at ${placeText(before)} and at ${placeText(position2)}.`,
    mend: "Keep one of the two, or give one another id.",
    ruleset: "",
    path: [section, id2],
    position: position2,
    related: { message: "It stands here first.", position: before }
  };
}
var placeText = (position2) => position2 ? `${position2.file}:${position2.line}` : "an unknown place";

// src/cases/case-schema.ts
import * as z from "zod";
var number2 = z.union([z.string(), z.number()]).describe("A number as decimal text; it must be met exactly.");
var scalar = z.union([z.string(), z.number(), z.boolean()]);
var value = z.lazy(() => z.union([scalar, z.array(value), z.record(z.string(), value)]));
var entry = z.record(z.string(), value);
var codes = z.array(z.union([z.string(), entry]));
var CASE_STATUSES = ["complete", "undetermined", "faulted"];
var payment = z.strictObject({
  status: z.string().optional().describe("How the line stands: paid, held, notEntitled and so on."),
  amount: number2.optional().describe("The rupiah, exactly."),
  reason: z.string().optional().describe("A piece of the reason, in Indonesian or in English.")
});
var expectSchema = z.strictObject({
  status: z.enum(CASE_STATUSES).optional().describe("Whether the outcome is complete."),
  rating: z.string().optional().describe("The member of the rating, or none."),
  fired: z.array(z.string()).optional().describe("Exactly the rules that fire."),
  awards: codes.optional().describe("Exactly the awards, by code or by fields."),
  development: codes.optional().describe("Exactly the recommendations for development, by code or by fields."),
  flags: codes.optional().describe("Exactly the flags, by code or by fields."),
  terms: z.record(z.string(), value).optional().describe("Values of terms by id."),
  scores: z.record(z.string(), number2).optional().describe("Scores by their names in the manifest."),
  payments: z.record(z.string(), z.union([payment, number2])).optional().describe("Lines by payment id; a bare number is a paid amount."),
  effects: z.array(entry).optional().describe("Exactly the sanctions and blocks that are proposed or begun, by fields."),
  carry: z.record(z.string(), value).optional().describe("What is handed to the next period."),
  hold: z.array(z.string()).optional().describe("Exactly the payments that are held."),
  exclude: z.array(z.string()).optional().describe("Exactly the payments that are excluded."),
  unknown: z.array(z.string()).optional().describe("Exactly the facts that are missing."),
  fault: z.string().optional().describe("The code of the fault.")
});
var caseSchema = z.strictObject({
  name: z.string().describe("A whole sentence that says what is shown."),
  date: z.string().describe("The end of the assessed period, YYYY-MM-DD."),
  given: z.record(z.string(), z.unknown()).describe('What differs from the appraisal that it is like; lists are replaced whole. "like" names a file of people/ without its ending.'),
  expect: expectSchema.describe("What must come of it; at least one expectation."),
  working: z.string().optional().describe("How the expected value arises."),
  because: z.union([z.string(), z.array(z.string())]).optional().describe("The provision that asks for it: source#pinpoint.")
});

// src/ruleset/read-entry.ts
import * as z2 from "zod";
function readEntry(raw, schema, place2, report, what, known = []) {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) say(issue, raw, schema, place2, report, what, known);
  return void 0;
}
function say(issue, raw, schema, place2, report, what, known) {
  const path = issue.path.filter((part3) => typeof part3 !== "symbol");
  const at = below(place2, ...path);
  const name = path.length > 0 ? `"${path.join(".")}" of ${what}` : what;
  switch (issue.code) {
    case "unrecognized_keys": {
      const shape = path.length === 0 ? [...Object.keys(schema.shape), ...known] : shapeKeys(schema, path);
      for (const key of issue.keys) {
        report.error(below(at, key), "document/unknown-key", `"${key}" is no key of ${name}.`, didYouMean(key, shape, `It may have: ${shape.join(", ")}.`), { key: true });
      }
      return;
    }
    case "invalid_value":
      report.error(at, "document/unknown-word", `${name} is ${shown(valueAt(raw, path))}, which is none of ${issue.values.map((value3) => `"${String(value3)}"`).join(", ")}.`, didYouMean(String(valueAt(raw, path)), issue.values.map(String)));
      return;
    case "invalid_type":
      if (valueAt(raw, path) === void 0) report.error(below(place2, ...path.slice(0, -1)), "document/missing", `${what} lacks "${path.join(".")}".`, `Write "${String(path.at(-1) ?? "")}:".`);
      else report.error(at, "document/wrong-kind", `${name} is ${shown(valueAt(raw, path))}; it should be ${KINDS[issue.expected] ?? issue.expected}.`);
      return;
    case "too_big":
      report.error(at, "document/too-long", `${name} is longer than ${String(issue.maximum)} characters.`, "Split it into several terms.");
      return;
    case "invalid_union": {
      const inner = issue.errors.flat().find((candidate) => candidate.code === "unrecognized_keys");
      if (inner) say({ ...inner, path: [...issue.path, ...inner.path] }, raw, schema, place2, report, what, known);
      else if (valueAt(raw, path) === void 0) report.error(below(place2, ...path.slice(0, -1)), "document/missing", `${what} lacks "${path.join(".")}".`, `Write "${String(path.at(-1) ?? "")}:".`);
      else report.error(at, "document/wrong-kind", `${name} is ${shown(valueAt(raw, path))}, which is not a form that it can have.`);
      return;
    }
    default:
      report.error(at, "document/wrong-kind", `${name} is not readable: ${issue.message}.`);
  }
}
var KINDS = { object: "a mapping", array: "a list", string: "a text", record: "a mapping", boolean: "true or false", number: "a number" };
function valueAt(raw, path) {
  let value3 = raw;
  for (const part3 of path) {
    if (typeof value3 !== "object" || value3 === null || !Object.hasOwn(value3, part3)) return void 0;
    value3 = value3[part3];
  }
  return value3;
}
function shapeKeys(schema, path) {
  let current = schema;
  for (const part3 of path) current = step(unwrap(current), part3);
  const end = unwrap(current);
  return end instanceof z2.ZodObject ? Object.keys(end.shape) : [];
}
function step(schema, part3) {
  if (schema instanceof z2.ZodObject) return schema.shape[String(part3)];
  if (schema instanceof z2.ZodArray) return schema.element;
  if (schema instanceof z2.ZodRecord) return schema.valueType;
  return void 0;
}
function unwrap(schema) {
  let current = schema;
  while (current instanceof z2.ZodOptional || current instanceof z2.ZodLazy || current instanceof z2.ZodUnion) {
    current = current instanceof z2.ZodUnion ? current.options.find((option) => unwrap(option) instanceof z2.ZodObject) : current.unwrap();
  }
  return current;
}
function shown(value3) {
  if (value3 === void 0) return "missing";
  if (value3 === null) return "empty";
  if (Array.isArray(value3)) return "a list";
  if (typeof value3 === "object") return "a mapping";
  const text = String(value3);
  return `"${text.length > 40 ? `${text.slice(0, 40)}\u2026` : text}"`;
}

// src/values/calendar-date.ts
import { addMonths as addMonthsFns, differenceInCalendarMonths } from "date-fns";
var ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
var DAY_MS = 864e5;
var FIRST_DAY = -719162;
var LAST_DAY = 2932896;
var CalendarDate = class _CalendarDate {
  constructor(year, month, day, epochDay) {
    this.year = year;
    this.month = month;
    this.day = day;
    this.epochDay = epochDay;
    Object.freeze(this);
  }
  year;
  month;
  day;
  epochDay;
  static of(year, month, day) {
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return void 0;
    const time = Date.UTC(year, month - 1, day);
    const back = new Date(time);
    if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return void 0;
    return new _CalendarDate(year, month, day, time / DAY_MS);
  }
  /** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar (2023-02-29). */
  static parse(text) {
    const match = ISO.exec(text);
    return match ? _CalendarDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : void 0;
  }
  /** @throws RangeError for a count that is not whole, or leads out of the years 1 to 9999. */
  static fromEpochDay(epochDay) {
    if (!Number.isInteger(epochDay) || epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      throw new RangeError("The date lies outside the calendar (years 1 to 9999).");
    }
    const date2 = new Date(epochDay * DAY_MS);
    return new _CalendarDate(date2.getUTCFullYear(), date2.getUTCMonth() + 1, date2.getUTCDate(), epochDay);
  }
  /** 1 = Monday … 7 = Sunday. */
  get weekday() {
    return ((this.epochDay + 3) % 7 + 7) % 7 + 1;
  }
  toString() {
    const pad = (n, length = 2) => String(n).padStart(length, "0");
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }
  toJSON() {
    return this.toString();
  }
};
var compareDates = (a, b) => Math.sign(a.epochDay - b.epochDay);
var addDays = (date2, days) => CalendarDate.fromEpochDay(date2.epochDay + days);
var daysBetween = (a, b) => b.epochDay - a.epochDay;
function addMonths(date2, months) {
  return CalendarDate.fromEpochDay(addMonthsFns(zoneless(date2), months).getTime() / DAY_MS);
}
function wholeMonths(a, b) {
  if (b.epochDay < a.epochDay) return -wholeMonths(b, a) + 0;
  const months = differenceInCalendarMonths(zoneless(b), zoneless(a));
  return addMonths(a, months).epochDay <= b.epochDay ? months : months - 1;
}
function wholeYears(a, b) {
  return Math.trunc(wholeMonths(a, b) / 12) + 0;
}
var ZonelessDate = class extends Date {
  getFullYear() {
    return this.getUTCFullYear();
  }
  getMonth() {
    return this.getUTCMonth();
  }
  getDate() {
    return this.getUTCDate();
  }
  setMonth(month, day = this.getUTCDate()) {
    return this.setUTCMonth(month, day);
  }
  setFullYear(year, month = this.getUTCMonth(), day = this.getUTCDate()) {
    return this.setUTCFullYear(year, month, day);
  }
};
var zoneless = (date2) => new ZonelessDate(date2.epochDay * DAY_MS);

// src/authoring/read-cases.ts
function readCases(file, report) {
  const document = { manifest: {}, locate: file.locate };
  const root = { document, ruleset: "", path: [] };
  if (file.data === void 0) return [];
  if (!Array.isArray(file.data)) {
    report.error(root, "case/no-list", "The file should hold a list of cases.", 'Begin each case with "- name:".');
    return [];
  }
  return file.data.flatMap((raw, index) => readCase(raw, index, file, { ...root, path: [index] }, report) ?? []);
}
function readCase(raw, index, file, place2, report) {
  const name = isMapping(raw) && typeof raw["name"] === "string" ? `the case "${raw["name"]}"` : `case ${index + 1} of the file`;
  if (!isMapping(raw)) {
    report.error(place2, "case/no-mapping", `${name} is no mapping.`, 'Begin each case with "- name:".');
    return void 0;
  }
  const data = readEntry(raw, caseSchema, place2, report, name);
  if (!data) return void 0;
  if (!CalendarDate.parse(data.date)) {
    report.error({ ...place2, path: [index, "date"] }, "date/unreadable", `"${data.date}" is no day of the calendar.`, "Write YYYY-MM-DD.");
    return void 0;
  }
  if (Object.keys(data.expect).length === 0) {
    report.error({ ...place2, path: [index, "expect"] }, "case/no-expectation", `${name} expects nothing.`, 'Write at least one expectation, such as "status: complete".');
    return void 0;
  }
  const locate = (path, options) => file.locate([index, ...path], options);
  return Object.freeze({ data, file: file.path, index, locate });
}

// src/authoring/read-yaml.ts
import { Composer } from "yaml";

// src/authoring/source-lines.ts
var SourceLines = class {
  constructor(text) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
  }
  text;
  starts;
  /** Where the character at `offset` stands; an offset behind the end is the end. */
  position(offset) {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.starts[low] + 1 };
  }
  /** The offset of the first character of a line. */
  start(line) {
    return this.starts[line - 1] ?? this.text.length;
  }
  /** The text of a line, without its line end. */
  line(line) {
    const text = this.text.slice(this.start(line), this.starts[line] ?? this.text.length);
    return text.replace(/\r?\n$/, "");
  }
};

// src/authoring/yaml-data.ts
import { isAlias, isMap, isScalar as isScalar2, isSeq } from "yaml";

// src/authoring/scalar-offsets.ts
var SPACE = /* @__PURE__ */ new Set([" ", "	", "\n", "\r"]);
var ESCAPED_DIGITS = { x: 2, u: 4, U: 8 };
function sourceOffset(text, scalar3, offset) {
  const visible = scalar3.value.trimEnd().length;
  if (offset < scalar3.value.length) return placeOf(text, scalar3, Math.max(0, offset));
  return visible === 0 ? scalar3.from : placeOf(text, scalar3, visible - 1) + 1;
}
function placeOf(text, scalar3, offset) {
  return scalar3.style === "literal" ? literalPlace(text, scalar3, offset) : flowedPlace(text, scalar3, offset);
}
function literalPlace(text, scalar3, offset) {
  const before = scalar3.value.slice(0, offset).split("\n");
  let start = text.indexOf("\n", scalar3.from) + 1;
  for (let skipped = 1; skipped < before.length; skipped++) start = text.indexOf("\n", start) + 1;
  const nextLine = text.indexOf("\n", start);
  const end = nextLine < 0 ? text.length : text[nextLine - 1] === "\r" ? nextLine - 1 : nextLine;
  const lineStart = offset - before.at(-1).length;
  const lineEnd2 = scalar3.value.indexOf("\n", lineStart);
  const width = (lineEnd2 < 0 ? scalar3.value.length : lineEnd2) - lineStart;
  return end - width + (offset - lineStart);
}
function flowedPlace(text, scalar3, offset) {
  const { style, value: value3 } = scalar3;
  let at = style === "plain" ? scalar3.from : style === "folded" ? text.indexOf("\n", scalar3.from) + 1 : scalar3.from + 1;
  for (let index = 0; index < value3.length; ) {
    const wanted = value3[index];
    if (style === "double") at = skipJoinedLines(text, at);
    if (!SPACE.has(wanted)) while (at < scalar3.to && SPACE.has(text[at])) at++;
    const escape = style === "double" && text[at] === "\\" ? 2 + (ESCAPED_DIGITS[text[at + 1]] ?? 0) : void 0;
    const units = escape === 10 && value3.codePointAt(index) > 65535 ? 2 : 1;
    if (offset < index + units) return at;
    index += units;
    at += escape ?? (style === "single" && wanted === "'" ? 2 : 1);
  }
  return at;
}
function skipJoinedLines(text, from) {
  let at = from;
  for (let joined2 = /\\\r?\n[ \t]*/y; joined2.lastIndex = at, joined2.test(text); ) at = joined2.lastIndex;
  return at;
}

// src/authoring/formula-text.ts
var FORMULA_KEYS = /* @__PURE__ */ new Set(["formula", "derive", "next", "when", "unless", "then", "otherwise", "part", "weight"]);
function checkFormulaText(key, scalar3, text) {
  if (scalar3.style === "folded") {
    return { code: "yaml/formula-folded", message: `The formula under "${key}" is a folded text (">").`, mend: 'Write "|" instead of ">": its lines then keep their places.', at: scalar3.from };
  }
  if (scalar3.style !== "literal") {
    const isLong = text.slice(scalar3.from, scalar3.to).includes("\n");
    return isLong ? { code: "yaml/formula-lines", message: `The formula under "${key}" runs over several lines.`, mend: 'Write "|" behind the colon and the formula below it, indented.', at: scalar3.from } : void 0;
  }
  const comment2 = commentIn(scalar3.value);
  if (comment2 === void 0) return void 0;
  return { code: "yaml/formula-comment", message: `"#" begins no comment inside the formula under "${key}": it would be part of it.`, mend: "Move the comment above the key.", at: sourceOffset(text, scalar3, comment2) };
}
function commentIn(formula2) {
  let quoted2 = false;
  for (let at = 0; at < formula2.length; at++) {
    if (formula2[at] === '"') quoted2 = !quoted2;
    else if (formula2[at] === "\\" && quoted2) at++;
    else if (formula2[at] === "#" && !quoted2) return at;
  }
  return void 0;
}

// src/authoring/flow-comma.ts
import { isScalar } from "yaml";

// src/authoring/yaml-finding.ts
function inQuotes(text) {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
function excerpt(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}\u2026` : line;
}

// src/authoring/yaml-mistakes.ts
var KEY = /(?:^|[\s{,])(?<key>[A-Za-z][\w.-]*):[ \t]+/;
var after = (value3) => new RegExp(KEY.source + value3.source, "d");
var RANGE = after(/(?<value>[[(\]]\s*[^\s"',[\](){}]*\.\.[^\s"',[\](){}]*\s*[\])[])/);
var COMPARISON = after(/(?<value>>=?\s*-?\d[\w.-]*)/);
var ANY = after(/(?<value>-)(?=\s*(?:[,}]|$))/);
var AFTER_QUOTE = after(/(?<value>(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*[^\s,}\]#:][^,}]*)/);
var COMMA_MISSING = /[{,]\s*(?<key>[A-Za-z][\w.-]*):\s+(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s+(?<value>[A-Za-z][\w.-]*)(?=:\s)/d;
var COLON_IN_BRACES = after(/(?<value>[^\s"'{[,}][^,{}]*?:\s[^,{}]*)/);
var COLON_IN_LINE = /^\s*(?:- +)*(?<key>[^\s"'#:{[][^:]*?):[ \t]+(?<value>[^\s"'{[|>].*?:(?:\s.*|$))/d;
var NO_SPACE = /^\s*(?:- +)?(?<key>[A-Za-z][\w.-]*):(?<value>[^\s:].*)$/d;
var MISTAKES = [tabbedLine, quotedCell, anyCell, formulaInBraces, commaMissing, textBehindQuote, colonInText, missingSpace];
function tabbedLine(line) {
  const match = /^ *\t/.exec(line);
  return match ? { code: "yaml/tab", message: "This line is indented with a tab.", mend: "Indent with spaces only.", column: match[0].length } : void 0;
}
function quotedCell(line) {
  const found = read(RANGE, line) ?? read(COMPARISON, line);
  return found && {
    code: "yaml/range",
    message: `The cell ${found.value} of "${found.key}" is a range or a comparison and must be quoted.`,
    mend: `Write ${found.key}: ${inQuotes(found.value)}.`,
    column: found.column
  };
}
function anyCell(line) {
  const found = read(ANY, line);
  return found && { code: "yaml/range", message: `The cell - of "${found.key}" (any value) must be quoted.`, mend: `Write ${found.key}: "-".`, column: found.column };
}
function formulaInBraces(line, column) {
  const pattern = new RegExp(`(?<=[{,]\\s*)(${[...FORMULA_KEYS].join("|")}):\\s+(?!["'])`, "g");
  for (const match of [...line.matchAll(pattern)].reverse()) {
    const start = match.index + match[0].length;
    if (start >= column) continue;
    const formula2 = /^.*?(?=,\s*[A-Za-z][\w.]*:\s|\s*\}\s*(?:[\],}]|#|$)|$)/.exec(line.slice(start))[0].trim();
    if (/[[\]{}]/.test(formula2)) return inBraces(match[1], formula2, start + 1);
  }
  return void 0;
}
function inBraces(key, formula2, column) {
  return {
    code: "yaml/formula-in-braces",
    message: `The formula under "${key}" stands inside { } and holds a comma, a bracket or a brace, which cuts it.`,
    mend: `Quote it: ${key}: ${inQuotes(formula2)}, or write the entry on lines of its own.`,
    column
  };
}
function commaMissing(line) {
  const found = read(COMMA_MISSING, line);
  return found && { code: "yaml/comma-missing", message: `A comma is missing before "${found.value}".`, mend: "Separate the entries inside { } with commas.", column: found.column };
}
function textBehindQuote(line, column) {
  const found = read(AFTER_QUOTE, line);
  if (!found || column < found.column) return void 0;
  return {
    code: "yaml/after-quote",
    message: `Text stands behind the closing quote in "${found.key}".`,
    mend: `Quote the whole value: ${found.key}: ${inQuotes(found.value)}.`,
    column: found.column
  };
}
function colonInText(line) {
  const found = read(COLON_IN_LINE, line) ?? (line.includes("{") ? read(COLON_IN_BRACES, line) : void 0);
  return found && {
    code: "yaml/colon",
    message: `The text of "${excerpt(found.key)}" holds a colon and must be quoted.`,
    mend: `Write ${found.key}: ${inQuotes(found.value)}.`,
    column: found.column
  };
}
function missingSpace(line) {
  const found = read(NO_SPACE, line);
  return found && {
    code: "yaml/colon-space",
    message: `A space is missing behind the colon of "${found.key}".`,
    mend: `Write ${found.key}: ${found.value.trim()}`,
    column: found.column
  };
}
function deeperLine(line, next) {
  const entry2 = /^( *(?:- +)?)[A-Za-z][\w.-]*:\s+[^\s|>{["'].*$/.exec(line);
  const below2 = /^( *)[A-Za-z][\w.-]*:(?:\s|$)/.exec(next);
  if (!entry2 || !below2 || below2[1].length <= entry2[1].length) return void 0;
  return { code: "yaml/indent", message: "This line is indented further than the entry above it, which already has its value.", mend: "Let it begin in the same column as the entry above.", column: below2[1].length + 1 };
}
function read(pattern, line) {
  const match = pattern.exec(line);
  const value3 = match?.groups?.["value"];
  if (!match || value3 === void 0) return void 0;
  const bare3 = value3.replace(/\s+#\s.*$/, "").trim();
  return { key: match.groups["key"], value: bare3, column: match.indices.groups["value"][0] + 1 };
}

// src/authoring/flow-comma.ts
function cutByComma(map, index, lines) {
  let end = index;
  while (end < map.items.length && map.items[end].value === null) end++;
  const at = rangeOf(map.items[index].key)[0];
  const last2 = rangeOf(map.items[end - 1].key)[1];
  const piece = excerpt(lines.text.slice(at, rangeOf(map.items[index].key)[1]));
  const before = index > 0 ? map.items[index - 1] : void 0;
  const written = /^([A-Za-z][\w.-]*):(\S.*)$/.exec(piece);
  if (written) {
    return { end, finding: { code: "yaml/colon-space", message: `A space is missing behind the colon of "${written[1]}".`, mend: `Write ${written[1]}: ${written[2]}`, at } };
  }
  if (before && isScalar(before.key) && isScalar(before.value) && before.value.type === "PLAIN") {
    const key = String(before.key.value);
    const from = rangeOf(before.value)[0];
    const whole2 = lines.text.slice(from, last2).replace(/\s+/g, " ");
    if (FORMULA_KEYS.has(key)) return { end, finding: { ...withoutColumn(inBraces(key, whole2, 1)), at: from } };
    return {
      end,
      finding: { code: "yaml/comma", message: `The text of "${key}" holds a comma and must be quoted inside { }: "${piece}" has become a key of its own.`, mend: mendOf2(key, whole2), at: from }
    };
  }
  return { end, finding: { code: "yaml/empty", message: `"${piece}" stands inside { } without a value.`, mend: 'Write it as "key: value", or quote the text that holds the comma.', at } };
}
var mendOf2 = (key, whole2) => /^-?\d+(?:,\d+)+$/.test(whole2) ? "Write a number with a decimal point and without separators: 2.5, 5000000." : `Write ${key}: ${inQuotes(whole2)}.`;
var rangeOf = (node) => {
  const range = node?.range;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
};
var withoutColumn = ({ code: code2, message, mend }) => ({ code: code2, message, mend });

// src/authoring/yaml-data.ts
var STYLES = { PLAIN: "plain", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double", BLOCK_LITERAL: "literal", BLOCK_FOLDED: "folded" };
var NULLS = /* @__PURE__ */ new Set(["", "~", "null", "Null", "NULL"]);
var SHOUTED_BOOLEANS = /* @__PURE__ */ new Set(["True", "TRUE", "False", "FALSE"]);
var RESERVED_KEYS = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
function readData(root, lines) {
  const reader = new Reader(lines);
  const read2 = reader.value(root, [], void 0);
  return { ...read2, findings: reader.findings };
}
var Reader = class {
  constructor(lines) {
    this.lines = lines;
  }
  lines;
  findings = [];
  value(node, path, key) {
    if (isMap(node)) return this.mapping(node, path);
    if (isSeq(node)) return this.list(node, path);
    if (isScalar2(node)) return this.scalar(node, path, key);
    return { data: void 0, place: { at: isAlias(node) ? node.range?.[0] ?? 0 : 0 } };
  }
  scalar(node, path, key) {
    const [from, to] = node.range ?? [0, 0, 0];
    const value3 = String(node.value ?? "");
    const scalar3 = { style: STYLES[node.type ?? "PLAIN"] ?? "plain", from, to, value: value3 };
    const place2 = { at: from, scalar: scalar3 };
    const finding = this.checkScalar(scalar3, key);
    if (finding) this.findings.push({ ...finding, path });
    if (finding?.code === "yaml/empty") return { data: void 0, place: place2 };
    const isBoolean = scalar3.style === "plain" && (value3 === "true" || value3 === "false");
    return { data: isBoolean ? value3 === "true" : value3, place: place2 };
  }
  checkScalar(scalar3, key) {
    const { value: value3, from, style } = scalar3;
    const isBlock = style === "literal" || style === "folded";
    const comparison = isBlock && value3.trim() === "" ? /^>\d[\d.]*$/.exec(this.lines.text.slice(from, from + 20).split(/\s/, 1)[0]) : null;
    if (comparison) return { code: "yaml/range", message: `The cell ${comparison[0]} is a comparison and must be quoted.`, mend: `Write ${inQuotes(comparison[0])}.`, at: from };
    if (style === "plain" && NULLS.has(value3) || isBlock && value3.trim() === "") return empty(key, value3, from);
    if (style === "plain" && SHOUTED_BOOLEANS.has(value3)) {
      return { code: "yaml/boolean", message: `"${value3}" is neither a truth value nor plainly a text.`, mend: `Write ${value3.toLowerCase()}, or quote the text.`, at: from };
    }
    return key !== void 0 && FORMULA_KEYS.has(key) ? checkFormulaText(key, scalar3, this.lines.text) : void 0;
  }
  list(node, path) {
    const at = node.range?.[0] ?? 0;
    const range = this.unquotedRange(node);
    if (range !== void 0) {
      this.findings.push({ code: "yaml/range", message: `The cell ${range} is a range and must be quoted.`, mend: `Write ${inQuotes(range)}.`, at, path });
      return { data: void 0, place: { at } };
    }
    const items = node.items.map((item, index) => this.value(item, [...path, index], void 0));
    return { data: Object.freeze(items.map((item) => item.data)), place: { at, items: items.map((item) => item.place) } };
  }
  /** `[0..50]` without quotes is a list of one text in YAML. */
  unquotedRange(node) {
    const [only] = node.items;
    const isRange = node.flow === true && node.items.length === 1 && isScalar2(only) && only.type === "PLAIN" && /^\S*\.\.\S*$/.test(String(only.value));
    return isRange ? this.lines.text.slice(node.range[0], node.range[1]) : void 0;
  }
  mapping(node, path) {
    const entries2 = /* @__PURE__ */ new Map();
    const data = [];
    let cut = 0;
    node.items.forEach((pair, index) => {
      if (index < cut) return;
      if (pair.value === null && node.flow === true) {
        const comma = cutByComma(node, index, this.lines);
        cut = comma.end;
        this.findings.push({ ...comma.finding, path });
        return;
      }
      const key = this.key(pair, path, entries2);
      if (key === void 0) return;
      const read2 = this.value(pair.value, [...path, key], key);
      entries2.set(key, { key: keyAt(pair), value: read2.place });
      if (read2.data !== void 0) data.push([key, read2.data]);
    });
    return { data: Object.freeze(Object.fromEntries(data)), place: { at: node.range?.[0] ?? 0, entries: entries2 } };
  }
  /** The text of a key, or undefined when it was refused. */
  key(pair, path, known) {
    const at = keyAt(pair);
    const refuse3 = (code2, message, mend, first2) => {
      const related = first2 === void 0 ? void 0 : { message: "It stands here first.", at: first2 };
      this.findings.push({ code: code2, message, mend, at, path, ...related && { related } });
    };
    if (!isScalar2(pair.key)) return refuse3("yaml/key", "A key is a list, a mapping or an alias; it should be a text.", "Write a plain word before the colon.");
    const key = String(pair.key.value ?? "");
    if (key === "" || pair.key.type === "PLAIN" && (NULLS.has(key) || key === "true" || key === "false")) {
      return refuse3("yaml/key", key === "" ? "A key is missing before this colon." : `The key "${key}" is no text.`, key === "" ? "Write a word before the colon." : `Quote it: "${key}".`);
    }
    if (key === "<<") return refuse3("yaml/merge-key", '"<<" merges another mapping, and a ruleset has no merge keys.', "Write its entries out.");
    if (RESERVED_KEYS.has(key)) return refuse3("yaml/reserved-key", `"${key}" cannot be a key.`, "Choose another name.");
    const first = known.get(key);
    if (first === void 0) return key;
    const { line } = this.lines.position(first.key);
    return refuse3("yaml/duplicate-key", `"${excerpt(key)}" stands twice in this mapping: first in line ${line}, again in line ${this.lines.position(at).line}.`, "Keep one of the two.", first.key);
  }
};
var keyAt = (pair) => pair.key?.range?.[0] ?? 0;
function empty(key, written, at) {
  const what = key === void 0 ? "An entry of this list" : `"${excerpt(key)}"`;
  return {
    code: "yaml/empty",
    message: written.trim() === "" ? `${what} has no value.` : `${what} is ${written}, which is no value here.`,
    mend: 'Write its value ("none" when it does not apply), or remove the line.',
    at
  };
}

// src/authoring/yaml-place.ts
function locateIn(root, lines, file) {
  const at = (offset) => ({ file, ...lines.position(offset) });
  return (path, options = {}) => {
    if (!root) return at(0);
    const { place: place2, key, found } = walk(root, path);
    if (!found) return at(key ?? place2.at);
    if (options.key) return at(key ?? place2.at);
    if (options.offset !== void 0 && place2.scalar) return at(sourceOffset(lines.text, place2.scalar, options.offset));
    return at(place2.at);
  };
}
function walk(root, path) {
  let place2 = root;
  let key;
  for (const part3 of path) {
    const entry2 = place2.entries?.get(String(part3));
    const item = typeof part3 === "number" ? place2.items?.[part3] : void 0;
    if (!entry2 && !item) return { place: place2, key, found: false };
    key = entry2?.key;
    place2 = entry2 ? entry2.value : item;
  }
  return { place: place2, key, found: true };
}

// src/authoring/yaml-syntax.ts
var TOLD_BY_TOKENS = [/^Missing closing ["']quote/, /^Flow (?:map|sequence) in block collection must/, /^Expected flow (?:map|sequence) to end/, /^Flow (?:map|sequence) .*end with/];
function syntaxFindings(errors, structural, lines) {
  const byLine = /* @__PURE__ */ new Map();
  for (const finding of [...structural].sort((a, b) => b.at - a.at)) {
    const { line, column } = lines.position(finding.at);
    if (!byLine.has(line)) byLine.set(line, likely(lines, line, column) ?? finding);
  }
  for (const error of errors) {
    const { line, column } = lines.position(placeOf2(error, lines));
    if (byLine.has(line) || TOLD_BY_TOKENS.some((told) => told.test(error.message))) continue;
    byLine.set(line, likely(lines, line, column, error) ?? deeper(lines, line) ?? plain(error, lines));
  }
  const findings = [...byLine.values()];
  const telling = findings.filter((finding) => finding.code !== UNREADABLE);
  return telling.length > 0 ? telling : findings;
}
var UNREADABLE = "yaml/syntax";
function placeOf2(error, lines) {
  const at = error.pos[0];
  if (error.code !== "BAD_INDENT") return at;
  const { line, column } = lines.position(at);
  return column === 1 ? at + /^\s*/.exec(lines.line(line))[0].length : at;
}
var NOT_IN_LINE = /* @__PURE__ */ new Set(["BAD_DQ_ESCAPE", "BAD_ALIAS", "KEY_OVER_1024_CHARS"]);
function likely(lines, line, column, error) {
  const text = lines.line(line);
  const silent = error !== void 0 && (NOT_IN_LINE.has(error.code) || /same column/.test(error.message));
  for (const recognise of silent ? MISTAKES.slice(0, 1) : MISTAKES) {
    const mistake = recognise(text, column);
    if (mistake) return atColumn(mistake, lines.start(line));
  }
  return void 0;
}
function deeper(lines, line) {
  const mistake = deeperLine(lines.line(line), lines.line(line + 1));
  return mistake && atColumn(mistake, lines.start(line + 1));
}
function atColumn({ column, ...mistake }, start) {
  return { ...mistake, at: start + column - 1 };
}
var SENTENCES = [
  ["TAB_AS_INDENT", /./, ["yaml/tab", "A tab stands where spaces belong.", "Indent with spaces only."]],
  ["BAD_INDENT", /./, ["yaml/indent", "This line does not begin in the same column as the entries beside it.", "Indent it exactly as they are."]],
  ["BLOCK_AS_IMPLICIT_KEY", /block sequence/, ["yaml/indent", "This line does not begin in the same column as the entries beside it.", "Indent it exactly as they are."]],
  ["BAD_DQ_ESCAPE", /./, ["yaml/escape", "A backslash in double quotes begins no known escape here.", "Write \\\\ for a backslash, or use single quotes."]],
  ["BAD_SCALAR_START", /./, ["yaml/quote", "A text cannot begin with this sign unless it is quoted.", "Put the text in double quotes."]],
  ["BAD_ALIAS", /./, ["yaml/alias", 'A text that begins with "*" or "&" must be quoted.', "Put the text in double quotes."]],
  ["KEY_OVER_1024_CHARS", /./, ["yaml/key", "A key is longer than 1,024 characters.", "Check whether a quote or a bracket before it is closed."]],
  ["MULTILINE_IMPLICIT_KEY", /./, ["yaml/no-colon", 'This line is not of the form "key: value".', "Add the colon and the value, or indent the line further when it continues the text above."]],
  ["MISSING_CHAR", /Implicit map keys need/, ["yaml/no-colon", 'This line is not of the form "key: value".', "Add the colon and the value, or indent the line further when it continues the text above."]],
  ["MISSING_CHAR", /Comments must be separated/, ["yaml/hash", 'A space is missing before the "#" of this comment.', 'Write " # " before a comment.']],
  ["MISSING_CHAR", /Missing , /, ["yaml/comma-missing", "A comma is missing here between two entries.", "Separate the entries inside { } and [ ] with commas."]],
  ["UNEXPECTED_TOKEN", /Unexpected , in/, ["yaml/comma-extra", "Nothing stands before this comma.", "Remove the comma, or write the value that is missing."]],
  ["UNEXPECTED_TOKEN", /flow-(?:map|seq)-end/, ["yaml/bracket", "A bracket closes here that was never opened.", "Remove it, or quote the text that holds it."]],
  ["UNEXPECTED_TOKEN", /^Block scalar header/, ["yaml/block-header", 'Behind "|" or ">" nothing may stand on the same line.', "Write the text on the lines below, indented, or quote it."]],
  ["UNEXPECTED_TOKEN", /block-seq-ind/, ["yaml/list", "A list begins on the line of its key.", "Write it on the lines below the key, or inside [ ]."]],
  ["BLOCK_IN_FLOW", /./, ["yaml/list", "A list or mapping in lines cannot stand inside { } or [ ].", "Quote the text, or write the whole entry in lines of its own."]]
];
function plain(error, lines) {
  const at = placeOf2(error, lines);
  const [code2, message, mend] = SENTENCES.find(([known, pattern]) => known === error.code && pattern.test(error.message))?.[2] ?? [UNREADABLE, "This cannot be read as YAML.", "Check the quotes, the brackets and the indentation of this line and of the one above."];
  return { code: code2, message, mend, at };
}

// src/authoring/yaml-text.ts
var GREATEST_LENGTH = 5e6;
var isTooLarge = (text) => text.length > GREATEST_LENGTH;
var BOM = "\uFEFF";
var STRANGE = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}-\u{9F}\u{AD}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{FFF9}-\u{FFFD}\u{FFFE}\u{FFFF}\p{Cs}]|\r(?!\n)/gu;
function checkText(lines) {
  const { text } = lines;
  const findings = [];
  if (text.startsWith(BOM)) {
    findings.push({ code: "yaml/bom", message: "The file begins with an invisible byte order mark.", mend: 'Save it as "UTF-8" instead of "UTF-8 with BOM".', at: 0 });
  }
  let before = 0;
  for (const match of text.matchAll(STRANGE)) {
    if (match.index === 0 && match[0] === BOM) continue;
    const { line } = lines.position(match.index);
    if (line === before) continue;
    before = line;
    findings.push(strange(match[0], match.index));
    if (findings.length > 20) break;
  }
  return findings;
}
function strange(character, at) {
  const point2 = character.codePointAt(0);
  const name = `U+${point2.toString(16).toUpperCase().padStart(4, "0")}`;
  if (point2 === 65533 || point2 >= 55296 && point2 <= 57343) {
    return { code: "yaml/encoding", message: `The file is not UTF-8: a character here could not be read (${name}).`, mend: "Save the file as UTF-8, then type the character again.", at };
  }
  return { code: "yaml/character", message: `The character ${name} cannot be seen and is not allowed.`, mend: "Delete it; it is often copied along from another document.", at };
}

// src/authoring/yaml-tokens.ts
import { Lexer, Parser } from "yaml";
var GREATEST_DEPTH = 50;
function readTokens(text) {
  const tokens = [];
  const parser2 = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser2.next(lexeme));
    const tooDeep2 = parser2.stack.length > GREATEST_DEPTH ? parser2.stack.filter(isCollection)[GREATEST_DEPTH] : void 0;
    if (tooDeep2) return deepFinding(tooDeep2);
  }
  tokens.push(...parser2.end());
  return tokens;
}
function checkTokens(tokens, lines) {
  const findings = [];
  const stack = [...tokens].reverse();
  let documents = 0;
  for (let token = stack.pop(); token; token = stack.pop()) {
    if (token.type === "document" && ++documents === 2) findings.push(severalDocuments(token));
    const finding = checkToken(token, lines);
    if (finding) findings.push(finding);
    for (const child of childrenOf(token).reverse()) stack.push(child);
  }
  return findings;
}
var isCollection = (token) => token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection";
function childrenOf(token) {
  switch (token.type) {
    case "document":
      return [...token.start, ...token.value ? [token.value] : [], ...token.end ?? []];
    case "block-map":
    case "block-seq":
      return token.items.flatMap(ofItem);
    case "flow-collection":
      return [token.start, ...token.items.flatMap(ofItem), ...token.end];
    case "block-scalar":
      return [...token.props];
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      return [...("end" in token ? token.end : void 0) ?? []];
    default:
      return [];
  }
}
var ofItem = (item) => [...item.start, ...item.key ? [item.key] : [], ...item.sep ?? [], ...item.value ? [item.value] : []];
function checkToken(token, lines) {
  switch (token.type) {
    case "directive":
      return { code: "yaml/directive", message: `"${excerpt(token.source)}" is a YAML directive, and a ruleset has none.`, mend: "Remove the line.", at: token.offset };
    case "anchor":
      return { code: "yaml/anchor", message: `"${token.source}" is a YAML anchor, and a ruleset has none.`, mend: 'Write the value out; quote a text that begins with "&".', at: token.offset };
    case "alias":
      return { code: "yaml/alias", message: `"${token.source}" is a YAML alias, and a ruleset has none.`, mend: 'Write the value out; quote a text that begins with "*".', at: token.offset };
    case "tag":
      return { code: "yaml/tag", message: `"${token.source}" is a YAML tag, and a ruleset has none.`, mend: 'Remove it; quote a text that begins with "!".', at: token.offset };
    case "comment":
      return tightComment(token, lines);
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      return openQuote(token);
    case "flow-collection":
      return openBracket(token);
    default:
      return void 0;
  }
}
var severalDocuments = (token) => ({
  code: "yaml/documents",
  message: "A second YAML document begins here, and a file holds one.",
  mend: 'Remove the line "---", or move what follows into a file of its own.',
  at: token.offset
});
var deepFinding = (token) => ({
  code: "yaml/depth",
  message: `Mappings and lists stand more than ${GREATEST_DEPTH} deep inside each other here.`,
  mend: "Check the brackets and the indentation: no part of a ruleset is that deep.",
  at: "offset" in token ? token.offset : 0
});
function tightComment(token, lines) {
  if (!/^#[^\s#!=-]/.test(token.source)) return void 0;
  const { line, column } = lines.position(token.offset);
  const before = lines.line(line).slice(0, column - 1).trimEnd();
  if (before === "" || /[:,[{|>"'}\]-]$/.test(before)) return void 0;
  return {
    code: "yaml/hash",
    message: `The text before "${excerpt(token.source)}" ends here: " #" begins a comment.`,
    mend: 'Quote a text that holds "#"; put a space behind the "#" of a comment.',
    at: token.offset
  };
}
function openQuote(token) {
  const quote3 = token.type === "single-quoted-scalar" ? "'" : '"';
  if (token.source.length > 1 && token.source.endsWith(quote3)) return void 0;
  return { code: "yaml/quote-open", message: `The quote ${quote3} that opens here is never closed.`, mend: `Close it with ${quote3} at the end of the text.`, at: token.offset };
}
function openBracket(token) {
  if (token.end.some((end) => end.type === "flow-map-end" || end.type === "flow-seq-end")) return void 0;
  const [open3, close] = token.start.source === "{" ? ["{", "}"] : ["[", "]"];
  return { code: "yaml/bracket", message: `The "${open3}" that opens here is never closed.`, mend: `Close it with "${close}", or quote the text that begins with it.`, at: token.offset };
}

// src/authoring/read-yaml.ts
var STRUCTURAL = /* @__PURE__ */ new Set(["yaml/quote-open", "yaml/bracket"]);
function readYaml(text, file) {
  if (isTooLarge(text)) {
    const message = `The file has ${String(text.length)} characters; at most ${String(GREATEST_LENGTH)} are read.`;
    return finish(void 0, void 0, [{ code: "yaml/size", message, mend: "Split it into several files of the same folder.", at: 0 }], new SourceLines(""), file);
  }
  const lines = new SourceLines(text);
  const ofText = checkText(lines);
  const tokens = readTokens(text);
  if ("code" in tokens) return finish(void 0, void 0, [...ofText, tokens], lines, file);
  const ofTokens = checkTokens(tokens, lines);
  const composer = new Composer({ version: "1.2", schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const [document] = [...composer.compose(tokens, true, text.length)];
  const structural = ofTokens.filter((finding) => STRUCTURAL.has(finding.code));
  const told = [...ofText, ...ofTokens.filter((finding) => !STRUCTURAL.has(finding.code))];
  const ofSyntax = syntaxFindings(document?.errors ?? [], structural, lines).filter((finding) => !repeats(finding, told));
  const isBroken = structural.length > 0 || (document?.errors.length ?? 0) > 0;
  const read2 = document?.contents ? readData(document.contents, lines) : void 0;
  const ofData = isBroken ? notCaused(read2?.findings ?? [], ofSyntax, lines) : read2?.findings ?? [];
  const isEmpty2 = read2 === void 0 || isNothing(read2.place);
  return finish(isBroken || isEmpty2 ? void 0 : read2.data, read2?.place, [...told, ...ofSyntax, ...isEmpty2 ? [] : ofData], lines, file);
}
var repeats = (finding, told) => told.some(({ code: code2, at }) => code2 === finding.code && Math.abs(at - finding.at) <= 1);
function notCaused(findings, ofSyntax, lines) {
  const broken = new Set(ofSyntax.map((finding) => lines.position(finding.at).line));
  return findings.filter((finding) => finding.code !== "yaml/empty" && finding.code !== "yaml/key" && !broken.has(lines.position(finding.at).line));
}
var isNothing = (place2) => place2.scalar?.style === "plain" && place2.scalar.value === "";
function finish(data, root, findings, lines, file) {
  const position2 = (at) => ({ file, ...lines.position(at) });
  const diagnostics = findings.map(
    ({ code: code2, message, mend, at, path, related }) => ({
      code: code2,
      severity: "error",
      message,
      mend,
      ruleset: "",
      path: path ?? [],
      position: position2(at),
      related: related && { message: related.message, position: position2(related.at) }
    })
  );
  return Object.freeze({ data, locate: locateIn(root, lines, file), diagnostics: sortDiagnostics(diagnostics) });
}

// src/authoring/read-ruleset-files.ts
function readRulesetFiles(files, options = {}) {
  const inFolder = (path) => options.folder === void 0 ? path : `${options.folder.replace(/\/$/, "")}/${path}`;
  const found = [];
  const read2 = [];
  for (const { path, text } of inOrder(files)) {
    const kind = kindOfFile(path);
    if (kind === void 0) continue;
    if (typeof kind === "object") {
      const severity = /\.(?:ya?ml|json)$/i.test(path) ? "error" : "warning";
      found.push({ ...kind, severity, ruleset: "", path: [], position: { file: inFolder(path), line: 1, column: 1 } });
      continue;
    }
    const file = { ...readYaml(text, inFolder(path)), path, kind };
    read2.push(file);
    found.push(...file.diagnostics.map((diagnostic) => ({ ...diagnostic, path: [...prefixOf(file), ...diagnostic.path] })));
    if (file.data === void 0 && file.diagnostics.length === 0) found.push(emptyFile(file));
  }
  const manifest2 = readManifest(read2, found, inFolder("ruleset.yaml"));
  const merged3 = mergeSections(read2);
  const report = new Report();
  const cases = read2.filter((file) => file.kind === "cases").flatMap((file) => readCases(file, report));
  const people = /* @__PURE__ */ new Map();
  for (const file of read2) if (file.kind === "people") people.set(nameOfPerson(file), file);
  found.push(...merged3.diagnostics, ...report.diagnostics);
  const locatePeople = ([name, ...path], at) => people.get(String(name))?.locate(path, at);
  const ruleset = typeof manifest2["id"] === "string" ? manifest2["id"] : "";
  return Object.freeze({
    data: Object.freeze({ manifest: manifest2, ...merged3.sections, ...options.base && { base: options.base }, locate: locateDocument(read2, merged3) }),
    cases: Object.freeze(cases),
    people: new Map([...people].flatMap(([name, file]) => file.data === void 0 ? [] : [[name, file.data]])),
    locatePeople,
    diagnostics: sortDiagnostics(found.map((diagnostic) => ({ ...diagnostic, ruleset })))
  });
}
function inOrder(files) {
  const list = files instanceof Map ? [...files].map(([path, text]) => ({ path, text })) : [...files];
  const clean = list.map(({ path, text }) => ({ path: path.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, ""), text }));
  return clean.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
function prefixOf(file) {
  return file.kind === "ruleset" ? ["manifest"] : file.kind === "people" ? ["people", nameOfPerson(file)] : [file.kind];
}
var nameOfPerson = (file) => file.path.replace(/^people\//, "").replace(/\.yaml$/, "");
function readManifest(read2, found, place2) {
  const file = read2.find((candidate) => candidate.kind === "ruleset");
  if (file && isMapping(file.data)) return file.data;
  if (!file) {
    found.push({ code: "files/no-manifest", severity: "error", message: "The ruleset has no file ruleset.yaml.", mend: "Write one with id, title, issuer, version and from.", ruleset: "", path: ["manifest"], position: { file: place2, line: 1, column: 1 } });
  } else if (file.data !== void 0) {
    found.push({ code: "files/not-a-mapping", severity: "error", message: "The manifest should be a mapping.", mend: "Write id, title, issuer, version and from, each with a colon.", ruleset: "", path: ["manifest"], position: file.locate([]) });
  }
  return Object.freeze({});
}
function emptyFile(file) {
  const severity = file.kind === "ruleset" || file.kind === "people" ? "error" : "warning";
  return { code: "files/empty", severity, message: "The file holds nothing.", mend: "Write an entry, or remove the file.", ruleset: "", path: prefixOf(file), position: file.locate([]) };
}
function locateDocument(read2, merged3) {
  const manifest2 = read2.find((file) => file.kind === "ruleset");
  const isSection = (name) => SECTIONS.includes(name);
  return ([first, id2, ...rest], options) => {
    if (!isSection(first)) return manifest2?.locate(first === "manifest" && id2 !== void 0 ? [id2, ...rest] : [], first === "manifest" ? options : {});
    const home = id2 === void 0 ? void 0 : merged3.homes.get(first)?.get(String(id2));
    if (home && id2 !== void 0) return home.locate([id2, ...rest], options);
    return (read2.find((file) => file.kind === first) ?? manifest2)?.locate([]);
  };
}

// src/node/read-folder.ts
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
var MAX_FILES = 5e3;
var MAX_DEPTH = 12;
function readFolder(folder) {
  const files = /* @__PURE__ */ new Map();
  const walk4 = (path, prefix, depth) => {
    if (depth > MAX_DEPTH || files.size > MAX_FILES) throw new RangeError(`The folder "${folder}" holds more than a ruleset: ${MAX_FILES} files or ${MAX_DEPTH} levels.`);
    for (const entry2 of readdirSync(path, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (entry2.name.startsWith(".")) continue;
      if (entry2.isDirectory()) walk4(join(path, entry2.name), `${prefix}${entry2.name}/`, depth + 1);
      else if (entry2.isFile() && /\.(?:ya?ml|json|md)$/i.test(entry2.name)) files.set(prefix + entry2.name, readFileSync(join(path, entry2.name), "utf8"));
    }
  };
  walk4(folder, "", 0);
  return files;
}
var isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
var isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

// src/node/ruleset-folder.ts
import { readdirSync as readdirSync2 } from "node:fs";
var RulesetNotFound = class extends Error {
  name = "RulesetNotFound";
  code = "ruleset/not-found";
};
function shippedFolder() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isFile(join2(folder, "rulesets", "nasional", "ruleset.yaml"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new RulesetNotFound("The shipped rulesets are not where the library was installed. Install it again.");
    folder = parent;
  }
  return join2(folder, "rulesets");
}
function shippedIds() {
  const folder = shippedFolder();
  const ids = readdirSync2(folder, { withFileTypes: true }).filter((entry2) => entry2.isDirectory() && isFile(join2(folder, entry2.name, "ruleset.yaml"))).map((entry2) => entry2.name);
  return ids.sort((a, b) => a === "nasional" ? -1 : b === "nasional" ? 1 : a < b ? -1 : 1);
}
function openRuleset(idOrPath) {
  return open(findFolder(idOrPath), []);
}
function findFolder(idOrPath) {
  const path = resolve(idOrPath);
  if (isFile(join2(path, "ruleset.yaml"))) return path;
  if (/^[a-z][a-z0-9-]*$/.test(idOrPath) && isFile(join2(shippedFolder(), idOrPath, "ruleset.yaml"))) return join2(shippedFolder(), idOrPath);
  const mend = didYouMean(idOrPath, shippedIds(), `The shipped ones are: ${shippedIds().join(", ")}.`) ?? "";
  throw new RulesetNotFound(isFolder(path) ? `"${idOrPath}" has no ruleset.yaml. Give the folder that holds it.` : `There is no ruleset "${idOrPath}", neither as a folder nor among the shipped ones. ${mend}`);
}
function open(folder, below2) {
  const shown3 = shownPath(folder);
  const files = readFolder(folder);
  const manifest2 = readYaml(files.get("ruleset.yaml") ?? "", "ruleset.yaml").data;
  const wanted = typeof manifest2?.extends === "string" ? manifest2.extends : void 0;
  const baseFolder = wanted === void 0 || below2.includes(folder) ? void 0 : [join2(dirname(folder), wanted), join2(shippedFolder(), wanted)].find((path) => isFile(join2(path, "ruleset.yaml")));
  const base = baseFolder === void 0 || baseFolder === folder ? void 0 : open(baseFolder, [...below2, folder]);
  const read2 = readRulesetFiles(files, { folder: shown3, ...base && { base: base.data } });
  return { ...read2, id: typeof manifest2?.id === "string" ? manifest2.id : shown3, path: folder, shown: shown3, ...base && { base } };
}
function shownPath(folder) {
  const path = relative(process.cwd(), folder);
  return (path === "" ? "." : path.startsWith("..") ? folder : path).split(sep).join("/");
}

// src/model/input-error.ts
var SHOWN = 50;
var InputError = class extends Error {
  constructor(subject, issues) {
    super(render(subject, issues));
    this.subject = subject;
    this.issues = issues;
    Object.freeze(issues);
  }
  subject;
  issues;
  name = "InputError";
};
function inputIssue(code2, path, message, mend) {
  return Object.freeze({ code: code2, path: Object.freeze([...path]), field: fieldText(path), message, mend });
}
function fieldText(path) {
  let text = "";
  for (const part3 of path) {
    if (typeof part3 === "number") text += `[${part3}]`;
    else if (/^[A-Za-z_][\w.]*$/.test(part3)) text += text === "" ? part3 : `.${part3}`;
    else text += `[${JSON.stringify(part3.length > 40 ? `${part3.slice(0, 40)}...` : part3)}]`;
  }
  return text;
}
function render(subject, issues) {
  const count2 = issues.length === 1 ? "one fault" : `${issues.length} faults`;
  const lines = issues.slice(0, SHOWN).map(({ field, message, mend }) => `- ${field === "" ? "" : `${field}: `}${message} ${mend}`);
  if (issues.length > SHOWN) lines.push(`- and ${issues.length - SHOWN} more.`);
  return [`The ${subject} has ${count2}:`, ...lines].join("\n");
}

// src/model/appraisal.ts
import * as z8 from "zod";

// src/model/fields/choice-field.ts
import * as z4 from "zod";

// src/values/unit.ts
var BASE_UNITS = [
  "IDR",
  "percent",
  "points",
  "credit",
  "day",
  "minute",
  "hour",
  "week",
  "month",
  "year",
  "count",
  "person",
  "kg",
  "index",
  "measure"
];
var isBase = (name) => BASE_UNITS.includes(name);
function make(powers) {
  const over = [];
  const under = [];
  const kept = {};
  for (const base of BASE_UNITS) {
    const power2 = powers[base] ?? 0;
    if (power2 === 0) continue;
    kept[base] = power2;
    (power2 > 0 ? over : under).push(...Array.from({ length: Math.abs(power2) }, () => base));
  }
  const text = (over.join("*") || "ratio") + under.map((base) => `/${base}`).join("");
  return Object.freeze({ text, powers: Object.freeze(kept) });
}
var RATIO = make({});
var PERCENT = make({ percent: 1 });
var COUNT = make({ count: 1 });
var DAY = make({ day: 1 });
var MONTH = make({ month: 1 });
var YEAR = make({ year: 1 });
function parseUnit(text) {
  const powers = {};
  const tokens = text.split(/([*/])/).map((token) => token.trim());
  for (let index = 0; index < tokens.length; index += 2) {
    const name = tokens[index];
    if (name === "ratio") continue;
    if (!isBase(name)) return void 0;
    powers[name] = (powers[name] ?? 0) + (tokens[index - 1] === "/" ? -1 : 1);
  }
  return make(powers);
}
var multiplyUnits = (a, b) => combine(a, b, 1);
var divideUnits = (a, b) => combine(a, b, -1);
var sameUnit = (a, b) => a.text === b.text;
var isPercent = (unit) => unit.text === "percent";
var isRatio = (unit) => unit.text === "ratio";
function combine(a, b, sign) {
  const powers = { ...a.powers };
  for (const base of BASE_UNITS) {
    const power2 = b.powers[base];
    if (power2) powers[base] = (powers[base] ?? 0) + sign * power2;
  }
  return make(powers);
}

// src/values/type.ts
var BOOLEAN = Object.freeze({ kind: "boolean" });
var DATE = Object.freeze({ kind: "date" });
var TEXT = Object.freeze({ kind: "text" });
var CALENDAR = Object.freeze({ kind: "calendar" });
var numberType = (unit = RATIO, bounds = {}) => Object.freeze({ kind: "number", unit, ...bounds });
var listType = (of, options = {}) => Object.freeze({ kind: "list", of, each: options.each ?? COUNT, maxItems: options.maxItems, key: options.key });
var enumType = (name, members, order) => Object.freeze({ kind: "enum", name, members: Object.freeze([...members]), order: order && Object.freeze([...order]) });
var recordType = (name, fields) => Object.freeze({ kind: "record", name, fields: new Map(fields) });
function typeText(type) {
  switch (type.kind) {
    case "number":
      return type.unit.text === "ratio" ? "a plain number" : `a number of ${type.unit.text}`;
    case "enum":
      return `one of ${type.name}`;
    case "record":
      return `a ${type.name} record`;
    case "list":
      return `a list of ${listItemText(type.of)}`;
    case "boolean":
      return "true or false";
    case "calendar":
      return "a calendar";
    default:
      return `a ${type.kind}`;
  }
}
function listItemText(type) {
  if (type.kind === "record" || type.kind === "enum") return type.name;
  return type.kind === "number" ? `${type.unit.text} numbers` : type.kind;
}
function sameType(a, b) {
  if (a.kind === "number" && b.kind === "number") return sameUnit(a.unit, b.unit);
  if (a.kind === "enum" && b.kind === "enum" || a.kind === "record" && b.kind === "record") return a.name === b.name;
  if (a.kind === "list" && b.kind === "list") return sameType(a.of, b.of);
  return a.kind === b.kind;
}

// src/model/fields/field-note.ts
import * as z3 from "zod";

// src/values/exact.ts
import Fraction from "fraction.js";
var DECIMAL_TEXT = /^-?\d{1,15}(?:\.\d{1,12})?$/;
var CANONICAL_TEXT = /^-?\d+(?:\.\d+|\/\d+)?$/;
var SMALL_NUMBER_TEXT = /^(-?)(\d)(?:\.(\d+))?e-(\d{1,2})$/;
var NumberRefused = class extends Error {
  constructor(code2, message) {
    super(message);
    this.code = code2;
  }
  code;
  name = "NumberRefused";
};
var make2 = (numerator2, denominator2) => new Fraction(numerator2, denominator2);
var ZERO = make2(0n, 1n);
var ONE = make2(1n, 1n);
var HUNDRED = make2(100n, 1n);
function ratio(numerator2, denominator2 = 1n) {
  if (denominator2 === 0n) throw new RangeError("The denominator of a ratio is zero.");
  return make2(numerator2, denominator2);
}
function fromDecimalText(text) {
  if (!DECIMAL_TEXT.test(text)) {
    throw new NumberRefused(
      "number/text",
      `"${clip(text)}" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.`
    );
  }
  return readDecimal(text);
}
function readDecimal(text) {
  const point2 = text.indexOf(".");
  if (point2 < 0) return make2(BigInt(text), 1n);
  const decimals = text.length - point2 - 1;
  return make2(BigInt(text.slice(0, point2) + text.slice(point2 + 1)), 10n ** BigInt(decimals));
}
function fromCanonicalText(text) {
  if (!CANONICAL_TEXT.test(text)) throw new NumberRefused("number/text", `"${clip(text)}" is neither a decimal number nor a ratio such as 200/3.`);
  const slash = text.indexOf("/");
  if (slash < 0) return readDecimal(text);
  const under = BigInt(text.slice(slash + 1));
  if (under === 0n) throw new NumberRefused("number/text", `"${clip(text)}" divides by zero.`);
  return make2(BigInt(text.slice(0, slash)), under);
}
function fromNumber(value3, step2) {
  if (!Number.isFinite(value3)) throw new NumberRefused("number/not-finite", `${String(value3)} is not a finite number.`);
  if (Number.isInteger(value3)) {
    if (!Number.isSafeInteger(value3)) {
      throw new NumberRefused("number/unsafe-integer", `${String(value3)} is too large to be exact as a JavaScript number: give it as text.`);
    }
    return make2(BigInt(value3), 1n);
  }
  const text = plainText(value3);
  const read2 = DECIMAL_TEXT.test(text) ? fromDecimalText(text) : void 0;
  if (!read2 || (step2 ? !isMultiple(read2, step2) : decimalPlaces(read2) > 6)) {
    throw new NumberRefused(
      "number/binary",
      step2 ? `${text} is not a multiple of ${toText(step2)}: it looks like the result of binary arithmetic. Round it, or give the number as text.` : `${text} looks like the result of binary arithmetic: give the number as text.`
    );
  }
  return read2;
}
function plainText(value3) {
  const text = String(value3);
  const small2 = SMALL_NUMBER_TEXT.exec(text);
  if (!small2) return text;
  const [, sign, digit, rest = "", exponent] = small2;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${digit}${rest}`;
}
var add = (a, b) => a.add(b);
var subtract = (a, b) => a.sub(b);
var multiply = (a, b) => a.mul(b);
var divide = (a, b) => a.div(b);
var negate = (a) => a.neg();
var compare = (a, b) => {
  const whole2 = a.d === b.d;
  const left = whole2 ? a.s * a.n : a.s * a.n * b.d;
  const right = whole2 ? b.s * b.n : b.s * b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
var equals = (a, b) => a.s * a.n === b.s * b.n && a.d === b.d;
var isZero = (a) => a.n === 0n;
var isNegative = (a) => a.s < 0n;
var minimum = (a, b) => compare(b, a) < 0 ? b : a;
var maximum = (a, b) => compare(b, a) > 0 ? b : a;
var numerator = (a) => a.s * a.n;
var denominator = (a) => a.d;
var isExact = (value3) => value3 instanceof Fraction;
function floorInteger(a) {
  const n = a.s * a.n;
  const q = n / a.d;
  return n % a.d !== 0n && n < 0n ? q - 1n : q;
}
function isMultiple(a, step2) {
  return a.div(step2).d === 1n;
}
function decimalPlaces(a) {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  return rest === 1n ? Math.max(twos, fives) : void 0;
}
function toText(a) {
  const n = a.s * a.n;
  if (a.d === 1n) return n.toString();
  const places = decimalPlaces(a);
  if (places === void 0) return `${n}/${a.d}`;
  return decimalText(n * 10n ** BigInt(places) / a.d, places);
}
function decimalText(scaled, places) {
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
function clip(text) {
  return text.length > 40 ? `${text.slice(0, 40)}\u2026` : text;
}

// src/model/fields/refusal.ts
var Refusal = class {
  constructor(code2, message, mend, path = []) {
    this.code = code2;
    this.message = message;
    this.mend = mend;
    this.path = path;
  }
  code;
  message;
  mend;
  path;
};
function wrongKind(value3, wanted, mend = `Give ${wanted}.`) {
  if (value3 === void 0) return new Refusal("input/missing", `This field is missing: it holds ${wanted}.`, mend);
  if (value3 === null) return new Refusal("input/null", `null stands where ${wanted} is expected.`, "Leave the field out when there is nothing to say.");
  return new Refusal("input/kind", `Here stands ${kindText(value3)}, but ${wanted} is expected.`, mend);
}
function kindText(value3) {
  if (typeof value3 === "string") return `the text ${quoted(value3)}`;
  if (typeof value3 === "number" || typeof value3 === "boolean") return String(value3);
  if (value3 === null) return "null";
  if (Array.isArray(value3)) return "a list";
  if (value3 instanceof Date) return "a JavaScript Date";
  return typeof value3 === "object" ? "a record" : `a JavaScript ${typeof value3}`;
}
function quoted(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}

// src/model/fields/field-note.ts
var NOTES = /* @__PURE__ */ new WeakMap();
var LEAVES = /* @__PURE__ */ new WeakMap();
function noted(schema, note) {
  NOTES.set(schema, note);
  z3.globalRegistry.add(schema, { title: note.en, description: describe(note, LEAVES.get(schema)?.type) });
  return schema;
}
var noteOf = (schema) => NOTES.get(schema);
var leafOf = (schema) => LEAVES.get(schema);
function describe(note, type) {
  if (type?.kind !== "number") return note.about;
  return `${note.about} Unit ${type.unit.text}${type.min && type.max ? `, ${toText(type.min)} to ${toText(type.max)}` : ""}${type.step ? `, step ${toText(type.step)}` : ""}.`;
}
function leafField(read2, leaf, note) {
  const schema = z3.unknown().transform((written, context2) => {
    const value3 = read2(written);
    if (!(value3 instanceof Refusal)) return value3;
    context2.issues.push({ code: "custom", input: written, path: [...value3.path], message: value3.message, params: { refusal: value3 } });
    return z3.NEVER;
  });
  LEAVES.set(schema, leaf);
  return noted(schema, note);
}

// src/model/fields/choice-field.ts
function enumeration(name, members, ordered) {
  const words = Object.freeze(members.map(([member2]) => member2));
  return Object.freeze({
    type: enumType(name, words, ordered && words),
    members: words,
    titles: new Map(members.map(([member2, id2, en]) => [member2, Object.freeze({ id: id2, en })]))
  });
}
var ENUMERATIONS = /* @__PURE__ */ new WeakMap();
var enumerationOf = (schema) => ENUMERATIONS.get(schema);
function choiceField(of, note) {
  const schema = z4.enum(of.members);
  ENUMERATIONS.set(schema, of);
  return noted(schema, note);
}
var yesNoField = (note) => noted(z4.boolean(), note);

// src/values/period.ts
var PERIOD_LENGTHS = ["month", "quarter", "halfYear", "year"];
var MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 };
function parsePeriod(text) {
  const match = /^(\d{4})(?:-(?:Q([1-4])|S([12])|(\d{2})))?$/.exec(text);
  if (!match) return void 0;
  const [, year, quarter, half, month] = match;
  if (month) return calendarPeriod("month", Number(year), Number(month));
  if (quarter) return calendarPeriod("quarter", Number(year), Number(quarter) * 3 - 2);
  if (half) return calendarPeriod("halfYear", Number(year), Number(half) * 6 - 5);
  return calendarPeriod("year", Number(year), 1);
}
function calendarPeriod(length, year, month) {
  const from = CalendarDate.of(year, month, 1);
  return from && { from, to: addDays(addMonths(from, MONTHS[length]), -1) };
}
function periodAround(date2, length) {
  const months = MONTHS[length];
  return calendarPeriod(length, date2.year, date2.month - (date2.month - 1) % months);
}
function isCalendarPeriod(period, length) {
  return samePeriod(period, periodAround(period.from, length));
}
var samePeriod = (a, b) => a.from.epochDay === b.from.epochDay && a.to.epochDay === b.to.epochDay;
var includesDay = (period, day) => period.from.epochDay <= day.epochDay && day.epochDay <= period.to.epochDay;
var overlaps = (a, b) => a.from.epochDay <= b.to.epochDay && b.from.epochDay <= a.to.epochDay;
var nextPeriod = (period, length) => periodAround(addDays(period.to, 1), length);
var periodText = (period) => `${period.from}..${period.to}`;

// src/model/fields/date-field.ts
var DATE_PATTERN = "^\\d{4}-\\d{2}-\\d{2}$";
var MONTH_PATTERN = "^\\d{4}-\\d{2}$";
var PERIOD_PATTERN = "^\\d{4}(-(Q[1-4]|S[12]|\\d{2}))?$";
var PERIOD_TYPE = recordType("period", [
  ["from", DATE],
  ["to", DATE]
]);
var dateField = (note) => leafField(readDate, { type: DATE, json: { type: "string", pattern: DATE_PATTERN } }, note);
var monthField = (edge, note) => leafField((written) => readMonth(written, edge), { type: DATE, json: { type: "string", pattern: MONTH_PATTERN } }, note);
var periodField = (note) => leafField(readPeriod, { type: PERIOD_TYPE, json: PERIOD_JSON }, note);
var PERIOD_JSON = {
  anyOf: [
    { type: "string", pattern: PERIOD_PATTERN },
    {
      type: "object",
      properties: { from: { type: "string", pattern: DATE_PATTERN }, to: { type: "string", pattern: DATE_PATTERN } },
      required: ["from", "to"],
      additionalProperties: false
    }
  ]
};
function readDate(written) {
  if (typeof written !== "string") return wrongKind(written, 'a date such as "2024-06-30"');
  const date2 = CalendarDate.parse(written);
  if (date2) return date2;
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Refusal("input/date", `${written} is no day of the calendar between 1900 and 2200.`, "Give a day that exists.") : new Refusal("input/date", `${quoted(written)} is not a date.`, 'Write it as year-month-day, such as "2024-06-30".');
}
function readMonth(written, edge) {
  if (typeof written !== "string") return wrongKind(written, 'a month such as "2024-07"');
  const first = /^\d{4}-\d{2}$/.test(written) ? CalendarDate.parse(`${written}-01`) : void 0;
  if (!first) return new Refusal("input/month", `${quoted(written)} is not a month.`, 'Write it as year-month, such as "2024-07".');
  return edge === "first" ? first : addDays(addMonths(first, 1), -1);
}
function readPeriod(written) {
  if (typeof written === "string") {
    const period = parsePeriod(written);
    return period ? Object.freeze(period) : new Refusal("input/period", `${quoted(written)} is not a period.`, 'Write "2024", "2024-S1", "2024-Q2", "2024-06", or { from, to } with two dates.');
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) return wrongKind(written, 'a period such as "2024-Q2"');
  const stranger = Object.keys(written).find((key) => key !== "from" && key !== "to");
  if (stranger !== void 0) return new Refusal("input/unknown-key", `${quoted(stranger)} is no field of a period.`, "A period has the fields from and to.", [stranger]);
  const { from: firstDay2, to: lastDay } = written;
  const from = readDate(firstDay2);
  if (from instanceof Refusal) return new Refusal(from.code, from.message, from.mend, ["from"]);
  const to = readDate(lastDay);
  if (to instanceof Refusal) return new Refusal(to.code, to.message, to.mend, ["to"]);
  if (compareDates(from, to) > 0) return new Refusal("input/reversed", `This period begins on ${from}, after its end on ${to}.`, "Exchange the two dates, or correct one of them.");
  return Object.freeze({ from, to });
}

// src/model/fields/list-field.ts
import * as z5 from "zod";
var listField = (item, note) => noted(z5.array(item).max(note.maxItems), note);
var recordField = (shape, note) => noted(z5.strictObject(shape), note);

// src/model/fields/bounds-text.ts
function boundsText(type) {
  const { min: min2, max: max2 } = type;
  const span = min2 && max2 ? `${toText(min2)} to ${toText(max2)}` : min2 ? `${toText(min2)} and above` : max2 ? `${toText(max2)} and below` : "any number";
  return ["ratio", "count", "measure"].includes(type.unit.text) ? span : `${span} ${type.unit.text}`;
}
function spanText({ min: min2, max: max2 }) {
  return min2 && max2 ? `from ${toText(min2)} to ${toText(max2)}` : min2 ? `not below ${toText(min2)}` : `not above ${toText(max2)}`;
}

// src/model/fields/number-field.ts
function decimalField(note) {
  const type = numberType(parseUnit(note.unit), { min: fromDecimalText(note.min), max: fromDecimalText(note.max), step: fromDecimalText(note.step) });
  return leafField(numberReader(type), { type, json: numberJson(type) }, note);
}
function numberReader(type) {
  const { step: step2 } = type;
  const low = plainBound(type.min, -Number.MAX_SAFE_INTEGER);
  const high = plainBound(type.max, Number.MAX_SAFE_INTEGER);
  const integersFit = step2 === void 0 || isMultiple(ONE, step2);
  return (written) => {
    if (integersFit && typeof written === "number" && written >= low && written <= high && Number.isInteger(written)) return small(written);
    const value3 = typeof written === "number" ? readJavaScriptNumber(written, step2) : typeof written === "string" ? readText(written) : wrongKind(written, wantedText(type));
    return value3 instanceof Refusal ? value3 : within(value3, type);
  };
}
var WHOLE = Array.from({ length: 1001 }, (_, index) => ratio(BigInt(index)));
var small = (integer) => WHOLE[integer] ?? ratio(BigInt(integer));
function plainBound(bound2, otherwise) {
  if (bound2 === void 0) return otherwise;
  const plain3 = Number(toText(bound2));
  return Number.isSafeInteger(plain3) ? plain3 : NaN;
}
var wantedText = (type) => type.min && type.max ? `a number from ${boundsText(type)}` : typeText(type);
function readText(text) {
  try {
    return fromDecimalText(text);
  } catch {
    return new Refusal("input/number", `${quoted(text)} is not a decimal number.`, "Write at most 15 digits, a point (not a comma) and at most 12 decimals.");
  }
}
var LONGEST_SHORT_TEXT = 6;
function readJavaScriptNumber(number6, step2) {
  if (!Number.isFinite(number6)) {
    return new Refusal("input/not-finite", `${String(number6)} is not a finite number.`, "Leave the field out when the number is not known.");
  }
  if (Number.isInteger(number6)) {
    if (Number.isSafeInteger(number6)) return ratio(BigInt(number6));
    return new Refusal("input/unsafe-integer", `${String(number6)} is too large to be exact as a JavaScript number.`, "Give it as text.");
  }
  const text = String(number6);
  const decimals = text.length - text.indexOf(".") - 1;
  const read2 = text.includes("e") || decimals > 12 ? void 0 : readText(text);
  if (read2 === void 0 || read2 instanceof Refusal || decimals > LONGEST_SHORT_TEXT && !(step2 && isMultiple(read2, step2))) {
    return new Refusal("input/binary", `${text} looks like the result of binary arithmetic.`, "Round it as your rule orders, or give the exact number as text.");
  }
  return read2;
}
function within(value3, type) {
  const { min: min2, max: max2, step: step2 } = type;
  if (min2 && compare(value3, min2) < 0 || max2 && compare(value3, max2) > 0) {
    return new Refusal("input/bounds", `${toText(value3)} lies outside ${boundsText(type)}.`, `Give a number ${spanText(type)}.`);
  }
  if (step2 && !isMultiple(value3, step2)) {
    return new Refusal("input/step", `${toText(value3)} is not a multiple of ${toText(step2)}.`, `Give a multiple of ${toText(step2)}; nothing is rounded here.`);
  }
  return value3;
}
function numberJson(type) {
  const bounds = { minimum: Number(toText(type.min)), maximum: Number(toText(type.max)) };
  return {
    anyOf: [
      { type: "number", ...bounds },
      { type: "string", pattern: "^-?\\d{1,15}(\\.\\d{1,12})?$" }
    ],
    "x-unit": type.unit.text,
    "x-step": toText(type.step)
  };
}

// src/model/fields/text-field.ts
function textField(note) {
  const length = note.length ?? 200;
  return leafField((written) => readText2(written, length), { type: TEXT, json: { type: "string", minLength: 1, maxLength: length } }, note);
}
var idField = (note) => textField({ ...note, length: 100 });
function readText2(written, length) {
  if (typeof written !== "string") return wrongKind(written, "a text");
  if (written.trim() === "") return new Refusal("input/text", "This text is blank.", "Write something, or leave the field out when it may be absent.");
  if (written !== written.trim()) return new Refusal("input/text", `${quoted(written)} begins or ends with a space.`, "Remove the space: texts are compared character by character.");
  if (written.length > length) return new Refusal("input/text", `This text has ${written.length} characters, and the field holds at most ${length}.`, "Shorten it.");
  if (/[\u0000-\u001f\u007f]/.test(written)) return new Refusal("input/text", `${quoted(written)} holds a control character.`, "Remove line breaks, tabs and the like.");
  return written;
}

// src/model/indicator.ts
var INDICATOR_ASPECT = enumeration("indicatorAspect", [
  ["quantity", "Kuantitas", "Quantity"],
  ["quality", "Kualitas", "Quality"],
  ["time", "Waktu", "Time"],
  ["cost", "Biaya", "Cost"]
]);
var INDICATOR_KIND = enumeration("indicatorKind", [
  ["quantitative", "Kuantitatif", "Quantitative"],
  ["qualitative", "Kualitatif", "Qualitative"]
]);
var INDICATOR_LEVEL = enumeration("indicatorLevel", [
  ["individual", "Individu (IKI)", "Individual"],
  ["team", "Tim", "Team"],
  ["unit", "Unit kerja", "Unit"],
  ["organisation", "Organisasi (IKU)", "Organisation"]
]);
var WORK_KIND = enumeration("workKind", [
  ["main", "Hasil kerja utama", "Main work"],
  ["additional", "Hasil kerja tambahan", "Additional work"]
]);
var POLARITY = enumeration("polarity", [
  ["higher", "Makin tinggi makin baik", "Higher is better"],
  ["lower", "Makin rendah makin baik", "Lower is better"],
  ["range", "Di dalam rentang", "Within a range"],
  ["near", "Mendekati target", "As near the target as can be"]
]);
var EXPECTATION = enumeration("expectation", [
  ["below", "Di bawah ekspektasi", "Below expectation"],
  ["meets", "Sesuai ekspektasi", "Meets expectation"],
  ["above", "Di atas ekspektasi", "Above expectation"]
], "ordered");
var EVIDENCE_KIND = enumeration("evidenceKind", [
  ["report", "Laporan", "Report"],
  ["survey", "Survei", "Survey"],
  ["record", "Data aplikasi", "Record of an application"],
  ["photo", "Foto", "Photograph"],
  ["decree", "Surat keputusan", "Decree"],
  ["other", "Lainnya", "Other"]
]);
var measureField = (note) => decimalField({ ...note, unit: "measure", min: "-9000000000000", max: "9000000000000", step: "0.001" });
var evidenceSchema = recordField(
  {
    /** Report, survey, record, photograph, decree or other. */
    kind: choiceField(EVIDENCE_KIND, { id: "Jenis bukti", en: "Kind of evidence", about: "The kind of evidence." }),
    /** What it is. */
    label: textField({ id: "Nama bukti", en: "Name", about: "What the evidence is." }).optional(),
    /** Day of the evidence. */
    on: dateField({ id: "Tanggal", en: "Date", about: "The day of the evidence." }).optional(),
    /** Result of a survey: percent, 0 to 100, step 0.001. */
    score: decimalField({ id: "Nilai survei", en: "Survey result", about: "The result of a survey.", unit: "percent", min: "0", max: "100", step: "0.001" }).optional(),
    /** Who answered a survey: person, 0 to 1000000, step 1. */
    respondents: decimalField({ id: "Jumlah responden", en: "Respondents", about: "How many answered the survey.", unit: "person", min: "0", max: "1000000", step: "1" }).optional(),
    /** Where it is kept. */
    reference: textField({ id: "Rujukan", en: "Reference", about: "Where the evidence is kept.", length: 500 }).optional()
  },
  { name: "evidence", id: "Bukti", en: "Evidence", about: "What shows that a realisation is true." }
);
var indicatorSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: "Kode indikator", en: "Indicator id", about: "What tells this indicator from others." }),
    /** What is measured. */
    label: textField({ id: "Indikator", en: "Indicator", about: "What is measured.", length: 500 }).optional(),
    /** Quantity, quality, time or cost. */
    aspect: choiceField(INDICATOR_ASPECT, { id: "Aspek", en: "Aspect", about: "Which aspect of the work is measured." }).optional(),
    /** Quantitative or qualitative. */
    kind: choiceField(INDICATOR_KIND, { id: "Sifat indikator", en: "Kind of indicator", about: "Whether it is counted or judged." }),
    /** Individual, team, unit or organisation. */
    level: choiceField(INDICATOR_LEVEL, { id: "Tingkat", en: "Level", about: "Whose indicator it is." }).optional(),
    /** Main or additional work. */
    work: choiceField(WORK_KIND, { id: "Jenis hasil kerja", en: "Main or additional", about: "Whether it belongs to the main or to additional work." }).optional(),
    /** Sector, such as education or health. */
    sector: textField({ id: "Sektor", en: "Sector", about: "The sector, as the ruleset writes it." }).optional(),
    /** Which way is better. */
    polarity: choiceField(POLARITY, { id: "Polaritas", en: "Polarity", about: "Which way is better: higher, lower, within a range, or near the target." }).optional(),
    /** Own unit of the indicator, in words: documents, patients, percent. */
    measuredIn: textField({ id: "Satuan", en: "Measured in", about: "The unit of target and realisation, in words." }).optional(),
    /** Target: measure, -9000000000000 to 9000000000000, step 0.001; not 0 where realisation is divided by it. */
    target: measureField({ id: "Target", en: "Target", about: "What was agreed." }).optional(),
    /** Lower end of a target range: measure, -9000000000000 to 9000000000000, step 0.001. */
    targetLow: measureField({ id: "Target terendah", en: "Lowest target", about: "The lower end of a target range." }).optional(),
    /** Upper end of a target range: measure, -9000000000000 to 9000000000000, step 0.001. */
    targetHigh: measureField({ id: "Target tertinggi", en: "Highest target", about: "The upper end of a target range." }).optional(),
    /** Distance from the target that still counts as reached: measure, -9000000000000 to 9000000000000, step 0.001. */
    tolerance: measureField({ id: "Toleransi", en: "Tolerance", about: "The distance from the target that still counts as reached, for polarity near." }).optional(),
    /** Whether more than the target is impossible (such as 100 percent). */
    targetIsMost: yesNoField({ id: "Target adalah maksimum", en: "Target is the maximum", about: "Whether more than the target is impossible, such as 100 percent of cases." }).optional(),
    /** Realisation: measure, -9000000000000 to 9000000000000, step 0.001. */
    realisation: measureField({ id: "Realisasi", en: "Realisation", about: "What came of it." }).optional(),
    /** Target of the period before: measure, -9000000000000 to 9000000000000, step 0.001. */
    previousTarget: measureField({ id: "Target sebelumnya", en: "Previous target", about: "The target of the period before." }).optional(),
    /** Realisation of the period before: measure, -9000000000000 to 9000000000000, step 0.001. */
    previousRealisation: measureField({ id: "Realisasi sebelumnya", en: "Previous realisation", about: "The realisation of the period before." }).optional(),
    /** Score given to a qualitative indicator: points, 0 to 1000, step 0.001. */
    score: decimalField({ id: "Nilai", en: "Score", about: "The score given to a qualitative indicator.", unit: "points", min: "0", max: "1000", step: "0.001" }).optional(),
    /** Judgement of a qualitative indicator against what was expected. */
    judgement: choiceField(EXPECTATION, { id: "Penilaian terhadap ekspektasi", en: "Judgement", about: "The judgement against what was expected." }).optional(),
    /** Weight (bobot): percent, 0 to 100, step 0.0001. */
    weight: decimalField({ id: "Bobot", en: "Weight", about: "The share of this indicator; the ruleset says what the shares add up to.", unit: "percent", min: "0", max: "100", step: "0.0001" }).optional(),
    /** Whether the evidence was accepted. */
    verified: yesNoField({ id: "Terverifikasi", en: "Verified", about: "Whether the evidence was accepted." }).optional(),
    evidence: listField(evidenceSchema, { id: "Bukti", en: "Evidence", about: "Reports, surveys and other evidence.", maxItems: 20 }).optional()
  },
  { name: "indicator", id: "Indikator", en: "Indicator", about: "One indicator of the performance document." }
);

// src/model/activity.ts
var activitySchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: "Kode aktivitas", en: "Activity id", about: "What tells this activity from others." }),
    /** What was done. */
    label: textField({ id: "Aktivitas", en: "Activity", about: "What was done.", length: 500 }).optional(),
    /** Main or additional work. */
    work: choiceField(WORK_KIND, { id: "Jenis aktivitas", en: "Main or additional", about: "Whether it belongs to the main or to additional work." }).optional(),
    /** Id of the indicator that it serves. */
    indicator: idField({ id: "Indikator", en: "Indicator", about: "The id of the indicator that it serves." }).optional(),
    /** Time it took: minute, 0 to 1440, step 1. */
    minutes: decimalField({ id: "Waktu kerja", en: "Minutes", about: "The time it took, or its standard time.", unit: "minute", min: "0", max: "1440", step: "1" }).optional(),
    /** Points of the activity: points, 0 to 100000, step 0.001. */
    points: decimalField({ id: "Poin", en: "Points", about: "Points of the activity.", unit: "points", min: "0", max: "100000", step: "0.001" }).optional(),
    /** How many were done: count, 0 to 1000000, step 0.001. */
    volume: decimalField({ id: "Volume", en: "Volume", about: "How many were done.", unit: "count", min: "0", max: "1000000", step: "0.001" }).optional(),
    /** Day it was done. */
    done: dateField({ id: "Tanggal pelaksanaan", en: "Done", about: "The day on which it was done." }),
    /** Day it was submitted. */
    submitted: dateField({ id: "Tanggal diajukan", en: "Submitted", about: "The day on which it was submitted." }).optional(),
    /** Day the superior approved it. */
    approved: dateField({ id: "Tanggal disetujui", en: "Approved", about: "The day on which the superior approved it." }).optional(),
    /** Day the superior rejected it. */
    rejected: dateField({ id: "Tanggal ditolak", en: "Rejected", about: "The day on which the superior rejected it." }).optional()
  },
  { name: "activity", id: "Aktivitas", en: "Activity", about: "One activity of the daily work." }
);

// src/model/golongan.ts
var RANKS = [
  ["I/a", "juruMuda", "Juru Muda"],
  ["I/b", "juruMudaTingkatI", "Juru Muda Tingkat I"],
  ["I/c", "juru", "Juru"],
  ["I/d", "juruTingkatI", "Juru Tingkat I"],
  ["II/a", "pengaturMuda", "Pengatur Muda"],
  ["II/b", "pengaturMudaTingkatI", "Pengatur Muda Tingkat I"],
  ["II/c", "pengatur", "Pengatur"],
  ["II/d", "pengaturTingkatI", "Pengatur Tingkat I"],
  ["III/a", "penataMuda", "Penata Muda"],
  ["III/b", "penataMudaTingkatI", "Penata Muda Tingkat I"],
  ["III/c", "penata", "Penata"],
  ["III/d", "penataTingkatI", "Penata Tingkat I"],
  ["IV/a", "pembina", "Pembina"],
  ["IV/b", "pembinaTingkatI", "Pembina Tingkat I"],
  ["IV/c", "pembinaUtamaMuda", "Pembina Utama Muda"],
  ["IV/d", "pembinaUtamaMadya", "Pembina Utama Madya"],
  ["IV/e", "pembinaUtama", "Pembina Utama"]
];
var GOLONGAN = enumeration("golongan", RANKS.map(([code2, , name]) => [code2, `${code2} (${name})`, `${code2} (${name})`]), "ordered");
var PANGKAT = enumeration("pangkat", RANKS.map(([, pangkat, name]) => [pangkat, name, name]), "ordered");
var PPPK_RANKS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];
var GOLONGAN_PPPK = enumeration("golonganPppk", PPPK_RANKS.map((code2) => [code2, `Golongan ${code2}`, `Grade ${code2}`]), "ordered");
var PANGKAT_OF = new Map(RANKS.map(([code2, pangkat]) => [code2, pangkat]));

// src/model/employee.ts
var EMPLOYEE_STATUS = enumeration("employeeStatus", [
  ["pns", "PNS", "Civil servant (PNS)"],
  ["cpns", "CPNS", "Candidate civil servant (CPNS)"],
  ["pppk", "PPPK", "Government employee on contract (PPPK)"],
  ["pppkPartTime", "PPPK paruh waktu", "Part-time PPPK"]
]);
var POST_KIND = enumeration("postKind", [
  ["jptUtama", "JPT utama", "Highest executive post"],
  ["jptMadya", "JPT madya", "Middle executive post"],
  ["jptPratama", "JPT pratama", "Junior executive post"],
  ["administrator", "Administrator", "Administrator"],
  ["pengawas", "Pengawas", "Supervisor"],
  ["pelaksana", "Pelaksana", "Implementer"],
  ["fungsional", "Fungsional", "Functional post"]
]);
var JENJANG = enumeration("jenjang", [
  ["pemula", "Pemula", "Beginner (skill)"],
  ["terampil", "Terampil", "Skilled (skill)"],
  ["mahir", "Mahir", "Proficient (skill)"],
  ["penyelia", "Penyelia", "Overseer (skill)"],
  ["ahliPertama", "Ahli pertama", "First expert (expertise)"],
  ["ahliMuda", "Ahli muda", "Junior expert (expertise)"],
  ["ahliMadya", "Ahli madya", "Middle expert (expertise)"],
  ["ahliUtama", "Ahli utama", "Principal expert (expertise)"]
]);
var DUTY_STATUS = enumeration("dutyStatus", [
  ["active", "Aktif", "On duty"],
  ["studyLeave", "Tugas belajar", "Sent to study"],
  ["secondedOut", "Dipekerjakan atau diperbantukan di luar instansi", "Seconded to another institution"],
  ["secondedIn", "Dipekerjakan dari instansi lain", "Seconded from another institution"],
  ["pensionPreparation", "Masa persiapan pensiun (MPP)", "Released to prepare for retirement"],
  ["suspended", "Diberhentikan sementara", "Temporarily dismissed"],
  ["noPost", "Tanpa tugas atau jabatan", "Without task or post"],
  ["dismissed", "Diberhentikan", "Dismissed"]
]);
var familySchema = recordField(
  {
    /** Whether married, for tax (status kawin). */
    married: yesNoField({ id: "Kawin", en: "Married", about: "Whether the employee is married, as the tax status says." }).optional(),
    /** Spouses for whom the allowance is paid with this salary: count, 0 to 1, step 1. */
    spouses: decimalField({ id: "Suami atau istri yang ditanggung", en: "Spouses with allowance", about: "Spouses for whom the family allowance is paid with this salary; 0 when the other spouse draws it.", unit: "count", min: "0", max: "1", step: "1" }).optional(),
    /** Children who qualify for the child allowance: count, 0 to 20, step 1. */
    children: decimalField({ id: "Anak yang ditanggung", en: "Children with allowance", about: "Children who qualify for the child allowance; the ruleset limits how many are paid.", unit: "count", min: "0", max: "20", step: "1" }).optional(),
    /** Dependants for tax, spouse not among them (tanggungan PTKP): count, 0 to 20, step 1. */
    dependants: decimalField({ id: "Tanggungan pajak", en: "Tax dependants", about: "Dependants for income tax, the spouse not among them.", unit: "count", min: "0", max: "20", step: "1" }).optional()
  },
  { name: "family", id: "Keluarga", en: "Family", about: "Family and dependants." }
);
var employeeSchema = recordField(
  {
    /** Under which number the employee is known (NIP or another id). */
    id: idField({ id: "NIP", en: "Employee id", about: "The number under which the employee is known." }),
    /** Name, for notices. */
    name: textField({ id: "Nama", en: "Name", about: "The name, for notices." }).optional(),
    /** PNS, CPNS, PPPK or part-time PPPK. */
    status: choiceField(EMPLOYEE_STATUS, { id: "Status kepegawaian", en: "Employment status", about: "PNS, CPNS, PPPK or part-time PPPK." }),
    /** Golongan ruang of a PNS or CPNS, `I/a` to `IV/e`. */
    golongan: choiceField(GOLONGAN, { id: "Golongan ruang", en: "Grade (PNS)", about: "Golongan ruang of a PNS or CPNS." }).optional(),
    /** Golongan of a PPPK, `I` to `XVII`. */
    golonganPppk: choiceField(GOLONGAN_PPPK, { id: "Golongan PPPK", en: "Grade (PPPK)", about: "Golongan of a PPPK." }).optional(),
    /** Pangkat; worked out from the golongan when left out. */
    pangkat: choiceField(PANGKAT, { id: "Pangkat", en: "Rank", about: "Pangkat of a PNS or CPNS; worked out from the golongan when left out." }).optional(),
    /** Kind of post held (JPT, administrator, pengawas, pelaksana, fungsional). */
    postKind: choiceField(POST_KIND, { id: "Jenis jabatan", en: "Kind of post", about: "The kind of the post held." }).optional(),
    /** Level of a functional post. */
    jenjang: choiceField(JENJANG, { id: "Jenjang jabatan fungsional", en: "Level of the functional post", about: "The level, for functional posts only." }).optional(),
    /** Name of the post (nama jabatan). */
    post: textField({ id: "Nama jabatan", en: "Post", about: "The name of the post, as the tables of the ruleset write it." }).optional(),
    /** Kelas jabatan: count, 1 to 17, step 1. */
    class: decimalField({ id: "Kelas jabatan", en: "Job class", about: "Kelas jabatan of the post.", unit: "count", min: "1", max: "17", step: "1" }).optional(),
    /** Nilai jabatan: points, 0 to 10000, step 1. */
    jobValue: decimalField({ id: "Nilai jabatan", en: "Job value", about: "Nilai jabatan from the job evaluation.", unit: "points", min: "0", max: "10000", step: "1" }).optional(),
    /** Whether the employee leads others; then leadership is assessed too. */
    leads: yesNoField({ id: "Memimpin", en: "Leads others", about: "Whether the employee leads others; leadership is assessed only then." }).optional(),
    /** Office (perangkat daerah or unit kerja). */
    unit: textField({ id: "Unit kerja", en: "Unit", about: "The office where the employee works, as the tables of the ruleset write it." }).optional(),
    /** Sector of the office, such as education or health. */
    sector: textField({ id: "Sektor", en: "Sector", about: "The sector of the office, such as education or health, as the ruleset writes it." }).optional(),
    /** Region that employs (provinsi, kabupaten, kota). */
    region: textField({ id: "Daerah", en: "Region", about: "The region that employs, as the ruleset writes it." }).optional(),
    /** Place of duty, where pay depends on it. */
    place: textField({ id: "Tempat bertugas", en: "Place of duty", about: "The place of duty, where pay depends on it." }).optional(),
    /** Group of staff with rules or hours of its own, such as teachers. */
    staffGroup: textField({ id: "Kelompok pegawai", en: "Group of staff", about: "The group of staff with rules or working hours of its own, such as teachers." }).optional(),
    /** On duty, sent to study, seconded, suspended. */
    duty: choiceField(DUTY_STATUS, { id: "Kedudukan pegawai", en: "Duty status", about: "Whether the employee is on duty, sent to study, seconded, suspended or without post." }).optional(),
    /** Date of birth. */
    bornOn: dateField({ id: "Tanggal lahir", en: "Date of birth", about: "The date of birth." }).optional(),
    /** First day in service (TMT CPNS or start of the contract). */
    serviceSince: dateField({ id: "TMT masuk kerja", en: "In service since", about: "The first day in service: TMT CPNS, or the start of the contract." }).optional(),
    /** First day in the present rank (TMT golongan). */
    rankSince: dateField({ id: "TMT golongan", en: "In rank since", about: "The first day in the present golongan." }).optional(),
    /** First day in the present post (TMT jabatan). */
    postSince: dateField({ id: "TMT jabatan", en: "In post since", about: "The first day in the present post." }).optional(),
    /** Last day of the contract, for PPPK. */
    contractUntil: dateField({ id: "Akhir kontrak", en: "Contract until", about: "The last day of the contract, for PPPK." }).optional(),
    /** Masa kerja golongan in whole years: year, 0 to 60, step 1. */
    mkg: decimalField({ id: "Masa kerja golongan", en: "Years of service in grade", about: "Masa kerja golongan in whole years, by which salary tables are read.", unit: "year", min: "0", max: "60", step: "1" }).optional(),
    family: familySchema.optional()
  },
  { name: "employee", id: "Pegawai", en: "Employee", about: "The employee who is appraised." }
);

// src/model/assignment.ts
var ASSIGNMENT_KIND = enumeration("assignmentKind", [
  ["definitive", "Definitif", "Holder of the post"],
  ["plt", "Pelaksana tugas (Plt)", "Acting while the post is vacant (Plt)"],
  ["plh", "Pelaksana harian (Plh)", "Acting while the holder is away (Plh)"],
  ["pj", "Penjabat (Pj)", "Appointed to the post for a time (Pj)"],
  ["additional", "Tugas tambahan", "Additional duty"]
]);
var assignmentSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: "Kode penugasan", en: "Assignment id", about: "What tells this assignment from others." }),
    /** Holder, Plt, Plh, Pj or additional duty. */
    kind: choiceField(ASSIGNMENT_KIND, { id: "Jenis penugasan", en: "Kind of assignment", about: "In which capacity the post is held." }),
    /** Name of the post. */
    post: textField({ id: "Nama jabatan", en: "Post", about: "The name of the post, as the tables of the ruleset write it." }).optional(),
    /** Kind of the post. */
    postKind: choiceField(POST_KIND, { id: "Jenis jabatan", en: "Kind of post", about: "The kind of the post." }).optional(),
    /** Kelas jabatan: count, 1 to 17, step 1. */
    class: decimalField({ id: "Kelas jabatan", en: "Job class", about: "Kelas jabatan of the post.", unit: "count", min: "1", max: "17", step: "1" }).optional(),
    /** Nilai jabatan: points, 0 to 10000, step 1. */
    jobValue: decimalField({ id: "Nilai jabatan", en: "Job value", about: "Nilai jabatan from the job evaluation.", unit: "points", min: "0", max: "10000", step: "1" }).optional(),
    /** Office of the post. */
    unit: textField({ id: "Unit kerja", en: "Unit", about: "The office of the post." }).optional(),
    /** First day. */
    from: dateField({ id: "Mulai", en: "From", about: "The first day of the assignment." }),
    /** Last day; left out while it goes on. */
    to: dateField({ id: "Sampai", en: "To", about: "The last day of the assignment; left out while it goes on." }).optional(),
    /** Number of the decree. */
    decree: textField({ id: "Nomor surat keputusan", en: "Decree", about: "The number of the decree." }).optional()
  },
  { name: "assignment", id: "Penugasan", en: "Assignment", about: "A post held for some time." }
);

// src/model/leave.ts
var LEAVE_KIND = enumeration("leaveKind", [
  ["annual", "Cuti tahunan", "Annual leave"],
  ["sick", "Cuti sakit", "Sick leave"],
  ["long", "Cuti besar", "Long leave"],
  ["maternity", "Cuti melahirkan", "Maternity leave"],
  ["importantReason", "Cuti karena alasan penting", "Leave for an important reason"],
  ["collective", "Cuti bersama", "Collective leave"],
  ["unpaid", "Cuti di luar tanggungan negara (CLTN)", "Unpaid leave"]
]);
var leaveSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: "Kode cuti", en: "Leave id", about: "What tells this leave from others." }).optional(),
    /** Annual, sick, long, maternity, important reason, collective or unpaid. */
    kind: choiceField(LEAVE_KIND, { id: "Jenis cuti", en: "Kind of leave", about: "The kind of leave." }),
    /** First day. */
    from: dateField({ id: "Mulai", en: "From", about: "The first day of the leave." }),
    /** Last day. */
    to: dateField({ id: "Sampai", en: "To", about: "The last day of the leave." }),
    /** Calendar days, both ends included: day, 1 to 5000, step 1; worked out when left out. */
    days: decimalField({ id: "Lama cuti", en: "Calendar days", about: "Calendar days from the first to the last, both included; worked out when left out.", unit: "day", min: "1", max: "5000", step: "1" }).optional(),
    /** Working days among them: day, 0 to 5000, step 0.5. */
    workdays: decimalField({ id: "Hari kerja cuti", en: "Working days", about: "The working days among them.", unit: "day", min: "0", max: "5000", step: "0.5" }).optional(),
    /** Reason as the ruleset writes it, such as a death in the family. */
    reason: textField({ id: "Alasan", en: "Reason", about: "The reason, as the ruleset writes it." }).optional(),
    /** Whether a doctor's letter (or other proof) was handed in. */
    letter: yesNoField({ id: "Surat keterangan", en: "Letter handed in", about: "Whether a letter of a doctor, or other proof, was handed in." }).optional(),
    /** Whether in hospital. */
    hospital: yesNoField({ id: "Rawat inap", en: "In hospital", about: "Whether the employee was in hospital." }).optional(),
    /** Which birth it is, for maternity leave: count, 1 to 20, step 1. */
    birth: decimalField({ id: "Kelahiran ke-", en: "Birth number", about: "Which birth it is, for maternity leave.", unit: "count", min: "1", max: "20", step: "1" }).optional(),
    /** Number of the decree. */
    decree: textField({ id: "Nomor surat keputusan", en: "Decree", about: "The number of the decree." }).optional()
  },
  { name: "leave", id: "Cuti", en: "Leave", about: "A leave from its first to its last day." }
);

// src/model/attendance.ts
var DAY_STATUS = enumeration("dayStatus", [
  ["present", "Hadir", "Present"],
  ["absent", "Tanpa keterangan", "Absent without excuse"],
  ["leave", "Cuti", "On leave"],
  ["permit", "Izin", "Excused"],
  ["sick", "Sakit", "Sick"],
  ["duty", "Dinas luar", "On duty elsewhere"],
  ["study", "Pendidikan dan pelatihan", "In training"],
  ["cancelled", "Kehadiran dibatalkan", "Attendance cancelled by the superior"],
  ["off", "Bukan hari kerja", "No working day"]
]);
var DAY_HALF = enumeration("dayHalf", [
  ["morning", "Pagi", "Morning"],
  ["afternoon", "Sore", "Afternoon"]
]);
var dayMinutes = (note) => decimalField({ ...note, unit: "minute", min: "0", max: "1440", step: "1" });
var nameOf = (id2, en) => idField({ id: id2, en, about: "A name, as the calendar and the ruleset write it." });
var daySchema = recordField(
  {
    /** The day. */
    date: dateField({ id: "Tanggal", en: "Date", about: "The day." }),
    /** Whether it is a working day for this employee. */
    workday: yesNoField({ id: "Hari kerja", en: "Working day", about: "Whether it is a working day for this employee." }),
    /** Present, absent, on leave, excused, sick, on duty elsewhere, in training, cancelled, off. */
    status: choiceField(DAY_STATUS, { id: "Status kehadiran", en: "Status", about: "What the employee did that day." }),
    /** Half of the day that the status is about; the other half was worked or excused. */
    half: choiceField(DAY_HALF, { id: "Setengah hari", en: "Half day", about: "The half of the day that the status is about, the other half being worked or excused; left out for whole days." }).optional(),
    /** Late: minute, 0 to 1440, step 1. */
    lateMinutes: dayMinutes({ id: "Menit terlambat", en: "Minutes late", about: "Minutes late; 0 when not late, not present, or without a clock-in." }),
    /** Left early: minute, 0 to 1440, step 1. */
    earlyMinutes: dayMinutes({ id: "Menit pulang cepat", en: "Minutes left early", about: "Minutes left before the end; 0 when not early, not present, or without a clock-out." }),
    /** Away without leave in between: minute, 0 to 1440, step 1. */
    awayMinutes: dayMinutes({ id: "Menit meninggalkan kantor", en: "Minutes away", about: "Minutes away from the office without leave, between arriving and going." }).optional(),
    /** Worked: minute, 0 to 1440, step 1. */
    workedMinutes: dayMinutes({ id: "Menit bekerja", en: "Minutes worked", about: "Minutes at work, rest not counted." }).optional(),
    /** Present without a clock-in. */
    missingIn: yesNoField({ id: "Tanpa rekam datang", en: "No clock-in", about: "Whether the clock-in is missing on a day with a clock-out." }).optional(),
    /** Present without a clock-out. */
    missingOut: yesNoField({ id: "Tanpa rekam pulang", en: "No clock-out", about: "Whether the clock-out is missing on a day with a clock-in." }).optional(),
    /** Whether lateness or leaving early was excused by the superior. */
    excused: yesNoField({ id: "Diizinkan atasan", en: "Excused", about: "Whether being late or leaving early was excused by the superior." }).optional(),
    /** Kind of leave, on days of leave. */
    leaveKind: choiceField(LEAVE_KIND, { id: "Jenis cuti", en: "Kind of leave", about: "The kind of leave, on days of leave." }).optional(),
    /** Week as year and ISO week (202405): count, 190001 to 220101, step 1; worked out when left out. */
    week: decimalField({ id: "Minggu", en: "Week", about: "The week as year and ISO week number, such as 202405; worked out from the date when left out.", unit: "count", min: "190001", max: "220101", step: "1" }).optional(),
    /** Day of the week, 1 Monday to 7 Sunday: count, 1 to 7, step 1; worked out when left out. */
    weekday: decimalField({ id: "Hari", en: "Day of the week", about: "The day of the week, 1 for Monday to 7 for Sunday; worked out from the date when left out.", unit: "count", min: "1", max: "7", step: "1" }).optional(),
    /** What the day is, such as the first after Lebaran. */
    marks: listField(nameOf("Tanda hari", "Mark"), { id: "Tanda hari", en: "Marks", about: "What the day is, as the calendar marks it, such as the first after Lebaran or a day of ceremony.", maxItems: 20 }).optional(),
    /** Duties of that day that were missed, such as assembly. */
    missed: listField(nameOf("Kewajiban", "Duty"), { id: "Kewajiban yang ditinggalkan", en: "Missed", about: "Duties of that day that were missed, such as assembly or ceremony.", maxItems: 20 }).optional(),
    /** How it was recorded: machine, application, by hand. */
    recordedBy: textField({ id: "Cara rekam", en: "Recorded by", about: "How attendance was recorded: machine, application, by hand." }).optional()
  },
  { name: "dayRecord", id: "Hari kehadiran", en: "Day record", about: "The attendance of one day." }
);
var dayCount = (id2, en, about) => decimalField({ id: id2, en, about, unit: "day", min: "0", max: "366", step: "0.5" });
var minuteCount = (id2, en, about) => decimalField({ id: id2, en, about, unit: "minute", min: "0", max: "527040", step: "1" });
var timesCount = (id2, en, about) => decimalField({ id: id2, en, about, unit: "count", min: "0", max: "366", step: "1" });
var countsSchema = recordField(
  {
    /** Working days: day, 0 to 366, step 0.5. */
    workdays: dayCount("Jumlah hari kerja", "Working days", "Working days of the period.").optional(),
    /** Days present, halves counted as halves: day, 0 to 366, step 0.5. */
    present: dayCount("Jumlah hadir", "Days present", "Days present; a half day counts as a half.").optional(),
    /** Days absent without excuse: day, 0 to 366, step 0.5. */
    absent: dayCount("Jumlah tanpa keterangan", "Days absent", "Days absent without excuse; a half day counts as a half.").optional(),
    /** Days on leave: day, 0 to 366, step 0.5. */
    leave: dayCount("Jumlah cuti", "Days on leave", "Days on leave.").optional(),
    /** Days excused: day, 0 to 366, step 0.5. */
    permit: dayCount("Jumlah izin", "Days excused", "Days excused.").optional(),
    /** Days sick: day, 0 to 366, step 0.5. */
    sick: dayCount("Jumlah sakit", "Days sick", "Days sick without being on sick leave.").optional(),
    /** Days on duty elsewhere: day, 0 to 366, step 0.5. */
    duty: dayCount("Jumlah dinas luar", "Days on duty elsewhere", "Days on duty elsewhere.").optional(),
    /** Days in training: day, 0 to 366, step 0.5. */
    study: dayCount("Jumlah pendidikan dan pelatihan", "Days in training", "Days in training.").optional(),
    /** Days whose attendance was cancelled: day, 0 to 366, step 0.5. */
    cancelled: dayCount("Jumlah kehadiran dibatalkan", "Days cancelled", "Days whose attendance the superior cancelled.").optional(),
    /** Times late: count, 0 to 366, step 1. */
    late: timesCount("Jumlah terlambat", "Times late", "How often the employee was late.").optional(),
    /** Times left early: count, 0 to 366, step 1. */
    early: timesCount("Jumlah pulang cepat", "Times left early", "How often the employee left early.").optional(),
    /** Minutes late in all: minute, 0 to 527040, step 1. */
    lateMinutes: minuteCount("Jumlah menit terlambat", "Minutes late", "Minutes late in all.").optional(),
    /** Minutes left early in all: minute, 0 to 527040, step 1. */
    earlyMinutes: minuteCount("Jumlah menit pulang cepat", "Minutes left early", "Minutes left early in all.").optional(),
    /** Days without a clock-in: count, 0 to 366, step 1. */
    missingIn: timesCount("Jumlah tanpa rekam datang", "Clock-ins missing", "How often a clock-in is missing.").optional(),
    /** Days without a clock-out: count, 0 to 366, step 1. */
    missingOut: timesCount("Jumlah tanpa rekam pulang", "Clock-outs missing", "How often a clock-out is missing.").optional(),
    /** Assemblies and ceremonies missed: count, 0 to 366, step 1. */
    missed: timesCount("Jumlah kewajiban ditinggalkan", "Duties missed", "How many assemblies, ceremonies and the like were missed.").optional()
  },
  { name: "attendanceCounts", id: "Rekap kehadiran", en: "Attendance counts", about: "Counts of the period; worked out from the days when those are given." }
);
var attendanceSchema = recordField(
  {
    days: listField(daySchema, { id: "Hari kehadiran", en: "Days", about: "A record for each day of the period; at least for each working day.", maxItems: 366, key: "date", each: DAY }).optional(),
    counts: countsSchema.optional()
  },
  { name: "attendance", id: "Kehadiran", en: "Attendance", about: "Attendance as days, as counts, or both where they agree." }
);

// src/model/carry.ts
import * as z7 from "zod";

// src/model/fields/id-key.ts
import * as z6 from "zod";
var ID_KEY = z6.string().regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/).max(200);

// src/model/carry.ts
var readDecimal2 = numberReader(numberType(RATIO));
var RATIO_TEXT = /^-?\d{1,40}\/[1-9]\d{0,39}$/;
function readCarried(written) {
  return typeof written === "string" && RATIO_TEXT.test(written) ? fromCanonicalText(written) : readDecimal2(written);
}
var carriedField = leafField(
  readCarried,
  { type: numberType(RATIO), json: { anyOf: [{ type: "number" }, { type: "string", pattern: "^-?\\d+(\\.\\d+|/\\d+)?$" }] } },
  { id: "Nilai bawaan", en: "Carried value", about: 'A value by the id of its carry; decimal text, or a ratio such as "200/3" as the outcome wrote it.' }
);
var carrySchema = recordField(
  {
    /** Last day that the values take into account. */
    through: dateField({ id: "Sampai dengan", en: "Through", about: "The last day that the values take into account." }),
    /** Values by id, exactly as the outcome before returned them. */
    values: noted(
      z7.record(ID_KEY, carriedField).transform((values) => new Map(Object.entries(values))),
      { id: "Nilai", en: "Values", about: "The values by id, as the outcome before returned them." }
    )
  },
  { name: "carry", id: "Bawaan", en: "Carry", about: "What the period before hands over.", fact: null }
);

// src/model/document.ts
var documentSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: "Kode dokumen", en: "Document id", about: "What tells this document from others." }).optional(),
    /** Kind, as the ruleset writes it: skp, lhkpn, spt. */
    kind: idField({ id: "Jenis dokumen", en: "Kind of document", about: "The kind, as the ruleset writes it, such as skp or lhkpn." }),
    /** Period that it is about. */
    covers: periodField({ id: "Periode dokumen", en: "Period covered", about: "The period that the document is about." }).optional(),
    /** Day it was handed in. */
    handedIn: dateField({ id: "Tanggal diserahkan", en: "Handed in", about: "The day on which it was handed in." }),
    /** Day it was approved or verified. */
    approved: dateField({ id: "Tanggal disetujui", en: "Approved", about: "The day on which it was approved or verified." }).optional(),
    /** Number of the document. */
    number: textField({ id: "Nomor", en: "Number", about: "The number of the document." }).optional()
  },
  { name: "document", id: "Dokumen", en: "Document", about: "A document handed in." }
);

// src/model/effect.ts
var EFFECT_KIND = enumeration("effectKind", [
  ["sanction", "Hukuman", "Sanction"],
  ["hold", "Penundaan", "Hold"],
  ["block", "Penghalang karier", "Block"]
]);
var EFFECT_STATUS = enumeration("effectStatus", [
  ["proposed", "Diusulkan", "Proposed"],
  ["imposed", "Dijatuhkan", "Imposed"],
  ["rejected", "Ditolak", "Rejected"],
  ["ended", "Berakhir", "Ended"]
]);
var EFFECT_MEETING = enumeration("effectMeeting", [
  ["add", "Dijumlahkan", "Adds up"],
  ["heaviest", "Hanya yang terberat", "Only the heaviest counts"],
  ["queue", "Berurutan", "One after another"]
]);
var effectSchema = recordField(
  {
    /** One case is sanctioned once: what tells this case from others. */
    key: textField({ id: "Kunci perkara", en: "Key", about: "What tells this case from others: one case is sanctioned once." }),
    /** What it is, as the ruleset writes it. */
    code: idField({ id: "Kode", en: "Code", about: "What it is, as the ruleset writes it." }),
    /** Sanction, hold or block. */
    kind: choiceField(EFFECT_KIND, { id: "Jenis", en: "Kind", about: "Whether it cuts pay, holds it, or blocks a career step." }),
    /** Proposed, imposed, rejected or ended. */
    status: choiceField(EFFECT_STATUS, { id: "Status", en: "Status", about: "How far it has come." }),
    /** Cut of pay: percent, 0 to 100, step 0.0001. */
    cut: decimalField({ id: "Potongan", en: "Cut", about: "By how much pay is cut.", unit: "percent", min: "0", max: "100", step: "0.0001" }).optional(),
    /** How long: month, 0 to 600, step 1. */
    months: decimalField({ id: "Lama", en: "Months", about: "For how many months it holds, its first among them.", unit: "month", min: "0", max: "600", step: "1" }).optional(),
    /** First month, `2024-07`; as a fact its first day. Needed once imposed. */
    starts: monthField("first", { id: "Mulai", en: "Starts", about: "The first month in which it holds; as a fact, its first day." }).optional(),
    /** Last month, `2024-12`; as a fact its last day. */
    ends: monthField("last", { id: "Berakhir", en: "Ends", about: "The last month in which it holds; as a fact, its last day." }).optional(),
    /** What happens when several are in force. */
    meets: choiceField(EFFECT_MEETING, { id: "Bila bersamaan", en: "When several meet", about: "What happens when several of the same kind are in force." }).optional(),
    /** Number of the decree. */
    decree: textField({ id: "Nomor surat keputusan", en: "Decree", about: "The number of the decree." }).optional(),
    /** Id of the rule that proposed it. */
    rule: idField({ id: "Aturan", en: "Rule", about: "The id of the rule that proposed it." }).optional()
  },
  { name: "effect", id: "Akibat", en: "Effect", about: "A sanction, hold or block." }
);

// src/model/organisation.ts
var ORGANISATION_RATING = enumeration("organisationRating", [
  ["sangatKurang", "Sangat kurang", "Very poor"],
  ["kurang", "Kurang", "Poor"],
  ["butuhPerbaikan", "Butuh perbaikan", "Needs improvement"],
  ["baik", "Baik", "Good"],
  ["istimewa", "Istimewa", "Outstanding"]
], "ordered");
var attained = (id2, en, about) => decimalField({ id: id2, en, about, unit: "percent", min: "0", max: "1000", step: "0.001" });
var scored = (id2, en, about) => decimalField({ id: id2, en, about, unit: "points", min: "0", max: "1000", step: "0.001" });
var organisationSchema = recordField(
  {
    /** Predikat kinerja organisasi. */
    rating: choiceField(ORGANISATION_RATING, { id: "Predikat organisasi", en: "Organisation rating", about: "Predikat kinerja organisasi." }).optional(),
    /** Score of the organisation: points, 0 to 1000, step 0.001. */
    score: scored("Nilai organisasi", "Organisation score", "The score of the organisation.").optional(),
    /** Attainment of the organisation's indicators (IKU): percent, 0 to 1000, step 0.001. */
    iku: attained("Capaian IKU", "Indicator attainment", "Attainment of the indicators of the organisation (IKU).").optional(),
    /** Attainment of the action plan: percent, 0 to 1000, step 0.001. */
    actionPlan: attained("Capaian rencana aksi", "Action plan attainment", "Attainment of the action plan.").optional(),
    /** Physical realisation: percent, 0 to 1000, step 0.001. */
    physical: attained("Realisasi fisik", "Physical realisation", "Physical realisation of the activities.").optional(),
    /** Budget realisation: percent, 0 to 1000, step 0.001. */
    budget: attained("Realisasi anggaran", "Budget realisation", "Realisation of the budget.").optional(),
    /** Accountability score (SAKIP): points, 0 to 1000, step 0.001. */
    sakip: scored("Nilai SAKIP", "Accountability score", "The score of the accountability system (SAKIP).").optional(),
    /** Public satisfaction (IKM): percent, 0 to 1000, step 0.001. */
    satisfaction: attained("Indeks kepuasan masyarakat", "Public satisfaction", "Public satisfaction (IKM).").optional(),
    /** Score of the team: points, 0 to 1000, step 0.001. */
    teamScore: scored("Nilai tim", "Team score", "The score of the team in which the employee works.").optional()
  },
  { name: "organisation", id: "Organisasi", en: "Organisation", about: "Results of the organisation, unit or team." }
);

// src/model/payment-kind.ts
var PAYMENT_KIND = enumeration("paymentKind", [
  ["regular", "Bulanan", "Regular"],
  ["thr", "Tunjangan hari raya (THR)", "Holiday allowance (THR)"],
  ["thirteenth", "Gaji ketiga belas", "Thirteenth salary"]
]);

// src/model/previous-rating.ts
var previousRatingSchema = recordField(
  {
    /** Period that was rated. */
    period: periodField({ id: "Periode", en: "Period", about: "The period that was rated." }),
    /** Rating, as the ruleset writes it. */
    rating: idField({ id: "Predikat", en: "Rating", about: "The rating, as the ruleset writes it." }),
    /** Score: points, 0 to 1000, step 0.001. */
    score: decimalField({ id: "Nilai", en: "Score", about: "The score.", unit: "points", min: "0", max: "1000", step: "0.001" }).optional()
  },
  { name: "previousRating", id: "Penilaian terdahulu", en: "Earlier rating", about: "The rating of an earlier period." }
);

// src/model/rating.ts
var RATER_SOURCE = enumeration("raterSource", [
  ["supervisor", "Atasan", "Supervisor"],
  ["peer", "Rekan kerja", "Peer"],
  ["subordinate", "Bawahan", "Subordinate"],
  ["self", "Diri sendiri", "Self"],
  ["public", "Masyarakat", "Public"],
  ["stakeholder", "Pemangku kepentingan", "Stakeholder"]
]);
var scoreField = (id2, en, about) => decimalField({ id: id2, en, about, unit: "points", min: "-1000", max: "1000", step: "0.001" });
var scaleSchema = recordField(
  {
    /** Lowest score that can be given: points, -1000 to 1000, step 0.001. */
    min: scoreField("Nilai terendah", "Lowest", "The lowest score that can be given."),
    /** Highest score that can be given: points, -1000 to 1000, step 0.001. */
    max: scoreField("Nilai tertinggi", "Highest", "The highest score that can be given.")
  },
  { name: "scale", id: "Skala", en: "Scale", about: "The scale on which a score was given." }
);
var ratingSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: "Kode penilaian", en: "Rating id", about: "What tells this rating from others." }).optional(),
    /** Supervisor, peer, subordinate, self, public or stakeholder. */
    source: choiceField(RATER_SOURCE, { id: "Sumber penilaian", en: "Source", about: "In which role the rater rated." }),
    /** Who rated; a made-up id where raters stay unknown. */
    rater: idField({ id: "Penilai", en: "Rater", about: "Who rated; any distinct id where raters stay anonymous." }),
    /** Criterion that was rated, as the ruleset writes it. */
    criterion: idField({ id: "Kriteria", en: "Criterion", about: "The criterion that was rated, as the ruleset writes it." }).optional(),
    /** Aspect that was rated, as the ruleset writes it. */
    aspect: idField({ id: "Aspek", en: "Aspect", about: "The aspect that was rated, as the ruleset writes it." }).optional(),
    /** Score: points, -1000 to 1000, step 0.001, and on its scale. */
    score: scoreField("Nilai", "Score", "The score given; it lies on its scale."),
    scale: scaleSchema,
    /** Day of the rating. */
    on: dateField({ id: "Tanggal penilaian", en: "Rated on", about: "The day of the rating." }).optional()
  },
  { name: "rating", id: "Penilaian", en: "Rating", about: "One score by one rater." }
);
var expectedField = (id2, en) => decimalField({ id: id2, en, about: "How many raters of this source were asked.", unit: "person", min: "0", max: "1000", step: "1" });
var expectedSchema = recordField(
  {
    /** Supervisors asked: person, 0 to 1000, step 1. */
    supervisor: expectedField("Jumlah atasan penilai", "Supervisors asked").optional(),
    /** Peers asked: person, 0 to 1000, step 1. */
    peer: expectedField("Jumlah rekan kerja penilai", "Peers asked").optional(),
    /** Subordinates asked: person, 0 to 1000, step 1. */
    subordinate: expectedField("Jumlah bawahan penilai", "Subordinates asked").optional(),
    /** Whether the employee was asked: person, 0 to 1000, step 1. */
    self: expectedField("Penilaian diri", "Self asked").optional(),
    /** Members of the public asked: person, 0 to 1000, step 1. */
    public: expectedField("Jumlah masyarakat penilai", "Members of the public asked").optional(),
    /** Stakeholders asked: person, 0 to 1000, step 1. */
    stakeholder: expectedField("Jumlah pemangku kepentingan penilai", "Stakeholders asked").optional()
  },
  { name: "expectedRaters", id: "Penilai yang diminta", en: "Raters asked", about: "How many raters of each source were asked.", fact: "raters.expected" }
);
var ratingsSchema = recordField(
  {
    items: listField(ratingSchema, { id: "Penilaian", en: "Ratings", about: "All ratings given.", maxItems: 5e3, fact: "ratings" }),
    expected: expectedSchema.optional()
  },
  { name: "ratings", id: "Penilaian", en: "Ratings", about: "Ratings given, and how many were asked for." }
);

// src/model/appraisal.ts
var paidSchema = recordField(
  {
    /** Period that is paid: a month, unless the ruleset pays otherwise. */
    period: periodField({ id: "Periode pembayaran", en: "Period paid", about: "The period that is paid." }),
    /** Regular, THR or thirteenth salary. */
    kind: choiceField(PAYMENT_KIND, { id: "Jenis pembayaran", en: "Kind of payment", about: "Which payment it is." })
  },
  { name: "paid", id: "Pembayaran", en: "Payment", about: "What is paid, when something is.", fact: null }
);
var appraisalSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: "Kode penilaian", en: "Appraisal id", about: "What tells this appraisal from others.", fact: null }).optional(),
    employee: employeeSchema,
    /** Period that is assessed. */
    assessed: periodField({ id: "Periode penilaian", en: "Period assessed", about: "The period that is assessed.", fact: null }),
    paid: paidSchema.optional(),
    assignments: listField(assignmentSchema, { id: "Penugasan", en: "Assignments", about: "Posts held, Plt and Plh among them.", maxItems: 50, key: "id" }).optional(),
    leaves: listField(leaveSchema, { id: "Cuti", en: "Leaves", about: "Leaves that touch the periods.", maxItems: 100 }).optional(),
    documents: listField(documentSchema, { id: "Dokumen", en: "Documents", about: "Documents handed in.", maxItems: 200 }).optional(),
    indicators: listField(indicatorSchema, { id: "Indikator", en: "Indicators", about: "Agreed targets and indicators.", maxItems: 100, key: "id" }).optional(),
    activities: listField(activitySchema, { id: "Aktivitas", en: "Activities", about: "Activities of the period.", maxItems: 5e3, key: "id" }).optional(),
    ratings: ratingsSchema.optional(),
    attendance: attendanceSchema.optional(),
    organisation: organisationSchema.optional(),
    previous: listField(previousRatingSchema, { id: "Penilaian terdahulu", en: "Earlier ratings", about: "Ratings of earlier periods, oldest first.", maxItems: 100 }).optional(),
    effects: listField(effectSchema, { id: "Akibat", en: "Effects", about: "Sanctions, holds and blocks; as a fact, only those in force for the period.", maxItems: 200, key: "key", fact: "effects.active" }).optional(),
    carry: carrySchema.optional(),
    /** Facts that the ruleset itself declares, by id, as plain JSON; the ruleset reads them by their types. */
    facts: noted(
      z8.record(ID_KEY, z8.unknown()).transform((facts2) => new Map(Object.entries(facts2))),
      { id: "Fakta khusus", en: "Own facts", about: "Facts that the ruleset itself declares, by id.", fact: null }
    ).optional()
  },
  { name: "appraisal", id: "Penilaian", en: "Appraisal", about: "All that is known about one employee for one period." }
);

// src/model/attendance-counts.ts
var COUNTED = ["present", "absent", "leave", "permit", "sick", "duty", "study", "cancelled"];
var ALWAYS = ["workdays", ...COUNTED, "late", "early"];
function countDays(days) {
  const halves = new Map(ALWAYS.map((name) => [name, 0]));
  const raise = (name, by) => void halves.set(name, (halves.get(name) ?? 0) + by);
  let lateMinutes = ZERO;
  let earlyMinutes = ZERO;
  for (const day of days) {
    if (day.workday) {
      const halved = day.half !== void 0 && day.status !== "present";
      raise("workdays", 2);
      if (day.status !== "off") raise(day.status, halved ? 1 : 2);
      if (halved) raise("present", 1);
    }
    if (!isZero(day.lateMinutes)) {
      raise("late", 2);
      lateMinutes = add(lateMinutes, day.lateMinutes);
    }
    if (!isZero(day.earlyMinutes)) {
      raise("early", 2);
      earlyMinutes = add(earlyMinutes, day.earlyMinutes);
    }
    if (day.missingIn !== void 0) raise("missingIn", day.missingIn ? 2 : 0);
    if (day.missingOut !== void 0) raise("missingOut", day.missingOut ? 2 : 0);
    if (day.missed) raise("missed", 2 * day.missed.length);
  }
  const counts = new Map([...halves].map(([name, count2]) => [name, ratio(BigInt(count2), 2n)]));
  return counts.set("lateMinutes", lateMinutes).set("earlyMinutes", earlyMinutes);
}

// src/model/iso-week.ts
var DAY_MS2 = 864e5;
var newYear = (year) => Date.UTC(year, 0, 1) / DAY_MS2;
function isoWeek(date2) {
  const thursday = date2.epochDay + 4 - date2.weekday;
  const year = thursday < newYear(date2.year) ? date2.year - 1 : thursday >= newYear(date2.year + 1) ? date2.year + 1 : date2.year;
  return year * 100 + Math.floor((thursday - newYear(year)) / 7) + 1;
}

// src/model/checks/attendance.ts
var attendance = ({ attendance: given, assessed, paid }, issues) => {
  if (!given?.days) return;
  given.days.forEach((day, index) => {
    if (!day?.date) return;
    const path = ["attendance", "days", index];
    if (assessed && !includesDay(assessed, day.date) && !(paid?.period && includesDay(paid.period, day.date))) {
      const other = paid?.period ? `the period assessed (${periodText(assessed)}) and the period paid (${periodText(paid.period)})` : `the period assessed (${periodText(assessed)})`;
      issues.push(inputIssue("attendance/outside", [...path, "date"], `${day.date} lies outside ${other}.`, "Leave the day out, or correct the period."));
    }
    checkDay(day, path, issues);
  });
  checkCounts(given, issues);
};
function checkDay(day, path, issues) {
  const add2 = (code2, field, message, mend) => void issues.push(inputIssue(code2, [...path, field], message, mend));
  const { date: date2, week, weekday, status, half, lateMinutes, earlyMinutes, workday, leaveKind } = day;
  if (week && !equals(week, ratio(BigInt(isoWeek(date2))))) add2("attendance/week", "week", `${date2} lies in week ${isoWeek(date2)}, not ${toText(week)}.`, "Leave week out: it is worked out from the date.");
  if (weekday && !equals(weekday, ratio(BigInt(date2.weekday)))) add2("attendance/weekday", "weekday", `${date2} is day ${date2.weekday} of its week, not ${toText(weekday)}.`, "Leave weekday out: it is worked out from the date.");
  if (status === "off" && workday === true) add2("attendance/off", "status", "A working day cannot have the status off.", "Give what the employee did that day, or workday false.");
  if (status && status !== "present" && !half) {
    for (const [field, minutes] of [["lateMinutes", lateMinutes], ["earlyMinutes", earlyMinutes]]) {
      if (minutes && !isZero(minutes)) add2("attendance/minutes", field, `${toText(minutes)} minutes are given for a day with the status ${status}.`, "Give 0, or the status present, or say which half of the day the status is about.");
    }
  }
  if (leaveKind && status && status !== "leave") add2("attendance/leave", "leaveKind", `A kind of leave is given for a day with the status ${status}.`, "Leave leaveKind out, or give the status leave.");
}
function checkCounts({ days, counts }, issues) {
  if (!counts || !days || days.some((day) => !day?.status || day.workday === void 0 || !day.lateMinutes || !day.earlyMinutes)) return;
  const counted = countDays(days);
  for (const [name, count2] of counted) {
    const given = counts[name];
    if (given && !equals(given, count2)) {
      issues.push(inputIssue("attendance/counts", ["attendance", "counts", name], `${toText(given)} is given, but the days add up to ${toText(count2)}.`, "Leave the counts out: they are worked out from the days."));
    }
  }
}

// src/model/checks/check.ts
function repeatedKeys(members, path, keyOf3, say2, issues) {
  if (!members || members.length < 2) return;
  const first = /* @__PURE__ */ new Map();
  members.forEach((member2, index) => {
    const key = member2 && keyOf3(member2);
    if (key === void 0) return;
    const earlier = first.get(key);
    if (earlier === void 0) first.set(key, index);
    else {
      const [code2, message, mend] = say2(key, earlier);
      issues.push(inputIssue(code2, [...path, index], message, mend));
    }
  });
}

// src/model/checks/duplicates.ts
var RATER_MEND = "Keep one of the two, or tell them apart by criterion, aspect or day.";
var duplicates = (appraisal, issues) => {
  const ids = (section) => repeatedKeys(appraisal[section], [section], ({ id: id2 }) => id2, (id2, first) => ["duplicate/id", `The id ${quoted(id2)} is already that of ${section}[${first}].`, "Give each its own id, or remove one."], issues);
  ids("indicators");
  ids("activities");
  ids("assignments");
  ids("leaves");
  ids("documents");
  const { attendance: attendance2, ratings, effects: effects2, previous } = appraisal;
  repeatedKeys(attendance2?.days, ["attendance", "days"], ({ date: date2 }) => date2 && String(date2.epochDay), (_, first) => ["duplicate/day", `The day ${attendance2.days[first].date} is already given by attendance.days[${first}].`, "Keep one record for each day."], issues);
  repeatedKeys(ratings?.items, ["ratings", "items"], ({ id: id2 }) => id2, (id2, first) => ["duplicate/id", `The id ${quoted(id2)} is already that of ratings.items[${first}].`, "Give each its own id, or remove one."], issues);
  repeatedKeys(
    ratings?.items,
    ["ratings", "items"],
    ({ source: source2, rater, criterion, aspect, on }) => source2 && rater ? [source2, rater, criterion ?? "", aspect ?? "", on ?? ""].join("\n") : void 0,
    (_, first) => ["duplicate/rating", `The ${ratings.items[first].source} ${quoted(ratings.items[first].rater)} already rated the same in ratings.items[${first}].`, RATER_MEND],
    issues
  );
  repeatedKeys(effects2, ["effects"], ({ key }) => key, (key, first) => ["duplicate/key", `The key ${quoted(key)} is already that of effects[${first}].`, "One case is one effect: keep the one with the latest status."], issues);
  repeatedKeys(previous, ["previous"], ({ period }) => period && periodText(period), (period, first) => ["duplicate/period", `The period ${period} is already rated by previous[${first}].`, "Keep one rating for each period."], issues);
};

// src/model/effect-span.ts
function lastDayOf({ starts, ends: ends2, months }) {
  if (ends2) return ends2;
  return starts && months && addDays(addMonths(starts, Number(numerator(months))), -1);
}
function coverage(effect, period) {
  const { starts } = effect;
  if (!starts) return "none";
  const last2 = lastDayOf(effect);
  if (last2 && compareDates(last2, starts) < 0) return "none";
  if (compareDates(starts, period.to) > 0 || last2 && !overlaps({ from: starts, to: last2 }, period)) return "none";
  return compareDates(starts, period.from) <= 0 && (!last2 || compareDates(period.to, last2) <= 0) ? "whole" : "part";
}

// src/model/checks/effects.ts
var monthText = (date2) => date2.toString().slice(0, 7);
var effects = ({ effects: list, paid }, issues, faulty) => {
  list?.forEach((effect, index) => {
    if (!effect) return;
    const { status, starts, ends: ends2, months } = effect;
    const add2 = (code2, field, message, mend) => void issues.push(inputIssue(code2, ["effects", index, field], message, mend));
    if (status === "imposed" && !starts && !faulty(["effects", index, "starts"])) add2("effect/no-start", "starts", "This effect is imposed, but the month in which it starts is missing.", 'Give starts, such as "2024-07".');
    if (starts && ends2 && compareDates(ends2, starts) < 0) {
      add2("effect/reversed", "ends", `This effect ends in ${monthText(ends2)}, before it starts in ${monthText(starts)}.`, "Exchange the two months, or correct one of them.");
      return;
    }
    if (starts && ends2 && months && status === "imposed" && compareDates(ends2, addDays(addMonths(starts, Number(numerator(months))), -1)) !== 0) {
      add2("effect/months", "months", `${toText(months)} months are given, but from ${monthText(starts)} to ${monthText(ends2)} there are ${monthsBetween(starts, ends2)}.`, "Leave one of months and ends out, or correct it.");
      return;
    }
    if (paid?.period && status === "imposed" && coverage(effect, paid.period) === "part") {
      const last2 = lastDayOf(effect);
      add2("effect/part", "starts", `This effect holds from ${monthText(starts)}${last2 ? ` to ${monthText(last2)}` : ""} and so for a part of the paid period only.`, "Pay month by month, so that each month is cut or not.");
    }
  });
};
var monthsBetween = (starts, ends2) => (ends2.year - starts.year) * 12 + ends2.month - starts.month + 1;

// src/model/checks/grade.ts
var grade = ({ employee }, issues) => {
  if (!employee) return;
  const { status, golongan, golonganPppk, pangkat, postKind, jenjang } = employee;
  const add2 = (code2, field, message, mend) => void issues.push(inputIssue(code2, ["employee", field], message, mend));
  const onContract = status === "pppk" || status === "pppkPartTime";
  if (onContract && golongan) add2("employee/golongan", "golongan", `${golongan} is the golongan of a PNS, but the employee is a PPPK.`, "Give golonganPppk instead.");
  if (status && !onContract && golonganPppk) add2("employee/golongan", "golonganPppk", `${golonganPppk} is the golongan of a PPPK, but the employee is a ${status.toUpperCase()}.`, "Give golongan instead.");
  if (golongan && pangkat && PANGKAT_OF.get(golongan) !== pangkat) {
    add2("employee/pangkat", "pangkat", `${PANGKAT.titles.get(pangkat).id} is not the pangkat of golongan ${GOLONGAN.titles.get(golongan).id}.`, "Leave pangkat out: it is worked out from the golongan.");
  }
  if (jenjang && postKind && postKind !== "fungsional") add2("employee/jenjang", "jenjang", `Only functional posts have a jenjang, and this post is of the kind ${postKind}.`, "Leave jenjang out, or give postKind fungsional.");
};

// src/model/checks/intervals.ts
var reversed = (from, to) => from !== void 0 && to !== void 0 && compareDates(from, to) > 0;
var intervals = ({ assignments, leaves, activities }, issues) => {
  assignments?.forEach((assignment, index) => {
    if (!assignment || !reversed(assignment.from, assignment.to)) return;
    issues.push(inputIssue("interval/reversed", ["assignments", index], `This assignment begins on ${assignment.from}, after its end on ${assignment.to}.`, "Exchange the two dates, or correct one of them."));
  });
  leaves?.forEach((leave, index) => {
    if (!leave) return;
    const { from, to, days, workdays } = leave;
    if (reversed(from, to)) {
      issues.push(inputIssue("interval/reversed", ["leaves", index], `This leave begins on ${from}, after its end on ${to}.`, "Exchange the two dates, or correct one of them."));
      return;
    }
    const length = from && to && ratio(BigInt(daysBetween(from, to) + 1));
    if (length && days && !equals(length, days)) {
      issues.push(inputIssue("leave/days", ["leaves", index, "days"], `${toText(days)} days are given, but from ${from} to ${to} there are ${toText(length)}.`, "Leave days out: they are worked out from the dates."));
    }
    if (length && workdays && compare(workdays, length) > 0) {
      issues.push(inputIssue("leave/days", ["leaves", index, "workdays"], `${toText(workdays)} working days are given, but from ${from} to ${to} there are only ${toText(length)} days.`, "Correct the working days or the dates."));
    }
  });
  activities?.forEach((activity, index) => {
    if (!activity) return;
    const { done, submitted, approved, rejected } = activity;
    if (reversed(done, submitted)) issues.push(inputIssue("activity/order", ["activities", index, "submitted"], `This activity was submitted on ${submitted}, before it was done on ${done}.`, "Correct one of the two dates."));
    if (reversed(submitted, approved)) issues.push(inputIssue("activity/order", ["activities", index, "approved"], `This activity was approved on ${approved}, before it was submitted on ${submitted}.`, "Correct one of the two dates."));
    if (approved && rejected) issues.push(inputIssue("activity/both", ["activities", index, "rejected"], "This activity is both approved and rejected.", "Keep what was decided last."));
  });
};

// src/model/checks/references.ts
var references = ({ activities, indicators, previous, assessed, carry: carry2 }, issues, faulty) => {
  if (indicators && activities && !faulty(["indicators"])) {
    const known = new Set(indicators.map((indicator) => indicator?.id));
    activities.forEach((activity, index) => {
      if (activity?.indicator === void 0 || known.has(activity.indicator) || known.has(void 0)) return;
      const mend = didYouMean(activity.indicator, [...known], "Give the id of an indicator of this appraisal, or leave it out.");
      issues.push(inputIssue("activity/indicator", ["activities", index, "indicator"], `No indicator has the id ${quoted(activity.indicator)}.`, mend));
    });
  }
  if (!assessed) return;
  previous?.forEach((earlier, index) => {
    if (!earlier?.period || compareDates(earlier.period.to, assessed.to) < 0) return;
    issues.push(inputIssue("previous/later", ["previous", index, "period"], `The period ${periodText(earlier.period)} does not end before the assessed one (${periodText(assessed)}).`, "List only ratings of earlier periods here."));
  });
  if (carry2?.through && compareDates(carry2.through, assessed.to) >= 0) {
    issues.push(inputIssue("carry/later", ["carry", "through"], `The carry reaches to ${carry2.through}, not to a day before the end of the assessed period on ${assessed.to}.`, "Give the carry that the outcome of the period before returned."));
  }
};

// src/model/checks/scale.ts
var scale = ({ ratings }, issues) => {
  ratings?.items?.forEach((rating, index) => {
    const { min: min2, max: max2 } = rating?.scale ?? {};
    if (!rating || !min2 || !max2) return;
    const path = ["ratings", "items", index];
    if (compare(min2, max2) >= 0) {
      issues.push(inputIssue("rating/scale", [...path, "scale"], `A scale from ${toText(min2)} to ${toText(max2)} has no extent.`, "Give a max above the min."));
    } else if (rating.score && (compare(rating.score, min2) < 0 || compare(rating.score, max2) > 0)) {
      issues.push(inputIssue("rating/off-scale", [...path, "score"], `The score ${toText(rating.score)} lies off its scale of ${toText(min2)} to ${toText(max2)}.`, "Correct the score, or the scale on which it was given."));
    }
  });
};

// src/model/checks/target.ts
var target = ({ indicators }, issues, faulty) => {
  indicators?.forEach((indicator, index) => {
    if (!indicator) return;
    const add2 = (code2, field, message, mend) => void issues.push(inputIssue(code2, ["indicators", index, field], message, mend));
    const lacks = (field) => !indicator[field] && !faulty(["indicators", index, field]);
    if (faulty(["indicators", index, "polarity"])) return;
    if (indicator.polarity === "range") checkRange(indicator, lacks, add2);
    else checkTarget(indicator, lacks, add2);
    if (indicator.tolerance && isNegative(indicator.tolerance)) add2("indicator/tolerance", "tolerance", `A tolerance of ${toText(indicator.tolerance)} is negative.`, "A tolerance is a distance: give 0 or more.");
  });
};
var ZERO_MEND = {
  higher: "Agree on a target above zero, or leave the indicator out.",
  lower: "Agree on a range (polarity range, with targetLow and targetHigh), or count what went well and use polarity higher.",
  near: "Give a tolerance, or agree on a range (polarity range, with targetLow and targetHigh)."
};
function checkTarget(indicator, lacks, add2) {
  const { polarity = "higher", realisation, target: agreed } = indicator;
  if (realisation && lacks("target")) add2("indicator/no-target", "realisation", `A realisation of ${toText(realisation)} stands without a target.`, "Give the target that was agreed, or leave the realisation out.");
  if (agreed && isZero(agreed) && (polarity !== "near" || lacks("tolerance"))) {
    add2("indicator/target-zero", "target", `A target of 0 with polarity ${polarity} cannot be compared with: the realisation would be divided by zero.`, ZERO_MEND[polarity]);
  }
  if (indicator.previousRealisation && lacks("previousTarget") && lacks("target")) {
    add2("indicator/no-target", "previousRealisation", `A previous realisation of ${toText(indicator.previousRealisation)} stands without any target.`, "Give previousTarget or target, or leave the previous realisation out.");
  }
}
function checkRange(indicator, lacks, add2) {
  const { targetLow, targetHigh, realisation } = indicator;
  if (targetLow && targetHigh && compare(targetLow, targetHigh) > 0) {
    add2("indicator/target-range", "targetLow", `The target range begins at ${toText(targetLow)}, above its end at ${toText(targetHigh)}.`, "Exchange targetLow and targetHigh, or correct one of them.");
  }
  if (realisation && (lacks("targetLow") || lacks("targetHigh"))) {
    add2("indicator/no-target", "realisation", `A realisation of ${toText(realisation)} stands without a whole target range.`, "Give targetLow and targetHigh, or leave the realisation out.");
  }
}

// src/model/checks/index.ts
var APPRAISAL_CHECKS = Object.freeze([grade, target, scale, intervals, attendance, effects, references, duplicates]);

// src/model/deep-freeze.ts
function deepFreeze(value3) {
  if (typeof value3 === "object" && value3 !== null) freezeObject(value3);
  return value3;
}
function freezeObject(value3) {
  if (Array.isArray(value3)) {
    for (const member2 of value3) if (typeof member2 === "object" && member2 !== null) freezeObject(member2);
  } else {
    if (Object.getPrototypeOf(value3) !== Object.prototype) return;
    for (const key in value3) {
      const part3 = value3[key];
      if (typeof part3 === "object" && part3 !== null) freezeObject(part3);
    }
  }
  Object.freeze(value3);
}

// src/model/json-guard.ts
var GREATEST_DEPTH2 = 32;
var GREATEST_SIZE = 5e5;
var FORBIDDEN = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
function guardJson(data) {
  const issues = [];
  const stop = (issue) => ({ issues: [...issues, issue], fatal: true });
  if (typeof data !== "object" || data === null) return { issues, fatal: false };
  const open3 = [{ value: data, parent: void 0, key: "", depth: 1 }];
  let size = 0;
  for (let place2 = open3.pop(); place2; place2 = open3.pop()) {
    const isList2 = Array.isArray(place2.value);
    if (!isList2 && !isPlain(place2.value)) {
      issues.push(inputIssue("input/kind", pathOf(place2), `Here stands ${place2.value instanceof Date ? "a JavaScript Date" : "an object of a class"}, which is not plain JSON.`, "Give plain records, lists, texts, numbers and booleans; dates as text."));
      continue;
    }
    const keys = isList2 ? void 0 : Object.keys(place2.value);
    const length = keys ? keys.length : place2.value.length;
    size += length;
    if (size > GREATEST_SIZE) return stop(inputIssue("input/size", [], `The data holds more than ${GREATEST_SIZE} values.`, "Give one employee and one period at a time."));
    for (let index = 0; index < length; index++) {
      const key = keys ? keys[index] : index;
      if (keys && FORBIDDEN.has(key)) {
        issues.push(inputIssue("input/forbidden-name", [...pathOf(place2), key], `${quoted(key)} may not be the name of a field.`, "Choose another name."));
        continue;
      }
      const value3 = place2.value[key];
      if (typeof value3 !== "object" || value3 === null) continue;
      const inner = { value: value3, parent: place2, key, depth: place2.depth + 1 };
      if (inner.depth > GREATEST_DEPTH2) {
        return stop(inputIssue("input/depth", pathOf(inner), `Records and lists stand more than ${GREATEST_DEPTH2} deep inside one another here.`, "Check for data that contains itself."));
      }
      open3.push(inner);
    }
  }
  return { issues, fatal: false };
}
function isPlain(value3) {
  const prototype = Object.getPrototypeOf(value3);
  return prototype === null || prototype === Object.prototype || typeof prototype === "object" && Object.getPrototypeOf(prototype) === null;
}
function pathOf(place2) {
  const path = [];
  for (let at = place2; at.parent; at = at.parent) path.push(at.key);
  return path.reverse();
}

// src/model/schema-walk.ts
import * as z9 from "zod";
function bare(schema) {
  let at = schema;
  for (let next = unwrapped(at); next; next = unwrapped(at)) at = next;
  return at;
}
function unwrapped(schema) {
  if (leafOf(schema)) return void 0;
  if (schema instanceof z9.ZodOptional) return schema.unwrap();
  return schema instanceof z9.ZodPipe ? schema.in : void 0;
}
function noteUnder(schema) {
  for (let at = schema; at; at = unwrapped(at)) {
    const note = noteOf(at);
    if (note) return note;
  }
  throw new TypeError("A schema of the model has no note.");
}
var isOptional = (schema) => schema instanceof z9.ZodOptional;
function fieldsOf(schema) {
  const at = bare(schema);
  return at instanceof z9.ZodObject ? Object.entries(at.shape) : void 0;
}
function memberOf(schema) {
  const at = bare(schema);
  return at instanceof z9.ZodArray ? at.element : void 0;
}
function schemaAt(root, path) {
  let at = root;
  for (const part3 of path) {
    const fields = fieldsOf(at);
    at = fields ? fields.find(([name]) => name === part3)?.[1] : memberOf(at);
    if (!at) return void 0;
  }
  return at;
}

// src/model/schema-issue.ts
function translateIssue(issue, root, data) {
  const path = issue.path;
  const schema = schemaAt(root, path);
  switch (issue.code) {
    case "custom": {
      const refusal = issue.params?.["refusal"];
      return [inputIssue(refusal.code, path, refusal.message, refusal.mend)];
    }
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, schema));
    case "invalid_key":
      return [inputIssue("input/id", path, `${quoted(String(path.at(-1)))} is not an id.`, "An id is made of words such as absence.yearDays: each begins with a small letter and holds letters and digits.")];
    case "too_big":
      return [inputIssue("input/too-many", path, `This list holds ${valueAt2(data, path).length} members, and at most ${String(issue.maximum)} are taken.`, "Check for members that are listed twice, or shorten the period.")];
    case "invalid_value":
      return [wrongMember(valueAt2(data, path), path, schema)];
    default: {
      const { code: code2, message, mend } = schema ? wrongValue(valueAt2(data, path), schema) : wrongKind(valueAt2(data, path), "another value");
      return [inputIssue(code2, path, message, mend)];
    }
  }
}
function unknownKey(key, path, schema) {
  const fields = fieldsOf(schema).map(([name]) => name);
  return inputIssue("input/unknown-key", [...path, key], `${quoted(key)} is no field of ${recordText(schema)}.`, didYouMean(key, fields, `Its fields are ${fields.join(", ")}.`));
}
function wrongMember(value3, path, schema) {
  const { type, members } = enumerationOf(bare(schema));
  const near = typeof value3 === "string" ? nearest(value3, members) : void 0;
  const mend = near === void 0 ? `Give one of ${members.join(", ")}.` : `Did you mean "${near}"?`;
  if (typeof value3 === "string") return inputIssue("input/not-a-member", path, `${quoted(value3)} is not one of ${type.name}.`, mend);
  const refusal = wrongKind(value3, `one of ${type.name}`, mend);
  return inputIssue(refusal.code, path, refusal.message, refusal.mend);
}
function wrongValue(value3, schema) {
  const fields = fieldsOf(schema);
  if (fields) {
    const needed = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name);
    return wrongKind(value3, recordText(schema), needed.length > 0 ? `Give a record with at least ${needed.join(", ")}.` : `Give a record with some of ${fields.map(([name]) => name).join(", ")}.`);
  }
  if (memberOf(schema)) return wrongKind(value3, "a list");
  return wrongKind(value3, bare(schema).def.type === "boolean" ? "true or false" : "a record of values by id");
}
function recordText(schema) {
  const { name = "named" } = noteUnder(schema);
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name} record`;
}
function valueAt2(data, path) {
  let at = data;
  for (const part3 of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part3)) return void 0;
    at = at[part3];
  }
  return at;
}

// src/model/read-input.ts
function readInput(subject, schema, checks, data) {
  const guarded = guardJson(data);
  if (guarded.fatal) throw new InputError(subject, guarded.issues);
  const read2 = schema.safeParse(data);
  const issues = guarded.issues;
  if (!read2.success) for (const issue of read2.error.issues) addNew(issues, translateIssue(issue, schema, data));
  const sound = read2.success ? read2.data : soundPart(schema, data);
  const fields = new Set(issues.map(({ field }) => field));
  const faulty = (path) => fields.has(fieldText(path));
  if (sound !== void 0) for (const check of checks) check(sound, issues, faulty);
  if (issues.length > 0) throw new InputError(subject, issues);
  return deepFreeze(read2.data);
}
function addNew(issues, found) {
  for (const issue of found) if (!issues.some(({ code: code2, field }) => field === issue.field && code2.startsWith("input/"))) issues.push(issue);
}
function soundPart(schema, data) {
  const read2 = schema.safeParse(data);
  if (read2.success) return read2.data;
  if (typeof data !== "object" || data === null) return void 0;
  const member2 = memberOf(schema);
  if (member2) return Array.isArray(data) ? data.map((item) => soundPart(member2, item)) : void 0;
  const fields = fieldsOf(schema);
  if (!fields || Array.isArray(data)) return void 0;
  const sound = [];
  for (const [name, field] of fields) {
    const part3 = Object.hasOwn(data, name) ? soundPart(field, data[name]) : void 0;
    if (part3 !== void 0) sound.push([name, part3]);
  }
  return Object.fromEntries(sound);
}

// src/model/read-appraisal.ts
function readAppraisal(data) {
  return readInput("appraisal", appraisalSchema, APPRAISAL_CHECKS, data);
}

// src/engine/check-fit.ts
var LENGTH_WORDS = { month: "a calendar month", quarter: "a quarter", halfYear: "a half year", year: "a calendar year" };
function checkFit(ruleset, appraisal) {
  const issues = [];
  const { assessed, paid } = appraisal;
  checkValidity("assessed", assessed, ruleset.validity.assessed, ruleset.id, issues);
  if (paid) {
    if (ruleset.validity.paid) checkValidity("paid", paid.period, ruleset.validity.paid, ruleset.id, issues);
    else issues.push(inputIssue("period/no-payment", ["paid"], "The appraisal pays, but the ruleset was resolved without a paid period.", "Resolve it with { assessed, paid }."));
  } else if (ruleset.validity.paid) {
    issues.push(inputIssue("period/no-payment", ["paid"], "The ruleset was resolved for a payment, but the appraisal has no paid period.", 'Add "paid", or resolve the ruleset for the assessed period alone.'));
  }
  const { cycle } = ruleset;
  if (!cycle) return issues;
  if (!isCalendarPeriod(assessed, cycle.assesses)) issues.push(inputIssue("period/cycle", ["assessed"], `The assessed period ${periodText(assessed)} is not ${LENGTH_WORDS[cycle.assesses]}, as "${ruleset.id}" assesses.`, `Give ${LENGTH_WORDS[cycle.assesses]}.`));
  if (!paid) return issues;
  if (paid.kind === "regular" && !isCalendarPeriod(paid.period, cycle.pays)) issues.push(inputIssue("period/cycle", ["paid", "period"], `The paid period ${periodText(paid.period)} is not ${LENGTH_WORDS[cycle.pays]}, as "${ruleset.id}" pays.`, `Give ${LENGTH_WORDS[cycle.pays]}.`));
  const wanted = cycle.ratingActs === "samePeriod" ? assessed : cycle.ratingActs === "nextPeriod" ? nextPeriod(assessed, cycle.assesses) : void 0;
  if (wanted && !within2(paid.period, wanted)) {
    issues.push(inputIssue("period/acts", ["paid", "period"], `The paid period ${periodText(paid.period)} lies outside ${periodText(wanted)}, on which this assessment acts.`, "Give the assessment that decides this payment."));
  } else if (paid.period.to.epochDay < assessed.from.epochDay) {
    issues.push(inputIssue("period/acts", ["paid", "period"], `The paid period ${periodText(paid.period)} lies before the assessed period.`, "Exchange them."));
  }
  return issues;
}
var within2 = (inner, outer) => inner.from.epochDay >= outer.from.epochDay && inner.to.epochDay <= outer.to.epochDay;
function checkValidity(name, period, validity, id2, issues) {
  const { from, to } = validity;
  if (period.to.epochDay >= from.epochDay && (!to || period.to.epochDay <= to.epochDay)) return;
  issues.push(inputIssue("period/outside-ruleset", name === "assessed" ? ["assessed"] : ["paid", "period"], `The ${name} period ends on ${period.to}, and "${id2}" was resolved for the law of ${from} to ${to ? String(to) : "now"}.`, "Resolve the ruleset for the periods of the appraisal."));
}

// src/engine/effects.ts
function proposeEffects(events, incoming, period) {
  const kept = [...incoming];
  const proposals = [];
  for (const event2 of events) {
    const key = event2.kind === "block" ? `block/${event2.code}` : event2.key;
    const existing = kept.find((effect2) => effect2.key === key);
    if (existing) {
      proposals.push({ effect: existing, known: true, event: event2 });
      continue;
    }
    const effect = event2.kind === "block" ? blockEffect(event2, key, period) : sanctionEffect(event2, key, kept, period);
    kept.push(effect);
    proposals.push({ effect, known: false, event: event2 });
  }
  return proposals;
}
function sanctionEffect(event2, key, kept, period) {
  const { words } = event2.rule.event;
  const meets = words.get("meets");
  const months = event2.values.get("months");
  const first = startOf(words.get("starts"), period);
  const starts = meets === "queue" ? afterRunning(kept, first) : first;
  return withSpan({ key, code: event2.code, kind: "sanction", status: words.get("imposed") === "automatic" ? "imposed" : "proposed", rule: event2.rule.id, meets, cut: exactOf(event2.values.get("cut")), months: exactOf(months), starts });
}
function blockEffect(event2, key, period) {
  return withSpan({ key, code: event2.code, kind: "block", status: "imposed", rule: event2.rule.id, months: exactOf(event2.values.get("months")), starts: periodAround(period.to, "month").from });
}
function startOf(word, period) {
  const month = periodAround(period.to, "month");
  return word === "thisPayment" ? month.from : addDays(month.to, 1);
}
function afterRunning(kept, first) {
  let start = first;
  for (const effect of kept) {
    if (effect.kind !== "sanction" || effect.status !== "imposed") continue;
    const last2 = lastDayOf(effect);
    if (last2 && last2.epochDay >= start.epochDay) start = addDays(last2, 1);
  }
  return start;
}
function withSpan(draft) {
  const { months, starts } = draft;
  const ends2 = months && starts && numerator(months) > 0n ? addDays(addMonths(starts, Number(numerator(months))), -1) : void 0;
  const entries2 = Object.entries({ ...draft, ends: ends2 }).filter(([, value3]) => value3 !== void 0);
  return Object.freeze(Object.fromEntries(entries2));
}
var exactOf = (result) => result !== void 0 && isExact(result) ? result : void 0;

// src/values/decimal.ts
import { Decimal } from "decimal.js";
var KinerjaDecimal = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -1e3,
  toExpPos: 1e3,
  defaults: true
});
function toDecimal(value3) {
  return new KinerjaDecimal(numerator(value3).toString()).div(denominator(value3).toString());
}

// src/values/result.ts
var None = class {
  kind = "none";
};
var NONE = Object.freeze(new None());
var Unknown = class {
  constructor(facts2) {
    this.facts = facts2;
    Object.freeze(this);
  }
  facts;
  kind = "unknown";
};
var Fault = class {
  constructor(code2, message, span) {
    this.code = code2;
    this.message = message;
    this.span = span;
    Object.freeze(this);
  }
  code;
  message;
  span;
  kind = "fault";
};
var isNone = (result) => result === NONE;
var isUnknown = (result) => result instanceof Unknown;
var isFault = (result) => result instanceof Fault;
var isNoValue = (result) => result === NONE || result instanceof Unknown || result instanceof Fault;
var isList = (value3) => Array.isArray(value3);
var isRecord = (value3) => value3 instanceof Map;
var isDate = (value3) => value3 instanceof CalendarDate;
var unknown4 = (...facts2) => new Unknown(Object.freeze([...new Set(facts2)].sort()));
function worst(results) {
  let facts2;
  for (const result of results) {
    if (result instanceof Fault) return result;
    if (result instanceof Unknown) (facts2 ??= []).push(...result.facts);
  }
  return facts2 && unknown4(...facts2);
}
function toJson(result) {
  if (isExact(result)) return toText(result);
  if (isDate(result)) return result.toString();
  if (isList(result)) return result.map(toJson);
  if (isRecord(result)) return Object.fromEntries([...result].map(([name, value3]) => [name, toJson(value3)]));
  if (isNone(result)) return { none: true };
  if (isUnknown(result)) return { unknown: result.facts };
  if (isFault(result)) return { fault: result.code, message: result.message };
  return result;
}

// src/engine/evaluate-payment.ts
function evaluatePayment(step2, work, rulesFor) {
  const { run: run2 } = work;
  const notEntitled = step2.notEntitled.map((gate2) => ({ gate: gate2, verdict: run2.evaluate(gate2.when) }));
  const held = step2.held.map((gate2) => ({ gate: gate2, verdict: run2.evaluate(gate2.when) }));
  const amount = run2.read(step2.amount);
  for (const rule2 of rulesFor) run2.read(rule2.key);
  const fired = work.fired.filter((event2) => event2.rule.event.payment === step2.id);
  const openRules = (kind) => rulesFor.filter((rule2) => rule2.kind === kind).flatMap((rule2) => work.unsettled.get(rule2.key) ?? []);
  const line = decide(step2, notEntitled, held, amount, fired, openRules("exclude"), openRules("hold"));
  const gates = [
    ...notEntitled.map(({ gate: gate2, verdict }) => ({ kind: "notEntitled", text: gate2.text, verdict })),
    ...held.map(({ gate: gate2, verdict }) => ({ kind: "hold", text: gate2.text, verdict }))
  ];
  const { inputs, calls } = run2.takeNotes();
  run2.values.set(step2.key, amount);
  return { line, traced: { kind: "payment", key: step2.key, id: step2.id, origin: step2.origin, gates, result: amount, inputs, calls } };
}
function decide(step2, notEntitled, held, amount, fired, openExclusions, openHolds) {
  const base = { id: step2.id, title: step2.origin.title };
  const closed = [...notEntitled.filter(isTrue).map(gateReason), ...fired.filter((event2) => event2.kind === "exclude").map(ruleReason)];
  if (closed.length > 0) return { ...base, status: "notEntitled", amount: null, reasons: closed };
  const open3 = worst([...notEntitled.map(({ verdict }) => verdict), ...openExclusions, amount, ...held.map(({ verdict }) => verdict), ...openHolds]);
  const settled2 = open3 ?? noneOf([...notEntitled, ...held]) ?? amount;
  if (isFault(settled2)) return { ...base, status: "faulted", amount: null, reasons: [] };
  if (isUnknown(settled2)) return { ...base, status: "undetermined", amount: null, reasons: [], facts: settled2.facts };
  if (isNone(settled2)) return { ...base, status: "notEntitled", amount: null, reasons: [{ title: { id: "Tidak berlaku: tidak ada jumlah untuk keadaan ini", en: "Not applicable: there is no amount for this situation" }, ...cited(step2.origin.cite) }] };
  if (!isExact(settled2)) return { ...base, status: "faulted", amount: null, reasons: [] };
  const holds = held.filter(isTrue);
  const holdEvents = fired.filter((event2) => event2.kind === "hold");
  if (holds.length + holdEvents.length === 0) return { ...base, status: "paid", amount: toDecimal(settled2), reasons: [] };
  const until = [...holds.map(({ gate: gate2 }) => gate2.until), ...holdEvents.map((event2) => event2.rule.event.words.get("until"))].filter((word) => word !== void 0);
  return { ...base, status: "held", amount: toDecimal(settled2), reasons: [...holds.map(gateReason), ...holdEvents.map(ruleReason)], until: until.join("; ") };
}
var isTrue = ({ verdict }) => verdict === true;
var cited = (cite2) => cite2 === void 0 ? {} : { cite: cite2 };
var gateReason = ({ gate: gate2 }) => ({ title: gate2.reason, ...cited(gate2.cite) });
var ruleReason = (event2) => ({ title: event2.rule.origin.title, rule: event2.rule.id, ...cited(event2.rule.origin.cite) });
var noneOf = (judged) => {
  const none = judged.find(({ verdict }) => isNone(verdict));
  return none && new Fault("value/none", `"${none.gate.text}" is not applicable, so it cannot decide a payment.`);
};

// src/formula/check/clash.ts
var describe2 = (type) => typeText(type);
function clash(lead, found, wanted, span) {
  const units = found.kind === "number" && wanted.kind === "number";
  return { code: units ? "formula/unit" : "formula/type", message: lead, mend: mendClash(found, wanted), span };
}
function mendClash(found, wanted) {
  if (found.kind === "number" && wanted.kind === "number") {
    if ((found.unit.powers.percent ?? 0) < 0 || (wanted.unit.powers.percent ?? 0) < 0) return "A 100 in a product or quotient is 100 percent: let it meet a percentage, or leave it out.";
    if (sameUnit(multiplyUnits(found.unit, PERCENT), wanted.unit)) return `Multiply the ${found.unit.text} by 100: percent is a ratio times 100.`;
    if (sameUnit(divideUnits(found.unit, PERCENT), wanted.unit)) return `Divide the ${found.unit.text} by 100: a ratio is percent divided by 100.`;
    return "Bring both to one unit; rates such as IDR/month turn one unit into another.";
  }
  if (found.kind === "list" && wanted.kind === "number") return "Make one number of them with sum(...) or max(...), or take one with [1] or last(...).";
  if (found.kind === "list" && sameType(found.of, wanted)) return "Take one member with [1] or last(...).";
  if (found.kind === "record" && wanted.kind !== "record") return `Name one of its fields: ${[...found.fields.keys()].slice(0, 5).join(", ")}.`;
  if (found.kind === "text" && wanted.kind === "enum") return `Write one of its members: ${memberList(wanted.members)}.`;
  return void 0;
}
var memberList = (members) => members.slice(0, 8).map((member2) => `"${member2}"`).join(", ") + (members.length > 8 ? ", ..." : "");

// src/formula/check/adapt.ts
function bare2(type) {
  if (type.kind === "number") return numberType(type.unit);
  if (type.kind === "list") return listType(bare2(type.of), { each: type.each, maxItems: type.maxItems });
  return type;
}
function canAdapt(tree, type) {
  switch (tree.op) {
    case "list":
      return type.kind === "list" && tree.items.every((item) => canAdapt(item, type.of));
    case "if":
      return canAdapt(tree.then, type) && canAdapt(tree.else, type);
    case "index":
      return canAdapt(tree.of, listType(type));
    default:
      return tree.type.kind === "text" ? type.kind === "text" || type.kind === "enum" : tree.type.kind === type.kind && type.kind === "number";
  }
}
function retype(tree, type, checker) {
  const both = (left, right) => {
    const a = retype(left, type, checker);
    const b = retype(right, type, checker);
    return a && b && [a, b];
  };
  switch (tree.op) {
    case "constant":
      return type.kind === "enum" && !isMember(tree.value, type.members) ? unknownMember(tree.value, type, tree.span, checker) : { ...tree, type: bare2(type) };
    case "negate": {
      const operand = retype(tree.operand, type, checker);
      return operand && { ...tree, type, operand };
    }
    case "add":
    case "subtract": {
      const sides = both(tree.left, tree.right);
      return sides && { ...tree, type, left: sides[0], right: sides[1] };
    }
    case "multiply":
    case "divide": {
      const left = retype(tree.left, type, checker);
      return left && { ...tree, type, left };
    }
    case "if": {
      const branches = both(tree.then, tree.else);
      return branches && { ...tree, type, then: branches[0], else: branches[1] };
    }
    case "list": {
      if (type.kind !== "list") return tree;
      const items = retypeAll(tree.items, type.of, checker);
      const each = tree.items.length === 0 ? type.each : tree.type.kind === "list" ? tree.type.each : COUNT;
      return items && { ...tree, type: listType(type.of, { each, maxItems: tree.items.length }), items };
    }
    case "index": {
      const of = retype(tree.of, listType(type), checker);
      return of && { ...tree, type, of };
    }
    case "call": {
      const args = tree.args.map((argument2) => retype(argument2, argument2.type.kind === "list" && type.kind !== "list" ? listType(type) : type, checker));
      return args.every((argument2) => argument2 !== void 0) ? { ...tree, type, args } : void 0;
    }
    default:
      return tree;
  }
}
function retypeAll(trees, type, checker) {
  const retyped = trees.map((tree) => retype(tree, type, checker));
  return retyped.every((tree) => tree !== void 0) ? retyped : void 0;
}
var isMember = (value3, members) => typeof value3 === "string" && members.includes(value3);
function unknownMember(value3, type, span, checker) {
  const found = nearest(value3, type.members);
  return checker.refuse(
    "formula/unknown-member",
    `"${value3}" is no member of ${type.name}.`,
    span,
    found === void 0 ? `Its members are ${memberList(type.members)}.` : `Did you mean "${found}"?`
  );
}
function unify(drafts, checker, clashes) {
  const leader = drafts.find((draft) => !draft.loose) ?? drafts.find((draft) => !isEmptyList(draft.tree)) ?? drafts[0];
  const wanted = leader.tree.type;
  const trees = [];
  let agreed = true;
  for (const draft of drafts) {
    const tree = draft === leader ? draft.tree : fitOne(draft, wanted, checker, clashes);
    if (tree) trees.push(tree);
    else agreed = false;
  }
  if (!agreed) return void 0;
  return { trees, type: merged(trees, wanted), loose: leader.loose };
}
function fitOne(draft, wanted, checker, clashes) {
  const { tree } = draft;
  if (draft.loose && canAdapt(tree, wanted)) return retype(tree, wanted, checker);
  if (sameType(tree.type, wanted)) return tree;
  return refuseClash(clash(clashes(tree.type, wanted), tree.type, wanted, tree.span), checker);
}
var refuseClash = (finding, checker) => checker.refuse(finding.code, finding.message, finding.span, finding.mend);
var isEmptyList = (tree) => tree.op === "list" && tree.items.length === 0;
function merged(trees, wanted) {
  if (wanted.kind !== "list") return bare2(wanted);
  const lists = trees.flatMap((tree) => tree.type.kind === "list" ? [tree.type] : []);
  const each = lists.every((list) => sameUnit(list.each, wanted.each)) ? wanted.each : COUNT;
  const lengths = lists.map((list) => list.maxItems);
  const maxItems = lengths.every((length) => length !== void 0) ? Math.max(...lengths) : void 0;
  return listType(bare2(wanted.of), { each, maxItems });
}
function excuseBeside(trees, drafts, checker) {
  if (drafts.every((draft) => draft.loose)) return;
  trees.forEach((tree, index) => {
    if (!drafts[index].loose || tree.op !== "constant" || tree.type.kind !== "number" || !isExact(tree.value)) return;
    if (equals(tree.value, isPercent(tree.type.unit) ? HUNDRED : ONE) && (isPercent(tree.type.unit) || isRatio(tree.type.unit))) checker.excuse(tree);
  });
}

// src/formula/functions/arguments.ts
var ORDINALS = ["first", "second", "third"];
function argument(args, index, type, call2) {
  return fitOne(args[index], type, call2.checker, (found, wanted) => `The ${ORDINALS[index]} argument of ${call2.name} is ${describe2(found)}, and ${describe2(wanted)} is wanted.`);
}
function argumentsOf(args, types2, call2) {
  const trees = types2.map((type, index) => argument(args, index, type, call2));
  return trees.every((tree) => tree !== void 0) ? trees : void 0;
}
var giving = (args, unit) => args && { args, type: numberType(unit), loose: false };
function oneType(args, call2, wanted, fits) {
  const firm = args.some((arg) => !arg.loose);
  const odd = args.find((arg) => !(firm && arg.loose) && !isEmpty(arg.tree) && !fits(memberType(arg.tree)));
  if (odd) return call2.checker.refuse("formula/type", `${call2.name} works on ${wanted}, and this is ${describe2(odd.tree.type)}.`, odd.tree.span);
  const leader = args.find((arg) => !arg.loose) ?? args.find((arg) => !isEmpty(arg.tree)) ?? args[0];
  const type = bare2(memberType(leader.tree));
  const trees = args.map((arg) => {
    const list = arg.tree.type.kind === "list";
    const target2 = list && arg.tree.type.kind === "list" ? { ...arg.tree.type, of: type } : type;
    if (arg.loose && canAdapt(arg.tree, target2)) return fitOne(arg, target2, call2.checker, () => "");
    if (sameType(memberType(arg.tree), type)) return arg.tree;
    unify([member(leader.tree, type), member(arg.tree, memberType(arg.tree))], call2.checker, (found, other) => `The arguments of ${call2.name} differ: ${describe2(other)} and ${describe2(found)}.`);
    return void 0;
  });
  return trees.every((tree) => tree !== void 0) ? { args: trees, type, loose: leader.loose } : void 0;
}
function listArgument(args, call2) {
  const { tree } = args[0];
  if (tree.type.kind === "list") return { tree, of: tree.type.of, each: tree.type.each };
  return call2.checker.refuse("formula/not-a-list", `${call2.name} works on a list, and this is ${describe2(tree.type)}.`, tree.span);
}
var memberType = (tree) => tree.type.kind === "list" ? tree.type.of : tree.type;
var isEmpty = (tree) => tree.op === "list" && tree.items.length === 0;
var member = (tree, type) => ({ tree: { op: "constant", value: "", type, span: tree.span }, loose: false });

// src/formula/functions/of-nothing.ts
var ofNothing = (name, span) => new Fault("formula/empty-list", `${name} of an empty list has no answer; test the list with count(...) > 0 first.`, span);

// src/formula/functions/averages.ts
var average = (name, answer) => ({
  name,
  signature: `${name}(xs)`,
  arity: [1, Infinity],
  takes: "members",
  check: (args, call2) => oneType(args, call2, "numbers", (type) => type.kind === "number"),
  evaluate: (members, { span }) => members.length === 0 ? ofNothing(name, span) : answer(members, span)
});
var mean = average("mean", (members) => divide(members.reduce(add), ratio(BigInt(members.length))));
var median = average("median", (members) => {
  const sorted = [...members].sort(compare);
  const upper = sorted[sorted.length >> 1];
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[(sorted.length >> 1) - 1], upper), ratio(2n));
});

// src/formula/functions/count.ts
var count = {
  name: "count",
  signature: "count(xs)",
  arity: [1, 1],
  takes: "members",
  check(args, call2) {
    const list = listArgument(args, call2);
    return list && { args: [list.tree], type: numberType(list.each), loose: false };
  },
  evaluate: (members) => ratio(BigInt(members.length))
};

// src/formula/functions/dates.ts
var counting = (name, unit, steps) => ({
  name,
  signature: `${name}(a, b)`,
  arity: [2, 2],
  takes: "values",
  check: (args, call2) => giving(argumentsOf(args, [DATE, DATE], call2), unit),
  evaluate: ([a, b]) => ratio(BigInt(steps(a, b)))
});
var daysBetween2 = counting("days between", DAY, daysBetween);
var wholeMonths2 = counting("whole months", MONTH, wholeMonths);
var wholeYears2 = counting("whole years", YEAR, wholeYears);
var MOST_MONTHS = ratio(3612n);
var addMonths2 = {
  name: "add months",
  signature: "add months(date, n)",
  arity: [2, 2],
  takes: "values",
  check(args, call2) {
    const trees = argumentsOf(args, [DATE, numberType(MONTH)], call2);
    return trees && { args: trees, type: DATE, loose: false };
  },
  evaluate(args, { span }) {
    const [date2, months] = args;
    if (denominator(months) !== 1n) return new Fault("formula/whole-number", `add months needs whole months, and was given ${toText(months)}.`, span);
    if (compare(months.abs(), MOST_MONTHS) <= 0) {
      const moved = addMonths(date2, Number(numerator(months)));
      if (moved.year >= 1900 && moved.year <= 2200) return moved;
    }
    return new Fault("formula/date-range", `${date2} and ${toText(months)} months lead outside the years 1900 to 2200.`, span);
  }
};

// src/formula/functions/distinct-values.ts
var distinctValues = {
  name: "distinct values",
  signature: "distinct values(xs)",
  arity: [1, 1],
  takes: "members",
  check(args, call2) {
    const list = listArgument(args, call2);
    if (!list) return void 0;
    if (list.of.kind === "record" || list.of.kind === "list" || list.of.kind === "calendar") {
      return call2.checker.refuse("formula/type", `distinct values compares plain values, and this is ${describe2(list.tree.type)}.`, list.tree.span, "Take one field of each member first, such as xs.kind.");
    }
    return { args: [list.tree], type: list.tree.type, loose: args[0].loose };
  },
  evaluate(members) {
    const seen = /* @__PURE__ */ new Map();
    for (const member2 of members) {
      const key = isExact(member2) ? `number ${toText(member2)}` : member2 instanceof CalendarDate ? member2.epochDay.toString() : typeof member2 === "string" ? `text ${member2}` : member2;
      if (!seen.has(key)) seen.set(key, member2);
    }
    return Object.freeze([...seen.values()]);
  }
};

// src/formula/order-values.ts
function orderOf(a, b, order) {
  if (isExact(a) && isExact(b)) return compare(a, b);
  if (a instanceof CalendarDate && b instanceof CalendarDate) return compareDates(a, b);
  if (order === void 0 || typeof a !== "string" || typeof b !== "string") return void 0;
  const [left, right] = [order.indexOf(a), order.indexOf(b)];
  return left < 0 || right < 0 ? void 0 : left - right;
}
function sameValue(a, b) {
  if (isExact(a)) return isExact(b) ? equals(a, b) : void 0;
  if (a instanceof CalendarDate) return b instanceof CalendarDate ? a.epochDay === b.epochDay : void 0;
  return typeof a === typeof b && typeof a !== "object" ? a === b : void 0;
}
var orderIn = (type) => type.kind === "enum" ? type.order : void 0;

// src/formula/functions/extremes.ts
var extreme = (name, sign) => ({
  name,
  signature: `${name}(a, b)`,
  arity: [1, Infinity],
  takes: "members",
  check: (args, call2) => oneType(args, call2, "numbers, dates or members of an ordered enumeration", (type) => type.kind === "number" || type.kind === "date" || type.kind === "enum" && type.order !== void 0),
  evaluate(members, { type, span }) {
    const [first, ...rest] = members;
    if (first === void 0) return ofNothing(name, span);
    let found = first;
    for (const member2 of rest) {
      const order = orderOf(member2, found, orderIn(type));
      if (order === void 0) return new Fault("formula/kind", `${name} met values that have no order between them.`, span);
      if (order * sign > 0) found = member2;
    }
    return found;
  }
});
var min = extreme("min", -1);
var max = extreme("max", 1);

// src/formula/functions/last.ts
var last = {
  name: "last",
  signature: "last(xs)",
  arity: [1, 1],
  takes: "values",
  check(args, call2) {
    const list = listArgument(args, call2);
    return list && { args: [list.tree], type: list.of, loose: args[0].loose };
  },
  evaluate: ([list], { span }) => list.at(-1) ?? ofNothing("last", span)
};

// src/formula/functions/longest-run.ts
var longestRun = {
  name: "longest run",
  signature: 'longest run(for d in days return d.status = "absent")',
  arity: [1, 1],
  takes: "members",
  check(args, call2) {
    const list = listArgument(args, call2);
    const tree = list && argument(args, 0, listType(BOOLEAN), call2);
    return list && tree && { args: [tree], type: numberType(list.each), loose: false };
  },
  evaluate(members) {
    let longest = 0;
    let run2 = 0;
    for (const member2 of members) {
      run2 = member2 === true ? run2 + 1 : 0;
      if (run2 > longest) longest = run2;
    }
    return ratio(BigInt(longest));
  }
};

// src/formula/functions/modulo.ts
var modulo = {
  name: "modulo",
  signature: "modulo(a, b)",
  arity: [2, 2],
  takes: "values",
  check(args, call2) {
    const list = args.find((arg) => arg.tree.type.kind === "list");
    if (list) return call2.checker.refuse("formula/type", "modulo works on two numbers, and this is a list.", list.tree.span);
    const { tree } = args[1];
    if (tree.op === "constant" && isExact(tree.value) && isZero(tree.value)) {
      return call2.checker.refuse("formula/division-by-zero", "The formula divides by zero.", tree.span, "Divide by something else, or leave the division out.");
    }
    return oneType(args, call2, "numbers", (type) => type.kind === "number");
  },
  evaluate(args, { span }) {
    const [a, b] = args;
    if (isZero(b)) return new Fault("formula/division-by-zero", "modulo divides by zero here.", span);
    return subtract(a, multiply(ratio(floorInteger(divide(a, b))), b));
  }
};

// src/formula/functions/present.ts
var present = {
  name: "present",
  signature: "present(x)",
  arity: [1, 1],
  takes: "anything",
  check: (args) => ({ args: [args[0].tree], type: BOOLEAN, loose: false }),
  evaluate: ([result]) => isUnknown(result) || isFault(result) ? result : !isNone(result)
};

// src/formula/functions/single-numbers.ts
var single = (name, answer) => ({
  name,
  signature: `${name}(x)`,
  arity: [1, 1],
  takes: "values",
  check(args, call2) {
    if (args[0].tree.type.kind === "list") {
      return call2.checker.refuse("formula/type", `${name} works on one number, and this is a list.`, args[0].tree.span, `Go through the list: for x in xs return ${name}(x).`);
    }
    return oneType(args, call2, "a number", (type) => type.kind === "number");
  },
  evaluate: ([value3]) => answer(value3)
});
var floor = single("floor", (value3) => ratio(floorInteger(value3)));
var ceiling = single("ceiling", (value3) => denominator(value3) === 1n ? value3 : ratio(floorInteger(value3) + 1n));
var abs = single("abs", (value3) => isNegative(value3) ? negate(value3) : value3);

// src/formula/functions/sum.ts
var sum = {
  name: "sum",
  signature: "sum(xs)",
  arity: [1, Infinity],
  takes: "members",
  check: (args, call2) => oneType(args, call2, "numbers", (type) => type.kind === "number"),
  evaluate: (members) => members.reduce(add, ZERO)
};

// src/formula/functions/working-days.ts
var workingDays = {
  name: "working days",
  signature: "working days(from, to, calendar)",
  arity: [3, 3],
  takes: "values",
  check: (args, call2) => giving(argumentsOf(args, [DATE, DATE, CALENDAR], call2), DAY),
  evaluate(args, { span }) {
    const [from, to, calendar] = args;
    if (from.epochDay > to.epochDay) return new Fault("formula/dates-reversed", `working days counts from ${from} to ${to}, which lies before it.`, span);
    const read2 = readCalendar(calendar);
    if (read2 === void 0) return new Fault("formula/calendar", "The calendar does not say which weekdays are its weekend and which dates are its holidays.", span);
    return "weekend" in read2 ? ratio(BigInt(countDays2(from, to, read2))) : read2.missing;
  }
};
function readCalendar(calendar) {
  if (!isRecord(calendar)) return void 0;
  const weekend = calendar.get("weekend");
  const holidays = calendar.get("holidays");
  if (weekend === void 0 || holidays === void 0) return void 0;
  const missing2 = worst([weekend, holidays, ...isList(weekend) ? weekend : [], ...isList(holidays) ? holidays : []]);
  if (missing2) return { missing: missing2 };
  if (!isList(weekend) || !isList(holidays) || !weekend.every(isExact) || !holidays.every((day) => day instanceof CalendarDate)) return void 0;
  return { weekend: new Set(weekend.map((day) => Number(numerator(day)))), holidays: new Set(holidays.map((day) => day.epochDay)) };
}
function countDays2(from, to, closed) {
  const days = daysBetween(from, to) + 1;
  const weeks = Math.floor(days / 7);
  let count2 = weeks * [1, 2, 3, 4, 5, 6, 7].filter((day) => !closed.weekend.has(day)).length;
  for (let day = weeks * 7; day < days; day++) if (!closed.weekend.has(addDays(from, day).weekday)) count2++;
  for (const holiday of closed.holidays) {
    if (holiday >= from.epochDay && holiday <= to.epochDay && !closed.weekend.has(CalendarDate.fromEpochDay(holiday).weekday)) count2--;
  }
  return count2;
}

// src/formula/functions/index.ts
var BUILT_INS = Object.freeze([
  sum,
  count,
  min,
  max,
  mean,
  median,
  distinctValues,
  last,
  longestRun,
  floor,
  ceiling,
  modulo,
  abs,
  present,
  daysBetween2,
  wholeMonths2,
  wholeYears2,
  addMonths2,
  workingDays
]);
var BY_NAME = new Map(BUILT_INS.map((builtIn) => [builtIn.name, builtIn]));
var BUILT_IN_NAMES = Object.freeze([...BY_NAME.keys()]);
var findBuiltIn = (name) => BY_NAME.get(name);
var isBuiltIn = (name) => BY_NAME.has(name);

// src/formula/format-tree.ts
var LOOSEST = 0;
var OR = 1;
var AND = 2;
var COMPARISON2 = 3;
var SUM = 4;
var PRODUCT = 5;
var UNARY = 6;
var PRIMARY = 7;
var formatTree = (tree) => format(tree, true);
function format(tree, tail) {
  switch (tree.op) {
    case "constant":
      return formatValue(tree.value);
    case "read":
      return tree.id;
    case "local":
      return tree.name;
    case "field":
    case "project":
      return `${within3(tree.of, PRIMARY)}.${tree.field}`;
    case "index":
      return `${within3(tree.of, PRIMARY)}[${tree.at}]`;
    case "filter":
      return `${within3(tree.of, PRIMARY)}[${formatCondition(tree.where)}]`;
    case "for":
      return `for ${tree.local} in ${within3(tree.in, SUM)} return ${format(tree.return, tail)}`;
    case "some":
    case "every":
      return `${tree.op} ${tree.local} in ${within3(tree.in, SUM)} satisfies ${format(tree.satisfies, tail)}`;
    case "if":
      return `if ${formatTree(tree.condition)} then ${formatTree(tree.then)} else ${format(tree.else, tail)}`;
    case "and":
    case "or":
      return formatLogic(tree, tail);
    case "not":
      return `not(${formatTree(tree.operand)})`;
    case "negate":
      return `-${tree.operand.op === "constant" || tree.operand.op === "negate" ? bracketed(tree.operand) : within3(tree.operand, UNARY)}`;
    case "add":
      return `${within3(tree.left, SUM)} + ${within3(tree.right, SUM + 1)}`;
    case "subtract":
      return `${within3(tree.left, SUM)} - ${within3(tree.right, SUM + 1)}`;
    case "multiply":
      return `${within3(tree.left, PRODUCT)} * ${within3(tree.right, PRODUCT + 1)}`;
    case "divide":
      return `${within3(tree.left, PRODUCT)} / ${within3(tree.right, PRODUCT + 1)}`;
    case "compare":
      return `${within3(tree.left, COMPARISON2 + 1)} ${tree.comparator} ${within3(tree.right, COMPARISON2 + 1)}`;
    case "range":
      return formatRange(tree);
    case "member":
      return `${within3(tree.value, COMPARISON2 + 1)} in ${tree.list.op === "list" && tree.list.items.length > 0 ? `(${commas(tree.list.items)})` : within3(tree.list, PRIMARY)}`;
    case "list":
      return `[${commas(tree.items)}]`;
    case "call":
      return `${tree.name}(${commas(tree.args)})`;
    case "apply":
      return `${tree.id}(${commas(tree.args)})`;
  }
}
function formatLogic(tree, tail) {
  const last2 = tree.operands.length - 1;
  return tree.operands.map((operand, index) => {
    const open3 = tail && index === last2;
    const strength = strengthOf(operand);
    return strength > strengthOf(tree) || open3 && strength === LOOSEST ? format(operand, open3) : bracketed(operand);
  }).join(` ${tree.op} `);
}
function strengthOf(tree) {
  switch (tree.op) {
    case "for":
    case "some":
    case "every":
    case "if":
    // "in" takes in whatever follows it, so that only its own brackets end it.
    case "range":
    case "member":
      return LOOSEST;
    case "or":
      return OR;
    case "and":
      return AND;
    case "compare":
      return COMPARISON2;
    case "add":
    case "subtract":
      return SUM;
    case "multiply":
    case "divide":
      return PRODUCT;
    case "negate":
      return UNARY;
    case "constant":
      return isExact(tree.value) && isNegative(tree.value) ? UNARY : PRIMARY;
    default:
      return PRIMARY;
  }
}
var bracketed = (tree) => `(${formatTree(tree)})`;
var within3 = (tree, strength) => strengthOf(tree) < strength ? bracketed(tree) : format(tree, false);
var commas = (trees) => trees.map(formatTree).join(", ");
var formatCondition = (tree) => tree.type.kind === "number" ? bracketed(tree) : formatTree(tree);
function formatRange(tree) {
  const value3 = within3(tree.value, COMPARISON2 + 1);
  const { low, high, lowIncluded, highIncluded } = tree;
  if (low && high) return `${value3} in ${lowIncluded ? "[" : "("}${within3(low, SUM)}..${within3(high, SUM)}${highIncluded ? "]" : ")"}`;
  if (low) return `${value3} ${lowIncluded ? ">=" : ">"} ${within3(low, SUM)}`;
  if (high) return `${value3} ${highIncluded ? "<=" : "<"} ${within3(high, SUM)}`;
  return `present(${formatTree(tree.value)})`;
}
function formatValue(value3) {
  if (isExact(value3)) {
    const text = toText(value3);
    return text.includes("/") ? `(${text.replace("/", " / ")})` : text;
  }
  if (typeof value3 === "string") return JSON.stringify(value3);
  if (isDate(value3)) return value3.toString();
  if (isList(value3)) return `[${value3.map(formatValue).join(", ")}]`;
  if (isRecord(value3)) return `{${[...value3].map(([name, field]) => `${name}: ${formatValue(field)}`).join(", ")}}`;
  return isNoValue(value3) ? value3.kind : String(value3);
}

// src/formula/missing-value.ts
function noneFault(tree) {
  const text = formatTree(tree);
  return new Fault("value/none", NAMED.has(tree.op) ? `${text} is declared not applicable here; test it with present(${text}) first.` : `"${text}" has no value here, because what it chooses is declared not applicable.`, tree.span);
}
function noneMemberFault(tree) {
  const text = formatTree(tree);
  return new Fault("value/none", `A member of ${text} is declared not applicable here; leave such members out with ${NAMED.has(tree.op) ? text : `(${text})`}[present(item)].`, tree.span);
}
var kindFault = (tree, wanted) => new Fault("formula/kind", `"${formatTree(tree)}" should give ${wanted}, and does not.`, tree.span);
var NAMED = /* @__PURE__ */ new Set(["read", "local", "field", "project", "index", "filter", "apply", "call"]);

// src/formula/three-valued.ts
var conjunction = (a, b) => a === false || b === false ? false : open2(a, b, true);
var disjunction = (a, b) => a === true || b === true ? true : open2(a, b, false);
var negation = (a) => typeof a === "boolean" ? !a : a;
function open2(a, b, neutral) {
  if (a === neutral) return b;
  if (b === neutral) return a;
  if (a instanceof Fault) return a;
  if (b instanceof Fault) return b;
  return unknown4(...a.facts, ...b.facts);
}

// src/formula/evaluate-formula.ts
function evaluate(tree, environment, locals) {
  let frame;
  if (locals) for (const [name, value3] of locals) frame = { name, value: value3, outer: frame };
  return run(tree, environment, frame);
}
function run(tree, environment, frame) {
  switch (tree.op) {
    case "constant":
      return tree.value;
    case "read":
      return placed(environment.read(tree.id), tree);
    case "local":
      return localOf(tree.name, frame, tree);
    case "field":
      return fieldOf(run(tree.of, environment, frame), tree.field, tree.of, tree);
    case "project":
      return project(tree, environment, frame);
    case "index":
      return indexed(tree, environment, frame);
    case "filter":
      return filtered(tree, environment, frame);
    case "for":
      return gathered(tree, environment, frame);
    case "some":
    case "every":
      return quantified(tree, environment, frame);
    case "if": {
      const condition2 = truthOf(tree.condition, environment, frame);
      if (typeof condition2 !== "boolean") return condition2;
      return run(condition2 ? tree.then : tree.else, environment, frame);
    }
    case "and":
    case "or":
      return logic(tree, environment, frame);
    case "not":
      return negation(truthOf(tree.operand, environment, frame));
    case "negate": {
      const operand = run(tree.operand, environment, frame);
      if (isExact(operand)) return negate(operand);
      return isNoValue(operand) ? missing(operand, tree.operand) : kindFault(tree.operand, "a number");
    }
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return arithmetic(tree, environment, frame);
    case "compare":
      return compared(tree, environment, frame);
    case "range":
      return inRange(tree, environment, frame);
    case "member":
      return isMember2(tree, environment, frame);
    case "list":
      return Object.freeze(tree.items.map((item) => run(item, environment, frame)));
    case "call":
      return call(tree, environment, frame);
    case "apply":
      return apply(tree, environment, frame);
  }
}
function localOf(name, frame, tree) {
  for (let link = frame; link; link = link.outer) if (link.name === name) return link.value;
  return new Fault("formula/local", `The name "${name}" was given no value.`, tree.span);
}
var placed = (result, tree) => result instanceof Fault && result.span === void 0 ? new Fault(result.code, result.message, tree.span) : result;
var missing = (operand, tree) => operand === NONE ? noneFault(tree) : operand;
function missingAmong(operands, trees) {
  for (let index = 0; index < operands.length; index++) {
    if (isNoValue(operands[index])) return worst(operands) ?? noneFault(trees[operands.indexOf(NONE)]);
  }
  return void 0;
}
function truthOf(tree, environment, frame) {
  const result = run(tree, environment, frame);
  if (typeof result === "boolean") return result;
  return isNoValue(result) ? missing(result, tree) : kindFault(tree, "true or false");
}
function logic(tree, environment, frame) {
  const decisive = tree.op === "or";
  let truth2 = !decisive;
  for (const operand of tree.operands) {
    const next = truthOf(operand, environment, frame);
    truth2 = decisive ? disjunction(truth2, next) : conjunction(truth2, next);
    if (truth2 === decisive) return truth2;
  }
  return truth2;
}
function arithmetic(tree, environment, frame) {
  const left = run(tree.left, environment, frame);
  const right = run(tree.right, environment, frame);
  if (!isExact(left) || !isExact(right)) {
    return missingAmong([left, right], [tree.left, tree.right]) ?? kindFault(isExact(left) ? tree.right : tree.left, "a number");
  }
  switch (tree.op) {
    case "add":
      return add(left, right);
    case "subtract":
      return subtract(left, right);
    case "multiply":
      return multiply(left, right);
    case "divide":
      return isZero(right) ? new Fault("formula/division-by-zero", "The formula divides by zero here.", tree.span) : divide(left, right);
  }
}
function compared(tree, environment, frame) {
  const left = run(tree.left, environment, frame);
  const right = run(tree.right, environment, frame);
  const lacking = missingAmong([left, right], [tree.left, tree.right]);
  if (lacking) return lacking;
  const { comparator } = tree;
  if (comparator === "=" || comparator === "!=") {
    const same = sameValue(left, right);
    return same === void 0 ? kindFault(tree.right, "a value of the kind it is compared with") : same === (comparator === "=");
  }
  const order = orderOf(left, right, tree.order);
  if (order === void 0) return kindFault(tree, "values with an order between them");
  switch (comparator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
function inRange(tree, environment, frame) {
  const trees = [tree.value, tree.low, tree.high].filter((part3) => part3 !== void 0);
  const operands = trees.map((part3) => run(part3, environment, frame));
  const lacking = missingAmong(operands, trees);
  if (lacking) return lacking;
  const value3 = operands[0];
  const low = tree.low && orderOf(value3, operands[1], orderIn(tree.value.type));
  const high = tree.high && orderOf(value3, operands.at(-1), orderIn(tree.value.type));
  if (tree.low && low === void 0 || tree.high && high === void 0) return kindFault(tree, "values with an order between them");
  return (low === void 0 || low > 0 || low === 0 && tree.lowIncluded) && (high === void 0 || high < 0 || high === 0 && tree.highIncluded);
}
function isMember2(tree, environment, frame) {
  const value3 = run(tree.value, environment, frame);
  const list = run(tree.list, environment, frame);
  const lacking = missingAmong([value3, list], [tree.value, tree.list]);
  if (lacking) return lacking;
  if (!isList(list)) return kindFault(tree.list, "a list");
  let truth2 = false;
  for (const member2 of list) {
    if (member2 === NONE) truth2 = disjunction(truth2, noneMemberFault(tree.list));
    else if (isNoValue(member2)) truth2 = disjunction(truth2, member2);
    else truth2 = disjunction(truth2, sameValue(value3, member2) ?? kindFault(tree.list, "members of the kind that is looked for"));
    if (truth2 === true) return true;
  }
  return truth2;
}
function fieldOf(record5, field, of, tree) {
  if (isNoValue(record5)) return missing(record5, of);
  if (!isRecord(record5)) return kindFault(of, "a record");
  return record5.get(field) ?? new Fault("formula/field", `The record has no field "${field}".`, tree.span);
}
function listOf(tree, environment, frame) {
  const list = run(tree, environment, frame);
  if (isNoValue(list)) return missing(list, tree);
  return isList(list) ? list : kindFault(tree, "a list");
}
function project(tree, environment, frame) {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  return Object.freeze(list.map((member2) => isNoValue(member2) ? member2 : fieldOf(member2, tree.field, tree.of, tree)));
}
function indexed(tree, environment, frame) {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  const found = list.at(tree.at > 0 ? tree.at - 1 : tree.at);
  if (found !== void 0) return found;
  const size = list.length === 1 ? "1 member" : `${list.length} members`;
  return new Fault("formula/index", `There is no member [${tree.at}]: the list has ${size}.`, tree.span);
}
function filtered(tree, environment, frame) {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  const kept = [];
  let facts2;
  for (const member2 of list) {
    const truth2 = truthOf(tree.where, environment, { name: "item", value: member2, outer: frame });
    if (truth2 instanceof Fault) return truth2;
    if (truth2 instanceof Unknown) (facts2 ??= []).push(...truth2.facts);
    else if (truth2) kept.push(member2);
  }
  return facts2 ? unknown4(...facts2) : Object.freeze(kept);
}
function gathered(tree, environment, frame) {
  const list = listOf(tree.in, environment, frame);
  if (!isList(list)) return list;
  return Object.freeze(list.map((member2) => run(tree.return, environment, { name: tree.local, value: member2, outer: frame })));
}
function quantified(tree, environment, frame) {
  const list = listOf(tree.in, environment, frame);
  if (!isList(list)) return list;
  const decisive = tree.op === "some";
  let truth2 = !decisive;
  for (const member2 of list) {
    const next = truthOf(tree.satisfies, environment, { name: tree.local, value: member2, outer: frame });
    truth2 = decisive ? disjunction(truth2, next) : conjunction(truth2, next);
    if (truth2 === decisive) return truth2;
  }
  return truth2;
}
function call(tree, environment, frame) {
  const builtIn = findBuiltIn(tree.name);
  if (!builtIn) return new Fault("formula/unknown-function", `There is no function "${tree.name}".`, tree.span);
  const args = tree.args.map((arg) => run(arg, environment, frame));
  if (builtIn.takes === "anything") return builtIn.evaluate(args, tree);
  if (builtIn.takes === "values") return missingAmong(args, tree.args) ?? builtIn.evaluate(args, tree);
  const members = args.flatMap((arg) => isList(arg) ? arg : [arg]);
  return missingMembers(members, args, tree) ?? builtIn.evaluate(members, tree);
}
function missingMembers(members, args, tree) {
  if (!members.some(isNoValue)) return void 0;
  return worst(members) ?? missingAmong(args, tree.args) ?? noneMemberFault(tree.args[args.findIndex((arg) => isList(arg) && arg.includes(NONE))]);
}
function apply(tree, environment, frame) {
  const args = tree.args.map((arg) => run(arg, environment, frame));
  return missingAmong(args, tree.args) ?? placed(environment.apply(tree.id, args), tree);
}

// src/engine/evaluate-body.ts
function evaluateBody(body, environment, locals) {
  switch (body.form) {
    case "formula":
      return { result: evaluate(body.tree, environment, locals) };
    case "choose":
      return evaluateChoose(body.branches, environment, locals);
    case "parts":
      return evaluateParts(body, environment, locals);
  }
}
function evaluateChoose(branches, environment, locals) {
  for (const branch3 of branches) {
    const holds = branch3.when ? evaluate(branch3.when, environment, locals) : true;
    const taken = { letter: branch3.letter, ...branch3.cite !== void 0 && { cite: branch3.cite } };
    if (holds === true) return { result: evaluate(branch3.then, environment, locals), branch: taken };
    if (holds !== false) return { result: isNone(holds) ? new Fault("value/none", `The condition of branch ${branch3.letter} is not applicable.`) : holds, branch: taken };
  }
  return { result: new Fault("term/no-branch", "No branch applies.") };
}
function evaluateParts(body, environment, locals) {
  const evaluated = body.parts.map((part3) => ({ name: part3.name, value: evaluate(part3.value, environment, locals), weight: evaluate(part3.weight, environment, locals) }));
  const bad2 = worst(evaluated.map((part3) => part3.weight)) ?? evaluated.map((part3) => part3.weight).find(isNone);
  if (bad2 !== void 0) return { result: isNone(bad2) ? new Fault("value/none", "A weight is not applicable.") : bad2, parts: evaluated };
  const weights = evaluated.map((part3) => part3.weight);
  const negative = weights.find(isNegative);
  if (negative) return { result: new Fault("weights/negative", `A weight is ${toText(negative)}.`), parts: evaluated };
  const sum3 = weights.reduce(add, ZERO);
  if (!equals(sum3, body.total)) return { result: new Fault("weights/sum", `The weights add up to ${toText(sum3)}, not to ${toText(body.total)}.`), parts: evaluated };
  const values = worst(evaluated.map((part3) => part3.value));
  if (values) return { result: values, parts: evaluated };
  const absent = evaluated.filter((part3) => isNone(part3.value));
  if (absent.length === evaluated.length) return { result: NONE, parts: evaluated };
  if (absent.length > 0 && body.notApplicable === "unknown") return { result: unknown4(...absent.map((part3) => part3.name)), parts: evaluated };
  const present2 = evaluated.filter((part3) => !isNone(part3.value));
  const presentSum = present2.reduce((total3, part3) => add(total3, part3.weight), ZERO);
  if (compare(presentSum, ZERO) === 0) return { result: new Fault("weights/sum", "All parts that are applicable have the weight 0."), parts: evaluated };
  const parts2 = evaluated.map((part3) => isNone(part3.value) ? part3 : { ...part3, used: divide(multiply(part3.weight, HUNDRED), presentSum) });
  const total2 = present2.reduce((whole2, part3) => add(whole2, multiply(part3.value, part3.weight)), ZERO);
  return { result: divide(total2, presentSum), parts: parts2 };
}

// src/engine/evaluate-raters.ts
function evaluateRaters(step2, ratings, expected, run2) {
  const criteria = step2.criteria?.members;
  const relevant = ratings.filter((rating) => criteria ? rating.criterion !== void 0 && criteria.includes(rating.criterion) : true);
  const gathered2 = step2.sources.map((plan) => gather(step2, plan, relevant.filter((rating) => rating.source === plan.source), expected, run2));
  const perCriterion = /* @__PURE__ */ new Map();
  for (const member2 of criteria ?? []) {
    const scores = new Map(gathered2.filter((source2) => source2.present).map((source2) => [source2.plan.source, source2.byCriterion.get(member2) ?? NONE]));
    const rated = new Map([...scores].filter(([, score]) => !isNone(score)));
    perCriterion.set(member2, rated.size === 0 ? NONE : weigh(step2, rated).score);
  }
  const held = worst(gathered2.filter((source2) => isNoValue(source2.score) && !isNone(source2.score)).map((source2) => source2.score));
  const present2 = new Map(gathered2.filter((source2) => source2.present).map((source2) => [source2.plan.source, source2.score]));
  const weighed = held ? { score: held, weights: /* @__PURE__ */ new Map(), how: "hold" } : weigh(step2, present2);
  const acrossCriteria = criteria && step2.combine.at(-1) === "criteria" && !held ? overCriteria(step2, perCriterion) : void 0;
  return {
    score: acrossCriteria ?? weighed.score,
    sources: gathered2.map((source2) => ({
      source: source2.plan.source,
      raters: source2.raters,
      present: source2.present,
      belowQuorum: source2.belowQuorum,
      score: source2.score,
      ...weighed.weights.has(source2.plan.source) && { weight: weighed.weights.get(source2.plan.source) }
    })),
    criteria: perCriterion,
    weights: { how: weighed.how, ..."row" in weighed && weighed.row !== void 0 && { row: weighed.row } }
  };
}
function gather(step2, plan, ratings, expected, run2) {
  const raters2 = new Set(ratings.map((rating) => rating.rater)).size;
  const nothing = { plan, raters: raters2, byCriterion: /* @__PURE__ */ new Map() };
  const quorum = quorumOf(plan, expected, run2);
  if (!isExact(quorum)) return { ...nothing, present: false, belowQuorum: false, score: quorum };
  const needed = compare(quorum, ratio(1n)) < 0 ? ratio(1n) : quorum;
  if (compare(ratio(BigInt(raters2)), needed) < 0) {
    return { ...nothing, present: false, belowQuorum: raters2 > 0, score: plan.below === "absent" ? NONE : unknown4(`ratings.${plan.source}`) };
  }
  const converted = ratings.map((rating) => ({ ...rating, result: convert(plan, rating, run2) }));
  const bad2 = worst(converted.map((rating) => rating.result));
  if (bad2) return { ...nothing, present: false, belowQuorum: false, score: bad2 };
  const scores = converted.map((rating) => ({ rater: rating.rater, criterion: rating.criterion, score: rating.result }));
  const byCriterion = new Map((step2.criteria?.members ?? []).map((member2) => [member2, combineRaters(plan, scores.filter((each) => each.criterion === member2).map((each) => each.score), run2)]));
  return { plan, raters: raters2, present: true, belowQuorum: false, byCriterion, score: sourceScore(step2, plan, scores, byCriterion, run2) };
}
function sourceScore(step2, plan, scores, byCriterion, run2) {
  if (!step2.criteria) return combineRaters(plan, raterMeans(scores), run2);
  const { incomplete, members } = step2.criteria;
  if (step2.combine.indexOf("criteria") < step2.combine.indexOf("raters")) {
    if (incomplete === "hold" && [...new Set(scores.map((score) => score.rater))].some((rater) => members.some((member2) => !scores.some((score) => score.rater === rater && score.criterion === member2)))) {
      return unknown4(`ratings.${plan.source}`);
    }
    return combineRaters(plan, raterMeans(scores), run2);
  }
  const results = [...byCriterion.values()];
  if (incomplete === "hold" && results.some(isNone)) return unknown4(`ratings.${plan.source}`);
  const given = results.filter((result) => !isNone(result));
  return worst(given) ?? mean2(given);
}
function raterMeans(scores) {
  const byRater = /* @__PURE__ */ new Map();
  for (const score of scores) byRater.set(score.rater, [...byRater.get(score.rater) ?? [], score.score]);
  return [...byRater.values()].map(mean2);
}
function combineRaters(plan, scores, run2) {
  if (scores.length === 0) return NONE;
  const sorted = [...scores].sort(compare);
  switch (plan.within.form) {
    case "mean":
      return mean2(sorted);
    case "median": {
      const middle = Math.floor(sorted.length / 2);
      return sorted.length % 2 === 1 ? sorted[middle] : mean2([sorted[middle - 1], sorted[middle]]);
    }
    case "trimmedMean": {
      const trim = run2.read(plan.within.trim);
      if (!isExact(trim)) return isNone(trim) || typeof trim !== "object" ? new Fault("raters/trim", "The share to trim is no number.") : trim;
      const cut = Number(floorInteger(divide(multiply(trim, ratio(BigInt(sorted.length))), HUNDRED)));
      const kept = sorted.slice(cut, sorted.length - cut);
      return kept.length === 0 ? new Fault("raters/trim", `Trimming ${toText(trim)} percent at each end leaves no rater of ${sorted.length}.`) : mean2(kept);
    }
  }
}
function quorumOf(plan, expected, run2) {
  switch (plan.quorum.form) {
    case "number":
      return ratio(BigInt(plan.quorum.count));
    case "parameter":
      return run2.read(plan.quorum.key);
    case "all": {
      const asked = expected.get(plan.source);
      return asked === void 0 ? unknown4(`raters.expected.${plan.source}`) : ratio(BigInt(asked));
    }
  }
}
function convert(plan, rating, run2) {
  if (compare(rating.low, plan.low) !== 0 || compare(rating.high, plan.high) !== 0) {
    return new Fault("raters/scale", `The rating of ${rating.source} "${rating.rater}" is on the scale ${toText(rating.low)}..${toText(rating.high)}, and the scheme reads ${toText(plan.low)}..${toText(plan.high)}.`);
  }
  if (plan.convert === "none") return rating.score;
  if (plan.convert === "ofTop") return divide(multiply(rating.score, HUNDRED), plan.high);
  if (plan.convert === "betweenEnds") return divide(multiply(subtract(rating.score, plan.low), HUNDRED), subtract(plan.high, plan.low));
  const found = run2.apply(plan.convert.table, [rating.score]);
  return isExact(found) || isNoValue(found) && !isNone(found) ? found : new Fault("raters/convert", `The score ${toText(rating.score)} has no number in "${plan.convert.table}".`);
}
function weigh(step2, present2) {
  if (present2.size === 0) return { score: unknown4(...step2.sources.map((source2) => `ratings.${source2.source}`)), weights: /* @__PURE__ */ new Map(), how: "none" };
  const row = step2.rows.find((each) => each.weights.size === present2.size && [...each.weights.keys()].every((source2) => present2.has(source2)));
  if (row) return { ...total(row.weights, present2), how: "row", row: row.index };
  const missing2 = step2.sources.map((source2) => source2.source).filter((source2) => !present2.has(source2));
  const full = step2.full?.weights;
  if (step2.otherwise === "hold" || !full) return { score: unknown4(...missing2.map((source2) => `ratings.${source2}`)), weights: /* @__PURE__ */ new Map(), how: "hold" };
  if (step2.otherwise === "zero") {
    const filled = new Map([...full.keys()].map((source2) => [source2, present2.get(source2) ?? ZERO]));
    return { ...total(full, filled), how: "zero" };
  }
  const weights = new Map([...full].filter(([source2]) => present2.has(source2)));
  if (typeof step2.otherwise === "object") {
    const { substitute } = step2.otherwise;
    if (!present2.has(substitute)) return { score: unknown4(`ratings.${substitute}`), weights: /* @__PURE__ */ new Map(), how: "substitute" };
    for (const source2 of missing2) weights.set(substitute, add(weights.get(substitute), full.get(source2) ?? ZERO));
    return { ...total(weights, present2), how: "substitute" };
  }
  return { ...total(weights, present2), how: "renormalise" };
}
function total(weights, scores) {
  const sum3 = [...weights.values()].reduce(add, ZERO);
  if (compare(sum3, ZERO) === 0) return { score: new Fault("weights/sum", "The sources that are present all have the weight 0."), weights };
  const counted = [...weights].filter(([, weight]) => compare(weight, ZERO) !== 0);
  const bad2 = worst(counted.map(([source2]) => scores.get(source2)));
  if (bad2) return { score: bad2, weights };
  const whole2 = counted.reduce((so, [source2, weight]) => add(so, multiply(weight, scores.get(source2))), ZERO);
  return { score: divide(whole2, sum3), weights: new Map([...weights].map(([source2, weight]) => [source2, divide(multiply(weight, HUNDRED), sum3)])) };
}
function overCriteria(step2, perCriterion) {
  const results = [...perCriterion.values()];
  if (step2.criteria.incomplete === "hold" && results.some(isNone)) return unknown4("ratings");
  const given = results.filter((result) => !isNone(result));
  if (given.length === 0) return unknown4("ratings");
  return worst(given) ?? mean2(given);
}
var mean2 = (scores) => divide(scores.reduce(add, ZERO), ratio(BigInt(scores.length)));

// src/engine/evaluate-rule.ts
function evaluateRule(step2, run2) {
  const leaves = [];
  const verdict = decide2(step2.condition, run2, leaves, void 0);
  return { verdict, leaves };
}
function decide2(condition2, run2, leaves, name) {
  const within5 = condition2.name ?? name;
  switch (condition2.kind) {
    case "leaf": {
      const verdict = run2.evaluate(condition2.tree);
      const left = run2.evaluate(condition2.fact);
      const right = run2.evaluate(condition2.value);
      const settled2 = isNone(verdict) ? new Fault("value/none", `"${condition2.text}" compares what is not applicable.`) : verdict;
      const gap = gapOf(left, right);
      leaves.push({ text: condition2.text, verdict: settled2, left, right, ...gap && { gap }, ...within5 !== void 0 && { condition: within5 } });
      return settled2;
    }
    case "not":
      return negation(decide2(condition2.condition, run2, leaves, within5));
    default: {
      const verdicts = condition2.conditions.map((inner) => decide2(inner, run2, leaves, within5));
      return verdicts.reduce(condition2.kind === "all" ? conjunction : disjunction);
    }
  }
}
function gapOf(left, right) {
  if (isExact(left) && isExact(right)) return subtract(left, right);
  if (isDate(left) && isDate(right)) return ratio(BigInt(left.epochDay - right.epochDay));
  return void 0;
}

// src/engine/events.ts
function fireEvent(rule2, run2) {
  const { event: event2 } = rule2;
  const values = new Map([...event2.values].map(([name, tree]) => [name, run2.evaluate(tree)]));
  const keyParts = event2.key?.map((tree) => run2.evaluate(tree));
  const unsettled = worst([...values.values(), ...keyParts ?? []]);
  return {
    rule: rule2,
    kind: event2.kind,
    code: plainText2(values.get("code")) ?? rule2.id,
    values,
    ...keyParts && { key: keyParts.map((part3) => plainText2(part3) ?? "none").join("/") },
    ...unsettled && { unsettled }
  };
}
function plainText2(result) {
  if (result === void 0 || isNone(result)) return void 0;
  if (isExact(result)) return toText(result);
  if (isDate(result)) return result.toString();
  return typeof result === "string" || typeof result === "boolean" ? String(result) : void 0;
}

// src/model/active-effects.ts
function activeEffects(appraisal) {
  const period = appraisal.paid?.period ?? periodAround(appraisal.assessed.to, "month");
  const imposed = (appraisal.effects ?? []).filter((effect) => effect.status === "imposed" && coverage(effect, period) === "whole");
  return imposed.filter((effect) => effect.meets !== "heaviest" || imposed.find((other) => outweighs(other, effect)) === void 0);
  function outweighs(other, effect) {
    if (other === effect || other.meets !== "heaviest" || other.kind !== effect.kind) return false;
    const order = other.cut && effect.cut ? compare(other.cut, effect.cut) : Number(Boolean(other.cut)) - Number(Boolean(effect.cut));
    return order > 0 || order === 0 && imposed.indexOf(other) < imposed.indexOf(effect);
  }
}

// src/model/period-facts.ts
var ends = (idName, enName) => ({
  from: dateField({ id: `Awal ${idName}`, en: `First day of the ${enName}`, about: `The first day of the ${enName}.` }),
  to: dateField({ id: `Akhir ${idName}`, en: `Last day of the ${enName}`, about: `The last day of the ${enName}.` })
});
var periodFactsSchema = recordField(
  {
    assessed: recordField(ends("periode penilaian", "period assessed"), { name: "assessedPeriod", id: "Periode penilaian", en: "Period assessed", about: "The period that is assessed." }),
    paid: recordField(
      { ...ends("periode pembayaran", "period paid"), kind: choiceField(PAYMENT_KIND, { id: "Jenis pembayaran", en: "Kind of payment", about: "Which payment it is." }) },
      { name: "paidPeriod", id: "Periode pembayaran", en: "Period paid", about: "The period that is paid, when something is." }
    ).optional(),
    /** Year in which the assessed period ends: year, 1900 to 2200, step 1. */
    year: decimalField({ id: "Tahun", en: "Year", about: "The year in which the assessed period ends.", unit: "year", min: "1900", max: "2200", step: "1" }),
    /** Quarter in which the assessed period ends: count, 1 to 4, step 1. */
    quarter: decimalField({ id: "Triwulan", en: "Quarter", about: "The quarter in which the assessed period ends.", unit: "count", min: "1", max: "4", step: "1" }),
    /** Month in which the assessed period ends: count, 1 to 12, step 1. */
    month: decimalField({ id: "Bulan", en: "Month", about: "The month in which the assessed period ends.", unit: "count", min: "1", max: "12", step: "1" }),
    /** Calendar days of the assessed period: day, 1 to 110000, step 1. */
    days: decimalField({ id: "Jumlah hari", en: "Days", about: "The calendar days of the assessed period.", unit: "day", min: "1", max: "110000", step: "1" })
  },
  { name: "periodFacts", id: "Periode", en: "Periods", about: "The periods of the appraisal." }
);
function periodFacts({ assessed, paid }) {
  const { to } = assessed;
  const whole2 = (count2) => ratio(BigInt(count2));
  return {
    assessed: { from: assessed.from, to },
    paid: paid && { from: paid.period.from, to: paid.period.to, kind: paid.kind },
    year: whole2(to.year),
    quarter: whole2(Math.ceil(to.month / 3)),
    month: whole2(to.month),
    days: whole2(daysBetween(assessed.from, to) + 1)
  };
}

// src/model/catalogue.ts
var facts = /* @__PURE__ */ new Map();
var types = /* @__PURE__ */ new Map();
var enumerations = /* @__PURE__ */ new Map();
function typeOf(schema) {
  const at = bare(schema);
  const leaf = leafOf(at);
  if (leaf) return named(leaf.type);
  const words = enumerationOf(at);
  if (words) {
    enumerations.set(words.type.name, words);
    return named(words.type);
  }
  const note = noteUnder(schema);
  const member2 = memberOf(at);
  if (member2) return listType(typeOf(member2), { each: note.each ?? COUNT, maxItems: note.maxItems, key: note.key });
  const fields = fieldsOf(at);
  return fields ? named(recordType(note.name, fields.map(([name, field]) => [name, typeOf(field)]))) : BOOLEAN;
}
function named(type) {
  if (type.kind === "enum" || type.kind === "record") types.set(type.name, type);
  return type;
}
function collect(schema, id2, path, optional) {
  const at = bare(schema);
  const note = noteUnder(schema);
  if (note.fact === null) return;
  const segments = note.fact === void 0 ? id2 : note.fact.split(".");
  const absent = optional || isOptional(schema);
  const fields = leafOf(at) ? void 0 : fieldsOf(at);
  if (fields) {
    for (const [name, field] of fields) collect(field, [...segments, name], [...path, name], absent);
    return;
  }
  const type = typeOf(at);
  const factId = segments.join(".");
  facts.set(factId, Object.freeze({ id: factId, type, title: Object.freeze({ id: note.id, en: note.en }), description: describe(note, type), optional: absent, path: Object.freeze(path) }));
}
collect(appraisalSchema, [], [], false);
collect(periodFactsSchema, ["period"], ["period"], false);
var FACT_CATALOGUE = facts;
var CATALOGUE_TYPES = types;

// src/model/facts-of.ts
function factsOf(appraisal) {
  const view = completed(appraisal);
  const values = /* @__PURE__ */ new Map();
  for (const { id: id2, type, path } of FACT_CATALOGUE.values()) {
    let at = view;
    for (const name of path) at = at === void 0 ? void 0 : at[name];
    if (at !== void 0) values.set(id2, toResult(at, type));
  }
  return values;
}
function completed(appraisal) {
  const { employee, leaves, attendance: attendance2 } = appraisal;
  return {
    ...appraisal,
    employee: { ...employee, pangkat: employee.pangkat ?? (employee.golongan && PANGKAT_OF.get(employee.golongan)) },
    leaves: leaves?.map((leave) => ({ ...leave, days: leave.days ?? whole(daysBetween(leave.from, leave.to) + 1) })),
    attendance: attendance2 && {
      days: attendance2.days?.map((day) => ({ ...day, week: day.week ?? whole(isoWeek(day.date)), weekday: day.weekday ?? whole(day.date.weekday) })),
      counts: attendance2.days ? { ...attendance2.counts, ...Object.fromEntries(countDays(attendance2.days)) } : attendance2.counts
    },
    effects: appraisal.effects && activeEffects(appraisal),
    period: periodFacts(appraisal)
  };
}
var whole = (count2) => ratio(BigInt(count2));
function toResult(value3, type) {
  if (type.kind === "list") return value3.map((member2) => toResult(member2, type.of));
  if (type.kind !== "record") return value3;
  const record5 = /* @__PURE__ */ new Map();
  for (const [name, field] of type.fields) {
    const part3 = value3[name];
    record5.set(name, part3 === void 0 ? NONE : toResult(part3, field));
  }
  return record5;
}

// src/values/read-datum.ts
function readDatum(written, type) {
  if (written === "none" && !(type.kind === "enum" && type.members.includes("none"))) return { value: NONE };
  switch (type.kind) {
    case "number":
      return readNumber(written, type);
    case "boolean":
      return typeof written === "boolean" ? { value: written } : refused(`${shown2(written)} is neither true nor false.`);
    case "text":
      return typeof written === "string" ? { value: written } : refused(`${shown2(written)} is no text.`);
    case "enum":
      return typeof written === "string" && type.members.includes(written) ? { value: written } : refused(`${shown2(written)} is no member of ${type.name}.`, didYouMean(String(written), type.members, `Its members are: ${type.members.join(", ")}.`));
    case "date": {
      const date2 = typeof written === "string" ? CalendarDate.parse(written) : void 0;
      return date2 ? { value: date2 } : refused(`${shown2(written)} is no day of the calendar.`, "Write YYYY-MM-DD.");
    }
    case "list":
      return readList(written, type);
    case "record":
      return readRecord(written, type.name, type.fields);
    case "calendar":
      return refused("A calendar cannot be written as a value.", "Put it under calendars/ and name it.");
  }
}
function readNumber(written, type) {
  if (typeof written !== "string" && typeof written !== "number") return refused(`${shown2(written)} is no number.`);
  let value3;
  try {
    value3 = typeof written === "number" ? fromNumber(written, type.step) : fromDecimalText(written);
  } catch (error) {
    if (error instanceof NumberRefused) return { finding: { code: error.code, message: error.message } };
    throw error;
  }
  const unit = type.unit.text === "ratio" ? "" : ` ${type.unit.text}`;
  if (type.min && compare(value3, type.min) < 0) return refused(`${toText(value3)} lies below the least value, ${toText(type.min)}${unit}.`);
  if (type.max && compare(value3, type.max) > 0) return refused(`${toText(value3)} lies above the greatest value, ${toText(type.max)}${unit}.`);
  if (type.step && !isMultiple(value3, type.step)) return refused(`${toText(value3)} is not a multiple of the step, ${toText(type.step)}${unit}.`);
  return { value: value3 };
}
function readList(written, type) {
  if (!Array.isArray(written)) return refused(`${shown2(written)} is no list.`);
  if (type.maxItems !== void 0 && written.length > type.maxItems) return refused(`The list has ${written.length} members; it may have ${type.maxItems}.`);
  const items = [];
  for (const [index, item] of written.entries()) {
    const read2 = readDatum(item, type.of);
    if ("finding" in read2) return refused(`Member ${index + 1}: ${read2.finding.message}`, read2.finding.mend);
    items.push(read2.value);
  }
  return { value: Object.freeze(items) };
}
function readRecord(written, name, fields) {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return refused(`${shown2(written)} is no ${name} record.`);
  const stray = Object.keys(written).find((key) => !fields.has(key));
  if (stray !== void 0) return refused(`"${stray}" is no field of ${name}.`, didYouMean(stray, fields.keys()));
  const record5 = /* @__PURE__ */ new Map();
  for (const [field, type] of fields) {
    if (!Object.hasOwn(written, field)) {
      record5.set(field, NONE);
      continue;
    }
    const read2 = readDatum(written[field], type);
    if ("finding" in read2) return refused(`Field ${field}: ${read2.finding.message}`, read2.finding.mend);
    record5.set(field, read2.value);
  }
  return { value: record5 };
}
function shown2(written) {
  if (written === null || written === void 0) return "Nothing";
  if (Array.isArray(written)) return "A list";
  if (typeof written === "object") return "A mapping";
  const text = String(written);
  return `"${text.length > 40 ? `${text.slice(0, 40)}\u2026` : text}"`;
}
var refused = (message, mend) => ({ finding: { code: "value/refused", message, mend } });

// src/engine/load-facts.ts
function loadFacts(plan, appraisal, issues) {
  const given = new Map(factsOf(appraisal));
  for (const [id2, written] of appraisal.facts ?? []) {
    const type = plan.ownFacts.get(id2);
    if (!type) {
      issues.push(inputIssue("facts/unknown", ["facts", id2], `The ruleset has no fact "${id2}".`, didYouMean(id2, plan.ownFacts.keys()) ?? "Remove it, or declare it in facts.yaml."));
      continue;
    }
    const read2 = readDatum(written, type);
    if ("finding" in read2) issues.push(inputIssue("facts/value", ["facts", id2], read2.finding.message, read2.finding.mend ?? "Give a value of its type."));
    else given.set(id2, read2.value);
  }
  for (const id2 of appraisal.carry?.values.keys() ?? []) {
    if (!plan.byKey.has(`carry.${id2}`) && !plan.carryIds.has(id2)) issues.push(inputIssue("carry/unknown", ["carry", "values", id2], `The ruleset carries no "${id2}".`, didYouMean(id2, plan.carryIds) ?? "Remove it."));
  }
  return { given };
}
function settleFact(step2, given, run2, issues) {
  const value3 = given.get(step2.id);
  if (step2.derive) {
    const derived = run2.evaluate(step2.derive);
    if (value3 !== void 0 && !isNoValue(derived) && !sameResult(value3, derived)) {
      issues.push(inputIssue("facts/differs", ["facts", step2.id], `"${step2.id}" is given as ${resultText(value3)}, but its formula gives ${resultText(derived)}.`, "Correct the given value, or leave it out."));
    }
    return value3 !== void 0 && isNoValue(derived) ? { result: value3, source: "given" } : { result: derived, source: "derived" };
  }
  if (value3 !== void 0) return { result: value3, source: value3 === NONE ? "notApplicable" : "given" };
  switch (step2.absence) {
    case "required":
      issues.push(inputIssue("facts/missing", pathOf2(step2), `The fact "${step2.id}" is missing, and the ruleset requires it.`, "Supply it."));
      return { result: unknown4(step2.id), source: "missing" };
    case "unknown":
      return { result: unknown4(step2.id), source: "missing" };
    case "none":
      return { result: NONE, source: "notApplicable" };
    default:
      return { result: step2.absence.default, source: "default" };
  }
}
var pathOf2 = (step2) => step2.catalogue ? step2.id.split(".") : ["facts", step2.id];
function settleCarry(step2, appraisal, issues) {
  const { assessed, carry: carry2 } = appraisal;
  const id2 = step2.id.slice("carry.".length);
  const opened = { result: step2.opening, source: "opened" };
  if (step2.resets !== "never" && periodAround(assessed.from, step2.resets).from.epochDay === assessed.from.epochDay) return opened;
  const value3 = carry2?.values.get(id2);
  if (!carry2 || value3 === void 0) return { result: unknown4(step2.id), source: "missing" };
  if (step2.resets !== "never" && !samePeriod(periodAround(carry2.through, step2.resets), periodAround(assessed.from, step2.resets))) {
    return { result: unknown4(step2.id), source: "missing" };
  }
  if (carry2.through.epochDay !== addDays(assessed.from, -1).epochDay) {
    issues.push(inputIssue("carry/gap", ["carry", "through"], `The carry runs through ${carry2.through}, and the assessed period begins on ${assessed.from}.`, `Give the carry through ${addDays(assessed.from, -1)}.`));
  }
  return { result: value3, source: "carried" };
}
function sameResult(a, b) {
  if (isExact(a) && isExact(b)) return a.equals(b);
  if (isDate(a) && isDate(b)) return a.epochDay === b.epochDay;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((member2, index) => sameResult(member2, b[index]));
  if (isRecord(a) && isRecord(b)) return a.size === b.size && [...a].every(([name, value3]) => b.has(name) && sameResult(value3, b.get(name)));
  return a === b;
}
function resultText(result) {
  if (isExact(result)) return toText(result);
  if (isNoValue(result)) return result.kind;
  return isList(result) || isRecord(result) ? "another value" : String(result);
}

// src/values/rounding.ts
var ROUNDING_MODES = ["up", "down", "half-up", "half-down", "half-even", "ceiling", "floor"];
function round(value3, step2, mode) {
  if (step2.n === 0n || step2.s < 0n) throw new RangeError("The step of a rounding must be above zero.");
  const scaled = divide(value3, step2);
  if (denominator(scaled) === 1n) return value3;
  return multiply(ratio(roundRatio(numerator(scaled), denominator(scaled), mode)), step2);
}
function roundRatio(n, d, mode) {
  const negative = n < 0n;
  const size = negative ? -n : n;
  const whole2 = size / d;
  const rest = size % d;
  const signed = (magnitude) => negative ? -magnitude : magnitude;
  const twice3 = 2n * rest;
  switch (mode) {
    case "up":
      return signed(whole2 + 1n);
    case "down":
      return signed(whole2);
    case "ceiling":
      return negative ? -whole2 : whole2 + 1n;
    case "floor":
      return negative ? -(whole2 + 1n) : whole2;
    case "half-up":
      return signed(twice3 >= d ? whole2 + 1n : whole2);
    case "half-down":
      return signed(twice3 > d ? whole2 + 1n : whole2);
    case "half-even":
      return signed(twice3 > d || twice3 === d && whole2 % 2n === 1n ? whole2 + 1n : whole2);
  }
}

// src/engine/round-result.ts
function roundResult(result, plan) {
  if (isExact(result)) {
    const rounded = round(result, plan.step, plan.mode);
    return { result: rounded, rounding: { exact: result, rounded, plan } };
  }
  if (!isList(result)) return { result };
  const each = result.map((member2) => roundResult(member2, plan));
  return { result: Object.freeze(each.map((member2) => member2.result)), all: each.flatMap((member2) => member2.rounding ? [member2.rounding] : []) };
}

// src/engine/evaluate-step.ts
function evaluateStep(step2, work) {
  const { run: run2 } = work;
  const base = { key: step2.key, id: step2.id, origin: step2.origin };
  const done = (result) => {
    run2.values.set(step2.key, result);
    return { result, ...run2.takeNotes() };
  };
  switch (step2.kind) {
    case "fact": {
      const { result, source: source2 } = settleFact(step2, work.given, run2, work.issues);
      return { ...base, kind: "fact", source: source2, ...done(result) };
    }
    case "carryFact": {
      const { result, source: source2 } = settleCarry(step2, work.appraisal, work.issues);
      return { ...base, kind: "fact", source: source2, ...done(result) };
    }
    case "parameter":
      return { ...base, kind: "parameter", ...done(step2.value) };
    case "fired":
      return { ...base, kind: "fired", stage: step2.stage, ...done(firedList(step2.rules, work)) };
    case "term":
      return evaluateTerm(step2, base, run2, done);
    case "raters":
      return evaluateScheme(step2, base, work, done);
    case "rule":
      return evaluateRuleStep(step2, base, work, done);
    case "carry":
      return { ...base, kind: "carry", ...done(run2.evaluate(step2.next)) };
  }
}
function evaluateTerm(step2, base, run2, done) {
  const { body, each } = step2;
  let exact;
  let details;
  if (each) exact = forEach(run2.evaluate(each.list), (member2) => evaluateBody(body, run2, /* @__PURE__ */ new Map([[each.local, member2]])).result);
  else {
    details = evaluateBody(body, run2);
    exact = details.result;
  }
  const rounded = step2.round ? roundResult(exact, step2.round) : void 0;
  const rounding = rounded?.rounding ? [rounded.rounding] : rounded?.all;
  return {
    ...base,
    kind: "term",
    stage: step2.stage,
    form: body.form,
    ...body.form === "formula" && { text: body.text },
    ...details?.branch && { branch: details.branch },
    ...details?.parts && { parts: details.parts },
    ...rounding && { rounding },
    ...done(rounded?.result ?? exact)
  };
}
function forEach(list, evaluate2) {
  if (!isList(list)) return list;
  return Object.freeze(list.map((member2) => isFault(member2) || isUnknown(member2) ? member2 : evaluate2(member2)));
}
function evaluateScheme(step2, base, work, done) {
  const { run: run2 } = work;
  const scheme = evaluateRaters(step2, work.ratings, work.expectedRaters, run2);
  for (const source2 of scheme.sources) {
    run2.values.set(`${step2.id}.${source2.source}.score`, source2.score);
    run2.values.set(`${step2.id}.${source2.source}.present`, isUnknown(source2.score) || isFault(source2.score) ? source2.score : source2.present);
  }
  for (const [member2, score] of scheme.criteria) run2.values.set(`${step2.id}.criterion.${member2}`, score);
  run2.values.set(`${step2.id}.score`, scheme.score);
  const { inputs, calls, result } = done(scheme.score);
  return { ...base, kind: "raters", stage: step2.stage, sources: scheme.sources, weights: scheme.weights, criteria: scheme.criteria, result, inputs, calls };
}
function evaluateRuleStep(step2, base, work, done) {
  const { verdict, leaves } = evaluateRule(step2, work.run);
  let settled2 = verdict;
  if (verdict === true) {
    const event2 = fireEvent(step2, work.run);
    if (event2.unsettled === void 0) work.fired.push(event2);
    else settled2 = event2.unsettled;
  }
  if (settled2 !== true && settled2 !== false) work.unsettled.set(step2.key, settled2);
  return { ...base, kind: "rule", stage: step2.stage, event: step2.event.kind, verdict, leaves, ...done(settled2) };
}
function firedList(rules, work) {
  for (const rule2 of rules) work.run.read(rule2);
  const open3 = worst(rules.map((rule2) => work.run.values.get(rule2) ?? false));
  if (open3) return open3;
  const members = work.fired.filter((event2) => rules.includes(event2.rule.key)).map((event2) => /* @__PURE__ */ new Map([["rule", event2.rule.id], ["code", event2.code]]));
  return Object.freeze(members);
}
function ratingsOf(appraisal) {
  return (appraisal.ratings?.items ?? []).map((item, index) => ({
    source: item.source,
    rater: item.rater,
    score: item.score,
    low: item.scale.min,
    high: item.scale.max,
    index,
    ...item.criterion !== void 0 && { criterion: item.criterion }
  }));
}
function expectedRatersOf(appraisal) {
  const asked = Object.entries(appraisal.ratings?.expected ?? {}).filter(([, count2]) => count2 !== void 0);
  return new Map(asked.map(([source2, count2]) => [source2, Number(numerator(count2))]));
}

// src/engine/outcome-json.ts
function outcomeJson(outcome) {
  const { trace, ...rest } = outcome;
  return { ...plain2(rest), trace: trace.steps.map(plain2) };
}
function plain2(value3) {
  if (typeof value3 !== "object" || value3 === null) return value3;
  if (isExact(value3)) return toText(value3);
  if (value3 instanceof KinerjaDecimal) return value3.toFixed();
  if (value3 instanceof CalendarDate) return value3.toString();
  if (value3 instanceof None || value3 instanceof Unknown || value3 instanceof Fault) return toJson(value3);
  if (Array.isArray(value3)) return value3.map(plain2);
  if (value3 instanceof Map) return Object.fromEntries([...value3].map(([key, inner]) => [String(key), plain2(inner)]));
  return Object.fromEntries(Object.entries(value3).filter(([, inner]) => inner !== void 0 && typeof inner !== "function").map(([key, inner]) => [key, plain2(inner)]));
}

// src/engine/standing.ts
var RANK = { confirmed: 0, derived: 1, reported: 2, placeholder: 3 };
var worseStanding = (a, b) => RANK[b] > RANK[a] ? b : a;
function usedNodes(trace, roots) {
  const used = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const stack = [...roots];
  while (stack.length > 0) {
    const key = stack.pop();
    if (seen.has(key)) continue;
    seen.add(key);
    const step2 = trace.byKey.get(key) ?? trace.byKey.get(schemeOf(key, trace));
    if (!step2) continue;
    for (const node of ownNodes(step2)) used.set(`${node.id} ${node.standing}`, node);
    stack.push(...step2.inputs);
  }
  return [...used.values()].sort((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
function schemeOf(key, trace) {
  const segments = key.split(".");
  for (let length = segments.length - 1; length > 0; length--) {
    const prefix = segments.slice(0, length).join(".");
    if (trace.byKey.get(prefix)?.kind === "raters") return prefix;
  }
  return key;
}
function ownNodes(step2) {
  const nodes = [];
  const counts = step2.kind === "fact" ? step2.source === "default" : step2.kind !== "fired";
  if (counts) nodes.push({ id: step2.id, standing: step2.origin.standing });
  for (const call2 of step2.calls) {
    nodes.push({ id: call2.id, standing: call2.row?.standing ?? call2.origin.standing });
    if (call2.rounding?.plan.standing) nodes.push({ id: `${call2.id} (rounding)`, standing: call2.rounding.plan.standing });
  }
  if (step2.kind === "term") {
    for (const rounding of step2.rounding ?? []) if (rounding.plan.standing) nodes.push({ id: `${step2.id} (rounding)`, standing: rounding.plan.standing });
  }
  return nodes;
}

// src/engine/outcome.ts
function buildOutcome(ruleset, work, steps, payments, proposals) {
  const { plan } = ruleset;
  const { appraisal, run: run2 } = work;
  const trace = Object.freeze({ steps: Object.freeze([...steps]), byKey: new Map(steps.map((step2) => [step2.key, step2])), values: run2.values });
  const terms = [];
  for (const step2 of plan.steps) {
    if (step2.kind === "term") terms.push([step2.id, termOutcome(run2.values.get(step2.key), step2.each ? void 0 : step2.type)]);
    else if (step2.kind === "raters") terms.push(...raterTerms(step2, run2.values));
  }
  const scores = [];
  for (const { name, key } of plan.outputs.scores) {
    const value3 = run2.values.get(key);
    if (value3 !== void 0 && isExact(value3)) scores.push([name, scoreOf(value3, unitOf(ruleset, key))]);
  }
  const rating = plan.outputs.rating && run2.values.get(plan.outputs.rating.key);
  const carried = plan.steps.filter((step2) => step2.kind === "carry").flatMap((step2) => {
    const value3 = run2.values.get(step2.key);
    return isExact(value3) ? [[step2.id, toText(value3)]] : [];
  });
  const roots = rootKeys(ruleset, steps);
  const relevant = relevantSteps(trace, roots);
  const faults = relevant.filter((step2) => isFault(step2.result)).map(faultOf);
  const unknownFacts = [...new Set(relevant.flatMap((step2) => isUnknown(step2.result) ? step2.result.facts : []))].sort();
  const events = (kind) => work.fired.filter((event2) => event2.kind === kind).map(ruleOutcome);
  const outcome = {
    status: faults.length > 0 ? "faulted" : unknownFacts.length > 0 ? "undetermined" : "complete",
    employee: appraisal.employee.id,
    assessed: { from: appraisal.assessed.from.toString(), to: appraisal.assessed.to.toString() },
    ...appraisal.paid && { paid: { from: appraisal.paid.period.from.toString(), to: appraisal.paid.period.to.toString(), kind: appraisal.paid.kind } },
    scores: Object.fromEntries(scores),
    ...typeof rating === "string" && { rating },
    terms: Object.fromEntries(terms),
    awards: events("award"),
    sanctions: proposals.filter(({ effect, known }) => effect.kind === "sanction" && !known).map(({ effect, event: event2 }) => ({ ...ruleOutcome(event2), key: effect.key, imposed: event2.rule.event.words.get("imposed"), effect: effectJson(effect) })),
    development: events("development"),
    flags: events("flag"),
    blocks: proposals.filter(({ effect }) => effect.kind === "block").map(({ event: event2 }) => ({ ...ruleOutcome(event2), ...untilOf(event2) })),
    payments,
    effects: [...appraisal.effects ?? [], ...proposals.filter(({ known }) => !known).map(({ effect }) => effect)].map(effectJson),
    carry: { through: appraisal.assessed.to.toString(), values: Object.fromEntries(carried) },
    unknownFacts,
    faults,
    ruleset: { id: ruleset.id, version: ruleset.version, hash: ruleset.hash, assessedOn: ruleset.dates.assessed.to.toString(), ...ruleset.dates.paid && { paidOn: ruleset.dates.paid.to.toString() } },
    standing: standingOf(trace, roots, payments),
    trace
  };
  Object.defineProperty(outcome, "toJSON", { value: () => outcomeJson(outcome), enumerable: false });
  return deepFreeze2(outcome);
}
function rootKeys(ruleset, steps) {
  const { outputs } = ruleset.plan;
  const own2 = steps.filter((step2) => step2.kind === "payment" || step2.kind === "rule" || step2.kind === "carry").map((step2) => step2.key);
  return [...own2, ...outputs.scores.map((score) => score.key), ...outputs.rating ? [outputs.rating.key] : []];
}
function relevantSteps(trace, roots) {
  return roots.map((key) => trace.byKey.get(key)).filter((step2) => step2 !== void 0);
}
function unitOf(ruleset, key) {
  const step2 = ruleset.plan.byKey.get(key);
  const type = step2 && "type" in step2 ? step2.type : void 0;
  return type?.kind === "number" ? type.unit.text : "points";
}
var scoreOf = (value3, unit) => ({ value: toDecimal(value3), exact: toText(value3), unit });
function termOutcome(result, type) {
  if (isNone(result)) return { status: "none" };
  if (isUnknown(result)) return { status: "unknown", facts: result.facts };
  if (isFault(result)) return { status: "fault", code: result.code, message: result.message };
  if (isExact(result)) return { status: "value", kind: "number", ...scoreOf(result, type?.kind === "number" ? type.unit.text : "ratio") };
  return { status: "value", kind: "other", value: toJson(result) };
}
var POINTS = { kind: "number", unit: { text: "points", powers: { points: 1 } } };
function raterTerms(step2, values) {
  const prefix = `${step2.id}.`;
  return [...values].filter(([key]) => key.startsWith(prefix) && (key === `${prefix}score` || key.startsWith(`${prefix}criterion.`) || step2.sources.some((source2) => key.startsWith(`${prefix}${source2.source}.`)))).map(([key, value3]) => [key, termOutcome(value3, POINTS)]);
}
function ruleOutcome(event2) {
  const { origin } = event2.rule;
  return { rule: event2.rule.id, code: event2.code, title: origin.title, ...origin.cite !== void 0 && { cite: origin.cite }, params: Object.fromEntries([...event2.values].map(([name, value3]) => [name, toJson(value3)])) };
}
function untilOf(event2) {
  const until = event2.values.get("until");
  return until === void 0 || isNone(until) ? {} : { until: String(toJson(until)) };
}
function effectJson(effect) {
  const month = (date2) => date2?.toString().slice(0, 7);
  const written = { ...effect, cut: effect.cut && toText(effect.cut), months: effect.months && toText(effect.months), starts: month(effect.starts), ends: month(effect.ends) };
  return Object.fromEntries(Object.entries(written).filter(([, value3]) => value3 !== void 0));
}
function faultOf(step2) {
  const fault = step2.result;
  return { code: fault.code, node: step2.id, message: fault.message, ...fault.span && { span: fault.span } };
}
function standingOf(trace, roots, payments) {
  const nodes = { confirmed: 0, reported: 0, derived: 0, placeholder: 0 };
  const rupiah = { confirmed: new KinerjaDecimal(0), reported: new KinerjaDecimal(0), derived: new KinerjaDecimal(0), placeholder: new KinerjaDecimal(0) };
  const used = usedNodes(trace, roots);
  for (const node of used) nodes[node.standing]++;
  for (const line of payments) {
    if (line.amount === null) continue;
    const worst2 = usedNodes(trace, [line.id]).reduce((so, node) => worseStanding(so, node.standing), "confirmed");
    rupiah[worst2] = rupiah[worst2].plus(line.amount);
  }
  return { nodes, rupiah, placeholders: [...new Set(used.filter((node) => node.standing === "placeholder").map((node) => node.id))] };
}
function deepFreeze2(value3) {
  if (typeof value3 !== "object" || value3 === null || Object.isFrozen(value3)) return value3;
  const prototype = Object.getPrototypeOf(value3);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return value3;
  Object.freeze(value3);
  for (const inner of Object.values(value3)) deepFreeze2(inner);
  return value3;
}

// src/table/line.ts
var BEFORE_ALL = Object.freeze({ end: -1, at: ZERO, above: false });
var AFTER_ALL = Object.freeze({ end: 1, at: ZERO, above: false });
var cutBelow = (at) => ({ end: 0, at, above: false });
var cutAbove = (at) => ({ end: 0, at, above: true });
var fromDays = (days) => ratio(BigInt(days));
var DATE_LINE = Object.freeze({
  dates: true,
  min: fromDays(CalendarDate.of(1900, 1, 1).epochDay),
  max: fromDays(CalendarDate.of(2200, 12, 31).epochDay),
  step: ONE
});
function lineOf(type) {
  if (type.kind === "date") return DATE_LINE;
  return type.kind === "number" ? { dates: false, min: type.min, max: type.max, step: type.step } : void 0;
}
function compareCuts(a, b) {
  if (a.end !== 0 || b.end !== 0) return a.end - b.end;
  return compare(a.at, b.at) || Number(a.above) - Number(b.above);
}
function cutIsBefore(cut, value3) {
  if (cut.end !== 0) return cut.end < 0;
  const order = compare(cut.at, value3);
  return order < 0 || order === 0 && !cut.above;
}
var floorStep = (value3, step2) => multiply(ratio(floorInteger(divide(value3, step2))), step2);
var ceilingStep = (value3, step2) => negate(floorStep(negate(value3), step2));
function cutsOf(interval, line) {
  return [lowCut(interval, line), highCut(interval, line)];
}
function lowCut({ low, lowIncluded }, { step: step2 }) {
  if (!low) return BEFORE_ALL;
  if (!step2) return lowIncluded ? cutBelow(low) : cutAbove(low);
  return cutBelow(lowIncluded ? ceilingStep(low, step2) : add(floorStep(low, step2), step2));
}
function highCut({ high, highIncluded }, { step: step2 }) {
  if (!high) return AFTER_ALL;
  if (!step2) return highIncluded ? cutAbove(high) : cutBelow(high);
  return cutBelow(highIncluded ? add(floorStep(high, step2), step2) : ceilingStep(high, step2));
}
function endsOf(line) {
  return cutsOf({ low: line.min, high: line.max, lowIncluded: true, highIncluded: true }, line);
}
function between(low, high, line) {
  if (low.end === 0 && !low.above) return low.at;
  if (high.end !== 0) return low.end === 0 ? add(low.at, ONE) : ZERO;
  if (low.end !== 0) return high.above ? high.at : subtract(high.at, line.step ?? ONE);
  return divide(add(low.at, high.at), ratio(2n));
}
function intervalBetween(low, high, line) {
  const closes = line.step !== void 0 && high.end === 0;
  return {
    low: low.end === 0 ? low.at : void 0,
    lowIncluded: low.end === 0 && !low.above,
    high: high.end !== 0 ? void 0 : closes ? subtract(high.at, line.step) : high.at,
    highIncluded: high.end === 0 && (closes || high.above)
  };
}
var withinBounds = (value3, { min: min2, max: max2 }) => !(min2 && compare(value3, min2) < 0) && !(max2 && compare(value3, max2) > 0);
var lineText = (value3, line) => line.dates ? CalendarDate.fromEpochDay(Number(value3.s * value3.n)).toString() : toText(value3);
function domainText({ min: min2, max: max2, ...line }) {
  if (min2 && max2) return `${lineText(min2, line)}..${lineText(max2, line)}`;
  return min2 ? `at least ${lineText(min2, line)}` : max2 ? `at most ${lineText(max2, line)}` : "any number";
}

// src/table/admits.ts
var keyOf = (value3) => {
  if (isDate(value3)) return ratio(BigInt(value3.epochDay));
  return isExact(value3) || typeof value3 === "string" || typeof value3 === "boolean" ? value3 : void 0;
};
function admits(cell, key) {
  switch (cell.kind) {
    case "any":
      return true;
    case "truth":
      return cell.value === key;
    case "words":
      return typeof key === "string" && cell.words.has(key);
    case "except":
      return typeof key === "string" && !cell.words.has(key);
    case "intervals":
      return isExact(key) && cell.intervals.some((interval) => includes(interval, key));
  }
}
function includes({ low, high, lowIncluded, highIncluded }, value3) {
  const fromLow = low ? compare(value3, low) : 1;
  if (fromLow < 0 || fromLow === 0 && !lowIncluded) return false;
  const toHigh = high ? compare(value3, high) : -1;
  return toHigh < 0 || toHigh === 0 && highIncluded;
}

// src/table/points.ts
var MOST_ROWS = 2e5;
function pointOf(cell) {
  if (cell?.kind !== "intervals" || cell.intervals.length !== 1) return void 0;
  const { low, high, lowIncluded, highIncluded } = cell.intervals[0];
  return low && high && lowIncluded && highIncluded && equals(low, high) ? low : void 0;
}
function spreadPoints(inputs, rows, findings) {
  const at = pointColumn(inputs, findings, "atOrBelow");
  if (at === void 0 || !checkPoints(rows, inputs[at], at, findings)) return rows;
  const groups = /* @__PURE__ */ new Map();
  let room = MOST_ROWS;
  for (const row of rows) {
    const keys = exactKeys(row, inputs, at, findings, room);
    if (!keys) {
      findings.add({ code: "table/too-large", message: `The rows name more than ${MOST_ROWS} combinations of words.`, mend: "Split the table.", rows: [] });
      return rows;
    }
    room -= keys.length;
    for (const when of keys) {
      const key = JSON.stringify(when.map(keyText));
      const group = groups.get(key) ?? [];
      group.push({ row, when, point: pointOf(row.when[at]) });
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap((group) => {
    group.sort((a, b) => compare(a.point, b.point));
    return group.map(({ row, when, point: point2 }, place2) => {
      const next = group[place2 + 1];
      if (next && equals(next.point, point2)) refuseTwin(row, next.row, inputs[at], point2, findings);
      const cell = { kind: "intervals", intervals: [{ low: point2, high: next?.point, lowIncluded: true, highIncluded: false }] };
      return Object.freeze({ ...row, when: Object.freeze([...when.slice(0, at), cell, ...when.slice(at)]) });
    });
  }).sort((a, b) => a.index - b.index || (a.cell ?? 0) - (b.cell ?? 0));
}
function checkLinear(inputs, rows, findings) {
  const at = pointColumn(inputs, findings, "linear");
  if (at === void 0 || !checkPoints(rows, inputs[at], at, findings)) return;
  if (rows.length < 2) findings.add({ code: "table/points", message: "A linear table has at least two points.", mend: "Add a row.", rows: rows.map(({ index }) => index) });
  const sorted = rows.map((row) => ({ row, point: pointOf(row.when[at]) })).sort((a, b) => compare(a.point, b.point));
  for (const [place2, { row, point: point2 }] of sorted.entries()) {
    const next = sorted[place2 + 1];
    if (next && equals(next.point, point2)) refuseTwin(row, next.row, inputs[at], point2, findings);
  }
}
function refuseNone(hit, outputs, rows, findings) {
  for (const { index, gives } of rows) {
    const at = gives.findIndex(isNone);
    if (at < 0) continue;
    const column = outputs[at].name;
    findings.add({ code: "table/output-none", message: `Row ${index + 1}, ${column}: a row of a table with the hit policy "${hit}" gives a number, not none.`, mend: "Write a number, or leave the row out.", rows: [index], column });
  }
}
function pointColumn(inputs, findings, hit) {
  const fits = ({ kind }) => kind === "number" || hit === "atOrBelow" && kind === "date";
  const lines = inputs.flatMap(({ type }, at) => fits(type) ? [at] : []);
  if (lines.length === 1 && (hit === "atOrBelow" || inputs.length === 1)) return lines[0];
  const message = hit === "linear" ? "A linear table has exactly one input, a number." : 'A table with the hit policy "atOrBelow" has exactly one number or date among its inputs.';
  findings.add({ code: "table/points", message, mend: 'Leave out the other inputs, or take the hit policy "unique" with ranges.', rows: [] });
  return void 0;
}
function checkPoints(rows, { name }, at, findings) {
  const bad2 = rows.filter(({ when }) => pointOf(when[at]) === void 0);
  for (const { index, text } of bad2) findings.add({ code: "table/points", message: `Row ${index + 1}, ${name}: "${text[at]}" is not a point.`, mend: "Write one value; the hit policy says how far it reaches.", rows: [index], column: name });
  return bad2.length === 0;
}
function refuseTwin(a, b, column, point2, findings) {
  const [first, second] = [Math.min(a.index, b.index), Math.max(a.index, b.index)];
  const text = lineText(point2, lineOf(column.type));
  findings.add({ code: "table/points", message: `Rows ${first + 1} and ${second + 1} both stand at ${column.name} ${text}.`, mend: "Leave one of them out.", rows: [first, second], column: column.name, example: { [column.name]: text } });
}
var keyText = (cell) => cell.kind === "words" ? [...cell.words][0] : cell.kind === "truth" && cell.value;
function exactKeys(row, inputs, at, findings, room) {
  let keys = [[]];
  for (const [place2, cell] of row.when.entries()) {
    if (place2 === at) continue;
    const singles = singleCells(cell, inputs[place2].type);
    if (!singles) {
      const { name } = inputs[place2];
      findings.add({ code: "table/points", message: `Row ${row.index + 1}, ${name}: "${row.text[place2]}" does not name its words.`, mend: 'Under "atOrBelow" write the words that the row is for.', rows: [row.index], column: name });
      return [];
    }
    if (keys.length * singles.length > room) return void 0;
    keys = keys.flatMap((key) => singles.map((single2) => [...key, single2]));
  }
  return keys.length > room ? void 0 : keys;
}
function singleCells(cell, type) {
  if (cell.kind === "truth") return [cell];
  if (cell.kind === "any" && type.kind === "boolean") return [true, false].map((value3) => ({ kind: "truth", value: value3 }));
  const words = cell.kind === "words" ? [...cell.words] : cell.kind === "any" && type.kind === "enum" ? type.members : void 0;
  return words?.map((word) => ({ kind: "words", words: /* @__PURE__ */ new Set([word]) }));
}

// src/table/aggregate.ts
var FOLDS = { "collect sum": add, "collect min": minimum, "collect max": maximum };
function collect2(hit, rows, outputs) {
  if (hit === "collect count") return [ratio(BigInt(rows.length))];
  if (rows.length === 0) return hit === "collect sum" ? Array.from({ length: outputs }, () => ZERO) : void 0;
  const fold = FOLDS[hit];
  return Array.from({ length: outputs }, (_, at) => rows.map(({ gives }) => gives[at]).filter(isExact).reduce(fold));
}
function interpolate(low, high, key) {
  const [from, to] = [pointOf(low.when[0]), pointOf(high.when[0])];
  const share = divide(subtract(key, from), subtract(to, from));
  return low.gives.map((value3, at) => {
    const end = high.gives[at];
    return isExact(value3) && isExact(end) ? add(multiply(value3, subtract(ONE, share)), multiply(end, share)) : value3;
  });
}

// src/table/describe-cell.ts
function describeInterval({ low, high, lowIncluded, highIncluded }, line) {
  if (low && high) {
    const range = `${lineText(low, line)}..${lineText(high, line)}`;
    if (lowIncluded && highIncluded) return low.equals(high) ? lineText(low, line) : range;
    return `${lowIncluded ? "[" : "("}${range}${highIncluded ? "]" : ")"}`;
  }
  if (low) return `${lowIncluded ? ">=" : ">"} ${lineText(low, line)}`;
  if (high) return `${highIncluded ? "<=" : "<"} ${lineText(high, line)}`;
  return "-";
}
var wordsText = (words) => [...words].map(wordText).join(", ");
var wordText = (word) => /^[A-Za-z0-9][^,"()]*$/.test(word) && word === word.trim() ? word : JSON.stringify(word);
function valueText(value3) {
  if (isExact(value3)) return toText(value3);
  if (isDate(value3)) return value3.toString();
  if (typeof value3 === "string" || typeof value3 === "boolean") return String(value3);
  if (isNone(value3)) return "none";
  if (isUnknown(value3)) return "unknown";
  return isFault(value3) ? "a fault" : Array.isArray(value3) ? "a list" : "a record";
}

// src/table/axis.ts
function axisOf(column, cells2) {
  const line = lineOf(column.type);
  if (line) return lineAxis(line, cells2);
  if (column.type.kind === "boolean") return truthAxis();
  return column.type.kind === "enum" ? wordAxis(column.type.members, void 0) : textAxis(cells2);
}
function lineAxis(line, cells2) {
  const [first, last2] = endsOf(line);
  const cuts = [];
  for (const cell of cells2) {
    if (cell.kind === "intervals") for (const interval of cell.intervals) cuts.push(...cutsOf(interval, line));
  }
  const inner = cuts.filter((cut) => compareCuts(first, cut) < 0 && compareCuts(cut, last2) < 0).sort(compareCuts);
  const all = [first, ...inner.filter((cut, at) => at === 0 || compareCuts(inner[at - 1], cut) !== 0), last2];
  const size = all.length - 1;
  const place2 = (cut) => search(size, (at) => compareCuts(all[at], cut) < 0);
  const sample = (piece) => between(all[piece], all[piece + 1], line);
  return {
    size,
    piecesOf(cell) {
      if (cell.kind === "any") return [[0, size]];
      if (cell.kind !== "intervals") return [];
      return joined(cell.intervals.map((interval) => {
        const [low, high] = cutsOf(interval, line);
        return [place2(low), place2(high)];
      }));
    },
    pieceOf: (key) => isExact(key) ? search(size, (at) => cutIsBefore(all[at], key)) - 1 : -1,
    sample: (piece) => line.dates ? dateOf(sample(piece)) : sample(piece),
    interval: (piece) => intervalBetween(all[piece], all[piece + 1], line),
    text: (pieces) => pieces.map(([from, to]) => describeInterval(intervalBetween(all[from], all[to], line), line)).join(", ")
  };
}
function search(size, holds) {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = low + high >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
function joined(ranges) {
  if (ranges.length <= 1) return ranges.filter(([from, to]) => from < to);
  const merged3 = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged3.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else if (from < to) merged3.push([from, to]);
  }
  return merged3;
}
var dateOf = (value3) => CalendarDate.fromEpochDay(Number(value3.s * value3.n));
function truthAxis() {
  return {
    size: 2,
    piecesOf: (cell) => cell.kind === "any" ? [[0, 2]] : cell.kind === "truth" ? [[Number(cell.value), Number(cell.value) + 1]] : [],
    pieceOf: (key) => Number(key === true),
    sample: (piece) => piece === 1,
    interval: () => void 0,
    text: (pieces) => indexes(pieces).map((piece) => String(piece === 1)).join(", ")
  };
}
function textAxis(cells2) {
  const words = /* @__PURE__ */ new Set();
  for (const cell of cells2) if (cell.kind === "words" || cell.kind === "except") for (const word of cell.words) words.add(word);
  let other = "other";
  while (words.has(other)) other += "1";
  return wordAxis([...words], other);
}
function wordAxis(words, other) {
  const places = new Map(words.map((word, at) => [word, at]));
  const size = words.length + (other === void 0 ? 0 : 1);
  const all = other === void 0 ? words : [...words, other];
  return {
    size,
    piecesOf(cell) {
      if (cell.kind === "any") return [[0, size]];
      if (cell.kind === "except") return joined(all.flatMap((word, at) => cell.words.has(word) ? [] : [[at, at + 1]]));
      if (cell.kind !== "words") return [];
      return [...cell.words].map((word) => places.get(word)).sort((a, b) => a - b).map((at) => [at, at + 1]);
    },
    pieceOf: (key) => typeof key === "string" ? places.get(key) ?? (other === void 0 ? -1 : words.length) : -1,
    sample: (piece) => all[piece],
    interval: () => void 0,
    text: (pieces) => textOf(indexes(pieces), words, other)
  };
}
function textOf(pieces, words, other) {
  if (other === void 0 || !pieces.includes(words.length)) return wordsText(pieces.map((piece) => words[piece]));
  const without = words.filter((_, at) => !pieces.includes(at));
  return without.length === 0 ? "-" : `not(${wordsText(without)})`;
}
var indexes = (pieces) => pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));

// src/table/paint.ts
function paint(ranges, size) {
  const owners = new Int32Array(size).fill(-1);
  const next = Int32Array.from({ length: size + 1 }, (_, at) => at);
  const free = (from) => {
    let at = from;
    while (next[at] !== at) at = next[at] = next[next[at]];
    return at;
  };
  for (const [owner, list] of ranges.entries()) {
    for (const [from, to] of list) {
      for (let piece = free(from); piece < to; piece = free(piece)) {
        owners[piece] = owner;
        next[piece] = piece + 1;
      }
    }
  }
  return owners;
}

// src/table/lookup-index.ts
var FEW = 8;
function indexRows(table2) {
  const room = { left: 20 * table2.rows.length + 1e3 };
  return { root: branch(table2, table2.rows, table2.inputs.map((_, at) => at), room) };
}
function candidates(index, keys) {
  let at = index.root;
  while ("axis" in at) at = at.pieces[at.axis.pieceOf(keys[at.column])] ?? { rows: [] };
  return at.rows;
}
function branch(table2, rows, columns, room) {
  if (rows.length <= FEW) return { rows };
  const best = columns.map((column) => split(table2, rows, column, columns, room.left)).reduce((a, b) => (b?.widest ?? Infinity) < (a?.widest ?? Infinity) ? b : a, void 0);
  if (!best) return { rows };
  room.left -= best.copies;
  const rest = columns.filter((column) => column !== best.column);
  return { column: best.column, axis: best.axis, pieces: best.pieces.map((piece) => branch(table2, piece, rest, room)) };
}
function split(table2, rows, column, columns, room) {
  const axis = axisOf(table2.inputs[column], rows.map(({ when }) => when[column]));
  const ranges = rows.map(({ when }) => axis.piecesOf(when[column]));
  const pieces = table2.hit === "first" && rows.every(({ when }) => columns.every((other) => other === column || when[other].kind === "any")) ? uppermost(rows, ranges, axis.size) : buckets(rows, ranges, axis.size, Math.min(room, 4 * rows.length + 64));
  if (!pieces) return void 0;
  const widest = pieces.reduce((most, piece) => Math.max(most, piece.length), 0);
  if (widest === rows.length) return void 0;
  return { column, axis, pieces, widest, copies: pieces.reduce((sum3, piece) => sum3 + piece.length, 0) };
}
function buckets(rows, ranges, size, most) {
  const pieces = Array.from({ length: size }, () => []);
  let copies = 0;
  for (const [at, row] of rows.entries()) {
    for (const [from, to] of ranges[at]) {
      copies += to - from;
      if (copies > most) return void 0;
      for (let piece = from; piece < to; piece++) pieces[piece].push(row);
    }
  }
  return pieces;
}
function uppermost(rows, ranges, size) {
  return Array.from(paint(ranges, size), (owner) => owner < 0 ? [] : [rows[owner]]);
}

// src/table/lookup.ts
function buildLookup(table2) {
  const points = table2.hit === "linear" ? [...table2.rows].sort((a, b) => compare(pointOf(a.when[0]), pointOf(b.when[0]))) : [];
  return Object.freeze({ table: table2, index: indexRows(table2), lines: table2.inputs.map(({ type }) => lineOf(type)), points });
}
function lookup(prepared, inputs) {
  const { table: table2 } = prepared;
  const keys = [];
  for (const [at, column] of table2.inputs.entries()) {
    const key = readKey(inputs[at], column, prepared.lines[at]);
    if (key instanceof Fault) return key;
    keys.push(key);
  }
  if (table2.hit === "linear") return linear(prepared, keys) ?? withoutRow(table2, keys, inputs);
  const rows = candidates(prepared.index, keys).filter(({ when }) => when.every((cell, at) => admits(cell, keys[at])));
  if (table2.hit.startsWith("collect")) return collected(table2, rows, keys, inputs);
  const [row, second] = rows;
  if (!row) return withoutRow(table2, keys, inputs);
  if (second && table2.hit !== "first") return new Fault("table/two-rows", `Rows ${row.index + 1} and ${second.index + 1} both answer ${inputsText(table2, inputs)}.`);
  return { kind: "found", row, rows: [row], outputs: row.gives, otherwise: false };
}
function readKey(value3, column, line) {
  const { name, type } = column;
  if (value3 !== void 0 && isFault(value3)) return value3;
  if (value3 === void 0 || isNoValue(value3)) return new Fault("table/no-value", `${name} has no value to look up.`);
  const key = keyOf(value3);
  const fits = { number: isExact(value3), date: isDate(value3), boolean: typeof value3 === "boolean", enum: typeof value3 === "string", text: typeof value3 === "string" };
  if (key === void 0 || !(Object.hasOwn(fits, type.kind) && fits[type.kind])) {
    return new Fault("table/wrong-kind", `${name} is ${valueText(value3)}, and the table looks up ${typeText(type)}.`);
  }
  return (line && isExact(key) ? outside(name, key, line) : type.kind === "enum" && !type.members.includes(String(key)) ? noMember(name, String(key), type.name) : void 0) ?? key;
}
var noMember = (name, word, type) => new Fault("table/outside-domain", `${name} is ${word}, which is not a member of ${type}.`);
function outside(name, key, line) {
  if (!withinBounds(key, line)) return new Fault("table/outside-domain", `${name} is ${lineText(key, line)}, outside its domain ${domainText(line)}.`);
  if (line.step && !isMultiple(key, line.step)) return new Fault("table/outside-domain", `${name} is ${toText(key)}, which is not a multiple of its step ${toText(line.step)}.`);
  return void 0;
}
function withoutRow(table2, keys, inputs) {
  const gap = table2.gaps.find(({ when }) => when.every((cell, at) => admits(cell, keys[at])));
  if (gap) return { kind: "gap", gap };
  if (table2.otherwise) return { kind: "found", row: void 0, rows: [], outputs: table2.otherwise, otherwise: true };
  return new Fault("table/no-row", `No row answers ${inputsText(table2, inputs)}.`);
}
function collected(table2, rows, keys, inputs) {
  const outputs = collect2(table2.hit, rows, table2.outputs.length);
  if (rows.length > 0 && outputs) return { kind: "found", row: void 0, rows, outputs, otherwise: false };
  const without = withoutRow(table2, keys, inputs);
  return without instanceof Fault && outputs ? { kind: "found", row: void 0, rows, outputs, otherwise: false } : without;
}
function linear({ points }, [key]) {
  if (!isExact(key)) return void 0;
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = low + high >>> 1;
    if (compare(pointOf(points[middle].when[0]), key) <= 0) low = middle + 1;
    else high = middle;
  }
  const [below2, above] = [points[low - 1], points[low]];
  if (!below2) return void 0;
  if (compare(pointOf(below2.when[0]), key) === 0) return { kind: "found", row: below2, rows: [below2], outputs: below2.gives, otherwise: false };
  return above && { kind: "found", row: void 0, rows: [below2, above], outputs: interpolate(below2, above, key), otherwise: false };
}
var inputsText = (table2, inputs) => table2.inputs.map(({ name }, at) => `${name} ${valueText(inputs[at])}`).join(", ");

// src/engine/run.ts
var MAX_CALL_DEPTH = 50;
var Run = class {
  constructor(plan) {
    this.plan = plan;
  }
  plan;
  values = /* @__PURE__ */ new Map();
  inputs = /* @__PURE__ */ new Set();
  calls = [];
  depth = 0;
  read(key) {
    this.inputs.add(key);
    return this.values.get(key) ?? this.plan.calendars.get(key) ?? new Fault("engine/not-evaluated", `"${key}" was read before it was evaluated.`);
  }
  apply(key, args) {
    const callable = this.plan.callables.get(key);
    if (!callable) return new Fault("engine/not-evaluated", `"${key}" is not in the plan.`);
    if (this.depth >= MAX_CALL_DEPTH) return new Fault("engine/too-deep", `"${callable.id}" calls more than ${MAX_CALL_DEPTH} functions inside one another.`);
    this.depth++;
    try {
      return this.applyCallable(callable, args);
    } finally {
      this.depth--;
    }
  }
  evaluate(tree, locals) {
    return evaluate(tree, this, locals);
  }
  /** What was read and called since the last time it was asked. */
  takeNotes() {
    const notes = { inputs: [...this.inputs], calls: this.calls };
    this.inputs = /* @__PURE__ */ new Set();
    this.calls = [];
    return notes;
  }
  applyCallable(callable, args) {
    switch (callable.kind) {
      case "table":
        return this.applyTable(callable, args);
      case "function":
        return this.applyFunction(callable, args);
      case "dated":
        return this.applyDated(callable, args);
    }
  }
  applyTable(callable, args) {
    const found = lookup(callable.lookup, args);
    const { key, id: id2, origin, table: table2 } = callable;
    const note = (result2, more = {}) => {
      this.calls.push({ key, id: id2, kind: "table", args, result: result2, origin, ...more });
      return result2;
    };
    if (found instanceof Fault) return note(new Fault(found.code, `${id2}: ${found.message}`));
    if ("gap" in found) return note(unknown4(id2));
    const single2 = found.outputs.length === 1;
    const result = single2 ? found.outputs[0] : new Map(table2.outputs.map((column, index) => [column.name, found.outputs[index]]));
    if (!found.row) return note(result, found.otherwise ? { otherwise: true } : {});
    const own2 = callable.rowOrigins.get(found.row.index);
    return note(result, { row: { index: found.row.index, text: found.row.text, ...own2 } });
  }
  applyFunction(callable, args) {
    const locals = new Map(callable.parameters.map((parameter2, index) => [parameter2.name, args[index]]));
    const { result: exact } = evaluateBody(callable.body, this, locals);
    const rounded = callable.round ? roundResult(exact, callable.round) : { result: exact };
    const rounding = rounded.rounding;
    this.calls.push({ key: callable.key, id: callable.id, kind: "function", args, result: rounded.result, origin: callable.origin, ...rounding && { rounding } });
    return rounded.result;
  }
  applyDated(callable, args) {
    const [date2] = args;
    if (date2 === void 0 || !isDate(date2)) return isFault(date2 ?? false) || date2 !== void 0 && isNoValue(date2) ? date2 : new Fault("value/kind", `"${callable.id}" is asked for a date.`);
    const version = [...callable.versions].reverse().find((each) => each.from <= date2.epochDay && (each.to === void 0 || each.to >= date2.epochDay));
    if (!version) return new Fault("version/not-in-force", `"${callable.id}" has no version in force on ${date2}.`);
    this.calls.push({ key: callable.key, id: callable.id, kind: "dated", args, result: version.value, origin: version.origin });
    return version.value;
  }
};

// src/engine/appraise.ts
function appraise(ruleset, input) {
  return appraiseRead(ruleset, readAppraisal(input));
}
function appraiseRead(ruleset, appraisal) {
  const issues = [...checkFit(ruleset, appraisal)];
  const { plan } = ruleset;
  const run2 = new Run(plan);
  const { given } = loadFacts(plan, appraisal, issues);
  const work = { run: run2, appraisal, given, ratings: ratingsOf(appraisal), expectedRaters: expectedRatersOf(appraisal), issues, fired: [], unsettled: /* @__PURE__ */ new Map() };
  const steps = [];
  const lines = [];
  const paymentRules = plan.steps.filter((step2) => step2.kind === "rule" && step2.event.payment !== void 0);
  for (const step2 of plan.steps) {
    if (step2.kind !== "payment") {
      steps.push(evaluateStep(step2, work));
      continue;
    }
    if (!isFor(step2, appraisal)) continue;
    const rulesFor = paymentRules.filter((rule2) => rule2.event.payment === step2.id).map((rule2) => ({ key: rule2.key, kind: rule2.event.kind }));
    const { line, traced } = evaluatePayment(step2, work, rulesFor);
    lines.push(Object.freeze(line));
    steps.push(traced);
  }
  if (issues.length > 0) throw new InputError("appraisal", issues);
  const period = appraisal.paid?.period ?? periodAround(appraisal.assessed.to, "month");
  const proposals = proposeEffects(work.fired.filter((event2) => event2.kind === "sanction" || event2.kind === "block"), appraisal.effects ?? [], period);
  return buildOutcome(ruleset, work, steps, lines, proposals);
}
var isFor = (step2, appraisal) => appraisal.paid !== void 0 && step2.for.includes(appraisal.paid.kind);

// src/model/time-of-day.ts
function parseTime(text) {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : void 0;
}
var timeText = (time) => `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;

// src/model/fields/time-field.ts
var timeField = (note) => leafField(readTime, { type: TEXT, json: { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" } }, note);
function readTime(written) {
  if (typeof written !== "string") return wrongKind(written, 'a time such as "07:30"');
  return parseTime(written) ?? new Refusal("input/time", `${quoted(written)} is not a time of day.`, 'Write hours and minutes, such as "07:30"; cut seconds as your rule says.');
}

// src/model/calendar.ts
var OUTSIDE_WINDOW = enumeration("outsideWindow", [
  ["clamp", "Dihitung pada batas jendela", "Counted at the edge of the window"],
  ["missing", "Dianggap tidak merekam", "Taken as not recorded"]
]);
var weekdayField = () => decimalField({ id: "Hari", en: "Day of the week", about: "The day of the week, 1 for Monday to 7 for Sunday.", unit: "count", min: "1", max: "7", step: "1" });
var restSchema = recordField(
  {
    /** Start of the rest, `12:00`. */
    start: timeField({ id: "Mulai istirahat", en: "Rest starts", about: "When the rest starts." }),
    /** End of the rest, `13:00`. */
    end: timeField({ id: "Selesai istirahat", en: "Rest ends", about: "When the rest ends." })
  },
  { name: "rest", id: "Istirahat", en: "Rest", about: "A rest that is not counted as work." }
);
var hoursSchema = recordField(
  {
    /** What these hours are, such as Ramadan. */
    label: textField({ id: "Nama", en: "Name", about: "What these hours are, such as Ramadan." }).optional(),
    /** First day on which they hold. */
    from: dateField({ id: "Mulai berlaku", en: "From", about: "The first day on which these hours hold." }),
    /** Last day on which they hold; left out while they go on. */
    to: dateField({ id: "Berlaku sampai", en: "To", about: "The last day on which these hours hold; left out while they go on." }).optional(),
    /** Days of the week, 1 Monday to 7 Sunday: count, 1 to 7, step 1. */
    weekdays: listField(weekdayField(), { id: "Hari", en: "Days of the week", about: "The days of the week on which these hours hold.", maxItems: 7 }),
    /** Group of staff; left out for all staff. */
    group: idField({ id: "Kelompok pegawai", en: "Group of staff", about: "The group of staff with these hours; left out for all staff." }).optional(),
    /** Who clocks in later than this (and the flex) is late: `07:30`. */
    start: timeField({ id: "Jam masuk", en: "Start", about: "Who clocks in later than this, and the flex, is late." }),
    /** Who clocks out earlier leaves early: `16:30`. */
    end: timeField({ id: "Jam pulang", en: "End", about: "Who clocks out earlier than this, moved by the flex used, leaves early." }),
    /** By how much the start may move, the end moving along: minute, 0 to 720, step 1. */
    flex: decimalField({ id: "Fleksibilitas", en: "Flex", about: "By how much the start may move, the end moving along.", unit: "minute", min: "0", max: "720", step: "1" }).optional(),
    /** Earliest clock-in that counts. */
    opens: timeField({ id: "Rekam datang dibuka", en: "Opens", about: "The earliest clock-in that counts." }).optional(),
    /** Latest clock-out that counts. */
    closes: timeField({ id: "Rekam pulang ditutup", en: "Closes", about: "The latest clock-out that counts." }).optional(),
    /** What a punch outside opens and closes counts as; clamp when left out. */
    outside: choiceField(OUTSIDE_WINDOW, { id: "Di luar jendela", en: "Outside the window", about: "What a punch before it opens or after it closes counts as: at the edge (clamp, when left out), or missing." }).optional(),
    /** Rests, not counted as work. */
    rests: listField(restSchema, { id: "Istirahat", en: "Rests", about: "Rests that are not counted as work.", maxItems: 5 }).optional()
  },
  { name: "workingHours", id: "Jam kerja", en: "Working hours", about: "Working hours of some days of the week, for some time." }
);
var namedDay = (name, id2, en, about) => recordField(
  {
    /** The day. */
    date: dateField({ id: "Tanggal", en: "Date", about: "The day." }),
    /** Its name. */
    label: textField({ id: "Nama", en: "Name", about: "The name of the day." }).optional()
  },
  { name, id: id2, en, about }
);
var markSchema = recordField(
  {
    /** The day. */
    date: dateField({ id: "Tanggal", en: "Date", about: "The day." }),
    /** What it is, as rulesets write it, such as afterLebaran. */
    mark: idField({ id: "Tanda", en: "Mark", about: "What the day is, as rulesets write it, such as afterLebaran." })
  },
  { name: "mark", id: "Hari bertanda", en: "Marked day", about: "A day with a meaning of its own." }
);
var calendarSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: "Kode kalender", en: "Calendar id", about: "What tells this calendar from others." }),
    /** Days of the week without work, 1 Monday to 7 Sunday: count, 1 to 7, step 1. */
    weekend: listField(weekdayField(), { id: "Akhir pekan", en: "Weekend", about: "The days of the week without work.", maxItems: 6 }),
    hours: listField(hoursSchema, { id: "Jam kerja", en: "Working hours", about: "Working hours; of those that hold, hours of the own group go first, then those that began last.", maxItems: 500 }),
    holidays: listField(namedDay("holiday", "Hari libur", "Holiday", "A holiday."), { id: "Hari libur", en: "Holidays", about: "Holidays and collective leave.", maxItems: 2e3, key: "date" }),
    marks: listField(markSchema, { id: "Hari bertanda", en: "Marked days", about: "Days with a meaning of their own, such as the first after Lebaran.", maxItems: 2e3 }).optional()
  },
  { name: "calendar", id: "Kalender", en: "Calendar", about: "Working hours, weekends, holidays and marked days." }
);
function readCalendar2(data) {
  return readInput("calendar", calendarSchema, [hoursRunForwards, holidaysOnce], data);
}
function calendarValue(calendar) {
  return /* @__PURE__ */ new Map([
    ["weekend", calendar.weekend],
    ["holidays", calendar.holidays.map(({ date: date2 }) => date2)]
  ]);
}
var hoursRunForwards = ({ hours }, issues) => {
  hours?.forEach((entry2, index) => {
    if (!entry2) return;
    const { from, to, start, end, opens, closes, rests } = entry2;
    const add2 = (field, message, mend, ...inner) => void issues.push(inputIssue("calendar/reversed", ["hours", index, field, ...inner], message, mend));
    if (from && to && compareDates(from, to) > 0) add2("to", `These hours begin on ${from}, after their end on ${to}.`, "Exchange the two dates, or correct one of them.");
    if (start !== void 0 && end !== void 0 && start >= end) add2("end", `Work starts at ${timeText(start)} and does not end later, but at ${timeText(end)}.`, "Give an end later on the same day; duty over midnight is given as day records.");
    if (opens !== void 0 && start !== void 0 && opens > start) add2("opens", `Clocking in opens at ${timeText(opens)}, after the start at ${timeText(start)}.`, "Give a time not after the start.");
    if (closes !== void 0 && end !== void 0 && closes < end) add2("closes", `Clocking out closes at ${timeText(closes)}, before the end at ${timeText(end)}.`, "Give a time not before the end.");
    rests?.forEach((rest, place2) => {
      if (rest?.start !== void 0 && rest.end !== void 0 && rest.start >= rest.end) add2("rests", `This rest starts at ${timeText(rest.start)} and does not end later, but at ${timeText(rest.end)}.`, "Exchange the two times, or correct one of them.", place2);
    });
  });
};
var holidaysOnce = ({ holidays }, issues) => {
  const seen = /* @__PURE__ */ new Set();
  holidays?.forEach((holiday, index) => {
    if (!holiday?.date) return;
    if (seen.has(holiday.date.epochDay)) issues.push(inputIssue("duplicate/day", ["holidays", index], `The holiday ${holiday.date} is given twice.`, "Remove one of the two."));
    seen.add(holiday.date.epochDay);
  });
};

// src/formula/functions/not-here.ts
var FAMILIES_NOT_HERE = [
  {
    code: "formula/rounding",
    names: ["round", "round up", "round down", "round half up", "round half down", "round half even", "decimal"],
    because: "a formula never rounds",
    mend: "Write round: { to, mode, cite, standing } on the term or payment."
  },
  {
    code: "formula/clock",
    names: ["now", "today"],
    because: "the same facts must always give the same answer",
    mend: "Read a date of the appraisal, such as period.to."
  },
  {
    code: "formula/text-function",
    names: [
      "substring",
      "string length",
      "upper case",
      "lower case",
      "substring before",
      "substring after",
      "contains",
      "starts with",
      "ends with",
      "split",
      "string join",
      "string",
      "trim",
      "concat"
    ],
    because: "texts are compared and never built or taken apart",
    mend: 'Compare whole texts with "=", or give the fact an enumeration.'
  },
  { code: "formula/regular-expression", names: ["matches", "replace", "extract"], because: "there are no regular expressions", mend: 'Give the fact an enumeration, and compare with "=".' },
  {
    code: "formula/duration-function",
    names: ["date and time", "years and months duration", "duration", "time", "date", "day of week", "day of year", "week of year", "month of year", "last day of month"],
    because: "lengths of time are plain numbers of days, months or years",
    mend: "Use days between, whole months, whole years or add months."
  },
  { code: "formula/context-function", names: ["get value", "get entries", "context", "context put", "context merge"], because: "there are no contexts", mend: "Read the field of a record: item.kind." },
  { code: "formula/list-contains", names: ["list contains", "index of", "contains all"], because: '"in" looks into lists', mend: "Write x in xs." },
  { code: "formula/quantifier-function", names: ["all", "any"], because: '"every" and "some" ask lists', mend: "Write every x in xs satisfies ..., or some x in xs satisfies ...." },
  {
    code: "formula/list-function",
    names: ["append", "concatenate", "insert before", "remove", "reverse", "union", "flatten", "sort", "sublist", "list replace", "duplicate values", "partition", "is empty"],
    because: "lists are read and never rearranged",
    mend: "Filter with xs[condition], or go through it with for."
  },
  { code: "formula/statistics", names: ["product", "stddev", "mode", "variance"], because: "only exact aggregates are there", mend: "Use sum, count, min, max, mean or median." },
  { code: "formula/power", names: ["sqrt", "exp", "log", "power", "pow"], because: "there are no powers, roots or logarithms", mend: "Use a table with hit: linear for a curve." },
  { code: "formula/number-function", names: ["number", "odd", "even", "random number"], because: "numbers are numbers already", mend: "For even and odd write modulo(n, 2) = 0." },
  {
    code: "formula/range-function",
    names: ["before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after", "finishes", "finished by", "includes", "during", "starts", "started by", "coincides", "range"],
    because: 'ranges stand only after "in"',
    mend: "Compare with <, <=, or x in [a..b]."
  },
  { code: "formula/null-test", names: ["is defined", "is", "is blank", "get or else", "assert", "if null"], because: "present(x) is the one test for a value that does not apply", mend: "Write present(x)." }
];
var BY_NAME2 = new Map(FAMILIES_NOT_HERE.flatMap((family) => family.names.map((name) => [name, family])));
function notHere(name) {
  const family = BY_NAME2.get(name);
  return family && { code: family.code, message: `The function ${name} is not part of the language: ${family.because}.`, mend: family.mend };
}

// src/formula/check/draft.ts
var settled = (tree) => ({ tree, loose: false });

// src/formula/check/calls.ts
function checkCall(expression, names, checker) {
  const { name, nameSpan } = expression;
  const builtIn = findBuiltIn(name);
  const declared = checker.scope.lookup(name);
  if (builtIn && declared?.kind === "callable") {
    return checker.refuse("formula/hidden-name", `"${name}" is a function of the language and also a declared id.`, nameSpan, "Give the table or term another id.");
  }
  if (builtIn) return callBuiltIn(expression, names, checker);
  if (declared) return callDeclared(declared, expression, names, checker);
  const departed = notHere(name);
  if (departed) return checker.refuse(departed.code, departed.message, nameSpan, departed.mend);
  return checker.refuse(
    "formula/unknown-function",
    `There is no function, table or term "${name}" to call.`,
    nameSpan,
    didYouMean(name, [...BUILT_IN_NAMES, ...checker.scope.ids()], `The functions are ${BUILT_IN_NAMES.join(", ")}.`)
  );
}
function callBuiltIn(expression, names, checker) {
  const { name, args, span } = expression;
  const builtIn = findBuiltIn(name);
  const drafts = args.map((argument2) => checker.check(argument2, names));
  const [least, most] = builtIn.arity;
  if (args.length < least || args.length > most) {
    const takes = least === most ? number3(least) : `at least ${number3(least)}`;
    return checker.refuse("formula/argument-count", `${name} takes ${takes}, and ${args.length} ${args.length === 1 ? "is" : "are"} given.`, span, `Write ${builtIn.signature}.`);
  }
  if (!drafts.every((draft) => draft !== void 0)) return void 0;
  const typed2 = builtIn.check(drafts, { name, span, checker });
  return typed2 && { tree: { op: "call", name, args: typed2.args, type: bare2(typed2.type), span }, loose: typed2.loose };
}
var number3 = (count2) => count2 === 1 ? "one argument" : `${count2} arguments`;
function callDeclared(declared, expression, names, checker) {
  const { args, nameSpan, span } = expression;
  const drafts = args.map((argument2) => checker.check(argument2, names));
  if (declared.kind === "refused") return checker.refuse(declared.finding.code, declared.finding.message, nameSpan, declared.finding.mend);
  if (declared.kind === "value") return checker.refuse("formula/not-callable", `${declared.id} is a value and takes no arguments.`, nameSpan, `Write ${declared.id}, without brackets.`);
  const { id: id2, parameters } = declared;
  if (args.length !== parameters.length) {
    return checker.refuse(
      "formula/argument-count",
      `${id2} takes ${number3(parameters.length)}, and ${args.length} ${args.length === 1 ? "is" : "are"} given.`,
      span,
      `Write ${id2}(${parameters.map((parameter2) => parameter2.name).join(", ")}).`
    );
  }
  const trees = drafts.map((draft, index) => {
    const parameter2 = parameters[index];
    return draft && fitOne(draft, parameter2.type, checker, (found, wanted) => `The argument "${parameter2.name}" of ${id2} is ${describe2(found)}, and ${describe2(wanted)} is wanted.`);
  });
  if (!trees.every((tree) => tree !== void 0)) return void 0;
  checker.noteApply(id2);
  return settled({ op: "apply", id: id2, args: trees, type: declared.returns, span });
}

// src/formula/check/names.ts
function segmentsOf(expression) {
  if (expression.kind === "name") return [{ name: expression.name, end: expression.span[1] }];
  if (expression.kind !== "path") return void 0;
  const before = segmentsOf(expression.of);
  return before && [...before, { name: expression.field, end: expression.span[1] }];
}
function checkPath(expression, names, checker) {
  const segments = segmentsOf(expression);
  const start = expression.span[0];
  if (!segments) {
    const path = expression;
    const of = checker.check(path.of, names);
    return of && fieldOf2(of.tree, path.field, path.span, checker);
  }
  const root = segments[0].name;
  const rootSpan = [start, segments[0].end];
  const declared = longestId(segments.map((segment) => segment.name), checker);
  const field = names.item?.kind === "record" ? names.item.fields.get(root) : void 0;
  if (field && (declared || names.locals.has(root))) {
    return checker.refuse("formula/hidden-name", `"${root}" is a field of the filtered list and also a name outside it.`, rootSpan, `Write item.${root} for the field; the other name must be read outside the filter.`);
  }
  if (names.item && root === "item") return fieldsOf2(local("item", names.item, rootSpan), 1);
  if (field) return fieldsOf2({ op: "field", of: local("item", names.item, rootSpan), field: root, type: field, span: rootSpan }, 1);
  const localType = names.locals.get(root);
  if (localType) return fieldsOf2(local(root, localType, rootSpan), 1);
  if (!declared) return unknownName(segments, start, names, checker);
  const span = [start, segments[declared.length - 1].end];
  const tree = readDeclared(declared.declared, span, checker);
  return tree && fieldsOf2(tree, declared.length);
  function fieldsOf2(tree2, from) {
    let draft = settled(tree2);
    for (const segment of segments.slice(from)) draft = draft && fieldOf2(draft.tree, segment.name, [start, segment.end], checker);
    return draft;
  }
}
function longestId(segments, checker) {
  for (let length = segments.length; length > 0; length--) {
    const declared = checker.scope.lookup(segments.slice(0, length).join("."));
    if (declared) return { declared, length };
  }
  return void 0;
}
function readDeclared(declared, span, checker) {
  if (declared.kind === "refused") return checker.refuse(declared.finding.code, declared.finding.message, span, declared.finding.mend);
  if (declared.kind === "callable") {
    const parameters = declared.parameters.map((parameter2) => parameter2.name).join(", ");
    return checker.refuse("formula/not-called", `${declared.id} is called with arguments, and here it is read as a value.`, span, `Write ${declared.id}(${parameters}).`);
  }
  checker.noteRead(declared.id);
  return { op: "read", id: declared.id, type: declared.type, span };
}
function fieldOf2(of, field, span, checker) {
  const record5 = of.type.kind === "record" ? of.type : of.type.kind === "list" && of.type.of.kind === "record" ? of.type.of : void 0;
  if (!record5) return checker.refuse("formula/no-fields", `There is no field "${field}" in ${describe2(of.type)}.`, span, "Only records, and lists of records, have fields.");
  const type = record5.fields.get(field);
  if (!type) {
    return checker.refuse(
      "formula/unknown-field",
      `A ${record5.name} record has no field "${field}".`,
      span,
      didYouMean(field, record5.fields.keys(), `Its fields are ${[...record5.fields.keys()].slice(0, 12).join(", ")}.`)
    );
  }
  if (of.type.kind !== "list") return settled({ op: "field", of, field, type, span });
  return settled({ op: "project", of, field, type: listType(type, { each: of.type.each, maxItems: of.type.maxItems }), span });
}
function unknownName(segments, start, names, checker) {
  const known = [...checker.scope.ids(), ...names.locals.keys(), ...names.item?.kind === "record" ? names.item.fields.keys() : []];
  const full = segments.map((segment) => segment.name).join(".");
  let found;
  for (let length = segments.length; length > 0 && found === void 0; length--) {
    found = nearest(segments.slice(0, length).map((segment) => segment.name).join("."), known);
  }
  const below2 = known.filter((id2) => id2.startsWith(`${full}.`));
  const mend = found !== void 0 ? `Did you mean "${found}"?` : below2.length > 0 ? `It is only the beginning of a name, such as ${below2[0]}.` : isBuiltIn(full) ? `It is a function: write ${full}(...).` : full === "item" ? '"item" is the member of a list inside a filter: xs[item.kind = "late"].' : "Declare it as a fact, parameter or term, or correct its name.";
  return checker.refuse("formula/unknown-name", `"${full}" is not declared here.`, [start, segments.at(-1).end], mend);
}
var local = (name, type, span) => ({ op: "local", name, type, span });
var MAX_NESTING = 3;
function bind(name, type, span, names, checker) {
  if (name === "item") return checker.refuse("formula/hidden-name", '"item" is the member of a filter and cannot be a variable.', span, "Choose another name for the variable.");
  if (names.locals.has(name)) return checker.refuse("formula/hidden-name", `The variable "${name}" hides another "${name}" around it.`, span, "Choose another name for the variable.");
  if (checker.beginsId(name)) return checker.refuse("formula/hidden-name", `The variable "${name}" hides a declared id that begins with "${name}".`, span, "Choose another name for the variable.");
  if (names.item?.kind === "record" && names.item.fields.has(name)) {
    return checker.refuse("formula/hidden-name", `The variable "${name}" hides the field "${name}" of the filtered list.`, span, `Choose another name for the variable; the field is item.${name}.`);
  }
  return deeper2({ ...names, locals: new Map([...names.locals, [name, type]]) }, span, checker);
}
function deeper2(names, span, checker) {
  if (names.nesting < MAX_NESTING) return { ...names, nesting: names.nesting + 1 };
  return checker.refuse("formula/nested-iterations", `More than ${MAX_NESTING} iterations stand inside one another here.`, span, "Make a part of it a term of its own.");
}

// src/formula/check/operators.ts
var OPS = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" };
var VERBS = { "+": "adds", "-": "subtracts", "*": "multiplies", "/": "divides" };
function checkArithmetic(expression, names, checker) {
  const { operator, span } = expression;
  const left = checker.check(expression.left, names);
  const right = checker.check(expression.right, names);
  if (!left || !right || !areNumbers(left, right, operator, span, checker)) return void 0;
  return operator === "+" || operator === "-" ? sum2(left, right, operator, span, checker) : product(left, right, operator, span, checker);
}
function areNumbers(left, right, operator, span, checker) {
  const types2 = [left.tree.type, right.tree.type];
  const odd = [left, right].find((draft) => draft.tree.type.kind !== "number");
  if (!odd) return true;
  if (types2.some((type) => type.kind === "date")) {
    checker.refuse("formula/date-arithmetic", `"${operator}" does not work on dates.`, span, "Write days between(a, b), whole months(a, b) or add months(date, n).");
  } else if (operator === "+" && types2.every((type) => type.kind === "text" || type.kind === "enum")) {
    checker.refuse("formula/text-building", '"+" adds numbers, and texts are not joined.', span, "Leave the wording to the titles and reasons of the ruleset.");
  } else {
    checker.refuse("formula/type", `"${operator}" ${VERBS[operator]} numbers, and this is ${describe2(odd.tree.type)}.`, odd.tree.span, odd.tree.type.kind === "list" ? "Use sum(...), mean(...) or max(...), or go through it with for." : void 0);
  }
  return false;
}
function sum2(left, right, operator, span, checker) {
  const [a, b] = [left.tree.type, right.tree.type];
  const agreed = unify([left, right], checker, () => `"${operator}" stands between ${describe2(a)} and ${describe2(b)}.`);
  if (!agreed) return void 0;
  excuseBeside(agreed.trees, [left, right], checker);
  return { tree: arithmetic2(operator, agreed.trees[0], agreed.trees[1], agreed.type, span), loose: agreed.loose };
}
function product(left, right, operator, span, checker) {
  if (operator === "/" && right.tree.op === "constant" && isExact(right.tree.value) && isZero(right.tree.value)) {
    return checker.refuse("formula/division-by-zero", "The formula divides by zero.", right.tree.span, "Divide by something else, or leave the division out.");
  }
  const loose = left.loose && right.loose;
  const a = loose ? left.tree : hundredPercent(left, checker);
  const b = loose ? right.tree : hundredPercent(right, checker);
  if (a.type.kind !== "number" || b.type.kind !== "number") return void 0;
  const unit = operator === "*" ? multiplyUnits(a.type.unit, b.type.unit) : divideUnits(a.type.unit, b.type.unit);
  return { tree: arithmetic2(operator, a, b, numberType(unit), span), loose };
}
function hundredPercent(draft, checker) {
  const { tree } = draft;
  if (!draft.loose || tree.op !== "constant" || !isExact(tree.value) || !equals(tree.value, HUNDRED)) return tree;
  checker.excuse(tree);
  return { ...tree, type: numberType(PERCENT) };
}
var arithmetic2 = (operator, left, right, type, span) => ({ op: OPS[operator], left, right, type, span });
function checkCompare(expression, names, checker) {
  const { comparator, span } = expression;
  const left = checker.check(expression.left, names);
  const right = checker.check(expression.right, names);
  if (!left || !right) return void 0;
  const [a, b] = [left.tree.type, right.tree.type];
  const agreed = unify([left, right], checker, () => `"${comparator}" compares ${describe2(a)} with ${describe2(b)}.`);
  if (!agreed || !isComparable(agreed.type, comparator, span, checker)) return void 0;
  excuseBeside(agreed.trees, [left, right], checker);
  const order = agreed.type.kind === "enum" && comparator !== "=" && comparator !== "!=" ? agreed.type.order : void 0;
  return settled({ op: "compare", comparator, left: agreed.trees[0], right: agreed.trees[1], type: BOOLEAN, span, ...order && { order } });
}
function isComparable(type, comparator, span, checker) {
  const equality = comparator === "=" || comparator === "!=";
  if (type.kind === "number" || type.kind === "date") return true;
  if (type.kind === "enum") {
    if (equality || type.order) return true;
    checker.refuse("formula/no-order", `"${comparator}" needs an order, and ${type.name} has none.`, span, `Compare with "=", or declare the order of ${type.name}.`);
    return false;
  }
  if (equality && (type.kind === "text" || type.kind === "boolean")) return true;
  checker.refuse("formula/type", `"${comparator}" does not compare ${describe2(type)}.`, span, type.kind === "list" ? "Compare its members: some x in xs satisfies ..., or x in xs." : void 0);
  return false;
}
function checkUnary(expression, names, checker) {
  const { span } = expression;
  if (expression.kind === "not") {
    const operand2 = checkTruth(expression.operand, "not(...)", names, checker);
    return operand2 && settled({ op: "not", operand: operand2, type: BOOLEAN, span });
  }
  const operand = checker.check(expression.operand, names);
  if (!operand) return void 0;
  const { tree } = operand;
  if (tree.type.kind !== "number") return checker.refuse("formula/type", `"-" stands before ${describe2(tree.type)}, and only a number has a negative.`, tree.span);
  return { tree: { op: "negate", operand: tree, type: numberType(tree.type.unit), span }, loose: operand.loose };
}
function checkLogic(expression, names, checker) {
  const operands = expression.operands.map((operand) => checkTruth(operand, `"${expression.kind}"`, names, checker));
  if (!operands.every((operand) => operand !== void 0)) return void 0;
  return settled({ op: expression.kind, operands, type: BOOLEAN, span: expression.span });
}
function checkTruth(expression, where, names, checker) {
  const tree = checker.check(expression, names)?.tree;
  if (!tree || tree.type.kind === "boolean") return tree;
  return checker.refuse("formula/not-boolean", `${where} needs true or false, and this is ${describe2(tree.type)}.`, tree.span, "Write a comparison.");
}
function checkIf(expression, names, checker) {
  const condition2 = checkTruth(expression.condition, '"if"', names, checker);
  const then = checker.check(expression.then, names);
  const otherwise = checker.check(expression.else, names);
  if (!condition2 || !then || !otherwise) return void 0;
  const [a, b] = [then.tree.type, otherwise.tree.type];
  const agreed = unify([then, otherwise], checker, () => `The branches of this "if" differ: ${describe2(a)} and ${describe2(b)}.`);
  if (!agreed) return void 0;
  const [thenTree, elseTree] = agreed.trees;
  return { tree: { op: "if", condition: condition2, then: thenTree, else: elseTree, type: agreed.type, span: expression.span }, loose: agreed.loose };
}

// src/formula/check/lists.ts
function checkList(expression, names, checker) {
  const { span } = expression;
  const items = checkAll(expression.items, names, checker);
  if (!items) return void 0;
  if (items.length === 0) return { tree: { op: "list", items: [], type: listType(numberType(), { maxItems: 0 }), span }, loose: true };
  const agreed = unify(items, checker, (found, wanted) => `The members of this list differ: ${describe2(wanted)} and ${describe2(found)}.`);
  return agreed && { tree: { op: "list", items: agreed.trees, type: listType(agreed.type, { each: COUNT, maxItems: items.length }), span }, loose: agreed.loose };
}
function checkRange2(expression, names, checker) {
  const { lowIncluded, highIncluded, span } = expression;
  const ends2 = checkAll([expression.value, expression.low, expression.high], names, checker);
  if (!ends2) return void 0;
  const tested = ends2[0].tree.type;
  const agreed = unify(ends2, checker, (found, wanted) => `"in" tests ${describe2(tested)} against a range of another kind: ${describe2(found === tested ? wanted : found)}.`);
  if (!agreed || !isComparable(agreed.type, "<", span, checker)) return void 0;
  excuseBeside(agreed.trees, ends2, checker);
  const [value3, low, high] = agreed.trees;
  return settled({ op: "range", value: value3, low, high, lowIncluded, highIncluded, type: BOOLEAN, span });
}
function checkAmong(expression, names, checker) {
  const drafts = checkAll([expression.value, ...expression.items], names, checker);
  return drafts && among(drafts, expression.itemsSpan, expression.span, checker);
}
function among(drafts, itemsSpan, span, checker) {
  const tested = drafts[0].tree.type;
  const agreed = unify(drafts, checker, (found, wanted) => `"in" looks for ${describe2(tested)} in a list with ${describe2(found === tested ? wanted : found)}.`);
  if (!agreed || !isComparable(agreed.type, "=", span, checker)) return void 0;
  excuseBeside(agreed.trees, drafts, checker);
  const items = agreed.trees.slice(1);
  const list = { op: "list", items, type: listType(agreed.type, { maxItems: items.length }), span: itemsSpan };
  return settled({ op: "member", value: agreed.trees[0], list, type: BOOLEAN, span });
}
function checkIn(expression, names, checker) {
  const { span } = expression;
  const value3 = checker.check(expression.value, names);
  const list = checker.check(expression.list, names);
  if (!value3 || !list) return void 0;
  const { type } = list.tree;
  if (type.kind !== "list") {
    if (expression.bracketed) return among([value3, list], list.tree.span, span, checker);
    return checker.refuse("formula/not-a-list", `"in" looks into a list or a range, and this is ${describe2(type)}.`, list.tree.span, 'Compare with "=", or write a list: x in (a, b).');
  }
  const wanted = listType(value3.tree.type);
  const looked = list.loose && !value3.loose && canAdapt(list.tree, wanted) ? retype(list.tree, wanted, checker) : list.tree;
  if (!looked || looked.type.kind !== "list") return void 0;
  const of = looked.type.of;
  const text = `"in" looks for ${describe2(value3.tree.type)} in ${describe2(looked.type)}.`;
  const tree = value3.loose ? fitOne(value3, of, checker, () => text) : sameType(value3.tree.type, of) ? value3.tree : refuseClash(clash(text, of, value3.tree.type, looked.span), checker);
  if (!tree || !isComparable(of, "=", span, checker)) return void 0;
  return settled({ op: "member", value: tree, list: looked, type: BOOLEAN, span });
}
function checkFilter(expression, names, checker) {
  const { where, span } = expression;
  const of = checker.check(expression.of, names);
  if (!of) return void 0;
  const list = requireList(of.tree, "[...]", checker);
  if (!list) return void 0;
  if (where.kind === "number") return position(of, list, where.text, where.span, span, checker);
  const inside = deeper2({ ...names, item: list.of }, span, checker);
  const tree = inside && checker.check(where, inside)?.tree;
  if (!tree) return void 0;
  if (tree.type.kind === "number") {
    return checker.refuse("formula/computed-position", "A position in a list is written as a number, not computed.", tree.span, "Write a condition, such as xs[item.rank = n]; or xs[1], xs[-1], last(xs).");
  }
  if (tree.type.kind !== "boolean") return checker.refuse("formula/not-boolean", `A filter needs true or false, and this is ${describe2(tree.type)}.`, tree.span, "Write a comparison.");
  return settled({ op: "filter", of: of.tree, where: tree, type: listType(list.of, { each: list.each, maxItems: list.maxItems, key: list.key }), span });
}
function position(of, list, text, at, span, checker) {
  const value3 = fromDecimalText(text);
  if (denominator(value3) !== 1n || isZero(value3) || text.replace("-", "").length > 9) {
    return checker.refuse("formula/position", `${text} is no position in a list.`, at, "Positions are 1, 2, 3 ... from the start and -1, -2 ... from the end.");
  }
  return { tree: { op: "index", of: of.tree, at: Number(numerator(value3)), type: list.of, span }, loose: of.loose };
}
function checkIteration(expression, names, checker) {
  const { kind, local: local2, span } = expression;
  const source2 = checker.check(expression.in, names)?.tree;
  const list = source2 && requireList(source2, `"${kind}"`, checker);
  if (!source2 || !list) return void 0;
  const inside = bind(local2, list.of, expression.localSpan, names, checker);
  if (!inside) return void 0;
  if (kind === "for") {
    const body = checker.check(expression.body, inside)?.tree;
    return body && settled({ op: "for", local: local2, in: source2, return: body, type: listType(body.type, { each: list.each, maxItems: list.maxItems }), span });
  }
  const satisfies = checkTruth(expression.body, `"${kind}"`, inside, checker);
  return satisfies && settled({ op: kind, local: local2, in: source2, satisfies, type: BOOLEAN, span });
}
function requireList(tree, where, checker) {
  const type = tree.type;
  return type.kind === "list" ? type : checker.refuse("formula/not-a-list", `${where} works on a list, and this is ${describe2(type)}.`, tree.span);
}
function checkAll(expressions, names, checker) {
  const drafts = expressions.map((expression) => checker.check(expression, names));
  return drafts.every((draft) => draft !== void 0) ? drafts : void 0;
}

// src/formula/tree-children.ts
function childrenOf2(tree) {
  switch (tree.op) {
    case "constant":
    case "read":
    case "local":
      return [];
    case "field":
    case "project":
    case "index":
      return [tree.of];
    case "filter":
      return [tree.of, tree.where];
    case "for":
      return [tree.in, tree.return];
    case "some":
    case "every":
      return [tree.in, tree.satisfies];
    case "if":
      return [tree.condition, tree.then, tree.else];
    case "and":
    case "or":
      return tree.operands;
    case "not":
    case "negate":
      return [tree.operand];
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "compare":
      return [tree.left, tree.right];
    case "range":
      return [tree.value, tree.low, tree.high].filter((part3) => part3 !== void 0);
    case "member":
      return [tree.value, tree.list];
    case "list":
      return tree.items;
    case "call":
    case "apply":
      return tree.args;
  }
}

// src/formula/unguarded-every.ts
function unguardedEvery(tree) {
  const found = [];
  walk2(tree, /* @__PURE__ */ new Set(), found);
  return found;
}
function walk2(tree, known, found) {
  if (tree.op === "every" && !known.has(formatTree(tree.in)) && !(tree.in.op === "list" && tree.in.items.length > 0)) found.push(tree.span);
  if (tree.op === "and" || tree.op === "or") {
    tree.operands.forEach((operand) => {
      const others = tree.operands.filter((other) => other !== operand);
      walk2(operand, union2(known, others.map((other) => filledWhen(other, tree.op === "and"))), found);
    });
  } else if (tree.op === "if") {
    walk2(tree.condition, known, found);
    walk2(tree.then, union2(known, [filledWhen(tree.condition, true)]), found);
    walk2(tree.else, union2(known, [filledWhen(tree.condition, false)]), found);
  } else {
    for (const child of childrenOf2(tree)) walk2(child, known, found);
  }
}
var union2 = (known, more) => new Set([known, ...more].flatMap((set) => [...set]));
function filledWhen(tree, truth2) {
  switch (tree.op) {
    case "not":
      return filledWhen(tree.operand, !truth2);
    case "and":
    case "or":
      return truth2 === (tree.op === "and") ? union2(/* @__PURE__ */ new Set(), tree.operands.map((operand) => filledWhen(operand, truth2))) : /* @__PURE__ */ new Set();
    case "some":
      return truth2 ? /* @__PURE__ */ new Set([formatTree(tree.in)]) : /* @__PURE__ */ new Set();
    case "every":
      return truth2 ? /* @__PURE__ */ new Set() : /* @__PURE__ */ new Set([formatTree(tree.in)]);
    case "compare":
      return filledByCount(tree, truth2);
    default:
      return /* @__PURE__ */ new Set();
  }
}
function filledByCount(tree, truth2) {
  const mirrored = countedList(tree.right);
  const counted = countedList(tree.left) ?? mirrored;
  const bound2 = mirrored ? tree.left : tree.right;
  if (!counted || bound2.op !== "constant" || !isExact(bound2.value)) return /* @__PURE__ */ new Set();
  const comparator = mirrored ? MIRROR[tree.comparator] : tree.comparator;
  return excludesZero(truth2 ? comparator : OPPOSITE[comparator], bound2.value) ? /* @__PURE__ */ new Set([formatTree(counted)]) : /* @__PURE__ */ new Set();
}
var countedList = (tree) => tree.op === "call" && tree.name === "count" ? tree.args[0] : void 0;
var MIRROR = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
var OPPOSITE = { "=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
function excludesZero(comparator, bound2) {
  const sign = compare(ZERO, bound2);
  switch (comparator) {
    case "=":
      return sign !== 0;
    case "!=":
      return sign === 0;
    case "<":
      return sign >= 0;
    case "<=":
      return sign > 0;
    case ">":
      return sign <= 0;
    case ">=":
      return sign < 0;
  }
}

// src/formula/check-formula.ts
function checkFormula(expression, scope, options = {}) {
  const findings = [];
  const reads = /* @__PURE__ */ new Set();
  const applies = /* @__PURE__ */ new Set();
  const numbers = /* @__PURE__ */ new Map();
  const excused = /* @__PURE__ */ new Set();
  let segments;
  const checker = {
    scope,
    check: (part3, names) => CHECKS[part3.kind](part3, names, checker),
    refuse(code2, message, span, mend) {
      findings.push({ code: code2, message, mend, span });
      return void 0;
    },
    beginsId: (segment) => (segments ??= new Set([...scope.ids()].map((id2) => id2.split(".", 1)[0]))).has(segment),
    noteRead: (id2) => reads.add(id2),
    noteApply: (id2) => applies.add(id2),
    noteNumber(tree2, text) {
      if (tree2.op === "constant") numbers.set(tree2.span[0], Object.freeze({ value: fromDecimalText(text), text, span: tree2.span }));
    },
    excuse: (tree2) => excused.add(tree2.span[0])
  };
  const locals = options.locals ?? /* @__PURE__ */ new Map();
  for (const name of locals.keys()) {
    if (checker.beginsId(name)) findings.push({ code: "formula/hidden-name", message: `The parameter "${name}" hides a declared id that begins with "${name}".`, mend: "Choose another name for the parameter." });
  }
  const draft = checker.check(expression, { locals, item: void 0, nesting: 0 });
  const tree = draft && expect(draft, options.expected, checker);
  if (!tree || findings.length > 0) return { findings: Object.freeze(findings.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))) };
  return Object.freeze({
    tree: freezeTree(tree),
    reads: Object.freeze([...reads]),
    applies: Object.freeze([...applies]),
    literals: Object.freeze([...numbers.values()].filter((literal2) => !excused.has(literal2.span[0]) && !isZero(literal2.value)).sort((a, b) => a.span[0] - b.span[0])),
    unguardedEvery: Object.freeze(unguardedEvery(tree))
  });
}
var CHECKS = {
  number(expression, _names, checker) {
    const tree = { op: "constant", value: fromDecimalText(expression.text), type: numberType(), span: expression.span };
    checker.noteNumber(tree, expression.text);
    return { tree, loose: true };
  },
  text: ({ value: value3, span }) => ({ tree: { op: "constant", value: value3, type: TEXT, span }, loose: true }),
  boolean: ({ value: value3, span }) => settled({ op: "constant", value: value3, type: BOOLEAN, span }),
  name: checkPath,
  path: checkPath,
  call: checkCall,
  negate: checkUnary,
  not: checkUnary,
  arithmetic: checkArithmetic,
  compare: checkCompare,
  and: checkLogic,
  or: checkLogic,
  if: checkIf,
  for: checkIteration,
  some: checkIteration,
  every: checkIteration,
  filter: checkFilter,
  list: checkList,
  range: checkRange2,
  among: checkAmong,
  in: checkIn
};
function expect(draft, expected, checker) {
  if (!expected) return draft.tree;
  return fitOne(draft, expected, checker, (found, wanted) => `The formula gives ${describe2(found)}, and ${describe2(wanted)} is wanted.`);
}
function freezeTree(tree) {
  for (const child of childrenOf2(tree)) freezeTree(child);
  if (tree.op === "list") Object.freeze(tree.items);
  if (tree.op === "call" || tree.op === "apply") Object.freeze(tree.args);
  if (tree.op === "and" || tree.op === "or") Object.freeze(tree.operands);
  Object.freeze(tree.span);
  return Object.freeze(tree);
}

// src/formula/feel-source.ts
import { parser } from "lezer-feel";
var expressionParser = parser.configure({ top: "Expression" });
var readSource = (text, prepared) => ({ text, root: expressionParser.parse(prepared).topNode });
var spanOf = (node) => [node.from, node.to];
var textOf2 = (source2, node) => source2.text.slice(node.from, node.to);
var isError = (node) => node.type.isError;
function childrenOf3(node) {
  const children = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
var childOf = (node, ...names) => childrenOf3(node).find((child) => names.includes(child.name));
var wordsOf = (source2, node) => textOf2(source2, node).trim().split(/\s+/);
var isCallee = (node) => node.parent?.name === "FunctionInvocation" && node.parent.firstChild?.from === node.from && node.parent.firstChild.to === node.to;
var EXPRESSIONS = /* @__PURE__ */ new Set([
  "ArithmeticExpression",
  "Comparison",
  "Conjunction",
  "Disjunction",
  "PathExpression",
  "VariableName",
  "FunctionInvocation",
  "FilterExpression",
  "IfExpression",
  "ForExpression",
  "QuantifiedExpression",
  "NumericLiteral",
  "StringLiteral",
  "BooleanLiteral",
  "List",
  "ParenthesizedExpression",
  "SimplePositiveUnaryTest",
  "Interval",
  "FunctionDefinition",
  "InstanceOfExpression",
  "DateTimeLiteral",
  "null",
  "?",
  "Context"
]);
var isExpression = (node) => EXPRESSIONS.has(node.name);

// src/formula/build-expression.ts
var NotBuilt = class extends Error {
  constructor(finding) {
    super(finding.message);
    this.finding = finding;
  }
  finding;
};
function buildExpression(source2, node) {
  const build = BUILDERS.get(node.name);
  if (!build) return unexpected(source2, node);
  return build(source2, node);
}
var BUILDERS = /* @__PURE__ */ new Map([
  ["Expression", (source2, node) => buildExpression(source2, part(source2, node, 0))],
  ["ParenthesizedExpression", (source2, node) => buildExpression(source2, part(source2, node, 0))],
  ["NumericLiteral", (source2, node) => ({ kind: "number", text: textOf2(source2, node).replace(/\s+/g, ""), span: spanOf(node) })],
  ["StringLiteral", (source2, node) => ({ kind: "text", value: JSON.parse(textOf2(source2, node)), span: spanOf(node) })],
  ["BooleanLiteral", (source2, node) => ({ kind: "boolean", value: textOf2(source2, node) === "true", span: spanOf(node) })],
  ["VariableName", (source2, node) => ({ kind: "name", name: textOf2(source2, node), span: spanOf(node) })],
  ["PathExpression", buildPath],
  ["FunctionInvocation", buildCall],
  ["ArithmeticExpression", buildArithmetic],
  ["Comparison", buildComparison],
  ["Conjunction", buildLogic],
  ["Disjunction", buildLogic],
  ["IfExpression", buildIf],
  ["ForExpression", buildIteration],
  ["QuantifiedExpression", buildIteration],
  ["FilterExpression", buildFilter],
  ["List", (source2, node) => ({ kind: "list", items: parts(node).map((item) => buildExpression(source2, item)), span: spanOf(node) })]
]);
function buildPath(source2, node) {
  const name = childOf(node, "PathName");
  if (!name) return unexpected(source2, node);
  return { kind: "path", of: buildExpression(source2, part(source2, node, 0)), field: textOf2(source2, name), span: spanOf(node) };
}
function buildCall(source2, node) {
  const callee = node.firstChild;
  const args = childOf(node, "PositionalParameters");
  const built = args ? parts(args).map((argument2) => buildExpression(source2, argument2)) : [];
  const name = wordsOf(source2, callee).join(" ").replace(/ ?\. ?/g, ".");
  if (name === "not") {
    if (built.length === 1) return { kind: "not", operand: built[0], span: spanOf(node) };
    throw new NotBuilt({
      code: "formula/argument-count",
      message: `not takes one argument, and ${built.length} are given.`,
      mend: "Write not(a or b), or not(a in (b, c)).",
      span: spanOf(node)
    });
  }
  return { kind: "call", name, nameSpan: spanOf(callee), args: built, span: spanOf(node) };
}
function buildArithmetic(source2, node) {
  const [left, right] = parts(node);
  const operator = textOf2(source2, childOf(node, "ArithOp"));
  if (!right) return { kind: "negate", operand: buildExpression(source2, left), span: spanOf(node) };
  return { kind: "arithmetic", operator, left: buildExpression(source2, left), right: buildExpression(source2, right), span: spanOf(node) };
}
function buildComparison(source2, node) {
  const span = spanOf(node);
  const left = buildExpression(source2, part(source2, node, 0));
  const operator = childOf(node, "CompareOp");
  if (operator) {
    return { kind: "compare", comparator: textOf2(source2, operator), left, right: buildExpression(source2, part(source2, node, 1)), span };
  }
  const several = childOf(node, "PositiveUnaryTests");
  if (several) return among2(childrenOf3(several).map((test) => test.firstChild), [several.prevSibling.from, several.nextSibling.to]);
  const tested = childOf(node, "PositiveUnaryTest").firstChild;
  if (tested.name === "SimplePositiveUnaryTest") return buildRange(source2, left, tested.firstChild, span);
  if (tested.name === "List") return among2(parts(tested), spanOf(tested));
  return { kind: "in", value: left, list: buildExpression(source2, tested), bracketed: tested.name === "ParenthesizedExpression", span };
  function among2(items, itemsSpan) {
    return { kind: "among", value: left, items: items.map((item) => buildExpression(source2, item)), itemsSpan, span };
  }
}
function buildRange(source2, value3, interval, span) {
  const text = textOf2(source2, interval);
  return {
    kind: "range",
    value: value3,
    low: buildExpression(source2, part(source2, interval, 0)),
    high: buildExpression(source2, part(source2, interval, 1)),
    lowIncluded: text.startsWith("["),
    highIncluded: text.endsWith("]"),
    span
  };
}
function buildLogic(source2, node) {
  const kind = node.name === "Conjunction" ? "and" : "or";
  const operands = parts(node).flatMap((operand) => {
    const built = buildExpression(source2, operand);
    return built.kind === kind ? built.operands : [built];
  });
  return { kind, operands, span: spanOf(node) };
}
function buildIf(source2, node) {
  const [condition2, then, otherwise] = [0, 1, 2].map((index) => buildExpression(source2, part(source2, node, index)));
  return { kind: "if", condition: condition2, then, else: otherwise, span: spanOf(node) };
}
function buildIteration(source2, node) {
  const word = textOf2(source2, node.firstChild);
  const binding = childOf(childOf(node, "InExpressions"), "InExpression");
  const name = childOf(binding, "Name");
  return {
    kind: word === "for" ? "for" : word === "some" ? "some" : "every",
    local: textOf2(source2, name),
    localSpan: spanOf(name),
    in: buildExpression(source2, part(source2, childOf(binding, "IterationContext"), 0)),
    body: buildExpression(source2, part(source2, node, 0)),
    span: spanOf(node)
  };
}
function buildFilter(source2, node) {
  return { kind: "filter", of: buildExpression(source2, part(source2, node, 0)), where: buildExpression(source2, part(source2, node, 1)), span: spanOf(node) };
}
var parts = (node) => childrenOf3(node).filter(isExpression);
function part(source2, node, index) {
  return parts(node)[index] ?? unexpected(source2, node);
}
function unexpected(source2, node) {
  throw new NotBuilt({
    code: "formula/not-in-language",
    message: `"${clip2(textOf2(source2, node))}" is not part of the language.`,
    mend: "See the list of departures from standard FEEL in the reference.",
    span: spanOf(node)
  });
}
var clip2 = (text) => text.length > 60 ? `${text.slice(0, 60)}...` : text;

// src/formula/prepare-text.ts
var MAX_LENGTH = 4e3;
var MAX_DEPTH2 = 100;
function prepareText(text) {
  if (text.length > MAX_LENGTH) {
    return refused2({
      code: "formula/too-long",
      message: `The formula has ${text.length} characters, and ${MAX_LENGTH} is the most.`,
      mend: "Split it into several terms."
    });
  }
  if (text.trim() === "") return refused2({ code: "formula/empty", message: "The formula is empty.", mend: "Write an expression, such as base * rate." });
  const findings = scan(text);
  return findings.length > 0 ? { findings } : { prepared: joinBetween(plainSpaces(text)) };
}
var refused2 = (finding) => ({ findings: [finding] });
function scan(text) {
  const open3 = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index];
    const next = text[index + 1];
    if (character === '"') {
      const end = endOfText(text, index);
      if (end === void 0) return [unclosedText(text, index)];
      index = end;
    } else if (character === "/" && (next === "/" || next === "*")) {
      return [comment(text, index)];
    } else if (character === "{" || character === "}") {
      return [context(index)];
    } else if (character === "(" || character === "[") {
      open3.push(index);
      if (open3.length > MAX_DEPTH2) return [tooDeep(index)];
    } else if (character === ")" || character === "]") {
      open3.pop();
    }
    index++;
  }
  return [];
}
function endOfText(text, from) {
  for (let index = from + 1; index < text.length; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === '"') return index;
    else if (character === "\n" || character === "\r") return void 0;
  }
  return void 0;
}
var tooDeep = (at) => ({
  code: "formula/too-deep",
  message: `The formula is nested more than ${MAX_DEPTH2} deep here.`,
  mend: 'Move a part of it into a term of its own; a long chain of "+" can be written sum([a, b, c]).',
  span: [at, at + 1]
});
var unclosedText = (text, from) => ({
  code: "formula/unclosed-text",
  message: "A text begins here and does not end on its line.",
  mend: 'Close it with a quotation mark (").',
  span: [from, lineEnd(text, from)]
});
var comment = (text, from) => ({
  code: "formula/comment",
  message: "A formula holds no comment.",
  mend: "Write the remark into the node's note, or as a YAML comment on a line of its own.",
  span: [from, text[from + 1] === "/" ? lineEnd(text, from) : blockEnd(text, from)]
});
var context = (from) => ({
  code: "formula/context",
  message: "Contexts in curly brackets are not part of the language.",
  mend: "Make each entry a term of its own.",
  span: [from, from + 1]
});
function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
function blockEnd(text, from) {
  const end = text.indexOf("*/", from + 2);
  return end < 0 ? text.length : end + 2;
}
var plainSpaces = (text) => text.replace(/"(?:\\.|[^"\\])*"|\s/g, (part3) => part3.startsWith('"') ? part3 : " ");
var joinBetween = (text) => text.replace(
  /"(?:\\.|[^"\\])*"|(?<![.\w])days( +)between(?= *\()/g,
  (part3, spaces) => spaces === void 0 ? part3 : `days${"_".repeat(spaces.length)}between`
);

// src/formula/refusals/refusal.ts
var refuse = (node, code2, message, mend) => ({ code: code2, message, mend, span: spanOf(node) });
function quote(source2, node) {
  const text = textOf2(source2, node).replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

// src/formula/refusals/comparisons.ts
var MEANT = /* @__PURE__ */ new Map([
  ["==", "="],
  ["===", "="],
  ["<>", "!="],
  ["=>", ">="],
  ["=<", "<="]
]);
var doubledComparator = {
  at: ["Comparison"],
  partsToo: true,
  look(node, source2) {
    const test = childOf(node, "SimplePositiveUnaryTest");
    const first = childOf(node, "CompareOp");
    let second = test && childOf(test, "CompareOp");
    if (!test || !first || !second) return void 0;
    for (let inner = childOf(test, "SimplePositiveUnaryTest"); inner; inner = childOf(inner, "SimplePositiveUnaryTest")) second = childOf(inner, "CompareOp") ?? second;
    const sign = source2.text.slice(first.from, second.to).replace(/\s+/g, "");
    const meant = MEANT.get(sign);
    return {
      code: sign.startsWith("==") ? "formula/double-equals" : sign === "<>" ? "formula/not-equal" : "formula/two-comparators",
      message: `"${sign}" is not a comparison of the language.`,
      mend: meant === void 0 ? "Keep one of =, !=, <, <=, >, >=." : `Write "${meant}".`,
      span: [first.from, second.to]
    };
  }
};
var chainedComparison = {
  at: ["Comparison"],
  look(node, source2) {
    const inner = childrenOf3(node).find((child) => child.name === "Comparison");
    return inner && refuse(node, "formula/chained-comparison", `Comparisons are not chained: "${quote(source2, node)}".`, 'Join two comparisons with "and", or put brackets around the first.');
  }
};
var betweenRefused = {
  at: ["Comparison"],
  explainsErrors: true,
  look(node, source2) {
    if (!childOf(node, "between")) return void 0;
    const [value3, low, high] = childrenOf3(node).filter(isExpression);
    const mend = value3 && low && high ? `Write ${textOf2(source2, value3)} in [${textOf2(source2, low)}..${textOf2(source2, high)}].` : "Write x in [a..b].";
    return refuse(node, "formula/between", '"between" is not part of the language.', mend);
  }
};
var comparisonWithNull = {
  at: ["Comparison"],
  look(node, source2) {
    const sign = childOf(node, "CompareOp");
    const sides = childrenOf3(node).filter(isExpression);
    if (!sign || !sides.some((side) => side.name === "null")) return void 0;
    const other = sides.find((side) => side.name !== "null");
    const test = `present(${other ? textOf2(source2, other) : "x"})`;
    return refuse(node, "formula/null", "The language has no null, and a comparison with it says nothing.", `Write ${textOf2(source2, sign) === "!=" ? test : `not(${test})`}.`);
  }
};

// src/formula/refusals/constructs.ts
var lambda = {
  at: ["FunctionDefinition"],
  explainsErrors: true,
  look: (node) => refuse(node, "formula/lambda", "A formula defines no function.", "Make it a term with params and call it by its id.")
};
var power = {
  at: ["ArithOp"],
  look(node, source2) {
    const sign = textOf2(source2, node);
    return sign === "**" || sign === "^" ? refuse(node, "formula/power", `"${sign}" is not part of the language: there are no powers.`, "Multiply: a * a.") : void 0;
  }
};
var unaryPlus = {
  at: ["ArithmeticExpression"],
  look(node, source2) {
    const first = node.firstChild;
    return first?.name === "ArithOp" && textOf2(source2, first) === "+" ? refuse(first, "formula/unary-plus", 'A "+" stands before a value and adds nothing.', "Leave it out.") : void 0;
  }
};
var instanceOf = {
  at: ["InstanceOfExpression"],
  look: (node) => refuse(node, "formula/instance-of", '"instance of" is not part of the language.', "Leave it out: every name has a declared type.")
};
var namedArguments = {
  at: ["NamedParameters"],
  look: (node, source2) => refuse(node, "formula/named-argument", `"${quote(source2, node)}" names its arguments.`, "Give the arguments by position, in the declared order.")
};
var oddCallee = {
  at: ["FunctionInvocation"],
  look(node, source2) {
    const callee = node.firstChild;
    let base = callee;
    while (base?.name === "PathExpression") base = base.firstChild;
    if (!callee || base?.name === "VariableName" || base?.name === "SpecialFunctionName") return void 0;
    return refuse(node, "formula/odd-call", `"${quote(source2, callee)}" is called, and only a name can be.`, "Call a function, a table or a term by its name.");
  }
};
var questionMark = {
  at: ["?"],
  look: (node) => refuse(node, "formula/question-mark", '"?" has no meaning in a formula.', 'Name the value; in a filter the member is "item".')
};

// src/formula/refusals/literals.ts
var DECIMAL = /^-?\d{1,15}(?:\.\d{1,12})?$/;
var numberForm = {
  at: ["NumericLiteral"],
  look(node, source2) {
    const text = textOf2(source2, node).replace(/\s+/g, "");
    if (DECIMAL.test(text)) return void 0;
    return refuse(node, "formula/number-form", `"${quote(source2, node)}" is not written as a number of the language.`, mendNumber(text));
  }
};
function mendNumber(text) {
  if (/^-?\.\d+$/.test(text)) return `Write ${text.replace(".", "0.")}.`;
  if (/e/i.test(text)) return "Write all its digits, without an exponent.";
  return "Write at most 15 digits, a point and at most 12 decimals.";
}
var textEscape = {
  at: ["StringLiteral"],
  look(node, source2) {
    try {
      JSON.parse(textOf2(source2, node));
      return void 0;
    } catch {
      return refuse(node, "formula/text-escape", `The text ${quote(source2, node)} holds an escape or a character that the language does not read.`, 'Write \\" for a quotation mark and \\\\ for a backslash.');
    }
  }
};
var dateLiteral = {
  at: ["DateTimeLiteral"],
  explainsErrors: true,
  look(node, source2) {
    return refuse(node, "formula/date-literal", `"${quote(source2, node)}" writes a date, time or duration into the formula.`, "Make the date a parameter and read it here; a length of time is a number of days or months.");
  }
};
var nullRefused = {
  at: ["null"],
  look(node) {
    return refuse(node, "formula/null", "The language has no null.", "Test with present(x) whether a value applies; a parameter that ends is given the value none.");
  }
};

// src/formula/refusals/membership.ts
var swallowedAfterIn = {
  at: ["Comparison"],
  look(node, source2) {
    const tested = childOf(node, "PositiveUnaryTest")?.firstChild;
    if (!tested || !SWALLOWING.has(tested.name)) return void 0;
    let list = tested;
    while (SWALLOWING.has(list.name) && list.firstChild) list = list.firstChild;
    const value3 = source2.text.slice(node.from, childOf(node, "in").from).trim();
    return refuse(
      node,
      "formula/in-without-brackets",
      `"in" takes in all of "${quote(source2, tested)}".`,
      `Write brackets: (${value3} in ${textOf2(source2, list)})${source2.text.slice(list.to, node.to)}.`
    );
  }
};
var SWALLOWING = /* @__PURE__ */ new Set(["Conjunction", "Disjunction", "Comparison"]);
var unaryTest = {
  at: ["SimplePositiveUnaryTest"],
  look(node, source2) {
    if (!childOf(node, "CompareOp") || isDoubled(node)) return void 0;
    const arithmetic3 = node.parent?.name === "ArithmeticExpression";
    if (arithmetic3) {
      const sign = `${textOf2(source2, childOf(node.parent, "ArithOp"))}${textOf2(source2, childOf(node, "CompareOp"))}`;
      return refuse(node.parent, "formula/unknown-operator", `"${sign}" is not an operator of the language.`, "Write one of + - * / or a comparison.");
    }
    const value3 = testedValue(node);
    return refuse(
      node,
      "formula/unary-test",
      `"${quote(source2, node)}" is a test without a left side, which only a table cell may hold.`,
      `Write what is tested before it: ${value3 ? textOf2(source2, value3) : "x"} ${quote(source2, node)}.`
    );
  }
};
var isDoubled = (node) => node.parent !== null && (node.parent.name === "Comparison" && childOf(node.parent, "CompareOp") !== void 0 || node.parent.name === "SimplePositiveUnaryTest");
function testedValue(node) {
  for (let above = node.parent; above; above = above.parent) {
    if (above.name === "Comparison") return childOf(above, "in") ? above.firstChild ?? void 0 : void 0;
    if (!["PositiveUnaryTest", "PositiveUnaryTests", "ParenthesizedExpression"].includes(above.name)) return void 0;
  }
  return void 0;
}
var outwardBrackets = {
  at: ["Interval"],
  look(node, source2) {
    const text = textOf2(source2, node);
    if (!text.startsWith("]") && !text.endsWith("[")) return void 0;
    const inward = text.replace(/^\]/, "(").replace(/\[$/, ")");
    return refuse(node, "formula/outward-brackets", `"${quote(source2, node)}" has a bracket that faces outwards.`, `Write ${inward}.`);
  }
};
var rangeElsewhere = {
  at: ["Interval"],
  look(node, source2) {
    const holder = node.parent?.parent;
    if (holder?.name === "PositiveUnaryTest" && holder.parent?.name === "Comparison") return void 0;
    const mend = holder?.parent?.name === "PositiveUnaryTests" ? 'Write one membership for each range, joined with "or": (x in [1..2]) or (x in [4..5]).' : `Write x in ${quote(source2, node)}.`;
    return refuse(node, "formula/range-elsewhere", `The range "${quote(source2, node)}" does not stand directly after "in".`, mend);
  }
};
var countedIteration = {
  at: ["IterationContext"],
  look(node, source2) {
    const counted = childOf(node, "..") ?? childrenOf3(node).find((child) => child.name === "SimplePositiveUnaryTest" && childOf(child, "Interval"));
    return counted && refuse(node, "formula/counted-iteration", `"${quote(source2, node)}" counts through a range, and the language goes through lists only.`, "Name a list, or write the members: [1, 2, 3].");
  }
};
var severalVariables = {
  at: ["InExpressions"],
  look(node, source2) {
    return childrenOf3(node).filter((child) => child.name === "InExpression").length > 1 ? refuse(node, "formula/several-variables", `"${quote(source2, node)}" binds more than one variable.`, "Nest two expressions of one variable each.") : void 0;
  }
};

// src/formula/refusals/names.ts
var OPERATOR_WORDS = /* @__PURE__ */ new Map([
  ["dan", "and"],
  ["atau", "or"],
  ["bukan", "not(...)"],
  ["and", "and"],
  ["or", "or"],
  ["is", "="],
  ["equals", "="],
  ["adalah", "="],
  ["mod", "modulo(a, b)"],
  ["plus", "+"],
  ["minus", "-"],
  ["times", "*"],
  ["kali", "*"],
  ["x", "*"]
]);
var nameWithSpace = {
  at: ["VariableName", "PathName", "SpecialFunctionName"],
  look(node, source2) {
    const words = wordsOf(source2, node);
    const name = words.join(" ");
    if (isCallee(node)) return words.length > 1 && !findBuiltIn(name) ? unknownCallee(node, source2, name) : void 0;
    if (words.length === 1) return void 0;
    const [first, second] = words;
    if (first === "not") return denial(node, source2);
    const whole2 = findBuiltIn(name);
    if (whole2) return refuse(node, "formula/function-without-brackets", `"${name}" is a function, and its arguments are missing.`, `Write ${whole2.signature}.`);
    if (findBuiltIn(first)) {
      return refuse(node, "formula/function-without-brackets", `"${name}" names the function ${first} without brackets.`, `Write ${first}(${words.slice(1).join(" ")}).`);
    }
    const meant = OPERATOR_WORDS.get(second.toLowerCase());
    return refuse(
      node,
      "formula/missing-operator",
      `"${name}" is read as one name, and no name has a space: an operator is missing.`,
      meant === void 0 ? `Write an operator between "${first}" and "${words.slice(1).join(" ")}".` : `For "${second}" write ${meant}.`
    );
  }
};
var strangeName = {
  at: ["Identifier"],
  look(node, source2) {
    const strange2 = /[^\w\s]/u.exec(textOf2(source2, node))?.[0];
    if (strange2 === void 0) return void 0;
    return refuse(node, "formula/unknown-character", `"${strange2}" cannot stand in a name.`, "Write names with the letters a to z and digits.");
  }
};
var boundNameWithSpace = {
  at: ["Name"],
  look(node, source2) {
    const name = wordsOf(source2, node).join(" ");
    return name.includes(" ") ? refuse(node, "formula/variable-with-space", `The variable "${name}" has a space in its name.`, "Name it with one word.") : void 0;
  }
};
function unknownCallee(node, source2, name) {
  const departed = notHere(name);
  if (departed) return { ...departed, span: [node.from, node.to] };
  return refuse(
    node,
    "formula/missing-operator",
    `"${quote(source2, node)}" is no function, and no name has a space.`,
    didYouMean(name, BUILT_IN_NAMES, "Write an operator between the words, or call a table or term by its dotted id.")
  );
}
function denial(node, source2) {
  let whole2 = node;
  while (whole2.parent && whole2.parent.from === node.from && ["PathExpression", "FilterExpression", "FunctionInvocation"].includes(whole2.parent.name)) whole2 = whole2.parent;
  const denied = textOf2(source2, whole2).replace(/^not\s+/, "");
  return refuse(whole2, "formula/not-without-brackets", `"${quote(source2, whole2)}" is read as one name, not as a denial.`, `Write not(${denied}).`);
}

// src/formula/refusals/index.ts
var REFUSALS = [
  nameWithSpace,
  boundNameWithSpace,
  strangeName,
  doubledComparator,
  comparisonWithNull,
  betweenRefused,
  chainedComparison,
  swallowedAfterIn,
  countedIteration,
  severalVariables,
  outwardBrackets,
  rangeElsewhere,
  unaryTest,
  numberForm,
  textEscape,
  dateLiteral,
  nullRefused,
  lambda,
  power,
  unaryPlus,
  instanceOf,
  namedArguments,
  oddCallee,
  questionMark
];
var BY_NODE = new Map(
  [...new Set(REFUSALS.flatMap((refusal) => refusal.at))].map((name) => [name, REFUSALS.filter((refusal) => refusal.at.includes(name))])
);
var refusalsAt = (name) => BY_NODE.get(name) ?? [];

// src/formula/syntax-error.ts
var RESERVED = /^(?:and|or|if|then|else|for|in|return|some|every|satisfies|between|instance|function|external|true|false|null)\b/;
var CLUES = [
  { code: "formula/reserved-word", here: RESERVED, before: /\.\s*$/, message: (word) => `"${word}" is a word of the grammar and cannot be part of a name.`, mend: "Give the field another name, such as clockIn for in." },
  { code: "formula/quotation-marks", here: /^['`\u2018\u2019\u201c\u201d]/, message: (mark) => `${mark} does not enclose a text.`, mend: 'Write texts in straight double quotation marks: "baik".' },
  { code: "formula/unknown-operator", here: /^&&?/, message: (sign) => `"${sign}" is not an operator of the language.`, mend: 'Write "and".' },
  { code: "formula/unknown-operator", here: /^\|\|?/, message: (sign) => `"${sign}" is not an operator of the language.`, mend: 'Write "or".' },
  { code: "formula/unknown-operator", here: /^!/, message: (sign) => `"${sign}" is not an operator of the language.`, mend: 'Write not(x), or "!=" for a comparison.' },
  { code: "formula/percent-sign", here: /^%/, message: () => "The percent sign is not part of the language.", mend: 'A percentage is a number with the unit percent; "/ 100" makes it a ratio.' },
  { code: "formula/decimal-comma", here: /^,\s*\d+/, before: /\d$/, message: () => "A comma stands inside a number.", mend: "Write the decimal point: 1.5." },
  { code: "formula/number-groups", here: /^[._]\d+/, before: /\d$/, message: () => "The digits of a number are grouped.", mend: "Write the digits without separators: 1000000." },
  { code: "formula/stray", here: /^[;:?$#~\\@]/, message: (sign) => `"${sign}" has no meaning in a formula.`, mend: "Leave it out; a formula is one expression." },
  { code: "formula/stray", here: /^,/, message: () => "A comma stands where no list of arguments or members is open.", mend: "Write lists in square brackets: [a, b]." },
  { code: "formula/stray", here: /^\.\./, message: () => '".." stands outside a range.', mend: "Write x in [a..b]." },
  { code: "formula/missing-else", here: /^$/, before: (text) => occurrences(text, /\bthen\b/g) > occurrences(text, /\belse\b/g), message: () => 'An "if" has no "else".', mend: "Say what holds otherwise: if a then b else c." },
  { code: "formula/missing-return", here: /^$/, before: /\bfor\b(?!.*\breturn\b).*$/s, message: () => 'A "for" has no "return".', mend: "Say what is made of each member: for x in xs return x.minutes." },
  { code: "formula/missing-satisfies", here: /^$/, before: /\b(?:some|every)\b(?!.*\bsatisfies\b).*$/s, message: () => 'A "some" or "every" has no "satisfies".', mend: "Say what is asked of each member: every x in xs satisfies x > 0." },
  { code: "formula/empty-brackets", here: /^\)/, before: /\($/, message: () => "Nothing stands between these brackets.", mend: "Write an expression between them, or leave them out." },
  { code: "formula/empty-brackets", here: /^$/, before: /\[\s*\]$/, message: () => "Nothing stands between the square brackets.", mend: 'Write a condition or a position: xs[item.kind = "late"], xs[1].' },
  { code: "formula/stray", here: /^[)\]]/, before: /,$/, message: (sign) => `A comma stands before "${sign}".`, mend: "Leave the comma out, or write what follows it." },
  { code: "formula/stray", here: /^$/, before: /,\s*\]$/, message: () => 'A comma stands before "]".', mend: "Leave the comma out, or write what follows it." },
  { code: "formula/unclosed", here: /^$/, before: /\]$/, message: () => "The square brackets do not fit together.", mend: 'Check each "[" and its "]".' },
  { code: "formula/unclosed", here: /^[)\]]/, message: (sign) => `"${sign}" closes what was never opened, or something is missing before it.`, mend: "Check the brackets, and what stands before this one." },
  { code: "formula/unknown-character", here: /^[^\s\w"()[\]=<>+\-*/.]/u, message: (sign) => `"${sign}" has no meaning in a formula.`, mend: "Write names with the letters a to z and digits." }
];
function syntaxError(source2, error) {
  const { text } = source2;
  const at = error.from + (/^\s*/.exec(text.slice(error.from))?.[0].length ?? 0);
  const here = text.slice(at);
  const before = text.slice(0, at).trimEnd();
  for (const clue of CLUES) {
    const found = clue.here.exec(here);
    if (found && isBefore(clue, before)) {
      return { code: clue.code, message: clue.message(found[0]), mend: clue.mend, span: [at, at + found[0].length] };
    }
  }
  if (here === "") return unfinished(text, before);
  const word = /^(?:\w+|"(?:\\.|[^"\\])*"|.)/su.exec(here)[0];
  return {
    code: "formula/syntax",
    message: `"${word}" is not expected here.`,
    mend: /[\w)\]"]$/.test(before) ? "An operator may be missing before it." : "Something may be missing before it.",
    span: [at, at + word.length]
  };
}
var occurrences = (text, word) => text.match(word)?.length ?? 0;
function isBefore(clue, text) {
  if (clue.before === void 0) return true;
  return clue.before instanceof RegExp ? clue.before.test(text) : clue.before(text);
}
function unfinished(text, before) {
  const open3 = openBracket2(text);
  const span = [Math.max(0, before.length - 1), text.length];
  if (open3 !== void 0 && /[\w)\]"]$/.test(before)) {
    return { code: "formula/unclosed", message: `The "${text[open3]}" here is never closed.`, mend: "Close it.", span: [open3, open3 + 1] };
  }
  return { code: "formula/unfinished", message: "The formula ends before it is complete.", mend: `Write what follows ${/\w+$|.$/.exec(before)?.[0] ?? "it"}.`, span };
}
function openBracket2(text) {
  const open3 = [];
  for (const match of text.matchAll(/"(?:\\.|[^"\\])*"|[()[\]]/g)) {
    if (match[0] === "(" || match[0] === "[") open3.push(match.index);
    else if (match[0] === ")" || match[0] === "]") open3.pop();
  }
  return open3.at(-1);
}

// src/formula/parse-formula.ts
function parseFormula(text) {
  const before = prepareText(text);
  if ("findings" in before) return before;
  const source2 = readSource(text, before.prepared);
  const findings = walk3(source2);
  if (findings.length > 0) return { findings };
  try {
    return { expression: buildExpression(source2, source2.root) };
  } catch (error) {
    if (error instanceof NotBuilt) return { findings: [error.finding] };
    throw error;
  }
}
function walk3(source2) {
  const findings = [];
  const broken = hasError(source2.root);
  for (const { node, depth, refused: refused5, mark } of nodesOf(source2.root)) {
    if (isError(node)) return [findings[0] ?? syntaxError(source2, node)];
    if (depth > MAX_DEPTH2) return [tooDeep(node.from)];
    if (refused5) continue;
    for (const refusal of refusalsAt(node.name)) {
      if (broken && !refusal.explainsErrors) continue;
      const finding = refusal.look(node, source2);
      if (!finding) continue;
      findings.push(finding);
      if (!refusal.partsToo) mark();
      break;
    }
  }
  return findings;
}
function* nodesOf(root) {
  const open3 = [{ node: root, depth: 0, refused: false }];
  for (let next = open3.pop(); next; next = open3.pop()) {
    const { node } = next;
    const depth = next.depth + (isExpression(node) && node.name !== "ParenthesizedExpression" ? 1 : 0);
    let refused5 = next.refused;
    yield { node, depth, refused: refused5, mark: () => void (refused5 = true) };
    for (const child of childrenOf3(node).reverse()) open3.push({ node: child, depth, refused: refused5 });
  }
}
function hasError(root) {
  const cursor = root.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}

// src/formula/compile-formula.ts
function compileFormula(text, scope, options = {}) {
  const parsed = parseFormula(text);
  return "findings" in parsed ? parsed : checkFormula(parsed.expression, scope, options);
}

// src/values/type-expression.ts
var WORDS = { boolean: BOOLEAN, date: DATE, text: TEXT, calendar: CALENDAR, number: numberType(RATIO), integer: numberType(COUNT, { step: ONE }) };
function readType(written, named2) {
  return readNested(written, named2, 0);
}
var DEEPEST = 8;
function readNested(written, named2, depth) {
  if (depth > DEEPEST) return refused3(`Lists lie more than ${DEEPEST} deep in this type.`);
  if (typeof written === "string") return readWord(written, named2);
  if (typeof written !== "object" || written === null || Array.isArray(written)) return refused3('A type is a word such as "percent", or an object with unit, min, max and step.');
  const map = written;
  return Object.hasOwn(map, "list") ? readList2(map, named2, depth) : readBounded(map, named2);
}
var isFinding = (read2) => "code" in read2;
function readWord(word, named2) {
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  const declared = named2.get(word);
  if (declared) return declared;
  const unit = parseUnit(word);
  if (unit) return numberType(unit);
  return refused3(`"${word}" is neither a type nor a unit.`, didYouMean(word, [...Object.keys(WORDS), ...named2.keys(), "ratio", ...BASE_UNITS]));
}
function readBounded(map, named2) {
  const extra = Object.keys(map).find((key) => !["unit", "type", "min", "max", "step"].includes(key));
  if (extra !== void 0) return refused3(`"${extra}" is no part of a type.`, didYouMean(extra, ["unit", "type", "min", "max", "step", "list", "maxItems", "each", "key"]));
  const word = own(map, "unit") ?? own(map, "type");
  if (typeof word !== "string") return refused3('A type needs a unit (such as "IDR") or the name of a type.');
  const base = own(map, "unit") === void 0 || own(map, "type") === void 0 ? readWord(word, named2) : readBoth(word, own(map, "type"));
  if ("code" in base || base.kind !== "number") {
    const bound2 = ["min", "max", "step"].find((key) => own(map, key) !== void 0);
    return "code" in base || bound2 === void 0 ? base : refused3(`"${bound2}" belongs to numbers, and ${word} is not one.`);
  }
  try {
    const bounds = { min: bound(own(map, "min")) ?? base.min, max: bound(own(map, "max")) ?? base.max, step: bound(own(map, "step")) ?? base.step };
    if (bounds.min && bounds.max && bounds.min.compare(bounds.max) > 0) return refused3("The min of this type lies above its max.");
    if (bounds.step && bounds.step.compare(0) <= 0) return refused3("The step of a type must be above zero.");
    return numberType(base.unit, bounds);
  } catch (error) {
    if (error instanceof NumberRefused) return refused3(error.message);
    throw error;
  }
}
function readList2(map, named2, depth) {
  const extra = Object.keys(map).find((key) => !["list", "maxItems", "each", "key"].includes(key));
  if (extra !== void 0) return refused3(`"${extra}" is no part of a list type.`, didYouMean(extra, ["list", "maxItems", "each", "key"]));
  const of = readNested(map["list"], named2, depth + 1);
  if ("code" in of) return of;
  const written = { each: own(map, "each"), maxItems: own(map, "maxItems"), key: own(map, "key") };
  const each = written.each === void 0 ? COUNT : typeof written.each === "string" ? parseUnit(written.each) : void 0;
  if (!each) return refused3('The "each" of a list is the unit in which its members are counted, such as "day".');
  const maxItems = written.maxItems === void 0 ? void 0 : wholeNumber(written.maxItems);
  if (maxItems === 0) return refused3('The "maxItems" of a list is a whole number above zero.');
  if (written.key !== void 0 && typeof written.key !== "string") return refused3('The "key" of a list is the name of the field that tells its members apart.');
  return listType(of, { each, maxItems, key: written.key });
}
function readBoth(unitText, type) {
  if (type !== "number" && type !== "integer") return refused3('A type has a unit, or the name of a type: beside a unit only "number" and "integer" may stand.');
  const unit = parseUnit(unitText);
  if (!unit) return refused3(`"${unitText}" is no unit.`, didYouMean(unitText, ["ratio", ...BASE_UNITS]));
  return numberType(unit, type === "integer" ? { step: ONE } : {});
}
function wholeNumber(written) {
  const read2 = typeof written === "string" && /^\d{1,15}$/.test(written) ? Number(written) : written;
  return typeof read2 === "number" && Number.isSafeInteger(read2) && read2 > 0 ? read2 : 0;
}
var own = (map, key) => Object.hasOwn(map, key) ? map[key] : void 0;
function bound(written) {
  if (written === void 0) return void 0;
  if (typeof written === "number") return fromNumber(written);
  if (typeof written === "string") return fromDecimalText(written);
  throw new NumberRefused("number/kind", "A min, max or step is a number, or a number as text.");
}
var refused3 = (message, mend) => ({ code: "type/unreadable", message, mend });

// src/ruleset/event.ts
var EVENT_KINDS = ["award", "sanction", "development", "flag", "hold", "exclude", "block"];
var code = { form: "value", required: true };
var value2 = { form: "value" };
var EVENT_PARAMETERS = {
  award: { code, form: value2, amount: value2, until: value2, months: value2, publish: value2 },
  sanction: {
    code,
    key: { form: "key", required: true },
    cut: value2,
    months: value2,
    imposed: { form: "words", words: ["byDecree", "automatic"], required: true },
    starts: { form: "words", words: ["thisPayment", "nextPayment"], required: true },
    meets: { form: "words", words: ["add", "heaviest", "queue"], required: true },
    blocks: value2
  },
  development: { code, aspect: value2, training: value2, nextCheck: value2 },
  flag: { code, aspect: value2 },
  hold: { payment: { form: "payment", required: true }, until: { form: "text", required: true }, code: value2 },
  exclude: { payment: { form: "payment", required: true }, code: value2 },
  block: { code, until: value2, months: value2 }
};
var EVENT_FIELDS = [...new Set(Object.values(EVENT_PARAMETERS).flatMap((parameters) => Object.keys(parameters)))];

// src/ruleset/citation.ts
var CITATION = /^([a-z0-9][a-z0-9-]*)(?:#([A-Za-z0-9()./-]+))?$/;
function parseCitation(text) {
  const match = CITATION.exec(text);
  return match ? { source: match[1], pinpoint: match[2] } : void 0;
}
function citationFinding(text, sources, from) {
  const citation = parseCitation(text);
  if (!citation) return { code: "citation/malformed", message: `"${text}" is no citation.`, mend: 'Write source#pinpoint, such as "pp-94-2021#art-10(2)f".' };
  const source2 = sources.get(citation.source);
  if (!source2) {
    return {
      code: "citation/unknown-source",
      message: `The citation "${text}" names the source "${citation.source}", which sources.yaml does not list.`,
      mend: didYouMean(citation.source, sources.keys(), "List it in sources.yaml.")
    };
  }
  const begins = source2.effective && CalendarDate.parse(source2.effective.from);
  if (from && begins && from.epochDay < begins.epochDay) {
    return {
      code: "citation/not-in-force",
      message: `The version begins on ${from}, but "${citation.source}" is in force only from ${begins}.`,
      mend: "Correct the date, or cite the instrument that was in force."
    };
  }
  const ends2 = source2.effective?.to === void 0 ? void 0 : CalendarDate.parse(source2.effective.to);
  if (from && ends2 && from.epochDay > ends2.epochDay) {
    return { code: "citation/not-in-force", message: `The version begins on ${from}, but "${citation.source}" was in force only until ${ends2}.`, mend: "Correct the date, or cite the instrument that replaced it." };
  }
  return void 0;
}

// src/ruleset/names.ts
var RESERVED_WORDS = /* @__PURE__ */ new Set([
  "and",
  "or",
  "not",
  "if",
  "then",
  "else",
  "for",
  "in",
  "return",
  "some",
  "every",
  "satisfies",
  "between",
  "instance",
  "function",
  "external",
  "true",
  "false",
  "null",
  "item"
]);
var SEGMENT = /^[a-z][A-Za-z0-9]*$/;
var PREFIXES = /* @__PURE__ */ new Set(["fired", "carry"]);
function idFinding(id2) {
  for (const segment of id2.split(".")) {
    if (!SEGMENT.test(segment)) {
      return { code: "name/malformed", message: `"${id2}" is no id: "${segment}" should begin with a small letter and hold only letters and digits.`, mend: 'Write dotted segments such as "discipline.late.rate".' };
    }
    if (RESERVED_WORDS.has(segment)) {
      return { code: "name/reserved", message: `"${id2}" cannot be an id: "${segment}" is a word of the formula language.`, mend: `Write a longer name, such as "${segment === "in" ? "clockIn" : `${segment}Value`}".` };
    }
  }
  if (PREFIXES.has(id2.split(".")[0])) {
    return { code: "name/reserved", message: `"${id2}" cannot be an id: what begins with "${id2.split(".")[0]}." belongs to the library.`, mend: "Choose another first segment." };
  }
  return void 0;
}
function prefixClashes(ids) {
  const all = new Set(ids);
  const clashes = [];
  for (const id2 of all) {
    const segments = id2.split(".");
    for (let length = 1; length < segments.length; length++) {
      const prefix = segments.slice(0, length).join(".");
      if (all.has(prefix)) clashes.push([prefix, id2]);
    }
  }
  return clashes;
}

// src/ruleset/schema.ts
import * as z10 from "zod";

// src/table/table.ts
var HIT_POLICIES = ["unique", "first", "collect sum", "collect min", "collect max", "collect count", "atOrBelow", "linear"];
var ROW_NOTES = ["cite", "standing", "working", "note", "checked"];

// src/ruleset/stage.ts
var STAGES = ["assessment", "score", "rating", "sanction", "award", "incentive", "payroll"];
var stageIndex = (stage) => STAGES.indexOf(stage);
var phaseOf = (stage) => stage === "incentive" || stage === "payroll" ? "paid" : "assessed";

// src/ruleset/schema.ts
var number5 = z10.union([z10.string(), z10.number()]).describe("A number as decimal text, at most 15 digits before the point and 12 behind it.");
var scalar2 = z10.union([z10.string(), z10.number(), z10.boolean()]);
var date = z10.string().describe("A day, YYYY-MM-DD.");
var formula = z10.string().max(4e3).describe("A formula of the language (a strict part of FEEL).");
var id = z10.string().describe("A dotted id.");
var titleSchema = z10.strictObject({ id: z10.string().describe("Judul dalam bahasa Indonesia."), en: z10.string().describe("Title in English.") }).describe("What a reader sees, in Indonesian and in English.");
var cite = z10.string().describe("Where the law says so: source#pinpoint, such as pp-94-2021#art-10(2)f.");
var STANDINGS = ["confirmed", "reported", "derived", "placeholder"];
var standing = z10.enum(STANDINGS).describe("How sure the value is: read in the instrument, told by others, worked out, or the library's own default.");
var typeExpression = z10.lazy(
  () => z10.union([
    z10.string(),
    z10.strictObject({ unit: z10.string().optional(), type: z10.string().optional(), min: number5.optional(), max: number5.optional(), step: number5.optional() }),
    z10.strictObject({ list: typeExpression, maxItems: number5.optional(), each: z10.string().optional(), key: z10.string().optional() })
  ])
);
var within4 = z10.strictObject({
  min: number5.optional().describe("The least value that a region may set."),
  max: number5.optional().describe("The greatest value that a region may set."),
  members: z10.array(scalar2).optional().describe("The values that a region may choose from.")
});
var delegate = z10.strictObject({
  to: z10.literal("region").describe("Who may vary this version."),
  within: z10.union([within4, z10.record(z10.string(), within4)]).optional().describe("The band of a parameter; for a table, a band for each output column."),
  cite
}).describe("Allows a region to add its own versions.");
var versionFields = {
  from: date.describe("The first day on which this version is in force."),
  to: date.optional().describe("The last day, when the law names one."),
  cite: cite.optional(),
  standing,
  note: z10.string().optional().describe("For a placeholder: what is missing."),
  working: z10.string().optional().describe("For a derived value: how it was worked out."),
  checked: date.optional().describe("When a person last saw that it still holds."),
  delegate: delegate.optional(),
  literals: z10.record(z10.string(), z10.string()).optional().describe('The reason of each literal number in the formulas: { "12": months of a year }.')
};
var nodeFields = { title: titleSchema.optional(), description: z10.string().optional() };
var typed = { unit: z10.string().optional().describe("The unit of a number."), type: typeExpression.optional().describe("The type, when it is no plain number.") };
var round2 = z10.strictObject({ to: number5.describe("The step."), mode: z10.enum(ROUNDING_MODES), cite: cite.optional(), standing: standing.optional(), note: z10.string().optional() }).describe("The only place where a digit may be lost.");
var quotedResult = z10.union([z10.string(), z10.number(), z10.boolean(), z10.array(scalar2)]);
var parameter = {
  node: z10.strictObject({ ...nodeFields, ...typed, withinPeriod: z10.enum(["start", "end", "perDay"]).optional().describe("Which value holds for a period inside which it changes.") }),
  version: z10.strictObject({ ...versionFields, value: quotedResult.describe("The value; none repeals it.") })
};
var cells = z10.record(z10.string(), z10.union([scalar2, z10.array(scalar2)]));
var table = {
  node: z10.strictObject({
    ...nodeFields,
    inputs: z10.record(z10.string(), typeExpression),
    outputs: z10.record(z10.string(), typeExpression),
    hit: z10.enum(HIT_POLICIES).optional()
  }),
  version: z10.strictObject({
    ...versionFields,
    rows: z10.array(cells),
    columns: z10.record(z10.string(), z10.array(scalar2)).optional(),
    otherwise: z10.record(z10.string(), scalar2).optional(),
    gaps: z10.array(z10.strictObject({ range: z10.record(z10.string(), scalar2), gives: z10.literal("unknown"), cite: cite.optional() })).optional()
  })
};
var branch2 = z10.strictObject({
  letter: z10.string().optional().describe("The letter of the provision."),
  when: formula.optional().describe("The condition; the last branch may say otherwise instead."),
  then: formula.optional(),
  otherwise: formula.optional(),
  cite: cite.optional()
});
var part2 = z10.strictObject({ part: formula.describe("The value."), weight: formula.describe("Its weight, percent or ratio."), title: titleSchema.optional() });
var term = {
  node: z10.strictObject({
    ...nodeFields,
    ...typed,
    stage: z10.enum(STAGES).optional(),
    params: z10.record(z10.string(), typeExpression).optional().describe("Makes the term a function, called by position.")
  }),
  version: z10.strictObject({
    ...versionFields,
    formula: formula.optional(),
    choose: z10.array(branch2).optional(),
    parts: z10.array(part2).optional(),
    notApplicable: z10.enum(["renormalise", "unknown"]).optional().describe("What a part that is none does to a composite."),
    for: z10.record(z10.string(), formula).optional().describe("One value for each member of a list: { post: assignments }."),
    round: round2.optional()
  })
};
var raterSource = z10.strictObject({
  scale: z10.string().describe('The scale of its scores: "1..5".'),
  convert: z10.string().optional().describe("How a score gets to 0..100: none, ofTop (score / top), betweenEnds, or the id of a table."),
  within: z10.string().describe("How several raters become one score: mean, median, trimmedMean(parameter)."),
  quorum: z10.union([z10.string(), z10.number()]).describe("How many raters are needed: a whole number, a parameter id, or all."),
  below: z10.enum(["absent", "hold"]).describe("What too few raters mean.")
});
var raters = {
  node: z10.strictObject({ ...nodeFields, stage: z10.enum(STAGES).optional() }),
  version: z10.strictObject({
    ...versionFields,
    sources: z10.record(z10.string(), raterSource),
    criteria: z10.strictObject({ of: z10.string().describe("The enumeration of criteria."), incomplete: z10.enum(["ignore", "hold"]).describe("What a criterion that a source did not rate means.") }).optional(),
    combine: z10.array(z10.enum(["raters", "criteria", "sources"])).describe("The order of aggregation."),
    weights: z10.strictObject({
      rows: z10.array(z10.record(z10.string(), number5)).describe("Weights by which sources are present; each row adds up to 100."),
      otherwise: z10.union([z10.enum(["renormalise", "hold", "zero"]), z10.strictObject({ substitute: z10.string() })])
    })
  })
};
var condition = { node: z10.strictObject({ ...nodeFields, stage: z10.enum(STAGES).optional() }), version: z10.strictObject({ ...versionFields, when: z10.unknown().describe("A condition: all, any, not, condition, or fact + operator + value.") }) };
var eventParameter = z10.union([scalar2, z10.strictObject({ fact: z10.string() })]);
var event = z10.strictObject({
  kind: z10.enum(EVENT_KINDS),
  ...Object.fromEntries(EVENT_FIELDS.map((name) => [name, (name === "key" ? z10.array(z10.union([z10.string(), z10.strictObject({ fact: z10.string() })])) : eventParameter).optional()]))
});
var rule = {
  node: z10.strictObject({ ...nodeFields, stage: z10.enum(STAGES).optional() }),
  version: z10.strictObject({ ...versionFields, conditions: z10.unknown(), event })
};
var gate = z10.strictObject({
  when: formula.optional(),
  unless: formula.optional(),
  reason: titleSchema.optional(),
  until: z10.string().optional().describe("What ends a hold."),
  cite: cite.optional()
});
var PAYMENT_KINDS = ["regular", "thr", "thirteenth"];
var payment2 = {
  node: z10.strictObject({ ...nodeFields, for: z10.array(z10.enum(PAYMENT_KINDS)).optional() }),
  version: z10.strictObject({ ...versionFields, amount: id, entitled: z10.array(gate).optional(), hold: z10.array(gate).optional() })
};
var carry = {
  node: z10.strictObject({ ...nodeFields, ...typed, resets: z10.enum([...PERIOD_LENGTHS, "never"]) }),
  version: z10.strictObject({ ...versionFields, opening: number5, next: formula })
};
var fact = z10.strictObject({
  ...nodeFields,
  ...typed,
  absence: z10.union([z10.enum(["required", "unknown", "none"]), z10.strictObject({ default: quotedResult, cite: cite.optional(), standing, note: z10.string().optional() })]).optional(),
  derive: formula.optional().describe("A formula that gives the fact; a given value that differs is an error."),
  cite: cite.optional(),
  literals: z10.record(z10.string(), z10.string()).optional()
});
var source = z10.strictObject({
  kind: z10.string().describe("uu, pp, perpres, permen, perban, perda, perkada, se, keputusan, report (press, slides, code) or seed."),
  number: z10.union([z10.string(), z10.number()]).optional(),
  year: z10.union([z10.string(), z10.number()]).optional(),
  title: z10.string(),
  issuer: z10.string().optional(),
  enacted: date.optional(),
  effective: z10.strictObject({ from: date, to: date.optional() }).optional(),
  amends: z10.array(z10.string()).optional(),
  repeals: z10.array(z10.string()).optional(),
  url: z10.union([z10.string(), z10.array(z10.string())]).optional(),
  note: z10.string().optional()
});
var typeDeclaration = z10.strictObject({
  ...nodeFields,
  members: z10.record(z10.string(), titleSchema).optional().describe("Makes an enumeration."),
  order: z10.array(z10.string()).optional().describe("From the lowest to the highest, when law compares the members."),
  fields: z10.record(z10.string(), typeExpression).optional().describe("Makes a record.")
});
var manifest = z10.strictObject({
  id: z10.string(),
  title: titleSchema,
  issuer: z10.string(),
  aliases: z10.array(z10.string()).optional(),
  extends: z10.string().optional().describe("The ruleset that this one varies."),
  version: z10.union([z10.string(), z10.number()]),
  from: date.describe("The first day for which this ruleset speaks."),
  cycle: z10.strictObject({
    assesses: z10.enum(PERIOD_LENGTHS),
    pays: z10.enum(PERIOD_LENGTHS),
    ratingActs: z10.enum(["samePeriod", "nextPeriod", "anyLater"]).describe("Which payments an assessed period decides."),
    cite: cite.optional(),
    standing,
    note: z10.string().optional()
  }).optional(),
  outputs: z10.strictObject({ scores: z10.record(z10.string(), id).optional(), rating: id.optional() }).optional(),
  note: z10.string().optional()
});
var NODE_SCHEMAS = { parameters: parameter, tables: table, terms: term, raters, conditions: condition, rules: rule, payments: payment2, carry };
var NODE_SECTIONS = Object.keys(NODE_SCHEMAS);
var ENTRY_SCHEMAS = { sources: source, types: typeDeclaration, facts: fact };
var MANIFEST_SCHEMA = manifest;

// src/ruleset/read-node.ts
var isMapping2 = (raw) => typeof raw === "object" && raw !== null && !Array.isArray(raw);
function readNode(id2, section, raw, place2, report) {
  const what = `"${id2}"`;
  if (!isMapping2(raw)) {
    report.error(place2, "document/wrong-kind", `${what} is ${shown(raw)}; it should be a mapping.`);
    return void 0;
  }
  const schema = NODE_SCHEMAS[section];
  const nodeKeys = Object.keys(schema.node.shape);
  const versionKeys = Object.keys(schema.version.shape);
  const inline = !Object.hasOwn(raw, "versions");
  const nodePart = {};
  const versionPart = {};
  for (const [key, value3] of Object.entries(raw)) {
    if (key === "versions") continue;
    if (versionKeys.includes(key) && !nodeKeys.includes(key)) versionPart[key] = value3;
    else nodePart[key] = value3;
  }
  const node = readEntry(nodePart, schema.node, place2, report, what, inline ? versionKeys : ["versions"]);
  if (inline) {
    const version = readVersion(section, versionPart, place2, report, what, nodeKeys);
    return node && version && { id: id2, section, title: node.title, node, versions: [version], place: place2 };
  }
  const stray = Object.keys(versionPart)[0];
  if (stray !== void 0) report.error(below(place2, stray), "document/inline-and-versions", `${what} has "${stray}" beside its versions.`, `Move "${stray}" into the version that it belongs to.`, { key: true });
  const versions = readVersions(section, raw["versions"], below(place2, "versions"), report, what);
  return node && { id: id2, section, title: node.title, node, versions, place: place2 };
}
function readOverride(id2, section, raw, place2, report) {
  const what = `the override of "${id2}"`;
  if (!isMapping2(raw)) {
    report.error(place2, "document/wrong-kind", `${what} is ${shown(raw)}; it should be a mapping with versions.`);
    return [];
  }
  if (!Object.hasOwn(raw, "versions")) {
    const version = readVersion(section, raw, place2, report, what, []);
    return version ? [version] : [];
  }
  for (const key of Object.keys(raw)) {
    if (key !== "versions") report.error(below(place2, key), "document/unknown-key", `"${key}" is no key of ${what}.`, `An override has only "versions": everything else is the nation's.`, { key: true });
  }
  return readVersions(section, raw["versions"], below(place2, "versions"), report, what);
}
function readVersions(section, raw, place2, report, what) {
  if (!Array.isArray(raw) || raw.length === 0) {
    report.error(place2, "document/wrong-kind", `The versions of ${what} are ${Array.isArray(raw) ? "empty" : shown(raw)}; they should be a list, oldest first.`);
    return [];
  }
  const versions = raw.map((entry2, index) => readVersion(section, entry2, below(place2, index), report, what, [])).filter((version) => version !== void 0);
  versions.forEach((version, index) => {
    const before = versions[index - 1];
    if (!before) return;
    if (version.from.epochDay === before.from.epochDay) {
      report.error(version.place, "version/duplicate", `Two versions of ${what} begin on ${version.from}.`, "Give one of them its own date, or remove it.");
    } else if (version.from.epochDay < before.from.epochDay) {
      report.error(version.place, "version/unsorted", `The version of ${what} from ${version.from} stands after the one from ${before.from}.`, "Write versions oldest first.");
    } else if (before.to && before.to.epochDay >= version.from.epochDay) {
      report.error(before.place, "version/overlap", `The version of ${what} from ${before.from} runs to ${before.to}, but the next one begins on ${version.from}.`, `End it on ${addDays(version.from, -1)}, or leave "to" out.`);
    }
  });
  return versions;
}
function readVersion(section, raw, place2, report, what, nodeKeys) {
  if (!isMapping2(raw)) {
    report.error(place2, "document/wrong-kind", `A version of ${what} is ${shown(raw)}; it should be a mapping.`);
    return void 0;
  }
  const back = raw["value"] === "national";
  const schema = NODE_SCHEMAS[section].version;
  const common = back ? Object.fromEntries(Object.entries(raw).filter(([key]) => key !== "value")) : raw;
  const content = readEntry(common, back ? schema.partial() : schema, place2, report, what, nodeKeys);
  if (!content) return void 0;
  const day = (key) => {
    const written = content[key];
    if (written === void 0) return void 0;
    const date2 = CalendarDate.parse(String(written));
    if (!date2) report.error(below(place2, key), "date/unreadable", `"${String(written)}" is no day of the calendar.`, "Write YYYY-MM-DD.");
    return date2;
  };
  const from = day("from");
  const to = day("to");
  const checked = day("checked");
  if (!from) {
    if (content.from === void 0) report.error(place2, "document/missing", `${what} lacks "from".`, 'Write "from:".');
    return void 0;
  }
  if (to && to.epochDay < from.epochDay) report.error(below(place2, "to"), "version/reversed", `A version of ${what} ends on ${to}, before it begins on ${from}.`, "Exchange the two dates.");
  return {
    from,
    to,
    checked,
    cite: content.cite,
    standing: content.standing ?? "placeholder",
    note: content.note,
    working: content.working,
    delegate: content.delegate,
    literals: new Map(Object.entries(content.literals ?? {})),
    content: back ? void 0 : content,
    place: place2
  };
}

// src/ruleset/read-document.ts
var MAX_CHAIN = 8;
function readDocument(data, report) {
  const chain = chainOf(data, report);
  if (!chain) return void 0;
  const manifests = [];
  const sources = /* @__PURE__ */ new Map();
  const sourcePlaces = /* @__PURE__ */ new Map();
  const types2 = new Map(CATALOGUE_TYPES);
  const typeTitles = /* @__PURE__ */ new Map();
  const facts2 = /* @__PURE__ */ new Map();
  const calendars = /* @__PURE__ */ new Map();
  const nodes = /* @__PURE__ */ new Map();
  const declared = /* @__PURE__ */ new Map();
  for (const document of chain) {
    const manifest2 = readManifest2(document, report);
    if (!manifest2) continue;
    const ruleset = manifest2.data.id;
    const place2 = (...path) => ({ document, ruleset, path });
    for (const key of Object.keys(document)) {
      if (!["manifest", "base", "locate", ...SECTIONS].includes(key)) report.error(place2(key), "document/unknown-section", `"${key}" is no section of a ruleset.`, didYouMean(key, SECTIONS, `The sections are: ${SECTIONS.join(", ")}.`));
    }
    manifests.push(manifest2);
    for (const [id2, raw] of entries(document.sources)) {
      const read2 = readEntry(raw, ENTRY_SCHEMAS.sources, place2("sources", id2), report, `the source "${id2}"`);
      if (!read2) continue;
      if (!/^[a-z0-9][a-z0-9-]*$/.test(id2)) report.error(place2("sources", id2), "name/malformed", `"${id2}" is no source id.`, 'Write small letters, digits and hyphens, such as "pp-94-2021".', { key: true });
      const first = sourcePlaces.get(id2);
      if (first) report.error(place2("sources", id2), "name/twice", `The source "${id2}" is listed twice.`, "Remove one, or give it another id.", { key: true, related: { message: "first listed here", place: first } });
      checkDays(read2, place2("sources", id2), report);
      sources.set(id2, read2);
      sourcePlaces.set(id2, place2("sources", id2));
    }
    readTypes(document, ruleset, types2, typeTitles, report);
    for (const [id2, raw] of entries(document.facts)) {
      declare(id2, place2("facts", id2), declared, report);
      const read2 = readEntry(raw, ENTRY_SCHEMAS.facts, place2("facts", id2), report, `the fact "${id2}"`);
      if (read2) facts2.set(id2, { id: id2, data: read2, place: place2("facts", id2), catalogue: FACT_CATALOGUE.has(id2) });
    }
    for (const [id2, calendar] of entries(document.calendars)) {
      declare(id2, place2("calendars", id2), declared, report);
      const read2 = calendarOf(calendar, place2("calendars", id2), report);
      if (read2) calendars.set(id2, { calendar: read2, place: place2("calendars", id2) });
    }
    for (const section of NODE_SECTIONS) {
      for (const [id2, raw] of entries(document[section])) {
        const at = place2(section, id2);
        if (section !== "carry") declare(id2, at, declared, report);
        const node = readNode(id2, section, raw, at, report);
        if (node) nodes.set(section === "carry" ? `carry.${id2}` : id2, { ...node, ruleset, layers: [] });
      }
    }
    for (const [id2, raw] of entries(document.overrides)) {
      const at = place2("overrides", id2);
      const target2 = nodes.get(id2);
      if (!target2 || target2.ruleset === ruleset) {
        report.error(at, "override/unknown", target2 ? `"${id2}" is this ruleset's own node, so it cannot be overridden here.` : `There is no "${id2}" to override in "${String(manifest2.data.extends ?? "the base")}".`, target2 ? "Add the version to the node itself." : didYouMean(id2, nodes.keys()), { key: true });
        continue;
      }
      target2.layers.push({ ruleset, versions: readOverride(id2, target2.section, raw, at, report) });
    }
  }
  for (const [shorter, longer] of prefixClashes(declared.keys())) {
    report.error(declared.get(longer), "name/prefix", `"${longer}" cannot be declared beside "${shorter}": one id is the beginning of the other.`, `Rename one, for example "${shorter}.value".`, { key: true, related: { message: `"${shorter}" is declared here`, place: declared.get(shorter) } });
  }
  for (const node of nodes.values()) for (const version of versionsOf(node)) checkVersion(version, sources, report);
  for (const fact2 of facts2.values()) if (fact2.data.cite !== void 0) cited2(fact2.data.cite, below(fact2.place, "cite"), sources, void 0, report);
  const own2 = manifests.at(-1);
  if (!own2 || manifests.length < chain.length) return void 0;
  return { id: own2.data.id, manifests, sources, sourcePlaces, types: types2, typeTitles, facts: facts2, calendars, nodes };
}
function versionsOf(node) {
  return [...node.versions, ...node.layers.flatMap((layer) => layer.versions)];
}
function chainOf(data, report) {
  const chain = [];
  const seen = /* @__PURE__ */ new Set();
  for (let current = data; current; current = current.base) {
    const id2 = current.manifest?.id;
    const place2 = { document: current, ruleset: String(id2 ?? "unnamed"), path: ["manifest"] };
    if (typeof current.manifest !== "object" || current.manifest === null) {
      report.error({ ...place2, path: [] }, "document/missing", "The ruleset has no manifest.", "Write ruleset.yaml with id, title, issuer, version and from.");
      return void 0;
    }
    if (seen.has(current) || seen.has(id2) || chain.length >= MAX_CHAIN) {
      report.error({ ...place2, path: ["manifest", "extends"] }, "document/extends-itself", `The ruleset "${String(id2)}" extends itself${chain.length > 1 ? `, by way of ${chain.slice(1).map((each) => `"${String(each.manifest["id"])}"`).join(", ")}` : ""}.`, 'Remove "extends", or name another base.');
      return void 0;
    }
    seen.add(current).add(id2);
    const wanted = current.manifest["extends"];
    const base = current.base?.manifest?.["id"];
    if (wanted !== void 0 && wanted !== base) {
      report.error({ ...place2, path: ["manifest", "extends"] }, "document/base-missing", base === void 0 ? `The ruleset extends "${String(wanted)}", which was not given.` : `The ruleset extends "${String(wanted)}", but its base is "${String(base)}".`, "Give the base beside it.");
      return void 0;
    }
    chain.unshift(current);
  }
  return chain;
}
function readManifest2(document, report) {
  const place2 = { document, ruleset: String(document.manifest["id"] ?? "unnamed"), path: ["manifest"] };
  const data = readEntry(document.manifest, MANIFEST_SCHEMA, place2, report, "the manifest");
  if (!data) return void 0;
  const from = CalendarDate.parse(String(data.from));
  if (!from) {
    report.error(below(place2, "from"), "date/unreadable", `"${String(data.from)}" is no day of the calendar.`, "Write YYYY-MM-DD.");
    return void 0;
  }
  return { data, from, place: place2 };
}
function readTypes(document, ruleset, types2, titles, report) {
  for (const [id2, raw] of entries(document.types)) {
    const place2 = { document, ruleset, path: ["types", id2] };
    const wrong = idFinding(id2);
    if (wrong) report.add("error", place2, wrong, { key: true });
    const read2 = readEntry(raw, ENTRY_SCHEMAS.types, place2, report, `the type "${id2}"`);
    if (!read2) continue;
    if (types2.has(id2)) {
      report.error(place2, "name/twice", `The type "${id2}" is declared twice.`, CATALOGUE_TYPES.has(id2) ? "The library declares it already: remove it, or choose another name." : "Remove one.", { key: true });
      continue;
    }
    if (read2.members === void 0 === (read2.fields === void 0)) {
      report.error(place2, "type/unreadable", `The type "${id2}" has ${read2.members ? "both members and fields" : "neither members nor fields"}.`, "Write members for an enumeration, or fields for a record.");
      continue;
    }
    if (read2.members) {
      const members = Object.keys(read2.members);
      const odd = read2.order && [...read2.order.filter((member2) => !members.includes(member2)), ...members.filter((member2) => !read2.order.includes(member2))];
      if (odd && odd.length > 0) report.error(below(place2, "order"), "type/order", `The order of "${id2}" does not hold its members exactly once: "${odd[0]}".`, "List every member once, from the lowest to the highest.");
      types2.set(id2, enumType(id2, members, read2.order));
      titles.set(id2, { title: read2.title, members: new Map(Object.entries(read2.members)) });
      continue;
    }
    const fields = [];
    for (const [name, expression] of Object.entries(read2.fields)) {
      const type = readType(expression, types2);
      if (isFinding(type)) report.add("error", below(place2, "fields", name), type);
      else fields.push([name, type]);
    }
    types2.set(id2, recordType(id2, fields));
    titles.set(id2, { title: read2.title, members: /* @__PURE__ */ new Map() });
  }
}
function declare(id2, place2, declared, report) {
  const wrong = idFinding(id2);
  if (wrong) report.add("error", place2, wrong, { key: true });
  const first = declared.get(id2);
  if (first) report.error(place2, "name/twice", `"${id2}" is declared twice${first.ruleset === place2.ruleset ? "" : `; "${first.ruleset}" has it already`}.`, first.ruleset === place2.ruleset ? "Rename one of them." : "Vary it under overrides/, or choose another id.", { key: true, related: { message: "first declared here", place: first } });
  else declared.set(id2, place2);
}
function checkVersion(version, sources, report) {
  const { place: place2 } = version;
  if (version.cite !== void 0) cited2(version.cite, below(place2, "cite"), sources, version.from, report);
  if (version.delegate) cited2(version.delegate.cite, below(place2, "delegate", "cite"), sources, void 0, report);
  if (version.content === void 0) return;
  if (version.cite === void 0 && version.standing !== "placeholder" && version.standing !== "derived") {
    report.error(place2, "citation/missing", `A ${version.standing} value needs the place where it was read.`, "Write cite: source#pinpoint, or make it a placeholder with a note.");
  }
  if (version.standing === "placeholder" && version.note === void 0) {
    report.error(place2, "citation/placeholder-note", "A placeholder must say what is missing.", "Write note: and a sentence.");
  }
  if (version.standing === "derived" && version.working === void 0) {
    report.error(place2, "citation/derived-working", "A derived value must say how it was worked out.", "Write working: and a sentence.");
  }
  citesInside(version.content, place2, sources, version.from, report);
}
function citesInside(content, place2, sources, from, report) {
  if (typeof content !== "object" || content === null) return;
  for (const [key, value3] of Object.entries(content)) {
    const at = below(place2, Array.isArray(content) ? Number(key) : key);
    if (key === "cite" && typeof value3 === "string") {
      if (place2.path.length > 0 && at.path.at(-2) !== void 0 && !isVersionCite(place2)) cited2(value3, at, sources, from, report);
    } else if (key !== "delegate") citesInside(value3, at, sources, from, report);
  }
}
var isVersionCite = (place2) => place2.path.length === 2 || place2.path.length === 4 && place2.path[2] === "versions";
function cited2(text, place2, sources, from, report) {
  const wrong = citationFinding(text, sources, from);
  if (wrong) report.add("error", place2, wrong);
}
function checkDays(entry2, place2, report) {
  const effective = entry2["effective"] ?? {};
  for (const [written, path] of [[entry2["enacted"], ["enacted"]], [effective["from"], ["effective", "from"]], [effective["to"], ["effective", "to"]]]) {
    if (written !== void 0 && !CalendarDate.parse(String(written))) report.error(below(place2, ...path), "date/unreadable", `${shown(written)} is no day of the calendar.`, "Write YYYY-MM-DD.");
  }
}
function calendarOf(raw, place2, report) {
  try {
    return readCalendar2(raw);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const issue of error.issues) report.add("error", below(place2, ...issue.path), issue);
    return void 0;
  }
}
function entries(section) {
  return typeof section === "object" && section !== null ? Object.entries(section) : [];
}

// src/ruleset/in-force.ts
function inForce(node, day) {
  for (const layer of [...node.layers].reverse()) {
    const version2 = latest(layer.versions, day);
    if (version2 && version2.content !== void 0) return { version: version2, ruleset: layer.ruleset };
  }
  const version = latest(node.versions, day);
  return version && { version, ruleset: node.ruleset };
}
function latest(versions, day) {
  let found;
  for (const version of versions) if (version.from.epochDay <= day.epochDay) found = version;
  return found && (!found.to || found.to.epochDay >= day.epochDay) ? found : void 0;
}
function changeDays(ruleset) {
  const first = firstDay(ruleset);
  const days = /* @__PURE__ */ new Map([[first.epochDay, first]]);
  for (const node of ruleset.nodes.values()) {
    for (const version of versionsOf(node)) {
      for (const day of [version.from, version.to && addDays(version.to, 1)]) {
        if (day && day.epochDay > first.epochDay) days.set(day.epochDay, day);
      }
    }
  }
  return [...days.values()].sort((a, b) => a.epochDay - b.epochDay);
}
function firstDay(ruleset) {
  return ruleset.manifests.map((manifest2) => manifest2.from).reduce((a, b) => a.epochDay >= b.epochDay ? a : b);
}
function intervalAround(days, day) {
  let from;
  for (const change of days) {
    if (change.epochDay > day.epochDay) return from && { from, to: addDays(change, -1) };
    from = change;
  }
  return from && { from, to: void 0 };
}

// src/ruleset/context.ts
var FIRED_RECORD = recordType("firedRule", [["rule", TEXT], ["code", TEXT]]);
var FIRED_LIST = listType(FIRED_RECORD, { each: COUNT, maxItems: 1e3 });
var dayOf = (context2, phase) => phase === "assessed" ? context2.dates.assessed.to : context2.dates.paid?.to;
function versionAt(context2, node, phase) {
  const day = dayOf(context2, phase);
  if (!day) return void 0;
  const atStart = node.section === "parameters" && node.node.withinPeriod === "start";
  return inForce(node, atStart ? context2.dates[phase].from : day);
}
function keyOf2(context2, node, phase) {
  if (phase === "assessed" || !context2.split) return node.id;
  const same = node.section !== "terms" && versionAt(context2, node, "paid")?.version === versionAt(context2, node, "assessed")?.version;
  return same ? node.id : `${node.id}@paid`;
}
function originOf(node, found) {
  const { version } = found;
  const position2 = version.place.document.locate?.(version.place.path);
  return Object.freeze({
    ruleset: found.ruleset,
    title: node.title ?? { id: node.id, en: node.id },
    standing: version.standing,
    from: version.from.toString(),
    ...version.cite !== void 0 && { cite: version.cite },
    ...version.note !== void 0 && { note: version.note },
    ...version.working !== void 0 && { working: version.working },
    ...version.to && { to: version.to.toString() },
    ...position2 && { position: position2 }
  });
}
function declaredType(context2, node, place2, what) {
  if (node.unit !== void 0 && node.type !== void 0) {
    context2.report.error(below(place2, "unit"), "type/unreadable", `${what} has both a unit and a type.`, "Write the unit inside the type: { unit: IDR, min: 0 }.", { key: true });
  }
  const written = node.type ?? node.unit;
  if (written === void 0) {
    context2.report.error(place2, "type/missing", `${what} says neither its unit nor its type.`, 'Write "unit: IDR" or "type: boolean".');
    return void 0;
  }
  const type = readType(written, context2.ruleset.types);
  if (!isFinding(type)) return type;
  context2.report.add("error", below(place2, node.type === void 0 ? "unit" : "type"), type);
  return void 0;
}
function scopeOf(context2, phase, stage, what) {
  const refuse3 = (id2, code2, message, mend) => ({ kind: "refused", id: id2, finding: { code: code2, message, mend } });
  return {
    ids: () => context2.declarations.keys(),
    lookup(id2) {
      const fired = firedKind(id2);
      if (fired) {
        if (!stage) return refuse3(id2, "stage/none", `${what} has no stage, so it cannot read "${id2}".`, "Pass it as an argument.");
        return { kind: "value", id: `${id2}@${stage}`, type: FIRED_LIST };
      }
      const declaration = context2.declarations.get(id2);
      if (!declaration) {
        if (FACT_CATALOGUE.has(id2)) return refuse3(id2, "fact/undeclared", `"${id2}" is a fact of the library that this ruleset does not list.`, `Add "${id2}: { absence: required }" to facts.yaml.`);
        return void 0;
      }
      const { node } = declaration;
      if (node && !versionAt(context2, node, phase)) {
        return refuse3(id2, "version/not-in-force", `"${id2}" has no version in force on ${String(dayOf(context2, phase))}.`, `Give it a version from that day, or end what reads it.`);
      }
      if (declaration.kind === "callable") return { kind: "callable", id: keyOf2(context2, declaration.node, phase), parameters: declaration.parameters, returns: declaration.returns };
      if (declaration.stage !== void 0) {
        if (stage === void 0) return refuse3(id2, "stage/none", `${what} has no stage, so it cannot read "${id2}" of the stage ${declaration.stage}.`, "Pass it as an argument.");
        if (stageIndex(declaration.stage) > stageIndex(stage)) {
          return refuse3(id2, "stage/later", `${what} belongs to the stage ${stage} and cannot read "${id2}" of the later stage ${declaration.stage}.`, "Move one of them to another stage.");
        }
        return { kind: "value", id: id2, type: declaration.type };
      }
      return { kind: "value", id: node && node.section === "parameters" ? keyOf2(context2, node, phase) : id2, type: declaration.type };
    }
  };
}
function firedKind(id2) {
  return EVENT_KINDS.find((kind) => id2 === `fired.${kind}`);
}
function readFormula(context2, text, place2, scope, options) {
  const compiled = compileFormula(text, scope, { ...options.expected && { expected: options.expected }, ...options.locals && { locals: options.locals } });
  if ("findings" in compiled) {
    context2.report.errors(place2, compiled.findings);
    return void 0;
  }
  for (const literal2 of compiled.literals) {
    if (options.literals?.has(literal2.text) || options.literals?.has(toText(literal2.value))) continue;
    context2.report.add("warning", place2, { code: "formula/literal", message: `The number ${literal2.text} stands in a formula without its reason.`, mend: `Make it a parameter with its article, or explain it: literals: { "${literal2.text}": \u2026 }.`, span: literal2.span });
  }
  for (const span of compiled.unguardedEvery) {
    context2.report.add("warning", place2, { code: "formula/unguarded-every", message: 'This "every" is true of an empty list.', mend: "Guard it: count(xs) > 0 and every \u2026.", span });
  }
  return compiled;
}

// src/table/cell-refused.ts
var rowPlace = (index) => ({ label: `Row ${index + 1}`, rows: [index] });
var CellRefused = class extends Error {
  constructor(code2, message, mend) {
    super(message);
    this.code = code2;
    this.mend = mend;
  }
  code;
  mend;
  name = "CellRefused";
};
function refusalAt(place2, column, refused5) {
  return { code: refused5.code, message: `${place2.label}, ${column}: ${refused5.message}`, mend: refused5.mend, rows: place2.rows, column };
}
var quote2 = (text) => `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;

// src/table/check-shape.ts
var MOST_ROWS2 = 1e5;
var MOST_GAPS = 100;
var PARTS = ["inputs", "outputs", "hit", "rows", "columns", "otherwise", "gaps"];
function checkShape(data, findings) {
  if (!isPlainObject(data)) return refuse2(findings, "A table is an object with inputs, outputs and rows.");
  for (const key of Object.keys(data)) {
    if (!PARTS.includes(key)) findings.add({ code: "table/unknown-part", message: `${quote2(key)} is not a part of a table.`, mend: didYouMean(key, PARTS, `Its parts are ${PARTS.join(", ")}.`), rows: [] });
  }
  const part3 = (name) => Object.hasOwn(data, name) ? data[name] : void 0;
  for (const name of ["inputs", "outputs"]) if (!isPlainObject(part3(name))) refuse2(findings, `The ${name} of a table are an object of names and types.`);
  for (const name of ["columns", "otherwise"]) if (part3(name) !== void 0 && !isPlainObject(part3(name))) refuse2(findings, `"${name}" is an object.`);
  if (part3("hit") !== void 0 && typeof part3("hit") !== "string") refuse2(findings, '"hit" is a text, such as "unique".');
  const { rows, gaps = [] } = { rows: part3("rows"), gaps: part3("gaps") };
  if (!Array.isArray(rows)) refuse2(findings, "The rows of a table are a list.");
  else checkMembers(rows, "Row", MOST_ROWS2, findings);
  if (!Array.isArray(gaps)) refuse2(findings, "The gaps of a table are a list.");
  else checkMembers(gaps, "Gap", MOST_GAPS, findings);
}
function checkMembers(list, word, most, findings) {
  if (list.length > most) {
    const message = `The table has ${list.length} ${word.toLowerCase()}s; the most is ${most}.`;
    findings.add({ code: "table/too-large", message, mend: "Split it into several tables.", rows: [] });
    return;
  }
  for (const [index, member2] of list.entries()) {
    if (!isPlainObject(member2)) findings.add({ code: "table/shape", message: `${word} ${index + 1} is not an object of cells.`, rows: word === "Row" ? [index] : [] });
  }
}
var refuse2 = (findings, message) => findings.add({ code: "table/shape", message, rows: [] });
var isPlainObject = (value3) => typeof value3 === "object" && value3 !== null && !Array.isArray(value3);

// src/table/line-mends.ts
var NUMBER = /^-?\d{1,15}(?:\.\d{1,12})?$/;
var LONGEST_GUESS = 80;
var DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
var GUESSES = [
  [/^(?:\u2265|=>|> =|min\.?)\s*([^\s].*)$/i, (a) => `>= ${a}`],
  [/^(?:\u2264|=<|< =|max\.?)\s*([^\s].*)$/i, (a) => `<= ${a}`],
  [/^==?\s*(.+)$/, (a) => a],
  [/^([^\s].*?)\s*\+$/, (a) => `>= ${a}`],
  [/^([^\s].*?)\s*\.\.$/, (a) => `>= ${a}`],
  [/^\.\.\s*(.+)$/, (a) => `<= ${a}`],
  [/^(-?[^\s-][^-\u2013\u2014]*?)\s*(?:-|\u2013|\u2014|\.\.\.|\u2026|\bto\b|\bs\/d\b|\bsd\b|\bs\.d\.|\bsampai\b|:)\s*(.+)$/i, (a, b) => `${a}..${b}`]
];
function mendNumber2(text) {
  if (text.length > LONGEST_GUESS) return void 0;
  if (/^not\b/.test(text)) return 'Write what is admitted instead, such as "< 3, > 5".';
  const plain3 = text.replace(/^Rp\.?\s*|\s*%$/gi, "");
  if (plain3 !== text && NUMBER.test(plain3)) return `Write "${plain3}": the unit belongs to the column.`;
  const joined2 = text.replace(/(?<=\d)[ _](?=\d{3}\b)/g, "");
  if (joined2 !== text && NUMBER.test(joined2)) return `Write "${joined2}", without separators.`;
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return `Write "${text.replaceAll(".", "")}", without separators.`;
  return guess(text, (part3) => NUMBER.test(part3));
}
function mendDate(text) {
  if (text.length > LONGEST_GUESS) return void 0;
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (day !== void 0 && month !== void 0) {
    const date2 = CalendarDate.of(Number(year), Number(month), Number(day));
    if (date2) return `Write "${date2.toString()}".`;
  }
  const found = /^(\d{4}-\d{2}-\d{2})\s*(?:-|\u2013|\u2014|to|s\/d|sd|sampai)\s*(\d{4}-\d{2}-\d{2})$/i.exec(text);
  if (found) return `Write "${found[1]}..${found[2]}".`;
  return guess(text, (part3) => CalendarDate.parse(part3) !== void 0);
}
function guess(text, reads) {
  for (const [pattern, rewrite] of GUESSES) {
    const groups = pattern.exec(text)?.slice(1);
    if (groups?.every((part3) => reads(part3))) return `Write "${rewrite(...groups)}".`;
  }
  return void 0;
}

// src/table/line-cell.ts
var FORMS = {
  numbers: 'Write a number ("3"), a range ("11..13", "[0..50)"), a comparison (">= 28"), several of them ("1..3, 7"), or "-" for any.',
  dates: 'Write a date ("2024-01-31"), a range ("2024-01-01..2024-06-30"), a comparison (">= 2024-07-01"), several of them, or "-" for any.'
};
function readLineCell(written, line) {
  if (typeof written === "number") return [point(readLineValue(written, line))];
  refuseDecimalComma(written, line);
  return written.split(",").map((item) => readItem(item.trim(), line));
}
function readLineValue(written, line, only) {
  const value3 = line.dates ? readDate2(written, only) : readNumber2(written, only);
  const text = lineText(value3, line);
  if (!withinBounds(value3, line)) {
    throw new CellRefused("table/cell-outside-domain", `${text} lies outside the domain of the column, ${domainText(line)}.`, "Stay within the domain, or widen the min and max of the column.");
  }
  if (line.step && !isMultiple(value3, line.step)) {
    throw new CellRefused("table/cell-off-step", `${text} is not a multiple of ${toText(line.step)}, the step of the column.`, "Write a multiple of the step, or make the step of the column finer.");
  }
  return value3;
}
function refuseDecimalComma(written, line) {
  const found = line.dates ? null : /(-?\d[\d.]*),(\d+)/.exec(written);
  if (!found) return;
  const [, whole2 = "", decimals = ""] = found;
  throw new CellRefused("table/cell-decimal-comma", `${quote2(written)} has a comma inside a number.`, `Write "${whole2}.${decimals}" for a decimal (a point, not a comma), or "${whole2}, ${decimals}" with a space for two numbers.`);
}
var point = (value3) => ({ low: value3, high: value3, lowIncluded: true, highIncluded: true });
function readItem(text, line) {
  if (text === "") throw new CellRefused("table/cell-number", "a value is missing beside a comma.", "Leave out the comma, or write the value.");
  const interval = readComparison(text, line) ?? readRange(text, line) ?? point(readLineValue(text, line));
  const [low, high] = cutsOf(interval, line);
  const [first, last2] = endsOf(line);
  if (compareCuts(low, high) >= 0 || compareCuts(low, last2) >= 0 || compareCuts(high, first) <= 0) {
    throw new CellRefused("table/cell-empty", `${quote2(text)} admits no value of the column.`, 'Move an edge, or include it with "[" or "]".');
  }
  return interval;
}
function readComparison(text, line) {
  const [, sign, rest] = /^(<=|>=|<(?!\s*=)|>(?!\s*=))\s*(.*)$/s.exec(text) ?? [];
  if (sign === void 0 || rest === void 0) return void 0;
  const value3 = readLineValue(rest, line);
  return sign.startsWith(">") ? { low: value3, lowIncluded: sign === ">=", high: void 0, highIncluded: false } : { low: void 0, lowIncluded: false, high: value3, highIncluded: sign === "<=" };
}
function readRange(text, line) {
  const dots = text.indexOf("..");
  if (dots <= 0 || text.startsWith("...", dots)) return void 0;
  const opens = /^[[(\]]/.test(text);
  const closes = /[\])[]$/.test(text);
  const from = text.slice(opens ? 1 : 0, dots).trim();
  const to = text.slice(dots + 2, closes ? -1 : void 0).trim();
  if (from === "" || to === "") return void 0;
  if (opens !== closes || text.startsWith("]") || text.endsWith("[")) {
    throw new CellRefused("table/cell-brackets", `${quote2(text)} has brackets that do not pair.`, `Write "[${from}..${to}]", with "(" or ")" at an end that does not belong to it.`);
  }
  const low = readLineValue(from, line);
  const high = readLineValue(to, line);
  if (compare(low, high) > 0) throw new CellRefused("table/cell-reversed", `the range ${quote2(text)} runs backwards.`, `Write "${text.replace(/[^[(\])].*[^\])]/s, `${to}..${from}`)}".`);
  return { low, high, lowIncluded: !text.startsWith("("), highIncluded: !text.endsWith(")") };
}
function readNumber2(written, only) {
  try {
    return typeof written === "number" ? fromNumber(written) : fromDecimalText(written);
  } catch (error) {
    if (!(error instanceof NumberRefused)) throw error;
    if (typeof written === "number") throw new CellRefused("table/cell-number", error.message);
    throw new CellRefused("table/cell-number", `${quote2(written)} is not a number.`, only ? 'Write one number, such as "25" or "2.5".' : mendNumber2(written) ?? FORMS.numbers);
  }
}
function readDate2(written, only) {
  const date2 = CalendarDate.parse(String(written));
  if (date2) return ratio(BigInt(date2.epochDay));
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(written))) throw new CellRefused("table/cell-date", `${quote2(String(written))} is no day of the calendar (1900 to 2200).`);
  throw new CellRefused("table/cell-date", `${quote2(String(written))} is not a date.`, only ? 'Write one date, such as "2024-01-31".' : mendDate(String(written)) ?? FORMS.dates);
}

// src/table/word-cell.ts
var QUOTED = /^"(?:[^"\\]|\\.)*"/s;
function readWordCell(written, type) {
  const text = written.trim();
  const compared2 = /^(<=|>=|<|>)\s*(.*)$/s.exec(text);
  if (compared2) return readOrder(compared2[1], compared2[2], type);
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  const words = splitWords(negated ? negated[1] : text).map((word) => memberOf2(word, type));
  if (!negated) return { kind: "words", words: new Set(words) };
  if (!type) return { kind: "except", words: new Set(words) };
  return someOf(type.members.filter((member2) => !words.includes(member2)), text);
}
function readWord2(written, type) {
  const words = splitWords(written);
  if (words.length > 1) throw new CellRefused("table/cell-word", `${quote2(written)} is more than one word.`, "Write one word here; put a text that holds a comma into double quotes.");
  return memberOf2(words[0], type);
}
function memberOf2(word, type) {
  if (!type || type.members.includes(word)) return word;
  throw new CellRefused("table/cell-word", `${quote2(word)} is not a member of ${type.name}.`, mendWord(word, type));
}
function mendWord(word, type) {
  const negated = /^not\s+(\S+)$/i.exec(word)?.[1];
  if (negated !== void 0 && type.members.includes(negated)) return `Write "not(${negated})".`;
  return didYouMean(word, type.members, membersText(type));
}
var membersText = ({ members }) => `Its members are ${members.slice(0, 12).join(", ")}${members.length > 12 ? ", ..." : ""}.`;
function readOrder(sign, rest, type) {
  const text = `${sign} ${rest}`;
  if (!type?.order) {
    const what = type ? `the members of ${type.name} have no order` : "texts have no order";
    throw new CellRefused("table/cell-order", `${quote2(text)} compares, but ${what}.`, 'List the words that are admitted, such as "a, b".');
  }
  const { order } = type;
  const at = order.indexOf(memberOf2(rest.trim(), type));
  if (at < 0) throw new CellRefused("table/cell-order", `${quote2(rest.trim())} has no place in the order of ${type.name}.`);
  const admitted = { ">=": order.slice(at), ">": order.slice(at + 1), "<=": order.slice(0, at + 1), "<": order.slice(0, at) }[sign];
  return someOf(admitted ?? [], text);
}
function someOf(words, text) {
  if (words.length === 0) throw new CellRefused("table/cell-empty", `${quote2(text)} admits no member of the enumeration.`, "Name at least one member that it admits.");
  return { kind: "words", words: new Set(words) };
}
function splitWords(text) {
  const words = [];
  let rest = text;
  for (; ; ) {
    rest = rest.trimStart();
    const quoted2 = QUOTED.exec(rest)?.[0];
    const comma = rest.indexOf(",");
    const bare3 = quoted2 === void 0 ? rest.slice(0, comma < 0 ? void 0 : comma) : quoted2;
    words.push(quoted2 === void 0 ? bareWord(bare3, text) : unquote(quoted2));
    rest = rest.slice(bare3.length).trimStart();
    if (rest === "") return words;
    if (!rest.startsWith(",")) throw new CellRefused("table/cell-word", `in ${quote2(text)} a comma is missing behind ${quoted2 ?? quote2(bare3)}.`);
    rest = rest.slice(1);
  }
}
function bareWord(written, text) {
  const word = written.trim();
  if (word === "") throw new CellRefused("table/cell-word", `in ${quote2(text)} a word is missing.`, 'Write "-" for any word.');
  if (word.includes('"')) throw new CellRefused("table/cell-word", `in ${quote2(text)} a double quote stands alone.`, "Put double quotes around the whole word.");
  return word;
}
function unquote(quoted2) {
  try {
    return JSON.parse(quoted2);
  } catch {
    throw new CellRefused("table/cell-word", `${quote2(quoted2)} is not a text in double quotes.`);
  }
}

// src/table/read-cell.ts
var LONGEST = 2e4;
var ANY2 = Object.freeze({ kind: "any" });
var TRUTH = "Write true or false.";
function readCell(written, column, place2) {
  return caught(place2, column, () => ({ cell: Object.freeze(inputCell(written, column)) }));
}
function readOutput(written, column, place2) {
  return caught(place2, column, () => ({ value: outputValue(written, column) }));
}
function caught(place2, column, read2) {
  try {
    return read2();
  } catch (error) {
    if (error instanceof CellRefused) return { finding: refusalAt(place2, column.name, error) };
    throw error;
  }
}
function inputCell(written, column) {
  const plain3 = plainCell(written);
  const text = typeof plain3 === "string" ? plain3.trim() : plain3;
  if (text === "-") return ANY2;
  if (text === "") throw new CellRefused("table/cell-missing", "the cell is empty.", 'Write "-" for any value.');
  const line = lineOf(column.type);
  if (line) return { kind: "intervals", intervals: Object.freeze(readLineCell(notTruth(text, line.dates), line)) };
  if (column.type.kind === "boolean") return { kind: "truth", value: truth(text) };
  return column.type.kind === "enum" ? readWordCell(String(text), column.type) : readWordCell(notValue(text), void 0);
}
function outputValue(written, { type }) {
  const plain3 = plainCell(written);
  const text = typeof plain3 === "string" ? plain3.trim() : plain3;
  if (text === "none") return NONE;
  if (text === "" || text === "-") throw new CellRefused("table/cell-missing", `${quote2(String(text))} gives no value.`, 'Write the value, or "none" where the table declares that there is none.');
  const line = lineOf(type);
  if (line) {
    const one = notTruth(text, line.dates);
    if (typeof one === "string" && /\.\.|^[<>]/.test(one)) throw new CellRefused("table/output-not-one", `${quote2(one)} is not one value.`, "An output is one value; ranges belong to inputs.");
    if (typeof one === "string") refuseDecimalComma(one, line);
    const value3 = readLineValue(one, line, "one");
    return line.dates ? CalendarDate.fromEpochDay(Number(value3.s * value3.n)) : value3;
  }
  if (type.kind === "boolean") return truth(text);
  return type.kind === "enum" ? readWord2(String(text), type) : readText3(notValue(text));
}
var readText3 = (text) => text.startsWith('"') ? readWord2(text, void 0) : text;
function plainCell(written) {
  if (typeof written === "string" && written.length > LONGEST) throw new CellRefused("table/cell-too-long", `the cell is longer than ${LONGEST} characters.`, "Split it into several rows.");
  if (typeof written === "string" || typeof written === "number" || typeof written === "boolean") return written;
  throw new CellRefused("table/cell-kind", "a cell is a text, a number, true or false.", written === null ? 'Write "-" for any value, or "none" for an output that is declared absent.' : void 0);
}
function notTruth(text, dates) {
  if (typeof text !== "boolean" && !(dates && typeof text === "number")) return text;
  throw new CellRefused(dates ? "table/cell-date" : "table/cell-number", `${String(text)} is not a ${dates ? "date" : "number"}.`);
}
function notValue(text) {
  if (typeof text === "string") return text;
  throw new CellRefused("table/cell-word", `${String(text)} is a ${typeof text === "number" ? "number" : "truth value"}, and this column holds texts.`, `Put it into quotes: "${String(text)}".`);
}
function truth(text) {
  if (text === true || text === "true") return true;
  if (text === false || text === "false") return false;
  throw new CellRefused("table/cell-truth", `${quote2(String(text))} is neither true nor false.`, TRUTH);
}

// src/table/read-columns.ts
var MOST_INPUTS = 12;
var MOST_OUTPUTS = 100;
var NAME = /^[a-z][A-Za-z0-9]*$/;
var KINDS2 = ["number", "enum", "boolean", "date", "text"];
function readHit(data, findings) {
  const hit = data.hit ?? "unique";
  const known = HIT_POLICIES.find((policy) => policy === hit);
  if (known) return known;
  const mend = hit === "collect" ? 'Say how to put the rows together: "collect sum", "collect min", "collect max" or "collect count".' : void 0;
  findings.add({ code: "table/hit", message: `${quote2(hit)} is not a hit policy.`, mend: mend ?? didYouMean(hit, HIT_POLICIES, `Write one of ${HIT_POLICIES.join(", ")}.`), rows: [] });
  return "unique";
}
function readInputs(data, named2, findings) {
  const columns = readColumns("inputs", data.inputs, named2, findings);
  const count2 = Object.keys(data.inputs).length;
  if (count2 === 0) findings.add({ code: "table/columns", message: "The table has no inputs.", mend: "Name at least one input with its type.", rows: [] });
  if (count2 > MOST_INPUTS) findings.add({ code: "table/too-large", message: `The table has ${count2} inputs; the most is ${MOST_INPUTS}.`, mend: "Split it into two tables.", rows: [] });
  return columns;
}
function readOutputs(data, hit, inputs, named2, findings) {
  const columns = readColumns("outputs", data.outputs, named2, findings);
  const count2 = Object.keys(data.outputs).length;
  if (hit === "collect count") return countColumn(columns, findings);
  if (count2 === 0) findings.add({ code: "table/columns", message: "The table has no outputs.", mend: "Name at least one output with its type.", rows: [] });
  if (count2 > MOST_OUTPUTS) findings.add({ code: "table/too-large", message: `The table has ${count2} outputs; the most is ${MOST_OUTPUTS}.`, mend: "Split it into two tables.", rows: [] });
  for (const { name, type } of columns) {
    if (inputs.some((input) => input.name === name)) findings.add({ code: "table/column-name", message: `${name} is both an input and an output.`, mend: "Give one of them another name.", rows: [], column: name });
    if ((hit.startsWith("collect") || hit === "linear") && type.kind !== "number") {
      findings.add({ code: "table/hit", message: `The hit policy ${quote2(hit)} needs numbers, and the output ${name} is not one.`, mend: "Give it a unit, or take another hit policy.", rows: [], column: name });
    }
  }
  return columns;
}
function countColumn(columns, findings) {
  const [first, ...rest] = columns;
  if (rest.length > 0) findings.add({ code: "table/hit", message: 'Under "collect count" a table has one output, the count.', mend: "Leave out the other outputs.", rows: [] });
  if (first && first.type.kind !== "number") findings.add({ code: "table/hit", message: `Under "collect count" the output ${first.name} is a number.`, mend: "Give it the unit count.", rows: [], column: first.name });
  return [first ?? { name: "count", type: numberType(COUNT, { step: ONE }) }];
}
function readColumns(where, written, named2, findings) {
  const columns = [];
  for (const name of Object.keys(written).slice(0, MOST_OUTPUTS)) {
    const type = readType(written[name], named2);
    const problem = nameProblem(name) ?? (isFinding(type) ? void 0 : kindProblem(type));
    if (problem !== void 0) findings.add({ code: "table/column-name", message: `The column ${quote2(name)} of ${where} ${problem}`, rows: [], column: name });
    else if (isFinding(type)) findings.add({ code: "table/column-type", message: `The column ${name} of ${where}: ${type.message}`, mend: type.mend, rows: [], column: name });
    else columns.push(Object.freeze({ name, type }));
  }
  return columns;
}
function nameProblem(name) {
  if (!NAME.test(name)) return "has a name that is not a small letter followed by letters and digits.";
  return [...ROW_NOTES, "cells"].includes(name) ? "has a name that a row keeps for its own notes." : void 0;
}
var kindProblem = (type) => KINDS2.includes(type.kind) ? void 0 : "holds neither numbers, dates, texts, truth values nor members of an enumeration.";

// src/table/read-rows.ts
var MOST_CELLS = 1e5;
function readRows(data, columns, findings) {
  if (data.rows.length === 0) findings.add({ code: "table/no-rows", message: "The table has no rows.", mend: "Write at least one row.", rows: [] });
  if (data.columns !== void 0) return readCrosstab(data, data.columns, columns, findings);
  return data.rows.flatMap((row, index) => {
    refuseUnknown(row, index, [...columns.inputs, ...columns.outputs], findings);
    const when = readInputCells(row, rowPlace(index), columns.inputs, findings);
    const gives = readGiven(row, rowPlace(index), columns, findings);
    return when && gives ? [freezeRow({ index, when: when.map(({ cell }) => cell), gives, text: when.map(({ text }) => text) })] : [];
  });
}
var freezeRow = (row) => Object.freeze({ ...row, when: Object.freeze(row.when), gives: Object.freeze(row.gives), text: Object.freeze(row.text) });
function readCrosstab(data, written, columns, findings) {
  const spread = readSpread(written, columns, findings);
  const output = columns.outputs[0];
  if (!spread || !output) return [];
  if (data.rows.length * spread.cells.length > MOST_CELLS) {
    findings.add({ code: "table/too-large", message: `The crosstab has ${data.rows.length * spread.cells.length} cells; the most is ${MOST_CELLS}.`, mend: "Split it into several tables.", rows: [] });
    return [];
  }
  const others = columns.inputs.filter((_, at) => at !== spread.at);
  return data.rows.flatMap((row, index) => {
    const place2 = rowPlace(index);
    refuseUnknown(row, index, others, findings, "cells");
    const when = readInputCells(row, place2, others, findings);
    const cells2 = Object.hasOwn(row, "cells") ? row["cells"] : void 0;
    if (!Array.isArray(cells2) || cells2.length !== spread.cells.length) {
      const has = Array.isArray(cells2) ? `has ${cells2.length} cells, and the crosstab ${spread.cells.length} columns` : 'has no "cells"';
      findings.add({ code: "table/crosstab", message: `Row ${index + 1} ${has}.`, mend: `Give ${spread.cells.length} cells, in the order of the columns.`, rows: [index] });
      return [];
    }
    return Array.from(cells2).flatMap((cell, at) => {
      const given = readOutput(cell, output, { label: `Row ${index + 1}, cell ${at + 1}`, rows: [index] });
      if ("finding" in given) findings.add(given.finding);
      if ("finding" in given || !when) return [];
      const all = [...when.slice(0, spread.at), spread.cells[at], ...when.slice(spread.at)];
      return [freezeRow({ index, cell: at, when: all.map((one) => one.cell), gives: [given.value], text: all.map((one) => one.text) })];
    });
  });
}
function readSpread(written, { inputs, outputs }, findings) {
  const [name, ...more] = Object.keys(written);
  const refuse3 = (message, mend) => findings.add({ code: "table/crosstab", message, mend, rows: [] });
  if (name === void 0 || more.length > 0) return refuse3('The "columns" of a crosstab spread exactly one input.');
  if (outputs.length !== 1) return refuse3("A crosstab has exactly one output.", 'Leave out "columns", or the other outputs.');
  const at = inputs.findIndex((input) => input.name === name);
  if (at < 0) return refuse3(`${quote2(name)} is not an input that a crosstab can spread.`, didYouMean(name, inputs.map((input) => input.name)));
  const cells2 = written[name];
  if (!Array.isArray(cells2) || cells2.length === 0) return refuse3(`The columns of ${name} are a list of cells.`);
  const read2 = Array.from(cells2).flatMap((cell, index) => {
    const result = readCell(cell, inputs[at], { label: `Column ${index + 1} of the crosstab`, rows: [] });
    if ("cell" in result) return [{ cell: result.cell, text: String(cell) }];
    findings.add(result.finding);
    return [];
  });
  return read2.length === cells2.length ? { at, cells: read2 } : void 0;
}
function readInputCells(row, place2, inputs, findings) {
  const read2 = inputs.flatMap((column) => {
    if (!Object.hasOwn(row, column.name) || row[column.name] === void 0) {
      findings.add({ code: "table/cell-missing", message: `${place2.label}, ${column.name}: the cell is missing.`, mend: 'Write "-" for any value.', rows: place2.rows, column: column.name });
      return [];
    }
    const result = readCell(row[column.name], column, place2);
    if ("cell" in result) return [{ cell: result.cell, text: String(row[column.name]).trim() }];
    findings.add(result.finding);
    return [];
  });
  return read2.length === inputs.length ? read2 : void 0;
}
function readGiven(row, place2, { outputs, outputsOptional }, findings) {
  const wanted = outputsOptional ? outputs.filter(({ name }) => Object.hasOwn(row, name)) : outputs;
  const read2 = wanted.flatMap((column) => {
    if (!Object.hasOwn(row, column.name) || row[column.name] === void 0) {
      findings.add({ code: "table/cell-missing", message: `${place2.label}, ${column.name}: the output is missing.`, mend: 'Write its value, or "none" where the table declares that there is none.', rows: place2.rows, column: column.name });
      return [];
    }
    const result = readOutput(row[column.name], column, place2);
    if ("value" in result) return [result.value];
    findings.add(result.finding);
    return [];
  });
  return read2.length === wanted.length ? read2 : void 0;
}
function refuseUnknown(row, index, columns, findings, ...also) {
  const known = [...columns.map(({ name }) => name), ...also];
  for (const key of Object.keys(row)) {
    if (known.includes(key) || ROW_NOTES.includes(key)) continue;
    findings.add({ code: "table/unknown-column", message: `Row ${index + 1}: ${quote2(key)} is not a column of the table.`, mend: didYouMean(key, known, `Its columns are ${known.join(", ")}.`), rows: [index], column: key });
  }
}

// src/table/table-findings.ts
var MOST = 100;
var TableFindings = class {
  #kept = [];
  #count = 0;
  add(finding) {
    if (++this.#count <= MOST) this.#kept.push(Object.freeze(finding));
  }
  get count() {
    return this.#count;
  }
  list() {
    const more = this.#count - MOST;
    if (more <= 0) return Object.freeze([...this.#kept]);
    return Object.freeze([...this.#kept, { code: "table/more-findings", message: `The table has ${more} more ${more === 1 ? "finding" : "findings"}.`, mend: "Mend the first ones, and look again.", rows: [] }]);
  }
};

// src/table/read-table.ts
function readTable(data, named2) {
  const findings = new TableFindings();
  checkShape(data, findings);
  if (findings.count > 0) return { findings: findings.list() };
  const hit = readHit(data, findings);
  const inputs = readInputs(data, named2, findings);
  const columns = { inputs, outputs: readOutputs(data, hit, inputs, named2, findings), outputsOptional: hit === "collect count" };
  if (findings.count > 0) return { findings: findings.list() };
  const written = readRows(data, columns, findings);
  const otherwise = data.otherwise && readOtherwise(data.otherwise, columns, findings);
  const gaps = (data.gaps ?? []).flatMap((gap, index) => readGap(gap, index, inputs, findings));
  if (hit.startsWith("collect") || hit === "linear") refuseNone(hit, columns.outputs, written, findings);
  if (hit === "linear" && findings.count === 0) checkLinear(inputs, written, findings);
  const rows = hit === "atOrBelow" && findings.count === 0 ? spreadPoints(inputs, written, findings) : written;
  if (findings.count > 0) return { findings: findings.list() };
  const outputs = columns.outputs.map((column, at) => widen(column, at, hit, otherwise ? [...rows.map(({ gives }) => gives), otherwise] : rows.map(({ gives }) => gives)));
  return {
    table: Object.freeze({ inputs: Object.freeze(inputs), outputs: Object.freeze(outputs), hit, rows: Object.freeze(rows), otherwise: otherwise && Object.freeze(otherwise), gaps: Object.freeze(gaps) })
  };
}
function readOtherwise(otherwise, columns, findings) {
  const known = columns.outputs.map(({ name }) => name);
  for (const key of Object.keys(otherwise)) {
    if (!known.includes(key)) findings.add({ code: "table/unknown-column", message: `Otherwise: ${quote2(key)} is not an output of the table.`, mend: didYouMean(key, known, `Its outputs are ${known.join(", ")}.`), rows: [], column: key });
  }
  return readGiven(otherwise, { label: "Otherwise", rows: [] }, { ...columns, outputsOptional: false }, findings);
}
function readGap(gap, index, inputs, findings) {
  const label = `Gap ${index + 1}`;
  const refuse3 = (message, mend) => findings.add({ code: "table/gap", message: `${label} ${message}`, mend, rows: [] });
  const before = findings.count;
  for (const key of Object.keys(gap)) if (!["range", "gives", "cite"].includes(key)) refuse3(`has ${quote2(key)}, which is not a part of a gap.`, didYouMean(key, ["range", "gives", "cite"]));
  if (gap.gives !== "unknown") refuse3("must say what it gives.", 'Write "gives: unknown".');
  if (gap.cite !== void 0 && typeof gap.cite !== "string") refuse3("has a cite that is not a text.");
  if (!isPlainObject(gap.range) || Object.keys(gap.range).length === 0) {
    refuse3("has no range.", "Name the inputs and the cells that the source leaves out.");
    return [];
  }
  const range = gap.range;
  const names = inputs.map(({ name }) => name);
  for (const key of Object.keys(range)) if (!names.includes(key)) refuse3(`names ${quote2(key)}, which is not an input of the table.`, didYouMean(key, names));
  const when = inputs.map((column) => {
    if (!Object.hasOwn(range, column.name)) return { kind: "any" };
    const read2 = readCell(range[column.name], column, { label, rows: [] });
    if ("cell" in read2) return read2.cell;
    findings.add(read2.finding);
    return { kind: "any" };
  });
  return findings.count === before ? [Object.freeze({ when: Object.freeze(when), cite: gap.cite })] : [];
}
function widen(column, at, hit, given) {
  const { type } = column;
  if (type.kind !== "number" || hit !== "collect sum" && hit !== "linear") return column;
  const bounds = hit === "linear" ? { min: type.min, max: type.max } : { ...sumBounds(given, at), step: type.step };
  const widened = numberType(type.unit, bounds);
  return Object.freeze({ name: column.name, type: widened });
}
function sumBounds(given, at) {
  let [min2, max2] = [ZERO, ZERO];
  for (const gives of given) {
    const value3 = gives[at];
    if (!isExact(value3)) continue;
    min2 = add(min2, minimum(value3, ZERO));
    max2 = add(max2, maximum(value3, ZERO));
  }
  return { min: min2, max: max2 };
}

// src/ruleset/plan-table.ts
function tableSignature(context2, node) {
  const read2 = (side) => {
    const columns = [];
    let sound = true;
    for (const [name, written] of Object.entries(node.node[side])) {
      const type = readType(written, context2.ruleset.types);
      if (isFinding(type)) {
        context2.report.add("error", below(node.place, side, name), type);
        sound = false;
      } else columns.push({ name, type });
    }
    return sound ? columns : void 0;
  };
  const parameters = read2("inputs");
  const outputs = read2("outputs");
  if (!parameters || !outputs) return void 0;
  if (parameters.length === 0 || outputs.length === 0) {
    context2.report.error(node.place, "table/no-columns", `The table "${node.id}" has no ${parameters.length === 0 ? "inputs" : "outputs"}.`, "Declare at least one.");
    return void 0;
  }
  const [only] = outputs;
  return { parameters, returns: outputs.length === 1 ? only.type : recordType(`${node.id} row`, outputs.map((column) => [column.name, column.type])) };
}
function planTable(context2, node, phase) {
  const found = versionAt(context2, node, phase);
  const content = found?.version.content;
  if (!found || !content) return void 0;
  const data = {
    inputs: node.node.inputs,
    outputs: node.node.outputs,
    hit: node.node.hit,
    rows: content.rows,
    columns: content.columns,
    otherwise: content.otherwise,
    gaps: content.gaps
  };
  const read2 = readTable(data, context2.ruleset.types);
  if ("findings" in read2) {
    for (const finding of read2.findings) {
      const row = finding.rows[0];
      const place2 = row === void 0 ? found.version.place : below(found.version.place, "rows", row, ...finding.column !== void 0 && Object.hasOwn(content.rows[row] ?? {}, finding.column) ? [finding.column] : []);
      context2.report.add("error", place2, finding);
    }
    return void 0;
  }
  const rowOrigins = /* @__PURE__ */ new Map();
  for (const [index, row] of content.rows.entries()) {
    const standing2 = row["standing"];
    if (standing2 !== void 0 && !STANDINGS.includes(standing2)) context2.report.error(below(found.version.place, "rows", index, "standing"), "document/unknown-word", `"${String(standing2)}" is no standing.`, `It is one of: ${STANDINGS.join(", ")}.`);
    if (row["cite"] !== void 0 || standing2 !== void 0) rowOrigins.set(index, { cite: row["cite"], standing: standing2 });
  }
  return { kind: "table", key: keyOf2(context2, node, phase), id: node.id, origin: originOf(node, found), table: read2.table, lookup: buildLookup(read2.table), rowOrigins };
}

// src/ruleset/plan-raters.ts
var RATER_SOURCES = RATER_SOURCE.type.members;
var SCORE_TYPE = numberType(parseUnit("points"), { min: ZERO, max: HUNDRED });
function raterOutputs(context2, node) {
  const outputs = [[`${node.id}.score`, SCORE_TYPE]];
  const versions = [...node.versions, ...node.layers.flatMap((layer) => layer.versions)];
  for (const source2 of new Set(versions.flatMap((version) => Object.keys(version.content?.sources ?? {})))) {
    outputs.push([`${node.id}.${source2}.score`, SCORE_TYPE], [`${node.id}.${source2}.present`, BOOLEAN]);
  }
  for (const criteria of new Set(versions.map((version) => version.content?.criteria?.of))) {
    const type = criteria === void 0 ? void 0 : context2.ruleset.types.get(criteria);
    if (type?.kind === "enum") for (const member2 of type.members) outputs.push([`${node.id}.criterion.${member2}`, SCORE_TYPE]);
  }
  return outputs;
}
function planRaters(context2, node, stage, phase) {
  const found = versionAt(context2, node, phase);
  const content = found?.version.content;
  if (!found || !content) return void 0;
  const { place: place2 } = found.version;
  const reads = /* @__PURE__ */ new Set(["ratings"]);
  const sources = [];
  for (const [source2, written] of Object.entries(content.sources)) {
    const at = below(place2, "sources", source2);
    if (!RATER_SOURCES.includes(source2)) {
      context2.report.error(at, "raters/unknown-source", `"${source2}" is no source of ratings.`, didYouMean(source2, RATER_SOURCES, `The sources are: ${RATER_SOURCES.join(", ")}.`), { key: true });
      continue;
    }
    const planned = planSource(context2, source2, written, at, phase, stage, reads, node.id);
    if (planned) sources.push(planned);
  }
  const type = content.criteria && context2.ruleset.types.get(content.criteria.of);
  if (content.criteria && type?.kind !== "enum") {
    context2.report.error(below(place2, "criteria", "of"), "raters/criteria", `"${content.criteria.of}" is no enumeration, so it cannot list criteria.`, didYouMean(content.criteria.of, context2.ruleset.types.keys()));
  }
  const wanted = content.criteria ? ["raters", "criteria", "sources"] : ["raters", "sources"];
  const order = content.combine;
  if (order.length !== wanted.length || wanted.some((step2) => !order.includes(step2)) || order.indexOf("raters") > order.indexOf("sources")) {
    context2.report.error(below(place2, "combine"), "raters/combine", `The order of aggregation of "${node.id}" is ${order.join(", ") || "empty"}.`, `Name ${wanted.join(", ")} once each, raters before sources.`);
    return void 0;
  }
  const rows = readRows2(context2, node.id, content.weights.rows, content.sources, below(place2, "weights", "rows"));
  const names = Object.keys(content.sources);
  const full = rows.find((row) => row.weights.size === names.length);
  const { otherwise } = content.weights;
  if (!full && (otherwise === "renormalise" || otherwise === "zero" || typeof otherwise === "object")) {
    context2.report.error(below(place2, "weights"), "raters/full-row", `No row of weights of "${node.id}" names every source, so "${typeof otherwise === "object" ? "substitute" : otherwise}" has nothing to start from.`, `Add a row with ${names.join(", ")}.`);
  }
  if (typeof otherwise === "object" && !names.includes(otherwise.substitute)) {
    context2.report.error(below(place2, "weights", "otherwise", "substitute"), "raters/unknown-source", `"${otherwise.substitute}" is no source of "${node.id}".`, didYouMean(otherwise.substitute, names));
  }
  return {
    kind: "raters",
    key: node.id,
    id: node.id,
    origin: originOf(node, found),
    reads: [...reads],
    stage,
    sources,
    ...content.criteria && type?.kind === "enum" && { criteria: { members: type.members, incomplete: content.criteria.incomplete } },
    combine: order,
    rows,
    full,
    otherwise
  };
}
function planSource(context2, source2, written, at, phase, stage, reads, id2) {
  const scale2 = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(written.scale);
  const low = scale2 && fromDecimalText(scale2[1]);
  const high = scale2 && fromDecimalText(scale2[2]);
  if (!low || !high || compare(low, high) >= 0) {
    context2.report.error(below(at, "scale"), "raters/scale", `"${written.scale}" is no scale.`, 'Write the lowest and the highest score: "1..5".');
    return void 0;
  }
  const scope = scopeOf(context2, phase, stage, `"${id2}"`);
  const key = (name, place2, kind) => {
    const declared = scope.lookup(name);
    if (declared?.kind === "refused") context2.report.add("error", place2, declared.finding);
    else if (declared?.kind !== kind) context2.report.error(place2, "formula/unknown-name", `"${name}" is not declared${kind === "callable" ? " as a table" : ""}.`, didYouMean(name, scope.ids()));
    else {
      reads.add(declared.id);
      return declared.id;
    }
    return void 0;
  };
  const convert2 = planConvert(context2, written.convert ?? "none", low, high, at, key);
  const within5 = planWithin(context2, written.within, below(at, "within"), key);
  const quorum = planQuorum(written.quorum, below(at, "quorum"), key);
  return convert2 && within5 && quorum && { source: source2, low, high, convert: convert2, within: within5, quorum, below: written.below };
}
function planConvert(context2, written, low, high, at, key) {
  if (written === "none") {
    if (equals(low, ZERO) && equals(high, HUNDRED)) return "none";
    context2.report.error(at, "raters/scale", `Scores from ${toText(low)} to ${toText(high)} need a conversion to 0..100.`, "Write convert: ofTop, convert: betweenEnds, or the id of a table.");
    return void 0;
  }
  if (written === "ofTop" || written === "betweenEnds") {
    if (written === "ofTop" && isNegative(low)) context2.report.error(below(at, "convert"), "raters/scale", "A scale that goes below zero cannot be converted by its top.", "Write convert: betweenEnds.");
    return written;
  }
  const table2 = key(written, below(at, "convert"), "callable");
  return table2 === void 0 ? void 0 : { table: table2 };
}
function planWithin(context2, written, place2, key) {
  if (written === "mean" || written === "median") return { form: written };
  const trimmed = /^trimmedMean\(([A-Za-z0-9.]+)\)$/.exec(written);
  if (!trimmed) {
    context2.report.error(place2, "raters/within", `"${written}" is no way to make one score of several.`, didYouMean(written, ["mean", "median", "trimmedMean(parameter)"], "Write mean, median or trimmedMean(parameter)."));
    return void 0;
  }
  const trim = key(trimmed[1], place2, "value");
  return trim === void 0 ? void 0 : { form: "trimmedMean", trim };
}
function planQuorum(written, place2, key) {
  if (written === "all") return { form: "all" };
  const text = String(written);
  if (/^\d{1,4}$/.test(text)) return { form: "number", count: Number(text) };
  const parameter2 = key(text, place2, "value");
  return parameter2 === void 0 ? void 0 : { form: "parameter", key: parameter2 };
}
function readRows2(context2, id2, written, sources, place2) {
  const rows = [];
  const seen = /* @__PURE__ */ new Map();
  for (const [index, row] of written.entries()) {
    const at = below(place2, index);
    const weights = /* @__PURE__ */ new Map();
    let sum3 = ZERO;
    for (const [source2, text] of Object.entries(row)) {
      if (!Object.hasOwn(sources, source2)) {
        context2.report.error(below(at, source2), "raters/unknown-source", `"${source2}" is no source of "${id2}".`, didYouMean(source2, Object.keys(sources)), { key: true });
        continue;
      }
      try {
        const weight = typeof text === "number" ? fromNumber(text) : fromDecimalText(text);
        if (isNegative(weight)) context2.report.error(below(at, source2), "weights/negative", `The weight of ${source2} is ${toText(weight)}.`, "A weight is not below zero.");
        weights.set(source2, weight);
        sum3 = add(sum3, weight);
      } catch (error) {
        if (!(error instanceof NumberRefused)) throw error;
        context2.report.error(below(at, source2), error.code, error.message);
      }
    }
    if (!equals(sum3, HUNDRED)) {
      context2.report.error(at, "weights/sum", `The weights of "${id2}" when ${presence(weights)} present add up to ${toText(sum3)}, not to 100.`, `They are: ${[...weights].map(([source2, weight]) => `${source2} ${toText(weight)}`).join(" + ")}.`);
    }
    const key = [...weights.keys()].sort().join(" ");
    const first = seen.get(key);
    if (first !== void 0) context2.report.error(at, "raters/row-twice", `Rows ${first + 1} and ${index + 1} of "${id2}" both hold when ${presence(weights)} present.`, "Remove one.");
    else seen.set(key, index);
    rows.push({ weights, index });
  }
  return rows;
}
function presence(weights) {
  const names = [...weights.keys()];
  return names.length === 1 ? `only ${names[0]} is` : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? "nobody"} are`;
}

// src/ruleset/declare.ts
function declareNames(context2) {
  const { declarations, ruleset } = context2;
  for (const fact2 of ruleset.facts.values()) {
    const type = factType(context2, fact2);
    if (type) declarations.set(fact2.id, { kind: "value", id: fact2.id, type });
  }
  for (const id2 of ruleset.calendars.keys()) declarations.set(id2, { kind: "value", id: id2, type: CALENDAR });
  for (const node of ruleset.nodes.values()) declareNode(context2, node);
}
function factType(context2, fact2) {
  const known = FACT_CATALOGUE.get(fact2.id);
  if (!known) return declaredType(context2, fact2.data, fact2.place, `The fact "${fact2.id}"`);
  if (fact2.data.type !== void 0 || fact2.data.unit !== void 0) {
    context2.report.error(below(fact2.place, fact2.data.type === void 0 ? "unit" : "type"), "fact/catalogue", `"${fact2.id}" is a fact of the library, which has its type already.`, "Say only what its absence means.", { key: true });
  }
  return known.type;
}
function declareNode(context2, node) {
  const { declarations } = context2;
  const value3 = (id2, type, stage) => void declarations.set(id2, { kind: "value", id: id2, type, node, ...stage && { stage } });
  switch (node.section) {
    case "parameters": {
      const parameter2 = node;
      const type = declaredType(context2, parameter2.node, node.place, `The parameter "${node.id}"`);
      if (!type) return;
      if (parameter2.node.withinPeriod === "perDay") declarations.set(node.id, { kind: "callable", id: node.id, parameters: [{ name: "date", type: DATE }], returns: type, node });
      else value3(node.id, type);
      return;
    }
    case "tables": {
      const signature = tableSignature(context2, node);
      if (signature) declarations.set(node.id, { kind: "callable", id: node.id, ...signature, node });
      return;
    }
    case "terms":
      return declareTerm(context2, node, value3);
    case "raters": {
      const stage = node.node.stage ?? "assessment";
      for (const [id2, type] of raterOutputs(context2, node)) value3(id2, type, stage);
      return;
    }
    case "carry": {
      const type = declaredType(context2, node.node, node.place, `The carry "${node.id}"`);
      if (type) value3(`carry.${node.id}`, type);
      return;
    }
    default:
      return;
  }
}
function declareTerm(context2, node, value3) {
  const type = declaredType(context2, node.node, node.place, `The term "${node.id}"`);
  const { params, stage } = node.node;
  if (params) {
    const parameters = [];
    for (const [name, written] of Object.entries(params)) {
      const read2 = readType(written, context2.ruleset.types);
      if (isFinding(read2)) context2.report.add("error", below(node.place, "params", name), read2);
      else parameters.push({ name, type: read2 });
    }
    if (stage) context2.report.error(below(node.place, "stage"), "stage/function", `"${node.id}" is a function, and functions have no stage.`, 'Remove "stage".', { key: true });
    if (type && parameters.length === Object.keys(params).length) context2.declarations.set(node.id, { kind: "callable", id: node.id, parameters, returns: type, node });
    return;
  }
  if (!stage) context2.report.error(node.place, "stage/missing", `The term "${node.id}" does not say its stage.`, "Write stage: assessment, score, rating, sanction, award, incentive or payroll.");
  const listed = versionsOf(node).some((version) => version.content?.for !== void 0);
  if (type) value3(node.id, listed ? listType(type) : type, stage ?? "payroll");
}

// src/ruleset/order.ts
function orderSteps(steps, readsOf) {
  const byKey = new Map(steps.map((step2) => [step2.key, step2]));
  const done = /* @__PURE__ */ new Set();
  const path = [];
  const onPath = /* @__PURE__ */ new Set();
  const sorted = [];
  for (const start of steps) {
    const stack = [];
    const enter = (key) => {
      if (done.has(key)) return void 0;
      if (onPath.has(key)) return [...path.slice(path.indexOf(key)), key];
      const reads = byKey.get(key)?.reads ?? readsOf(key);
      if (reads === void 0) {
        done.add(key);
        return void 0;
      }
      stack.push({ key, next: 0, reads });
      path.push(key);
      onPath.add(key);
      return void 0;
    };
    const first = enter(start.key);
    if (first) return { cycle: first };
    while (stack.length > 0) {
      const top = stack.at(-1);
      const read2 = top.reads[top.next++];
      if (read2 !== void 0) {
        const cycle = enter(read2);
        if (cycle) return { cycle };
        continue;
      }
      stack.pop();
      path.pop();
      onPath.delete(top.key);
      done.add(top.key);
      const step2 = byKey.get(top.key);
      if (step2) sorted.push(step2);
    }
  }
  return { steps: sorted };
}

// src/ruleset/plan-outputs.ts
function planOutputs(context2, planned) {
  const scores = /* @__PURE__ */ new Map();
  let rating;
  for (const manifest2 of context2.ruleset.manifests) {
    const { outputs } = manifest2.data;
    const at = below(manifest2.place, "outputs");
    for (const [name, id2] of Object.entries(outputs?.scores ?? {})) {
      const place3 = below(at, "scores", name);
      const first = scores.get(name);
      if (first) twice2(context2, `the score "${name}"`, place3, first.place);
      else if (exists(context2, id2, place3, "number")) scores.set(name, { name, id: id2, key: id2, place: place3 });
    }
    if (outputs?.rating === void 0) continue;
    const place2 = below(at, "rating");
    if (rating) twice2(context2, "the rating", place2, rating.place);
    else if (exists(context2, outputs.rating, place2, "enum")) rating = { id: outputs.rating, key: outputs.rating, place: place2 };
  }
  const reached = (id2) => planned.has(id2) || context2.declarations.get(id2)?.kind === "value";
  return {
    scores: [...scores.values()].filter((score) => reached(score.id) && inForceNow(context2, score.id)).map(({ name, key, id: id2 }) => ({ name, key, id: id2 })),
    ...rating && inForceNow(context2, rating.id) && { rating: { key: rating.key, id: rating.id } }
  };
}
function exists(context2, id2, place2, kind) {
  const declaration = context2.declarations.get(id2);
  if (declaration?.kind !== "value") {
    context2.report.error(place2, "formula/unknown-name", `"${id2}" is not declared.`, didYouMean(id2, context2.declarations.keys()));
    return false;
  }
  if (declaration.type.kind === kind) return true;
  context2.report.error(place2, "output/type", `"${id2}" is ${typeText(declaration.type)}; a ${kind === "enum" ? "rating is a member of an enumeration" : "score is a number"}.`);
  return false;
}
function inForceNow(context2, id2) {
  const declaration = context2.declarations.get(id2);
  const node = declaration?.kind === "value" ? declaration.node : void 0;
  return !node || versionAt(context2, node, "assessed") !== void 0;
}
function twice2(context2, what, place2, first) {
  context2.report.error(place2, "output/two-writers", `Two entries name ${what}.`, first.ruleset === place2.ruleset ? "Remove one of them." : `"${first.ruleset}" names it already: vary the term instead.`, { related: { message: "first named here", place: first } });
}

// src/ruleset/plan-parameter.ts
function planParameter(context2, node, phase, type) {
  const found = versionAt(context2, node, phase);
  if (!found) return void 0;
  refuseChangeInside(context2, node, phase);
  const value3 = readValue(context2, found.version, type);
  if (value3 === void 0) return void 0;
  return { kind: "parameter", key: keyOf2(context2, node, phase), id: node.id, origin: originOf(node, found), reads: [], type, value: value3 };
}
function planDatedParameter(context2, node, type) {
  const days = [...new Set(versionsOf(node).flatMap((version) => [version.from.epochDay, ...version.to ? [version.to.epochDay + 1] : []]))].sort((a, b) => a - b);
  const versions = [];
  for (const [index, day] of days.entries()) {
    const found = inForce(node, CalendarDate.fromEpochDay(day));
    if (!found) continue;
    const value3 = readValue(context2, found.version, type);
    if (value3 === void 0) return void 0;
    const next = days[index + 1];
    versions.push({ from: day, ...next !== void 0 && { to: next - 1 }, value: value3, origin: originOf(node, found) });
  }
  const last2 = versions.at(-1);
  return last2 && { kind: "dated", key: node.id, id: node.id, type, versions, origin: last2.origin };
}
function readValue(context2, version, type) {
  const read2 = readDatum(version.content.value, type);
  if ("value" in read2) return read2.value;
  context2.report.add("error", below(version.place, "value"), read2.finding);
  return void 0;
}
function refuseChangeInside(context2, node, phase) {
  if (node.node.withinPeriod !== void 0) return;
  const period = context2.dates[phase];
  const inside = versionsOf(node).find((version) => version.from.epochDay > period.from.epochDay && version.from.epochDay <= period.to.epochDay);
  if (inside) {
    context2.report.error(inside.place, "version/changes-inside", `"${node.id}" changes on ${inside.from}, inside the ${phase} period ${period.from} to ${period.to}.`, "Say which value holds: withinPeriod: start, end or perDay.");
  }
}

// src/ruleset/plan-payment.ts
function planPayment(context2, node) {
  const found = versionAt(context2, node, "paid");
  const content = found?.version.content;
  if (!found || !content) return void 0;
  const { place: place2 } = found.version;
  const scope = scopeOf(context2, "paid", "payroll", `"${node.id}"`);
  const amount = readFormula(context2, content.amount, below(place2, "amount"), scope, {});
  if (!amount) return void 0;
  if (amount.tree.op !== "read" || amount.tree.type.kind !== "number" || amount.tree.type.unit.text !== "IDR") {
    context2.report.error(below(place2, "amount"), "payment/amount", `The amount of "${node.id}" is ${amount.tree.op === "read" ? typeText(amount.tree.type) : "a formula"}.`, "Name a term of the unit IDR.");
    return void 0;
  }
  const reads = /* @__PURE__ */ new Set([amount.tree.id]);
  const gates = (list, kind) => (list ?? []).map((gate2, index) => planGate(context2, node.id, gate2, below(place2, kind, index), scope, reads, found.version.literals, kind)).filter((gate2) => gate2 !== void 0);
  return {
    kind: "payment",
    key: node.id,
    id: node.id,
    origin: originOf(node, found),
    amount: amount.tree.id,
    for: node.node.for ?? PAYMENT_KINDS,
    notEntitled: gates(content.entitled, "entitled"),
    held: gates(content.hold, "hold"),
    reads: [...reads]
  };
}
function planGate(context2, id2, gate2, place2, scope, reads, literals, kind) {
  const wanted = kind === "entitled" ? "unless" : "when";
  const text = gate2[wanted];
  if (text === void 0 || gate2[kind === "entitled" ? "when" : "unless"] !== void 0) {
    context2.report.error(place2, "payment/gate", `A line of "${kind}" of "${id2}" needs "${wanted}".`, kind === "entitled" ? "Write unless: and what takes the entitlement away." : "Write when: and what holds the payment.");
    return void 0;
  }
  if (kind === "hold" && gate2.until === void 0) context2.report.error(place2, "payment/gate", `A hold of "${id2}" does not say what ends it.`, "Write until:.");
  const read2 = readFormula(context2, text, below(place2, wanted), scope, { expected: BOOLEAN, literals });
  if (!read2) return void 0;
  for (const key of [...read2.reads, ...read2.applies]) reads.add(key);
  return { when: read2.tree, text, reason: gate2.reason ?? { id: text, en: text }, ...gate2.until !== void 0 && { until: gate2.until }, ...gate2.cite !== void 0 && { cite: gate2.cite } };
}
function planCarryFact(context2, node, type) {
  const found = versionAt(context2, node, "assessed");
  if (!found?.version.content) return void 0;
  const opening = readDatum(found.version.content.opening, type);
  if ("finding" in opening) {
    context2.report.add("error", below(found.version.place, "opening"), opening.finding);
    return void 0;
  }
  const value3 = opening.value;
  if (!isExact(value3)) {
    context2.report.error(below(found.version.place, "opening"), "carry/opening", `The opening of "${node.id}" must be a number.`);
    return void 0;
  }
  return { kind: "carryFact", key: `carry.${node.id}`, id: `carry.${node.id}`, origin: originOf(node, found), reads: [], type, opening: value3, resets: node.node.resets };
}
function planCarry(context2, node, type) {
  const phase = context2.dates.paid ? "paid" : "assessed";
  const found = versionAt(context2, node, phase);
  if (!found?.version.content) return void 0;
  const { version } = found;
  const read2 = readFormula(context2, version.content.next, below(version.place, "next"), scopeOf(context2, phase, context2.dates.paid ? "payroll" : "award", `"carry.${node.id}"`), { expected: type, literals: version.literals });
  return read2 && { kind: "carry", key: `next.carry.${node.id}`, id: node.id, origin: originOf(node, found), reads: [...read2.reads, ...read2.applies], type, next: read2.tree, resets: node.node.resets };
}

// src/ruleset/plan.ts
var CONDITION_OPERATORS = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "in",
  "notIn",
  "contains",
  "doesNotContain"
];

// src/ruleset/plan-condition.ts
var MAX_DEPTH3 = 20;
var NOWHERE = [0, 0];
var KEYS = ["all", "any", "not", "condition", "fact"];
function planCondition(reader, raw, place2, depth = 0, names = []) {
  const { report } = reader.context;
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    report.error(place2, "condition/form", `A condition is ${shown(raw)}; it should be a mapping with one of ${KEYS.join(", ")}.`);
    return void 0;
  }
  if (depth > MAX_DEPTH3) {
    report.error(place2, "condition/too-deep", `A condition is nested more than ${MAX_DEPTH3} deep.`, "Name its inner part under conditions/.");
    return void 0;
  }
  const condition2 = raw;
  const keys = KEYS.filter((key2) => Object.hasOwn(condition2, key2));
  const [key] = keys;
  if (keys.length !== 1 || key === void 0) {
    const written = Object.keys(condition2);
    const found = keys.length > 1 ? `has ${keys.join(" and ")}` : written.length === 0 ? "is empty" : `has none of ${KEYS.join(", ")}`;
    report.error(place2, "condition/form", `A condition ${found}.`, keys.length > 1 ? "Write one of them." : didYouMean(written[0] ?? "", KEYS, "Write one of them."));
    return void 0;
  }
  for (const extra of Object.keys(condition2)) {
    if (extra === key || key === "fact" && (extra === "operator" || extra === "value")) continue;
    report.error(below(place2, extra), "document/unknown-key", extra === "path" ? 'A condition has no "path".' : `"${extra}" is no key of a condition with "${key}".`, extra === "path" ? "Write the fields behind the fact: fact: absence.step.code." : didYouMean(extra, key === "fact" ? ["fact", "operator", "value"] : [key]), { key: true });
    return void 0;
  }
  switch (key) {
    case "all":
    case "any":
      return planGroup(reader, key, condition2[key], below(place2, key), depth, names);
    case "not": {
      const inner = planCondition(reader, condition2["not"], below(place2, "not"), depth + 1, names);
      return inner && { kind: "not", condition: inner };
    }
    case "condition":
      return planNamed(reader, condition2["condition"], below(place2, "condition"), depth, names);
    case "fact":
      return planLeaf(reader, condition2, place2);
  }
}
function conditionTree(condition2) {
  switch (condition2.kind) {
    case "leaf":
      return condition2.tree;
    case "not":
      return { op: "not", operand: conditionTree(condition2.condition), type: BOOLEAN, span: NOWHERE };
    default: {
      const tree = { op: condition2.kind === "all" ? "and" : "or", operands: condition2.conditions.map(conditionTree), type: BOOLEAN, span: NOWHERE };
      return tree;
    }
  }
}
function planGroup(reader, kind, raw, place2, depth, names) {
  if (!Array.isArray(raw)) {
    reader.context.report.error(place2, "condition/form", `"${kind}" is ${shown(raw)}; it should be a list of conditions.`);
    return void 0;
  }
  if (raw.length === 0) {
    reader.context.report.error(place2, "condition/empty", `"${kind}" is empty, so it would always be ${kind === "all" ? "true" : "false"}.`, "Add a condition, or remove it.");
    return void 0;
  }
  const conditions = raw.map((inner, index) => planCondition(reader, inner, below(place2, index), depth + 1, names));
  return conditions.every((inner) => inner !== void 0) ? { kind, conditions } : void 0;
}
function planNamed(reader, raw, place2, depth, names) {
  const name = String(raw);
  if (names.includes(name)) {
    reader.context.report.error(place2, "cycle", `The condition "${name}" names itself: ${[...names.slice(names.indexOf(name)), name].join(" \u2192 ")}.`, "Break the circle.");
    return void 0;
  }
  const found = reader.named(name, place2);
  const inner = found && planCondition(reader, found.raw, found.place, depth + 1, [...names, name]);
  return inner && { ...inner, name };
}
function planLeaf(reader, condition2, place2) {
  const { report } = reader.context;
  for (const key of ["operator", "value"]) {
    if (!Object.hasOwn(condition2, key)) {
      report.error(place2, "document/missing", `A condition on ${shown(condition2["fact"])} lacks "${key}".`, `Write "${key}:".`);
      return void 0;
    }
  }
  const operator = CONDITION_OPERATORS.find((known) => known === condition2["operator"]);
  if (!operator) {
    report.error(below(place2, "operator"), "condition/unknown-operator", `${shown(condition2["operator"])} is no operator.`, didYouMean(String(condition2["operator"]), CONDITION_OPERATORS, `The operators are: ${CONDITION_OPERATORS.join(", ")}.`));
    return void 0;
  }
  const fact2 = readPath(reader, condition2["fact"], below(place2, "fact"));
  if (!fact2) return void 0;
  const value3 = readValue2(reader, condition2["value"], below(place2, "value"), valueType(operator, fact2.type), operator);
  if (!value3) return void 0;
  const wrong = misfit(operator, fact2.type, value3.type);
  if (wrong !== void 0) {
    report.error(place2, "condition/type", `The operator ${operator} cannot compare ${typeText(fact2.type)} with ${typeText(value3.type)}${wrong}.`);
    return void 0;
  }
  const text = `${String(condition2["fact"])} ${operator} ${valueText2(condition2["value"])}`;
  return { kind: "leaf", operator, fact: fact2, value: value3, tree: leafTree(operator, fact2, value3), text };
}
function readPath(reader, raw, place2) {
  if (typeof raw !== "string") {
    reader.context.report.error(place2, "condition/fact", `A fact is ${shown(raw)}; it should be an id.`);
    return void 0;
  }
  const read2 = readFormula(reader.context, raw, place2, reader.scope, {});
  if (!read2) return void 0;
  if (!isPath(read2.tree)) {
    reader.context.report.error(place2, "condition/fact", `"${raw}" is a formula, and a fact is an id with fields behind it.`, "Make it a term and name the term.");
    return void 0;
  }
  for (const key of read2.reads) reader.reads.add(key);
  return read2.tree;
}
var isPath = (tree) => tree.op === "read" || (tree.op === "field" || tree.op === "project") && isPath(tree.of);
function readValue2(reader, raw, place2, type, operator) {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) {
    const keys = Object.keys(raw);
    if (keys.length !== 1 || keys[0] !== "fact") {
      reader.context.report.error(place2, "condition/value", `A value with ${keys.map((key) => `"${key}"`).join(", ") || "nothing in it"} is not readable.`, "Write a literal, a list, or { fact: path }.");
      return void 0;
    }
    return readPath(reader, raw.fact, below(place2, "fact"));
  }
  if (Array.isArray(raw) && raw.length === 0) {
    reader.context.report.error(place2, "condition/empty", `The list of values of ${operator} is empty, so the condition would always be ${operator === "in" ? "false" : "true"}.`, "Add a value, or remove the condition.");
    return void 0;
  }
  const read2 = readDatum(raw, type);
  if ("finding" in read2) {
    reader.context.report.add("error", place2, { ...read2.finding, code: "condition/value" });
    return void 0;
  }
  if (isNone(read2.value)) {
    reader.context.report.error(place2, "condition/value", "A condition cannot compare with none.", "Test it with a term: present(x).");
    return void 0;
  }
  return { op: "constant", value: read2.value, type, span: NOWHERE };
}
function valueType(operator, fact2) {
  if (operator === "in" || operator === "notIn") return listType(unbounded(fact2));
  if (operator === "contains" || operator === "doesNotContain") return fact2.kind === "list" ? unbounded(fact2.of) : fact2;
  return unbounded(fact2);
}
var unbounded = (type) => type.kind === "number" ? { kind: "number", unit: type.unit } : type;
function misfit(operator, fact2, value3) {
  switch (operator) {
    case "in":
    case "notIn":
      return value3.kind === "list" && sameType(value3.of, fact2) ? void 0 : "; it needs a list of the same kind";
    case "contains":
    case "doesNotContain":
      return fact2.kind === "list" && sameType(fact2.of, value3) ? void 0 : "; the fact must be a list";
    case "equal":
    case "notEqual":
      return sameType(fact2, value3) && !["list", "record", "calendar"].includes(fact2.kind) ? void 0 : "";
    default:
      if (!sameType(fact2, value3)) return "";
      if (fact2.kind === "number" || fact2.kind === "date") return void 0;
      return fact2.kind === "enum" && fact2.order ? void 0 : "; it needs numbers, dates or an ordered enumeration";
  }
}
var COMPARATORS = { equal: "=", notEqual: "!=", lessThan: "<", lessThanInclusive: "<=", greaterThan: ">", greaterThanInclusive: ">=" };
function leafTree(operator, fact2, value3) {
  const not = (operand) => ({ op: "not", operand, type: BOOLEAN, span: NOWHERE });
  const member2 = (one, list) => ({ op: "member", value: one, list, type: BOOLEAN, span: NOWHERE });
  switch (operator) {
    case "in":
      return member2(fact2, value3);
    case "notIn":
      return not(member2(fact2, value3));
    case "contains":
      return member2(value3, fact2);
    case "doesNotContain":
      return not(member2(value3, fact2));
    default: {
      const order = fact2.type.kind === "enum" && operator !== "equal" && operator !== "notEqual" ? fact2.type.order : void 0;
      return { op: "compare", comparator: COMPARATORS[operator], left: fact2, right: value3, type: BOOLEAN, span: NOWHERE, ...order && { order } };
    }
  }
}
function valueText2(raw) {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) return String(raw.fact);
  return Array.isArray(raw) ? `[${raw.map(String).join(", ")}]` : String(raw);
}

// src/ruleset/plan-rule.ts
function planRule(context2, node, stage, phase) {
  const found = versionAt(context2, node, phase);
  const content = found?.version.content;
  if (!found || !content) return void 0;
  const reads = /* @__PURE__ */ new Set();
  const reader = { context: context2, scope: scopeOf(context2, phase, stage, `"${node.id}"`), reads, named: (name, place2) => namedCondition(context2, name, place2, phase) };
  const condition2 = planCondition(reader, content.conditions, below(found.version.place, "conditions"));
  const event2 = planEvent(reader, node.id, content.event, below(found.version.place, "event"));
  if (!condition2 || !event2) return void 0;
  return { kind: "rule", key: node.id, id: node.id, origin: originOf(node, found), reads: [...reads], stage, condition: condition2, tree: conditionTree(condition2), event: event2 };
}
function namedCondition(context2, name, place2, phase) {
  const node = context2.ruleset.nodes.get(name);
  if (node?.section !== "conditions") {
    const known = [...context2.ruleset.nodes.values()].filter((each) => each.section === "conditions").map((each) => each.id);
    context2.report.error(place2, "condition/unknown-name", `There is no condition "${name}".`, didYouMean(name, known, "Declare it under conditions/."));
    return void 0;
  }
  const found = versionAt(context2, node, phase);
  if (!found?.version.content) {
    context2.report.error(place2, "version/not-in-force", `The condition "${name}" has no version in force on ${String(context2.dates[phase]?.to)}.`, "Give it a version from that day.");
    return void 0;
  }
  return { raw: found.version.content.when, place: below(found.version.place, "when") };
}
function planEvent(reader, id2, event2, place2) {
  const { report, ruleset } = reader.context;
  const declared = EVENT_PARAMETERS[event2.kind];
  const values = /* @__PURE__ */ new Map();
  const words = /* @__PURE__ */ new Map();
  let key;
  let payment3;
  for (const [name, parameter2] of Object.entries(declared)) {
    if (parameter2.required && event2[name] === void 0) report.error(place2, "document/missing", `The ${event2.kind} of "${id2}" lacks "${name}".`, `Write "${name}:".`);
  }
  for (const [name, raw] of Object.entries(event2)) {
    if (name === "kind" || raw === void 0) continue;
    const at = below(place2, name);
    const parameter2 = Object.hasOwn(declared, name) ? declared[name] : void 0;
    if (!parameter2) {
      report.error(at, "document/unknown-key", `A ${event2.kind} has no "${name}".`, didYouMean(name, Object.keys(declared), `It has: ${Object.keys(declared).join(", ")}.`), { key: true });
      continue;
    }
    if (parameter2.form === "words") {
      if (parameter2.words.includes(String(raw))) words.set(name, String(raw));
      else report.error(at, "document/unknown-word", `"${name}" of "${id2}" is "${String(raw)}".`, didYouMean(String(raw), parameter2.words, `It is one of: ${parameter2.words.join(", ")}.`));
    } else if (parameter2.form === "payment") {
      if (ruleset.nodes.get(String(raw))?.section === "payments") payment3 = String(raw);
      else report.error(at, "formula/unknown-name", `"${String(raw)}" is no payment.`, didYouMean(String(raw), [...ruleset.nodes.values()].filter((node) => node.section === "payments").map((node) => node.id)));
    } else if (parameter2.form === "text") {
      words.set(name, String(raw));
    } else if (parameter2.form === "key") {
      const parts2 = raw.map((part3, index) => eventValue(reader, part3, below(at, index)));
      if (parts2.every((part3) => part3 !== void 0)) key = parts2;
    } else {
      const value3 = eventValue(reader, raw, at);
      if (value3) values.set(name, value3);
    }
  }
  return { kind: event2.kind, values, words, ...key && { key }, ...payment3 !== void 0 && { payment: payment3 } };
}
function eventValue(reader, raw, place2) {
  if (typeof raw === "object" && raw !== null) {
    const path = raw.fact;
    const read3 = readFormula(reader.context, path, below(place2, "fact"), reader.scope, {});
    for (const key of read3 ? [...read3.reads, ...read3.applies] : []) reader.reads.add(key);
    return read3?.tree;
  }
  const type = typeof raw === "boolean" ? BOOLEAN : /^-?\d/.test(String(raw)) && "value" in readDatum(String(raw), numberType()) ? numberType() : TEXT;
  const read2 = readDatum(type.kind === "number" ? String(raw) : raw, type);
  return "value" in read2 ? { op: "constant", value: read2.value, type, span: [0, 0] } : void 0;
}

// src/ruleset/plan-term.ts
function planTerm(context2, node, stage, phase, type, constants) {
  const found = versionAt(context2, node, phase);
  if (!found?.version.content) return void 0;
  const { version } = found;
  const scope = scopeOf(context2, phase, stage, `"${node.id}"`);
  const reads = /* @__PURE__ */ new Set();
  const locals = /* @__PURE__ */ new Map();
  let each;
  if (version.content.for) {
    const [entry2, ...more] = Object.entries(version.content.for);
    const place2 = below(version.place, "for");
    if (!entry2 || more.length > 0) {
      context2.report.error(place2, "term/for", `The "for" of "${node.id}" names ${entry2 ? "several lists" : "no list"}.`, "Write one: for: { post: assignments }.");
      return void 0;
    }
    const list = readFormula(context2, entry2[1], below(place2, entry2[0]), scope, { literals: version.literals });
    if (!list) return void 0;
    if (list.tree.type.kind !== "list") {
      context2.report.error(below(place2, entry2[0]), "term/for", `"${entry2[1]}" is ${typeText(list.tree.type)}, not a list.`);
      return void 0;
    }
    locals.set(entry2[0], list.tree.type.of);
    each = { local: entry2[0], list: list.tree, text: entry2[1] };
    for (const read2 of [...list.reads, ...list.applies]) reads.add(read2);
  }
  const body = planBody(context2, node.id, version, type, scope, locals, reads, constants);
  const round3 = planRound(context2, version.content.round, below(version.place, "round"), type);
  if (!body) return void 0;
  return { kind: "term", key: node.id, id: node.id, origin: originOf(node, found), reads: [...reads], stage, type, body, ...each && { each }, ...round3 && { round: round3 } };
}
function planFunction(context2, node, phase, parameters, type, constants) {
  const found = versionAt(context2, node, phase);
  if (!found?.version.content) return void 0;
  const reads = /* @__PURE__ */ new Set();
  const locals = new Map(parameters.map((parameter2) => [parameter2.name, parameter2.type]));
  if (found.version.content.for) context2.report.error(below(found.version.place, "for"), "term/for", `The function "${node.id}" cannot have "for".`, "Call it inside a term that has.", { key: true });
  const body = planBody(context2, node.id, found.version, type, scopeOf(context2, phase, void 0, `The function "${node.id}"`), locals, reads, constants);
  const round3 = planRound(context2, found.version.content.round, below(found.version.place, "round"), type);
  return body && { kind: "function", key: keyOf2(context2, node, phase), id: node.id, origin: originOf(node, found), parameters, type, body, ...round3 && { round: round3 }, reads: [...reads] };
}
function planBody(context2, id2, version, type, scope, locals, reads, constants) {
  const content = version.content;
  const forms = ["formula", "choose", "parts"].filter((form) => content[form] !== void 0);
  if (forms.length !== 1) {
    context2.report.error(version.place, "term/form", `"${id2}" has ${forms.length === 0 ? "none" : forms.join(" and ")} of formula, choose and parts.`, "Write exactly one of them.");
    return void 0;
  }
  const read2 = (text, place2, expected) => {
    const compiled = readFormula(context2, text, place2, scope, { expected, locals, literals: version.literals });
    for (const key of compiled ? [...compiled.reads, ...compiled.applies] : []) reads.add(key);
    return compiled?.tree;
  };
  if (content.formula !== void 0) {
    const tree = read2(content.formula, below(version.place, "formula"), type);
    return tree && { form: "formula", tree, text: content.formula.trim() };
  }
  if (content.choose) return planChoose(context2, id2, version, type, read2);
  return planParts(context2, id2, version, type, read2, constants);
}
function planChoose(context2, id2, version, type, read2) {
  const branches = [];
  const written = version.content.choose;
  let sound = true;
  for (const [index, branch3] of written.entries()) {
    const place2 = below(version.place, "choose", index);
    const last2 = index === written.length - 1;
    const letter = branch3.letter ?? String(index + 1);
    const isOtherwise = branch3.otherwise !== void 0;
    if (isOtherwise ? branch3.when !== void 0 || branch3.then !== void 0 : branch3.when === void 0 || branch3.then === void 0) {
      context2.report.error(place2, "term/branch", `Branch ${letter} of "${id2}" needs either when and then, or otherwise alone.`);
      sound = false;
      continue;
    }
    if (isOtherwise !== last2) {
      context2.report.error(place2, "term/branch", last2 ? `The last branch of "${id2}" leaves cases open.` : `Branch ${letter} of "${id2}" takes everything, so the branches below it are never reached.`, last2 ? "End with - { otherwise: \u2026 }." : 'Move "otherwise" to the end.');
      sound = false;
    }
    const when = branch3.when === void 0 ? void 0 : read2(branch3.when, below(place2, "when"), BOOLEAN);
    const then = read2(branch3.then ?? branch3.otherwise, below(place2, isOtherwise ? "otherwise" : "then"), type);
    if (!then || branch3.when !== void 0 && !when) sound = false;
    else branches.push({ letter, then, ...when && { when }, ...branch3.cite !== void 0 && { cite: branch3.cite } });
  }
  return sound && branches.length > 0 ? { form: "choose", branches } : void 0;
}
function planParts(context2, id2, version, type, read2, constants) {
  const place2 = below(version.place, "parts");
  if (version.content.notApplicable === void 0) {
    context2.report.error(version.place, "term/parts", `"${id2}" does not say what a part that is not applicable does to the whole.`, "Write notApplicable: renormalise, or notApplicable: unknown.");
    return void 0;
  }
  const parts2 = [];
  for (const [index, part3] of version.content.parts.entries()) {
    const value3 = read2(part3.part, below(place2, index, "part"), type);
    const weight = read2(part3.weight, below(place2, index, "weight"), void 0);
    if (!value3 || !weight) return void 0;
    if (weight.type.kind !== "number" || !(isPercent(weight.type.unit) || isRatio(weight.type.unit))) {
      context2.report.error(below(place2, index, "weight"), "term/weight", `The weight "${part3.weight}" is ${typeText(weight.type)}.`, "A weight is a percent or a ratio.");
      return void 0;
    }
    parts2.push({ value: value3, weight, name: part3.part, ...part3.title && { title: part3.title } });
  }
  const [first] = parts2;
  if (!first) return void 0;
  const unit = first.weight.type.unit;
  const total2 = isPercent(unit) ? HUNDRED : ONE;
  if (parts2.some((part3) => part3.weight.type.kind === "number" && part3.weight.type.unit.text !== unit.text)) {
    context2.report.error(place2, "term/weight", `The weights of "${id2}" mix percent and ratio.`, "Write all of them in one unit.");
    return void 0;
  }
  const weights = parts2.map((part3) => evaluate(part3.weight, { read: (key) => constants.get(key)?.value ?? unknown4(key), apply: (key) => unknown4(key) }));
  if (weights.every(isExact)) {
    const sum3 = weights.reduce((a, b) => add(a, b), ZERO);
    if (!equals(sum3, total2)) context2.report.error(place2, "weights/sum", `The weights of "${id2}" add up to ${toText(sum3)}, not to ${toText(total2)}.`, `They are: ${weights.map((weight) => toText(weight)).join(" + ")}.`);
    const negative = weights.findIndex((weight) => isNegative(weight));
    if (negative >= 0) context2.report.error(below(place2, negative, "weight"), "weights/negative", `A weight of "${id2}" is ${toText(weights[negative])}.`, "A weight is not below zero.");
  }
  return { form: "parts", parts: parts2, total: total2, notApplicable: version.content.notApplicable };
}
function planRound(context2, round3, place2, type) {
  if (!round3) return void 0;
  if (type.kind !== "number") {
    context2.report.error(place2, "term/round", `Only numbers are rounded, and this is ${typeText(type)}.`, 'Remove "round".');
    return void 0;
  }
  try {
    const step2 = typeof round3.to === "number" ? fromNumber(round3.to) : fromDecimalText(round3.to);
    if (compare(step2, ZERO) <= 0) {
      context2.report.error(below(place2, "to"), "term/round", `The step of a rounding must be above zero, and this is ${toText(step2)}.`);
      return void 0;
    }
    return { step: step2, mode: round3.mode, ...round3.cite !== void 0 && { cite: round3.cite }, ...round3.standing && { standing: round3.standing } };
  } catch (error) {
    if (!(error instanceof NumberRefused)) throw error;
    context2.report.error(below(place2, "to"), error.code, error.message);
    return void 0;
  }
}

// src/ruleset/build-plan.ts
function buildPlan(ruleset, dates, report) {
  const days = changeDays(ruleset);
  const context2 = { ruleset, dates, report, split: isSplit(days, dates), declarations: /* @__PURE__ */ new Map() };
  declareNames(context2);
  const phases = dates.paid ? ["assessed", "paid"] : ["assessed"];
  const nodes = [...ruleset.nodes.values()];
  const constants = /* @__PURE__ */ new Map();
  const callables = /* @__PURE__ */ new Map();
  const steps = [];
  for (const fact2 of ruleset.facts.values()) {
    const step2 = planFact(context2, fact2);
    if (step2) steps.push(step2);
  }
  for (const node of nodes) planUnstaged(context2, node, phases, constants, callables, steps);
  for (const node of nodes) planFunctions(context2, node, phases, constants, callables);
  const staged = nodes.map((node) => planStaged(context2, node, constants)).filter((step2) => step2 !== void 0);
  steps.push(...staged, ...firedSteps(staged));
  const payments = dates.paid ? nodes.filter((node) => node.section === "payments").map((node) => planPayment(context2, node)) : [];
  const carries = nodes.filter((node) => node.section === "carry").map((node) => carryOf(context2, node));
  steps.push(...[...payments, ...carries].filter((step2) => step2 !== void 0));
  const outputs = planOutputs(context2, new Set(steps.map((step2) => step2.key)));
  if (report.hasErrors) return void 0;
  const read2 = new Set([...steps, ...callables.values()].flatMap((step2) => "reads" in step2 ? step2.reads : []));
  const used = steps.filter((step2) => !(step2.kind === "fact" || step2.kind === "parameter" || step2.kind === "carryFact") || read2.has(step2.key));
  const ordered = orderSteps(sortByStage(used), (key) => readsOfUnplanned(context2, key, callables));
  if ("cycle" in ordered) {
    reportCycle(context2, ordered.cycle);
    return void 0;
  }
  const calendars = new Map([...ruleset.calendars].map(([id2, calendar]) => [id2, calendarValue(calendar.calendar)]));
  return Object.freeze({ steps: Object.freeze([...ordered.steps]), byKey: new Map(ordered.steps.map((step2) => [step2.key, step2])), callables, calendars, outputs, ownFacts: ownFacts(context2), carryIds: new Set(nodes.filter((node) => node.section === "carry").map((node) => node.id)) });
}
function ownFacts(context2) {
  const own2 = [...context2.ruleset.facts.values()].filter((fact2) => !fact2.catalogue);
  return new Map(own2.flatMap((fact2) => {
    const declaration = context2.declarations.get(fact2.id);
    return declaration?.kind === "value" ? [[fact2.id, declaration.type]] : [];
  }));
}
function isSplit(days, dates) {
  if (!dates.paid) return false;
  return intervalAround(days, dates.assessed.to)?.from !== intervalAround(days, dates.paid.to)?.from;
}
function planUnstaged(context2, node, phases, constants, callables, steps) {
  const declaration = context2.declarations.get(node.section === "carry" ? `carry.${node.id}` : node.id);
  if (!declaration) return;
  if (node.section === "carry" && declaration.kind === "value") {
    const step2 = planCarryFact(context2, node, declaration.type);
    if (step2) steps.push(step2);
    return;
  }
  if (node.section === "parameters" && declaration.kind === "callable") {
    const dated = planDatedParameter(context2, node, declaration.returns);
    if (dated) for (const phase of phases) callables.set(keyOf2(context2, node, phase), { ...dated, key: keyOf2(context2, node, phase) });
    return;
  }
  for (const phase of phases) {
    if (node.section === "parameters" && declaration.kind === "value") {
      const step2 = planParameter(context2, node, phase, declaration.type);
      if (!step2 || constants.has(step2.key)) continue;
      constants.set(step2.key, step2);
      steps.push(step2);
    } else if (node.section === "tables") {
      if (callables.has(keyOf2(context2, node, phase)) || !versionAt(context2, node, phase)) continue;
      const table2 = planTable(context2, node, phase);
      if (table2) callables.set(table2.key, table2);
    }
  }
}
function planFunctions(context2, node, phases, constants, callables) {
  const declaration = context2.declarations.get(node.id);
  if (node.section !== "terms" || declaration?.kind !== "callable") return;
  for (const phase of phases) {
    if (callables.has(keyOf2(context2, node, phase))) continue;
    const callable = planFunction(context2, node, phase, declaration.parameters, declaration.returns, constants);
    if (callable) callables.set(callable.key, callable);
  }
}
function planStaged(context2, node, constants) {
  const stage = stageOf(node);
  if (!stage) return void 0;
  const phase = phaseOf(stage);
  if (phase === "paid" && !context2.dates.paid) return void 0;
  switch (node.section) {
    case "terms": {
      const declaration = context2.declarations.get(node.id);
      if (declaration?.kind !== "value") return void 0;
      return planTerm(context2, node, stage, phase, memberType2(declaration, node), constants);
    }
    case "raters":
      return planRaters(context2, node, stage, phase);
    case "rules":
      return planRule(context2, node, stage, phase);
    default:
      return void 0;
  }
}
function stageOf(node) {
  if (node.section === "raters") return node.node.stage ?? "assessment";
  if (node.section === "rules") return node.node.stage ?? "payroll";
  return node.section === "terms" ? node.node.stage : void 0;
}
function memberType2(declaration, node) {
  const listed = [...node.versions, ...node.layers.flatMap((layer) => layer.versions)].some((version) => version.content?.for !== void 0);
  return listed && declaration.type.kind === "list" ? declaration.type.of : declaration.type;
}
function planFact(context2, fact2) {
  const declaration = context2.declarations.get(fact2.id);
  if (declaration?.kind !== "value") return void 0;
  const { data } = fact2;
  const absence = readAbsence(context2, fact2, declaration.type);
  const position2 = fact2.place.document.locate?.(fact2.place.path);
  const title = data.title ?? FACT_CATALOGUE.get(fact2.id)?.title ?? { id: fact2.id, en: fact2.id };
  const standing2 = typeof data.absence === "object" ? data.absence.standing : "confirmed";
  const origin = { ruleset: fact2.place.ruleset, title, standing: standing2, ...position2 && { position: position2 }, ...typeof data.absence === "object" && data.absence.note !== void 0 && { note: data.absence.note }, ...typeof data.absence === "object" && data.absence.cite !== void 0 && { cite: data.absence.cite } };
  const base = { kind: "fact", key: fact2.id, id: fact2.id, origin, type: declaration.type, absence, catalogue: fact2.catalogue };
  if (data.derive === void 0) return { ...base, reads: [] };
  const read2 = readFormula(context2, data.derive, below(fact2.place, "derive"), scopeOf(context2, "assessed", void 0, `The fact "${fact2.id}"`), { expected: declaration.type, literals: new Map(Object.entries(data.literals ?? {})) });
  return read2 && { ...base, derive: read2.tree, reads: [...read2.reads, ...read2.applies] };
}
function readAbsence(context2, fact2, type) {
  const { absence, derive } = fact2.data;
  if (absence === void 0) {
    if (derive === void 0) context2.report.error(fact2.place, "fact/absence", `The fact "${fact2.id}" does not say what its absence means.`, "Write absence: required, unknown, none, or a default with its standing.");
    return "unknown";
  }
  if (typeof absence !== "object") return absence;
  const read2 = readDatum(absence.default, type);
  let value3 = NONE;
  if ("finding" in read2) context2.report.add("error", below(fact2.place, "absence", "default"), read2.finding);
  else value3 = read2.value;
  if (absence.standing === "placeholder" && absence.note === void 0) context2.report.error(below(fact2.place, "absence"), "citation/placeholder-note", "A placeholder must say what is missing.", "Write note: and a sentence.");
  return { default: value3 };
}
function carryOf(context2, node) {
  const declaration = context2.declarations.get(`carry.${node.id}`);
  return declaration?.kind === "value" ? planCarry(context2, node, declaration.type) : void 0;
}
function firedSteps(steps) {
  const wanted = new Set(steps.flatMap((step2) => step2.reads).filter((key) => key.startsWith("fired.")));
  const rules = steps.filter((step2) => step2.kind === "rule");
  return [...wanted].map((key) => {
    const [id2, stage] = key.split("@");
    const event2 = EVENT_KINDS.find((kind) => id2 === `fired.${kind}`);
    const earlier = rules.filter((rule2) => rule2.event.kind === event2 && stageIndex(rule2.stage) < stageIndex(stage));
    return { kind: "fired", key, id: id2, stage, event: event2, rules: earlier.map((rule2) => rule2.key), reads: earlier.map((rule2) => rule2.key), origin: { ruleset: "", title: { id: `Daftar ${event2}`, en: `List of ${event2}s` }, standing: "confirmed" } };
  });
}
function sortByStage(steps) {
  const rank = (step2) => {
    if ("stage" in step2) return 1 + STAGES.indexOf(step2.stage);
    return step2.kind === "payment" ? 100 : step2.kind === "carry" ? 101 : 0;
  };
  return [...steps].sort((a, b) => rank(a) - rank(b));
}
function readsOfUnplanned(context2, key, callables) {
  const callable = callables.get(key);
  if (callable?.kind === "function") return callable.reads;
  const declaration = context2.declarations.get(key);
  return declaration?.kind === "value" && declaration.node?.section === "raters" ? [declaration.node.id] : void 0;
}
function reportCycle(context2, cycle) {
  const path = cycle.map((key) => key.replace("@paid", "")).join(" \u2192 ");
  const node = context2.ruleset.nodes.get(cycle[0].replace("@paid", ""));
  const fact2 = context2.ruleset.facts.get(cycle[0]);
  const place2 = node?.place ?? fact2?.place ?? context2.ruleset.manifests.at(-1).place;
  context2.report.error(place2, "cycle", `"${cycle[0].replace("@paid", "")}" needs itself: ${path}.`, "Break the circle: one of them must not read the next.");
}

// src/ruleset/check-overrides.ts
function checkOverrides(ruleset, report) {
  for (const node of ruleset.nodes.values()) {
    for (const layer of node.layers) {
      layer.versions.forEach((version, index) => {
        if (version.content === void 0) return;
        const until = version.to ?? layer.versions[index + 1]?.from;
        checkVersion2(node, version, until, report);
      });
    }
  }
}
function checkVersion2(node, version, until, report) {
  const covered = node.versions.filter((national2, index) => {
    const next = node.versions[index + 1];
    const ends2 = national2.to ?? next?.from;
    return (!ends2 || ends2.epochDay >= version.from.epochDay) && (!until || national2.from.epochDay < until.epochDay);
  });
  const national = [...covered].reverse().find((each) => each.from.epochDay <= version.from.epochDay) ?? covered[0];
  if (!national) {
    report.error(version.place, "override/nothing-to-vary", `"${node.id}" has no national version in force on ${version.from}.`, "Begin later, or declare a node of your own.");
    return;
  }
  if (!national.delegate) {
    report.error(version.place, "override/not-delegated", `The nation does not leave "${node.id}" to the regions (its version from ${national.from} delegates nothing).`, 'Remove the override, or have the national version say "delegate: { to: region, \u2026 }" with the article.');
  } else if (national.delegate.within !== void 0) {
    checkBand(node, version, national.delegate.within, report);
  }
  for (const later of covered) {
    if (later.from.epochDay <= version.from.epochDay) continue;
    if (!later.delegate) report.error(version.place, "override/not-delegated", `From ${later.from} on, the nation no longer leaves "${node.id}" to the regions.`, `End the override: { from: ${later.from}, value: national }.`);
    else if (!version.checked || version.checked.epochDay < later.from.epochDay) {
      report.warning(version.place, "override/stale", `The nation amended "${node.id}" on ${later.from}, after this override began on ${version.from}.`, "Look whether it still holds, and write checked: with today's date.");
    }
  }
}
function checkBand(node, version, within5, report) {
  if (node.section === "parameters") {
    const { value: value3 } = version.content;
    for (const each of Array.isArray(value3) ? value3 : [value3]) refuseOutside(node.id, each, within5, below(version.place, "value"), report);
  } else if (node.section === "tables") {
    const { rows } = version.content;
    for (const [index, row] of rows.entries()) {
      for (const [column, band] of Object.entries(within5)) {
        if (ROW_NOTES.includes(column)) continue;
        if (Object.hasOwn(row, column)) refuseOutside(`${node.id}.${column}`, row[column], band, below(version.place, "rows", index, column), report);
        else if (Array.isArray(row["cells"])) row["cells"].forEach((cell, cellIndex) => refuseOutside(`${node.id}.${column}`, cell, band, below(version.place, "rows", index, "cells", cellIndex), report));
      }
    }
  }
}
function refuseOutside(name, value3, band, place2, report) {
  if (value3 === "none") return;
  if (band.members) {
    if (!band.members.some((member2) => String(member2) === String(value3))) {
      report.error(place2, "override/outside-band", `"${String(value3)}" is none of the values that the nation leaves for "${name}": ${band.members.map(String).join(", ")}.`, "Choose one of them.");
    }
    return;
  }
  const number6 = asNumber(value3);
  if (!number6) return;
  const min2 = asNumber(band.min);
  const max2 = asNumber(band.max);
  if (min2 && compare(number6, min2) < 0 || max2 && compare(number6, max2) > 0) {
    report.error(place2, "override/outside-band", `${toText(number6)} lies outside what the nation leaves for "${name}": ${min2 ? toText(min2) : "\u2026"} to ${max2 ? toText(max2) : "\u2026"}.`, "Choose a value inside.");
  }
}
function asNumber(value3) {
  try {
    return typeof value3 === "number" ? fromNumber(value3) : typeof value3 === "string" ? fromDecimalText(value3) : void 0;
  } catch (error) {
    if (error instanceof NumberRefused) return void 0;
    throw error;
  }
}

// src/ruleset/hash.ts
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

// src/values/canonical.ts
var LONE_SURROGATE = /\p{Surrogate}/u;
function canonicalJson(value3) {
  if (value3 === null || typeof value3 === "boolean") return JSON.stringify(value3);
  if (typeof value3 === "string") return canonicalText(value3);
  if (typeof value3 === "number" && Number.isSafeInteger(value3)) return JSON.stringify(value3);
  if (Array.isArray(value3)) return `[${Array.from(value3, canonicalJson).join(",")}]`;
  if (typeof value3 === "object" && isPlain2(value3)) {
    const members = Object.keys(value3).sort().filter((key) => value3[key] !== void 0).map((key) => `${canonicalText(key)}:${canonicalJson(value3[key])}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`Canonical JSON has no form for ${kindOf(value3)}.`);
}
function canonicalText(text) {
  if (LONE_SURROGATE.test(text)) throw new TypeError("Canonical JSON has no form for a text with half a surrogate pair.");
  return JSON.stringify(text);
}
function isPlain2(value3) {
  const prototype = Object.getPrototypeOf(value3);
  return prototype === Object.prototype || prototype === null;
}
function kindOf(value3) {
  if (typeof value3 === "number") return `the number ${String(value3)}`;
  return typeof value3 === "object" ? `a ${value3?.constructor.name ?? "null"}` : `a value of type ${typeof value3}`;
}

// src/ruleset/hash.ts
var SILENT = /* @__PURE__ */ new Set(["title", "description", "note", "working", "checked", "url", "aliases"]);
function hashOf(data) {
  const chain = [];
  for (let current = data; current && chain.length < 20; current = current.base) {
    const document = { manifest: stripped(current.manifest) };
    for (const section of SECTIONS) if (current[section]) document[section] = stripped(current[section]);
    chain.push(document);
  }
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(chain))));
}
function stripped(value3) {
  if (Array.isArray(value3)) return value3.map(stripped);
  if (typeof value3 === "number") return toText(fromNumber(value3));
  if (typeof value3 !== "object" || value3 === null) return value3;
  return Object.fromEntries(Object.entries(value3).filter(([key]) => !SILENT.has(key)).map(([key, inner]) => [key, stripped(inner)]));
}

// src/ruleset/resolve.ts
function tryResolve(data, dates) {
  const report = new Report();
  const read2 = readDocument(data, report);
  if (!read2) return { diagnostics: sortDiagnostics(report.diagnostics) };
  const periods = readDates(read2, dates, report);
  checkOverrides(read2, report);
  const plan = periods && !report.hasErrors ? buildPlan(read2, periods, report) : void 0;
  const diagnostics = sortDiagnostics(report.diagnostics);
  if (!plan || !periods || report.hasErrors) return { diagnostics };
  return { ruleset: toRuleset(data, read2, periods, plan, diagnostics), diagnostics };
}
function toRuleset(data, read2, dates, plan, warnings) {
  const days = changeDays(read2);
  const own2 = read2.manifests.at(-1).data;
  return Object.freeze({
    id: own2.id,
    title: own2.title,
    issuer: own2.issuer,
    version: String(own2.version),
    hash: hashOf(data),
    dates,
    validity: { assessed: intervalAround(days, dates.assessed.to), ...dates.paid && { paid: intervalAround(days, dates.paid.to) } },
    cycle: [...read2.manifests].reverse().find((manifest2) => manifest2.data.cycle)?.data.cycle,
    sources: read2.sources,
    types: read2.types,
    typeTitles: read2.typeTitles,
    plan,
    warnings
  });
}
function readDates(read2, dates, report) {
  const place2 = read2.manifests.at(-1).place;
  const first = firstDay(read2);
  const one = (name, input) => {
    const period = readPeriod2(input);
    if (!period) {
      report.error(place2, "date/unreadable", `The ${name} period ${JSON.stringify(input)} is not readable.`, "Write 2024, 2024-Q1, 2024-06, or { from, to } with days.");
      return void 0;
    }
    if (period.from.epochDay < first.epochDay) {
      report.error(place2, "date/before-first-version", `The ${name} period begins on ${period.from}, and "${read2.id}" speaks only from ${first} on.`, "Choose a later period, or an older ruleset.");
      return void 0;
    }
    return period;
  };
  const assessed = one("assessed", dates.assessed);
  const paid = dates.paid === void 0 ? void 0 : one("paid", dates.paid);
  if (!assessed || dates.paid !== void 0 && !paid) return void 0;
  return { assessed, ...paid && { paid } };
}
function readPeriod2(input) {
  if (typeof input === "string") {
    const day = CalendarDate.parse(input);
    return day ? { from: day, to: day } : parsePeriod(input);
  }
  const from = typeof input.from === "string" ? CalendarDate.parse(input.from) : input.from;
  const to = typeof input.to === "string" ? CalendarDate.parse(input.to) : input.to;
  return from && to && from.epochDay <= to.epochDay ? { from, to } : void 0;
}

// src/cases/compare-outcome.ts
var everything = () => true;
function compareOutcome(expect2, outcome, wanted = everything) {
  const mismatches = [];
  const differ = (path, expected, actual) => void mismatches.push({ path: ["expect", ...path], expected, actual });
  const same = (path, expected, actual) => {
    if (expected !== actual) differ(path, expected, actual);
  };
  if (expect2.status !== void 0 && wanted("status", void 0)) same(["status"], expect2.status, outcome.status);
  if (expect2.rating !== void 0 && wanted("rating", void 0)) same(["rating"], expect2.rating, outcome.rating ?? "none");
  if (expect2.fired && wanted("fired", void 0)) {
    const fired = firedRules(outcome).filter((rule2) => wanted("fired", rule2));
    same(["fired"], listText(expect2.fired.filter((rule2) => wanted("fired", rule2))), listText(fired));
  }
  for (const section of ["awards", "development", "flags"]) {
    const expected = expect2[section];
    if (expected && wanted(section, void 0)) compareEntries(section, expected, outcome[section].map(ruleEntry), differ);
  }
  for (const [id2, value3] of Object.entries(expect2.terms ?? {})) {
    if (wanted("terms", id2)) compareValue(["terms", id2], value3, termResult(outcome, id2), differ);
  }
  for (const [name, value3] of Object.entries(expect2.scores ?? {})) {
    if (wanted("scores", name)) same(["scores", name], numberText(value3), outcome.scores[name]?.exact ?? "no value");
  }
  comparePayments(expect2, outcome, wanted, differ);
  if (expect2.effects && wanted("effects", void 0)) {
    const effects2 = [...outcome.sanctions.map((sanction) => sanction.effect), ...outcome.blocks.map((block) => outcome.effects.find((effect) => effect.key === `block/${block.code}`))];
    compareEntries("effects", expect2.effects, effects2, differ);
  }
  for (const [id2, value3] of Object.entries(expect2.carry ?? {})) {
    if (wanted("carry", id2)) same(["carry", id2], typeof value3 === "object" ? JSON.stringify(value3) : numberText(value3), outcome.carry.values[id2] ?? "no value");
  }
  if (expect2.unknown && wanted("unknown", void 0)) same(["unknown"], listText(expect2.unknown), listText(outcome.unknownFacts));
  if (expect2.fault !== void 0 && wanted("fault", void 0) && !outcome.faults.some((fault) => fault.code === expect2.fault)) {
    differ(["fault"], expect2.fault, outcome.faults.map((fault) => fault.code).join(", ") || "no fault");
  }
  return mismatches;
}
function firedRules(outcome) {
  return outcome.trace.steps.filter((step2) => step2.kind === "rule" && step2.result === true).map((step2) => step2.id);
}
function comparePayments(expect2, outcome, wanted, differ) {
  for (const [id2, expected] of Object.entries(expect2.payments ?? {})) {
    if (!wanted("payments", id2)) continue;
    const line = outcome.payments.find((each) => each.id === id2);
    const { status, amount, reason } = typeof expected === "object" ? expected : { status: "paid", amount: expected, reason: void 0 };
    if (!line) {
      differ(["payments", id2], status ?? "a line", "no line");
      continue;
    }
    if (status !== void 0 && status !== line.status) differ(["payments", id2, "status"], status, `${line.status}${line.facts ? ` (${line.facts.join(", ")})` : ""}`);
    const actual = line.amount === null ? "no amount" : line.amount.toFixed();
    if (amount !== void 0 && numberText(amount) !== actual) differ(["payments", id2, "amount"], numberText(amount), actual);
    const told = line.reasons.flatMap((each) => [each.title.id, each.title.en]);
    if (reason !== void 0 && !told.some((text) => text.includes(reason))) differ(["payments", id2, "reason"], reason, told.join(" | ") || "no reason");
  }
  const lines = (status) => outcome.payments.filter((line) => line.status === status).map((line) => line.id);
  if (expect2.hold && wanted("hold", void 0) && listText(expect2.hold) !== listText(lines("held"))) differ(["hold"], listText(expect2.hold), listText(lines("held")));
  if (expect2.exclude && wanted("exclude", void 0) && listText(expect2.exclude) !== listText(lines("notEntitled"))) differ(["exclude"], listText(expect2.exclude), listText(lines("notEntitled")));
}
function compareEntries(section, expected, actual, differ) {
  if (expected.length !== actual.length) {
    differ([section], `${expected.length} (${expected.map((entry2) => typeof entry2 === "string" ? entry2 : String(entry2["code"] ?? "?")).join(", ")})`, `${actual.length} (${actual.map((entry2) => String(entry2["code"])).join(", ")})`);
    return;
  }
  expected.forEach((entry2, index) => {
    const fields = typeof entry2 === "string" ? { code: entry2 } : entry2;
    for (const [field, value3] of Object.entries(fields)) {
      const found = actual[index][field];
      if (normal(value3) !== normal(found)) differ([section, index, field], normal(value3), normal(found));
    }
  });
}
var ruleEntry = (outcome) => ({ rule: outcome.rule, code: outcome.code, ...outcome.params });
function normal(value3) {
  if (value3 === void 0) return "missing";
  if (typeof value3 === "number" || typeof value3 === "string") return numberText(value3);
  return JSON.stringify(value3);
}
function numberText(value3) {
  try {
    return toText(fromCanonicalText(String(value3)));
  } catch (error) {
    if (error instanceof NumberRefused || error instanceof RangeError) return String(value3);
    throw error;
  }
}
var termResult = (outcome, id2) => outcome.trace.values.get(id2);
function compareValue(path, expected, actual, differ) {
  const text = actual === void 0 ? "no such term" : resultText2(actual);
  if (actual !== void 0 && matches(expected, actual)) return;
  differ(path, typeof expected === "object" ? JSON.stringify(expected) : String(expected), text);
}
function matches(expected, actual) {
  if (Array.isArray(expected)) return isList(actual) && actual.length === expected.length && expected.every((member2, index) => matches(member2, actual[index]));
  if (typeof expected === "object") return isRecord(actual) && Object.entries(expected).every(([field, value3]) => actual.has(field) && matches(value3, actual.get(field)));
  if (isNone(actual)) return expected === "none";
  if (isUnknown(actual)) return expected === "unknown";
  if (isFault(actual)) return expected === actual.code;
  if (isExact(actual)) {
    try {
      return equals(fromCanonicalText(String(expected)), actual);
    } catch {
      return false;
    }
  }
  if (isDate(actual)) return String(expected) === actual.toString();
  return typeof actual === "boolean" ? expected === actual : String(expected) === actual;
}
function resultText2(result) {
  if (isNone(result)) return "none";
  if (isUnknown(result)) return `unknown (${result.facts.join(", ")})`;
  if (isFault(result)) return `${result.code}: ${result.message}`;
  const json = toJson(result);
  return typeof json === "string" ? json : JSON.stringify(json);
}
var listText = (ids) => ids.length === 0 ? "nothing" : [...ids].sort().join(", ");

// src/cases/prepare-case.ts
function prepareCase(data, people, ownFacts2) {
  const { like, ...given } = data.given;
  const person = like === void 0 ? {} : people.get(String(like));
  if (person === void 0) return refused4(["given", "like"], "case/unknown-person", `There is no person "${String(like)}".`, didYouMean(String(like), people.keys(), "Write one under people/."));
  const date2 = CalendarDate.parse(String(data.date));
  if (!date2) return refused4(["date"], "date/unreadable", `"${String(data.date)}" is no day of the calendar.`, "Write YYYY-MM-DD.");
  const appraisal = structuredClone(person);
  const moved = moveTo(appraisal, date2);
  if (moved) return moved;
  for (const [path, value3] of Object.entries(given)) {
    const placed2 = place(appraisal, path, value3, ownFacts2);
    if (placed2) return placed2;
  }
  settleCarry2(appraisal);
  return { appraisal };
}
var refused4 = (path, code2, message, mend) => ({ finding: { path, code: code2, message, mend } });
function moveTo(appraisal, date2) {
  const assessed = readPeriod3(appraisal["assessed"]);
  if (!assessed) {
    if (appraisal["assessed"] === void 0) appraisal["assessed"] = periodText2(periodAround(date2, "month"));
    return void 0;
  }
  if (assessed.to.epochDay === date2.epochDay) return void 0;
  const length = PERIOD_LENGTHS.find((each) => isCalendarPeriod(assessed, each));
  const target2 = length && periodAround(date2, length);
  if (!length || !target2 || target2.to.epochDay !== date2.epochDay) {
    return refused4(["date"], "case/date", `${date2} does not end ${length ? `a period like the person's (a ${length})` : "the assessed period of the person"}.`, "Give the last day of such a period, or write assessed: in given.");
  }
  const months = (target2.from.year - assessed.from.year) * 12 + target2.from.month - assessed.from.month;
  appraisal["assessed"] = periodText2(target2);
  const paid = appraisal["paid"];
  const paidPeriod = paid && readPeriod3(paid["period"]);
  const paidLength = paidPeriod && PERIOD_LENGTHS.find((each) => isCalendarPeriod(paidPeriod, each));
  if (paidPeriod && paidLength) paid["period"] = periodText2(periodAround(addMonths(paidPeriod.from, months), paidLength));
  return void 0;
}
function place(appraisal, path, value3, ownFacts2) {
  if (ownFacts2.has(path)) {
    appraisal["facts"] ??= {};
    appraisal["facts"][path] = value3;
    return void 0;
  }
  const segments = path.split(".");
  if (segments[0] === "carry" && segments.length > 1 && path !== "carry.through") {
    appraisal["carry"] = merged2(appraisal["carry"], { values: { [path.slice("carry.".length)]: value3 } });
    return void 0;
  }
  const home = segments.slice(0, -1).reduce((at, segment) => {
    if (at === void 0) return void 0;
    if (at[segment] === void 0) at[segment] = {};
    return isMapping3(at[segment]) ? at[segment] : void 0;
  }, appraisal);
  if (!home) return refused4(["given", path], "case/given", `"${path}" leads into something that has no fields.`, "Replace the whole list, or correct the path.");
  const last2 = segments.at(-1);
  if (isMapping3(value3) && isMapping3(home[last2])) home[last2] = merged2(home[last2], value3);
  else home[last2] = value3;
  return void 0;
}
function settleCarry2(appraisal) {
  const assessed = readPeriod3(appraisal["assessed"]);
  const carry2 = appraisal["carry"];
  if (!assessed || !isMapping3(carry2)) return;
  appraisal["carry"] = { values: {}, ...carry2, through: addDays(assessed.from, -1).toString() };
}
function merged2(under, over) {
  const result = isMapping3(under) ? { ...under } : {};
  for (const [key, value3] of Object.entries(over)) result[key] = isMapping3(value3) && isMapping3(result[key]) ? merged2(result[key], value3) : value3;
  return result;
}
var isMapping3 = (value3) => typeof value3 === "object" && value3 !== null && !Array.isArray(value3);
function readPeriod3(written) {
  if (typeof written === "string") return parsePeriod(written);
  if (!isMapping3(written)) return void 0;
  const from = CalendarDate.parse(String(written["from"]));
  const to = CalendarDate.parse(String(written["to"]));
  return from && to && { from, to };
}
var periodText2 = (period) => ({ from: period.from.toString(), to: period.to.toString() });

// src/cases/run-cases.ts
var RulesetCache = class {
  constructor(data, cycle) {
    this.data = data;
    this.cycle = cycle;
    const ids = /* @__PURE__ */ new Set();
    for (let current = data; current; current = current.base) for (const id2 of Object.keys(current.facts ?? {})) if (!FACT_CATALOGUE.has(id2)) ids.add(id2);
    this.ownFacts = ids;
  }
  data;
  cycle;
  resolved = /* @__PURE__ */ new Map();
  ownFacts;
  /** @throws RulesetError when the ruleset does not resolve for these periods. */
  for(appraisal) {
    const assessed = readPeriod3(appraisal.assessed);
    const paid = readPeriod3(appraisal.paid?.period);
    const key = `${String(assessed?.from)} ${String(assessed?.to)} ${String(paid?.from)} ${String(paid?.to)}`;
    let found = this.resolved.get(key);
    if (!found) {
      const { ruleset, diagnostics } = tryResolve(this.data, { assessed: assessed ?? String(appraisal.assessed), ...appraisal.paid !== void 0 && { paid: paid ?? String(appraisal.paid.period) } });
      found = ruleset ? this.cycle ? { ...ruleset, cycle: this.cycle } : ruleset : new RulesetError(String(this.data.manifest["id"]), diagnostics);
      this.resolved.set(key, found);
    }
    if (found instanceof RulesetError) throw found;
    return found;
  }
};

// ../../tmp/trycases.ts
var f = openRuleset(process.argv[2]);
var cache = new RulesetCache(f.data);
var ok = 0;
var bad = 0;
var t = performance.now();
for (const c of f.cases) {
  const p = prepareCase(c.data, f.people, cache.ownFacts);
  if ("finding" in p) {
    bad++;
    console.log("PREP", c.data.name, p.finding.message);
    continue;
  }
  try {
    const o = appraise(cache.for(p.appraisal), p.appraisal);
    const m = compareOutcome(c.data.expect, o);
    if (m.length) {
      bad++;
      if (bad < 40) console.log(c.file, c.data.name, JSON.stringify(m), o.faults.map((x) => x.node + ":" + x.code + ":" + x.message));
    } else ok++;
    JSON.stringify(o);
  } catch (e) {
    bad++;
    if (bad < 40) console.log("ERR", c.file, c.data.name, e.message.slice(0, 600), e.name === "TypeError" ? e.stack : "");
  }
}
console.log({ ok, bad }, performance.now() - t);
