import { fileURLToPath } from 'node:url';
import { appraise, resolveRuleset, explain } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import * as a from 'kinerja/rulesets/salatiga'; import * as b from 'kinerja/rulesets/sofifi'; import * as c from 'kinerja/rulesets/andir'; import * as d from 'kinerja/rulesets/denpasar';
const R={...a,...b,...c,...d};
const retno=readAppraisalFile(fileURLToPath(new URL('../rulesets/salatiga/people/infrastructure-project-leader.yaml', import.meta.url)));
const marks={salatiga:{c:['pelayanan','interaksi','kelolaTim']},sofifi:{c:['disiplin','kualitas','kolaborasi'],hundred:true},andir:{c:['kepuasan','efisiensi','komunikasi']},denpasar:{c:['pelayanan','kolaborasi','antarUnit']}};
const given={supervisor:[[4,4,5]],self:[[5,5,4]],peer:[[4,4,4],[4,5,4]],stakeholder:[[4,4,4],[4,4,4],[4,5,4]]};
for (const id of ['sofifi','andir','salatiga','denpasar']){
 const m=marks[id];
 const items=Object.entries(given).flatMap(([source,rs])=>rs.flatMap((r,i)=>r.map((s,k)=>({source,rater:source+i,criterion:m.c[k],score:m.hundred?s*20:s,scale:m.hundred?{min:0,max:100}:{min:1,max:5},on:'2025-03-2'+({self:0,supervisor:4}[source]??6)}))));
 const ap={...retno,employee:{...retno.employee,jobValue:300},ratings:{...retno.ratings,items},
  documents:[...retno.documents,{kind:'skp',covers:'2025',handedIn:'2025-01-20',approved:'2025-01-28'},{kind:'rekapKehadiran',covers:'2025-03',handedIn:'2025-03-28'},{kind:'penilaianDiri',covers:'2025-03',handedIn:'2025-03-20'}],
  activities:['07','14','21','26'].map((day,i)=>({id:'a'+i,label:'x',work:'main',minutes:1275,points:100,done:'2025-03-'+day,submitted:'2025-03-'+day,approved:'2025-03-'+day})),
  organisation:{...retno.organisation,teamScore:95,iku:90},
  carry:{through:'2025-02-28',values:{'absence.yearDays':0,'late.yearMinutes':0,...(id==='andir'?{'erk.sum':160,'erk.months':2,'output.advanced':0,'output.overpaid':0}:{})}},
  facts:{'allowance.profession':false,'lhkpn.overdue':false,...(id!=='andir'&&id!=='salatiga'?{'allowance.waitingPay':false,'custody.held':false,'leave.hajj':false}:{}),...(id==='salatiga'?{'allowance.differenceForbidden':false}:{}),...(id==='denpasar'?{'tpp.decreedAmount':6000000}:{}),...(id==='sofifi'?{'region.yearlyRuleSet':true}:{}),...(id==='andir'?{'region.umr':4200000,'region.lowestJobValue':210,'output.allowance':2000000}:{})}};
 if(id==='andir'||id==='salatiga') delete ap.facts['lhkpn.overdue'];
 if(id==='salatiga') {ap.facts['lhkpn.overdue']=false;delete ap.carry}
 try{
 const rs=resolveRuleset(R[id],{assessed:'2025-Q1',paid:'2025-03'});
 const o=appraise(rs,ap);
 console.log('==',id,o.status,o.rating,o.payments.map(p=>[p.id,p.status,p.amount?.toFixed(0),p.reasons.map(r=>r.title.id)].join(':')),o.unknownFacts,o.faults, o.flags.map(f=>f.code));
 const seen=new Set();const walk=(k,dep)=>{const s=o.trace.byKey.get(k);if(!s||seen.has(k)||dep>7)return;seen.add(k);
   if(s.kind==='fact') return; console.log('  '.repeat(dep),s.kind,s.id,JSON.stringify(o.terms[s.id]?.exact??o.terms[s.id]?.value??String(s.result)),s.origin?.cite,s.origin?.standing,s.calls.map(c=>c.id+(c.row?'#'+c.row.text:'')).join());for(const i of s.inputs)walk(i,dep+1)};
 walk(o.trace.steps.find(s=>s.kind==='payment'&&s.id==='tpp').key,1);
 if(id==='salatiga')console.dir(o.trace.steps.find(s=>s.kind==='raters'),{depth:4});
 if(id==='salatiga'){const e=explain(rs,o,{appraisal:ap});console.log(JSON.stringify(e.money.payments[0]).slice(0,3000));console.log([...o.trace.byKey.keys()].slice(0,200).join(' '))}
 }catch(e){console.log(id,e.message)}
}
