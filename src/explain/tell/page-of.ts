/**
 * An explanation told in one language: the page that every renderer draws.
 * In: an {@link Explanation} and a language. Out: a {@link Page}.
 */
import type { Explanation } from '../explanation-shape.ts';
import { type Block, type Page, plain } from '../../page/page.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Language } from '../words/words.ts';
import { speechOf } from './speech.ts';
import { tellData, tellParameters, tellPayment } from './tell-money.ts';
import { tellHandedOn, tellMissingBlocks, tellSources, tellSurenessBlocks } from './tell-rest.ts';
import { tellHead, tellResult } from './tell-result.ts';
import { tellNear, tellRuleBlocks } from './tell-rules.ts';
import { tellSteps } from './tell-steps.ts';

export function pageOf(explanation: Explanation, language: Language): Page {
  const speech = speechOf(explanation, language);
  const words = wordsOf(language);
  const lead = (key: 'section.data.lead' | 'section.parameters.lead' | 'section.score.lead'): Block => ({ kind: 'line', line: [plain(words[key])] });
  const { data, parameters, score, money } = explanation;
  const sections: readonly (readonly [
    id: 'result' | 'near' | 'missing' | 'score' | 'money' | 'rules' | 'data' | 'parameters' | 'handedOn' | 'sureness' | 'sources',
    blocks: readonly Block[],
  ])[] = [
    ['result', tellResult(explanation, speech)],
    ['near', tellNear(explanation.near, speech)],
    ['missing', tellMissingBlocks(explanation, speech)],
    ['score', score.steps.length > 0 ? [lead('section.score.lead'), ...tellSteps(score.steps, speech)] : []],
    ['money', money.payments.flatMap((payment) => tellPayment(payment, speech))],
    ['rules', tellRuleBlocks(explanation, speech)],
    ['data', data.length > 0 ? [lead('section.data.lead'), tellData(data, speech)] : []],
    ['parameters', parameters.length > 0 ? [lead('section.parameters.lead'), tellParameters(parameters, speech)] : []],
    ['handedOn', tellHandedOn(explanation, speech)],
    ['sureness', tellSurenessBlocks(explanation, speech)],
    ['sources', tellSources(explanation, speech)],
  ];
  return {
    language,
    title: words['title'],
    head: tellHead(explanation, speech),
    sections: sections.filter(([, blocks]) => blocks.length > 0).map(([id, blocks], at) => ({ id, title: `${at + 1}. ${words[`section.${id}`]}`, blocks })),
  };
}
