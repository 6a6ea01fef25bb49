import { describe, expect, it } from 'vitest';
import type { Statement } from '../../server/core/facts/fact-base.ts';
import { figureCard, statementSources, statementStanding } from '../../server/service/index.ts';
import { citedFacts } from './cited-facts.ts';

function statement(id: string): Statement {
  const found = citedFacts.statements.get(id);
  if (!found) throw new Error(`No statement "${id}"`);
  return found;
}

describe('figureCard()', () => {
  it('says what a value is of, as of when, and who says so, who says otherwise too', () => {
    expect(figureCard(statement('norvik.valuation'), citedFacts).plain).toBe(
      [
        'Norvik Ferries, valuation',
        '$500 million, as of October 2025',
        '- “A new fleet for Norvik”, The Courier, 2 October 2025, line 8: “$500 million”\n' +
          '- “Ferries by the *dozen*”, Harbour News, line 8: “$500m”',
        'Others say $540 million',
        '- “Who sails next”, line 8: “$540m”',
      ].join('\n\n'),
    );
  });

  it('names who is on record by id, and shows titles as they are', () => {
    const { markdown } = figureCard(statement('norvik.chief'), citedFacts);
    expect(markdown).toContain('**Astrid Berg**');
    expect(figureCard(statement('norvik-halden.value'), citedFacts).markdown).toContain(
      '*Ferries by the \\*dozen\\**',
    );
  });
});

describe('the line beside a value', () => {
  it('says as of when it holds, and whether sources disagree', () => {
    expect(statementStanding(statement('norvik.valuation'), citedFacts)).toBe('as of October 2025');
    expect(statementStanding(statement('halden.staff.courier'), citedFacts)).toBe(
      'as of September 2025, disputed',
    );
    expect(statementStanding(statement('norvik-halden.value'), citedFacts)).toBe('');
  });

  it('names one source, and counts several', () => {
    expect(statementSources(statement('norvik-halden.value'), citedFacts)).toBe(
      '“Ferries by the *dozen*”, Harbour News',
    );
    expect(statementSources(statement('norvik.valuation'), citedFacts)).toBe('2 sources');
  });
});
