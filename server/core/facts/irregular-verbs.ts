/** Base form and the forms that no rule gives, of verbs that records and reports are written with. */
const IRREGULAR = `
  be is are was were been being
  become became|begin began begun|bind bound|break broke broken|bring brought|build built|buy bought|choose chose chosen
  come came|cut|draw drew drawn|fall fell fallen|feed fed|find found|fly flew flown|forbid forbade forbidden|forgo forwent forgone
  freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|have has had|hold held|keep kept|know knew known
  lay laid|lead led|leave left|lend lent|let|lose lost|make made|mean meant|meet met|overtake overtook overtaken
  pay paid|put|repay repaid|resell resold|retake retook retaken|rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent
  set|shut|spend spent|split|spread|stand stood|strike struck|take took taken|teach taught|tell told|think thought
  undertake undertook undertaken|undo undid undone|uphold upheld|wear wore worn|win won|withdraw withdrew withdrawn|withhold withheld
  write wrote written`;

const BASES: ReadonlyMap<string, readonly string[]> = new Map(
  IRREGULAR.trim()
    .split(/\s*[|\n]\s*/)
    .flatMap((row) => {
      const forms = row.split(' ');
      return forms.map((form) => [form, forms] as const);
    }),
);

/**
 * Every form of an irregular verb that one of its forms belongs to; none for a word that is no such verb.
 *
 * @example irregularForms('kept') // ['keep', 'kept']
 */
export function irregularForms(word: string): readonly string[] {
  return BASES.get(word) ?? [];
}
