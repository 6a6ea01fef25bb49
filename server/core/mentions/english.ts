/*
 * The English that tells names from words, sentence from sentence, and a claim from a question: closed classes of the
 * language, not vocabulary of a field.
 */

import { isLowerCase } from '../text/shared-words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** After these a full stop ends no sentence. */
export const ABBREVIATIONS =
  set(`mr mrs ms dr prof st jr sr inc corp co ltd plc vs approx est no nos fig sec gen sen rep gov
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e cf al etc dept univ`);

/** Words that carry grammar rather than meaning. */
export const FUNCTION_WORDS =
  set(`a an the this that these those its his her their our your my it he she they we you i
  and or but nor yet so of in on at by to from for with without within into onto upon over under above below between among
  through during before after since until till as than like per via is are was were be been being am has have had having
  do does did will would shall should can could may might must not no if when while whereas although though because which
  who whom whose what where why how there here then now also just only even still already both either neither each every
  all any some most many much more less few several such same other another own very too about around nearly roughly`);

const LONGEST_FUNCTION_WORD = Math.max(...[...FUNCTION_WORDS].map(({ length }) => length));

/** Whether a stretch of text is a word that carries grammar, in whatever case. */
export function isFunctionWord(surface: string): boolean {
  if (surface.length > LONGEST_FUNCTION_WORD) return false;
  return FUNCTION_WORDS.has(isLowerCase(surface) ? surface : surface.toLowerCase());
}

/** Words that open a sentence with a capital and are no name. */
export const SENTENCE_OPENERS =
  set(`the a an this that these those its his her their our your my it he she they we you i and or
  but nor yet so of in on at by to from for with without within into over under above below between among through during
  before after since until as than like per is are was were has have had do does did will would can could may might must
  not no if when while whereas although though because which who what where why how there here then now also just only
  even still already both either neither each every all any some most many much more less few several such other another
  one two three four five six seven eight nine ten investors analysts shares sales revenue revenues profit profits
  spending demand growth critics rivals customers executives officials regulators researchers reporters economists yes
  today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december meanwhile however moreover still instead indeed perhaps maybe altogether
  overall together according despite unlike nobody everybody everyone somebody someone nothing everything something
  remember consider ask meet call see read look think imagine forget compare note enter welcome thank blame former rival
  none half news markets shareholders traders users developers companies governments people money power`);

/** A single capitalised word that opens a sentence is a name when one of these follows. */
export const FINITE_VERBS =
  set(`will would has have had is was are were said says say can could may might must plans planned
  announced reported posted signed agreed won makes made sold sells paid pays bought buys raised raises rose fell grew
  expects expected hopes wants aims invested invests owns holds runs operates employs hired launched unveiled released
  added adds gained lost earns earned generates generated booked took takes gets got began plans does did and`);

/** Irregular past forms and short verbs that never follow a name used as an adjective. */
export const VERB_FORMS =
  set(`rose fell grew won sold paid made took got saw lost held spent bought built led met kept came went
  hit beat said told put set cut gave had drew shot sank slid stood stayed became began ran grow fall rise win sell pay make
  take get lose hold spend buy build lead owe own plan need want say will would can could may might must`);

/** Whether a word in small letters is, or may be, a verb with a subject of its own. */
export function isVerbForm(word: string): boolean {
  return word !== 'and' && (FINITE_VERBS.has(word) || VERB_FORMS.has(word));
}

/** The forms of "to be", which with a past form make a passive. */
export const FORMS_OF_BE = set('is are was were be been being');

/** Words that may stand between "who" and its verb, adverbs in -ly apart. */
export const BEFORE_VERBS = set('still also now once long has had have');

/** Pronouns that say whose something is. */
export const OWNING_PRONOUNS = set('its their his her');

/** Pronouns that can be who does what a clause says. */
export const SUBJECT_PRONOUNS = set('it they he she');

/** Words for whose a thing is, whoever was named before. */
export const POSSESSIVES = set('its their his her whose');

/** Words that point to what was said just before. */
export const POINTERS = set('this that these those it them');

/** Words that make a clause of what they follow. */
export const RELATIVES = set('that which whom who');

/** Words that a noun is anyone's after. */
export const ANYONES = set(
  'a an any every each another average typical most many some global industry other',
);

/** Words that a clause may open with before its subject. */
export const CLAUSE_JOINTS = set('and but while as when where that');

/** Words that open what stands before a clause proper: "in the first half, it", "despite the storm, it". */
export const INTRODUCTIONS =
  set(`in on at by for during after before over with despite since according meanwhile
  still overall however again`);

/** Words after which it is only said at which occasion something was so. */
export const OCCASIONS = set('before after since until despite without ahead thanks because');

/** Prepositions that lead to the other party of what is agreed or paid. */
export const PARTY_PREPOSITIONS = set('from to by with for');

/** Neutral words before the noun of a property: they do not narrow it to a part. */
export const NEUTRAL_MODIFIERS =
  set(`total overall whole entire quarterly annual yearly monthly weekly daily annualised annualized
  latest recent current new last previous past net gross record strong reported official combined global worldwide overall
  huge massive giant big large major significant substantial staggering stratospheric landmark blockbuster historic recorded
  estimated rough headline initial final full-year full year quarter first second third fourth fiscal calendar public
  infrastructure cloud computing compute long-term multi-year multiyear year-on-year year-over-year own good such same
  so-called enormous monumental mega closing opening market share stock corporate planned aggregate cumulative private
  us american british reported stated existing long major single signed binding legal formal definitive strategic`);

/** Nouns for a part of someone that has a worth of its own: "a stake valued at". */
export const PART_NOUNS = set(
  'stake stakes holding holdings shareholding portion slice chunk tranche interest position equity',
);

/** Nouns for a part of an organisation that has figures of its own: "its cocoa division brought in". */
export const UNIT_NOUNS = set(
  'division unit arm segment desk subsidiary department branch affiliate pilot programme',
);

/** Words that, with "of", make a part of what follows. */
export const PARTITIVES = set('part parts portion half third quarter fraction slice chunk bit');

/** Words for what a part comes to by itself: "a holding carried at". */
export const WORTHS = set('worth valued value values carried priced marked');

/** Words that put a statement in doubt anywhere in a sentence: an imagined case. */
export const CONDITIONALS = set(
  'if unless suppose supposing imagine assuming were whether hypothetically would-be',
);

/** Auxiliaries that make a clause a possibility. */
export const POSSIBILITIES = set('would could might may should cannot');

/** Words that deny or take back what their sentence says. */
export const DENIALS =
  set(`deny denies denied denying dismiss dismissed dismisses dismissing reject rejected rejects rejecting
  false falsely untrue myth rumour rumours rumor rumors rumoured rumored mistaken mistakenly erroneous erroneously wrongly
  incorrectly incorrect wrong contrary retracted retract withdraw withdrew withdrawn misreported misstated hoax debunked nonsense
  speculation speculated speculative purported supposedly corrected correction erratum`);

/** Words of people who look ahead. */
export const FORECASTS =
  set(`forecast forecasts forecasted forecasting predict predicts predicted predicting prediction predictions
  projects projected projecting projection projections expect expects expecting anticipate anticipates anticipated
  reckon reckons reckoned pencilled penciled sees foresee foresees envisage envisages envisaged guidance outlook consensus
  target targets targeting targeted goal ambition aim aims aiming hopes hoping estimate estimates scenario`);

/** Words that point to a time before the draft's own. */
export const PAST_MARKERS = set(
  `previously previous formerly earlier then once originally initially ago former before`,
);

/** Words that say a figure holds on the day of writing. */
export const PRESENT_MARKERS = set('now currently today still presently nowadays');

/** Words that point to the latest period that a report covers. */
export const LATEST_MARKERS = set('latest recent recently quarterly last third-quarter just');

/** Words that put a stretch of time between two events: "two weeks after". */
export const TIME_RELATIONS = set('after before ago later earlier since old');

/** Words that open a stretch that something went on over: "the past month", "two sessions". */
export const STRETCHES = set('past last two three four five six seven eight nine ten several');

/** Negations. "Not only" and "no less than" are none. */
export const NEGATIONS = set(
  "not never no nobody none neither nor without isn't wasn't aren't doesn't didn't don't won't hasn't haven't cannot",
);

/** Verbs of reporting a fall, then a rise: the direction of a move that carries no sign. */
export const FALLS =
  set(`fell fall falls falling fallen dropped drop drops dropping declined decline declines declining slipped slip
  slips slipping dipped dip dips dipping slid slide slides sliding sank sink sinks sinking tumbled tumble tumbles plunged
  plunge plunges lost lose loses losing shed sheds shedding down lower decreased decrease decreases shrank shrunk shrink shrinks
  contracted eased ease eases retreated retreat weakened weaken off minus slumped slump slumps crashed crash cut reduced`);
export const RISES =
  set(`rose rise rises rising risen climbed climb climbs climbing gained gain gains gaining grew grow grows growing
  grown jumped jump jumps jumping soared soar soars soaring surged surge surges surging up higher increased increase
  increases increasing advanced advance advances added adds adding expanding boosted boosting rallied rally rallies leapt leap spiked spike expanded
  expand expands strengthened plus swelled`);

/** A verb of falling and the verb of rising that takes its place in a correction, by form. */
// biome-ignore format: a table reads best in rows
export const OPPOSITE_VERBS: readonly (readonly [string, string])[] = [
  ['fell', 'rose'], ['falls', 'rises'], ['fall', 'rise'], ['falling', 'rising'], ['fallen', 'risen'],
  ['slipped', 'rose'], ['slips', 'rises'], ['slip', 'rise'], ['dipped', 'rose'], ['dips', 'rises'], ['dip', 'rise'],
  ['dropped', 'climbed'], ['drops', 'climbs'], ['drop', 'rise'], ['declined', 'climbed'], ['declines', 'climbs'],
  ['decline', 'rise'], ['slid', 'climbed'], ['sank', 'climbed'], ['tumbled', 'jumped'], ['plunged', 'surged'], ['lost', 'gained'],
  ['shed', 'gained'], ['down', 'up'], ['lower', 'higher'], ['decreased', 'increased'], ['decrease', 'increase'],
  ['shrank', 'grew'], ['shrinks', 'grows'], ['contracted', 'expanded'], ['eased', 'rose'], ['slumped', 'surged'],
  ['losing', 'gaining'], ['loses', 'gains'], ['lose', 'gain'], ['sinking', 'rising'], ['dipping', 'rising'],
];

/** Marks within a sentence behind which something is said for itself. */
export const PAUSES: ReadonlySet<string> = new Set([',', ';', '—', '–']);
