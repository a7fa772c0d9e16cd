import { test } from 'vitest';
import { compileFormula } from './compile-formula.ts';
import { sampleScope } from './sample.fixture.ts';
import { readFileSync, writeFileSync } from 'node:fs';
test('x', () => {
  let out = '# What is said about each formula: code and place, message, mend. Names are those of sample.fixture.ts.\n';
  for (const [file, title] of [['syntax','Refused when it is read'],['check','Refused when it is checked']]) {
    out += `\n# ${title}\n\n`;
    for (const t of readFileSync(`/tmp/h1/${file}.txt`,'utf8').split('\n').filter((l)=>l!=='')) {
      const r = compileFormula(t.replaceAll('\\n','\n'), sampleScope);
      out += `> ${t}\n` + ('findings' in r ? r.findings.map(({code,span,message,mend})=>[`${code} ${span?`${span[0]}..${span[1]}`:'nowhere'}`,message,...(mend===undefined?[]:[mend])].join('\n')).join('\n') : 'no finding') + '\n\n';
    }
  }
  writeFileSync(new URL('findings.cases', import.meta.url), out.trimEnd()+'\n');
});
