import { describe, expect, it } from 'vitest';
import { checkFixed, checkVerdicts } from '../check-verdicts.ts';
import { shipped } from './shipped-facts.ts';

const WRONG =
  "OpenAI signed a five-year, $40bn deal with Amazon Web Services on November 5, gaining H100 chips; the startup, valued at $600 billion, also owes Oracle $250bn and Microsoft's Azure $300bn.";
const RIGHT =
  "OpenAI signed a seven-year, $38bn deal with Amazon Web Services on November 3, gaining GB200 and GB300 chips; the startup, valued at $500 billion, also owes Oracle $300bn and Microsoft's Azure $250bn.";

/** What is said of the figures of a draft of 5 November 2025: the figure, then verdict and statement. */
function verdicts(text: string): readonly string[] {
  const [, ...marks] = checkVerdicts(text, shipped.facts).split('\n');
  return marks.map((mark) => {
    const start = mark.search(/\^/);
    const length = mark.lastIndexOf('^') + 1 - start;
    return `${text.slice(start, start + length)} ${mark.slice(start + length + 1).split(':')[0]}`;
  });
}

describe('the shipped record', () => {
  it('loads without a mistake', () => {
    expect(shipped.issues).toEqual([]);
    expect(shipped.facts.statements.size).toBeGreaterThan(50);
  });

  it('finds the seven conflicts of one sentence and names the two mistaken owners', () => {
    expect(verdicts(WRONG)).toEqual([
      'five-year conflict openai-aws.term',
      '$40bn conflict openai-aws.value',
      'November 5 conflict openai-aws.date',
      'H100 conflict/model openai-aws.gpu-models',
      '$600 billion conflict openai.valuation',
      '$250bn conflict/attribution openai-oracle.value',
      '$300bn conflict/attribution openai-azure.value',
    ]);
  });

  it('corrects them to the record, in the writer’s form', () => {
    expect(checkFixed(WRONG, shipped.facts)).toBe(RIGHT);
  });

  it('supports the same sentence with the right values', () => {
    const said = verdicts(RIGHT);
    expect(said.length).toBeGreaterThanOrEqual(7);
    expect(said.filter((one) => !one.includes(' supported '))).toEqual([]);
  });

  it.each([
    ['Sam Altman, the chief executive of OpenAI, said so.', 'Sam Altman supported'],
    ['AWS chief executive Matt Garman said so in a note.', 'Matt Garman supported'],
    ['OpenAI chief executive Matt Garman said so in a note.', 'Matt Garman conflict/person'],
    ["OpenAI's deal with AMD covers 6 gigawatts of capacity.", '6 gigawatts supported'],
    ["OpenAI's deal with AMD covers 10 gigawatts of capacity.", '10 gigawatts conflict'],
    ["OpenAI's $38 million deal with AWS runs for seven years.", '$38 million conflict/scale'],
  ])('judges %s', (text, verdict) => {
    expect(verdicts(text)[0]).toContain(verdict);
  });

  it.each([
    [
      "OpenAI signs up with Amazon. OpenAI has signed a seven-year agreement with Amazon Web Services, the companies said on Monday, ending Microsoft's hold.",
      ['seven-year supported openai-aws.term', 'Monday supported openai-aws.date'],
    ],
    [
      'Amazon shares rose 6% on 3 November after the news.',
      ['6% conflict amazon.share-move-2025-11-03'],
    ],
    [
      'Morgan Stanley expects global spending on data centres to reach $2 trillion by 2028.',
      ['$2 trillion conflict data-centres.spending-2028'],
    ],
    [
      "OpenAI's sales were $4.3 billion in the first half of 2025. Its investor Microsoft has invested $31 billion in the start-up.",
      [
        '$4.3 billion supported openai.revenue-2025-h1',
        '$31 billion conflict/transposed microsoft.investment-openai',
      ],
    ],
  ])('reads %s', (text, said) => {
    expect(verdicts(text)).toEqual(said);
  });

  it.each([
    'Is OpenAI worth $600 billion?',
    "OpenAI's deal with AWS is not worth $40 billion.",
    'If OpenAI were valued at $600 billion, it would be the largest.',
    "Anthropic's deal with Google is worth $40 billion.",
    'The Amazon rises by 12 metres in the wet season.',
    'An oracle foretold 300 ships in seven years.',
  ])('says nothing of %s', (text) => {
    expect(verdicts(text)).toEqual([]);
  });
});
