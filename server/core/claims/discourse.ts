import type { FactBase } from '../facts/fact-base.ts';
import { family } from '../facts/index-facts.ts';
import { daySpan } from '../figures/calendar.ts';
import { OWNING_PRONOUNS } from '../mentions/english.ts';
import type { Mention } from '../mentions/mention.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';
import type { PlacedFigure, TokenRange } from './attachment.ts';
import { signOf, signsIn } from './word-signs.ts';

/** Someone or something that a sentence names or points back to. */
export interface Ref extends TokenRange {
  /** Entity ids it may mean: one for a name, none for a name that no pack knows. */
  readonly entities: readonly string[];
  /** `implied`: the company that a person named leads. */
  readonly via: 'name' | 'description' | 'implied' | 'unknown';
  /** Whether there is no doubt whom it means. */
  readonly sure: boolean;
  /** For words that may mean several: the one that the sentence they look back to is led by. */
  readonly topic: string | null;
  readonly attributive: boolean;
  readonly possessive: boolean;
  /** "Its", "their", "he": it goes on about whom the text was about. */
  readonly isPronoun: boolean;
  /** After "according to" or "unlike": the sentence is not about it. */
  readonly isAside: boolean;
  /** After a preposition: it stands beside what the sentence is about. */
  readonly isLedIn: boolean;
  /** As the place, means or make of something, where no party of a deal stands: "via Acme Servers", "Acme's A100". */
  readonly isMeans: boolean;
}

/** Who was named in a stretch of the draft before the sentence at hand. */
export interface Heard {
  readonly entities: readonly string[];
  readonly hasUnknown: boolean;
  /** Those of them that are named for themselves, and not only as the owner or the make of something else. */
  readonly standing: readonly string[];
  /** The one that it opens with, which is what it is about; null when that is a name that no pack knows. */
  readonly topic: string | null;
}

/** Who was named in a heading, and the deals that it is about. */
export interface HeadingHeard extends Heard {
  readonly level: number;
  readonly deals: Discourse['deals'];
}

/** What the draft has said so far, as far as later sentences may point back to it. */
export interface Discourse {
  /** The sentences before that named anyone, latest first; `distance` counts the sentences since. */
  readonly heard: readonly (Heard & { readonly distance: number })[];
  /** Headings above, deepest first, and the title. */
  readonly headings: readonly HeadingHeard[];
  /** Whom the draft named first of all. */
  readonly lead: readonly string[];
  /** The deals in focus; `null` entries stand for a deal that no pack knows. */
  readonly deals: readonly (string | null)[];
  /** How many blocks ago those were last spoken of. */
  readonly dealsAge: number;
  /** The day that the draft named first, which is that of its news; in days since 1970-01-01. */
  readonly day: number | null;
  /** Whether it stands under a heading of corrections. */
  readonly corrects: boolean;
}

/** For how many sentences a name is remembered. */
const MEMORY = 4;
/** For how many the last one is, while nobody else is named. */
const LAST_MEMORY = 8;

export const NOTHING_SAID: Discourse = {
  heard: [],
  headings: [],
  lead: [],
  deals: [],
  dealsAge: 0,
  day: null,
  corrects: false,
};

/** Equal keys mean equal discourse. */
export function discourseKey(discourse: Discourse): string {
  return JSON.stringify(discourse);
}

/** The discourse with the day of its news, where a sentence that names these figures is the first to name one. */
export function withDay(discourse: Discourse, figures: readonly PlacedFigure[]): Discourse {
  if (discourse.day !== null) return discourse;
  for (const { figure } of figures) {
    if (figure.kind !== 'date' || !figure.interval) continue;
    const { start, end } = daySpan(figure.interval);
    if (end - start <= 1) return { ...discourse, day: start };
  }
  return discourse;
}

/** The discourse after a sentence that named these. `gap` counts how far the next sentence is: 1, or more between blocks. */
export function afterSentence(
  discourse: Discourse,
  refs: readonly Ref[],
  deals: Discourse['deals'],
): Discourse {
  if (refs.length === 0 && deals.length === 0 && discourse.heard.length === 0) return discourse;
  const said = heardIn(refs);
  const isEmpty = said.entities.length === 0 && !said.hasUnknown;
  const heard = isEmpty ? [] : [saidAgo(said, 1)];
  for (const one of discourse.heard) heard.push(saidAgo(one, one.distance + 1));
  return {
    heard: heard.filter(isRemembered),
    headings: discourse.headings,
    lead: leadAfter(discourse, said),
    ...focusOn(discourse, deals),
    day: discourse.day,
    corrects: discourse.corrects,
  };
}

/** Field by field, as a spread that adds a key costs more than all the fields; it is made for every sentence. */
function saidAgo(
  { entities, hasUnknown, standing, topic }: Heard,
  distance: number,
): Discourse['heard'][number] {
  return { entities, hasUnknown, standing, topic, distance };
}

function leadAfter({ lead }: Discourse, { entities }: Heard): readonly string[] {
  return lead.length > 0 ? lead : entities;
}

function isRemembered({ distance }: { readonly distance: number }, index: number): boolean {
  return distance <= (index === 0 ? LAST_MEMORY : MEMORY);
}

/** For how many blocks "the deal" goes on meaning the last one that was spoken of. */
const FOCUS_BLOCKS = 3;

function focusOn(
  discourse: Discourse,
  deals: Discourse['deals'],
): Pick<Discourse, 'deals' | 'dealsAge'> {
  if (deals.length > 0) return { deals, dealsAge: 0 };
  return { deals: discourse.deals, dealsAge: discourse.dealsAge };
}

/** The discourse after an item of a list: what led the list in stays as near for the items that follow. */
export function afterItem(
  discourse: Discourse,
  refs: readonly Ref[],
  deals: Discourse['deals'],
): Discourse {
  const said = heardIn(refs);
  const isEmpty = said.entities.length === 0 && !said.hasUnknown;
  const heard = isEmpty ? discourse.heard : [...discourse.heard, saidAgo(said, 2)];
  return {
    ...discourse,
    heard: heard.slice(-2 * MEMORY),
    ...focusOn(discourse, deals),
  };
}

/** The discourse at the start of a block: what the block before said is a little farther away. */
export function atBlock(discourse: Discourse): Discourse {
  const heard = discourse.heard.map((one) => saidAgo(one, one.distance + 1)).filter(isRemembered);
  const isFaded = discourse.dealsAge >= FOCUS_BLOCKS;
  const deals = isFaded ? [] : discourse.deals;
  const dealsAge = deals.length === 0 ? 0 : discourse.dealsAge + 1;
  const { headings, lead, day, corrects } = discourse;
  return { heard, headings, lead, deals, dealsAge, day, corrects };
}

/** The discourse after a heading: it takes the place of those of its level and below, and starts afresh. */
export function afterHeading(
  discourse: Discourse,
  level: number,
  refs: readonly Ref[],
  deals: Discourse['deals'],
): Discourse {
  const above = discourse.headings.filter((heading) => heading.level < level);
  const said = heardIn(refs);
  // "What's in the box": a heading that names nobody goes on about the one deal spoken of.
  const isBare = refs.length === 0 && deals.length === 0;
  const kept = isBare && discourse.deals.length === 1 ? discourse.deals : [];
  const known = above[0]?.deals ?? [];
  const about = deals.length > 0 || said.hasUnknown ? deals : known.length > 0 ? known : kept;
  const { entities, hasUnknown, standing, topic } = said;
  const headings = [{ entities, hasUnknown, standing, topic, level, deals: about }, ...above];
  const lead = leadAfter(discourse, said);
  const { day, corrects } = discourse;
  return { heard: [], headings, lead, deals: about, dealsAge: 0, day, corrects };
}

function heardIn(refs: readonly Ref[]): Heard {
  const entities: string[] = [];
  const standing: string[] = [];
  for (const ref of refs) {
    for (const id of ref.entities) {
      if (ref.sure && !entities.includes(id)) entities.push(id);
      if (standsForItself(ref)) standing.push(id);
    }
  }
  return { entities, hasUnknown: refs.some(isStranger), standing, topic: topicOf(refs) };
}

function standsForItself({ attributive, possessive, isAside, isPronoun }: Ref): boolean {
  return !attributive && (!possessive || isPronoun) && !isAside;
}

/** A name that no pack knows, for someone rather than for the make of a thing. */
function isStranger({ via, attributive, isAside }: Ref): boolean {
  return via === 'unknown' && !attributive && !isAside;
}

/** Whom a sentence leads with; null where that is a stranger, or not beyond doubt. */
function topicOf(refs: readonly Ref[]): string | null {
  const named = refs.filter(({ attributive, isAside }) => !attributive && !isAside);
  const first = named.find(({ isLedIn }) => !isLedIn) ?? named[0];
  return first?.sure === true && first.entities.length === 1 ? (first.entities[0] ?? null) : null;
}

/**
 * Resolve the names and descriptions of one sentence: a description means the entity that a pack says it does when that
 * one was named before and no stranger since; a noun such as "the company" the one that was named last, when only one was.
 */
export function resolveRefs(
  tokens: readonly Token[],
  sentence: TokenRange,
  mentions: readonly Mention[],
  discourse: Discourse,
  facts: FactBase,
): readonly Ref[] {
  const refs: Ref[] = [...personsMeant(tokens, sentence, mentions, discourse, facts)];
  for (const [at, mention] of mentions.entries()) {
    // "The start-up Norvik": what is said of the name behind it points back to nobody.
    if (isSaidOfNext(mention, mentions[at + 1])) continue;
    const pronoun = resolvePronoun(tokens, mention, refs, discourse, facts);
    if (pronoun) refs.push(pronoun);
    const ref = resolveMention(tokens, mention, refs, discourse, facts);
    if (ref && goesOnWithName(ref, refs.at(-1), facts)) refs.pop();
    if (ref) refs.push(...partiesNamed(ref, facts));
    const employer = ref && impliedBy(ref, refs, facts);
    if (employer) refs.push(employer);
  }
  return refs;
}

function isSaidOfNext({ kind, to, meanings }: Mention, next: Mention | undefined): boolean {
  if (kind !== 'noun' || next?.from !== to) return false;
  const isDescription = meanings.some((one) => one.kind === 'called' || one.kind === 'noun');
  return isDescription && (next.kind === 'name' || next.kind === 'unknown');
}

/** "Sable Atlas": a name right behind that of a thing makes it the name of another one. */
function goesOnWithName(
  { via, from }: Ref,
  last: Ref | undefined,
  { entities, partyTypes }: FactBase,
): boolean {
  if (via !== 'unknown' || last?.via !== 'name' || last.to !== from || last.possessive)
    return false;
  return last.entities.every((id) => !partyTypes.has(entities.get(id)?.type ?? ''));
}

/** A deal that is called by its name names its parties: "the Acme–Borealis deal". */
function partiesNamed(ref: Ref, { entities }: FactBase): readonly Ref[] {
  const [id, ...others] = ref.entities;
  const parties = id !== undefined && others.length === 0 ? (entities.get(id)?.parties ?? []) : [];
  return parties.length > 0 ? parties.map((party) => ({ ...ref, entities: [party] })) : [ref];
}

/** "His net worth": the person that the nearest sentence before has named, where it was one, and this one names none. */
function personsMeant(
  tokens: readonly Token[],
  sentence: TokenRange,
  mentions: readonly Mention[],
  { heard }: Discourse,
  facts: FactBase,
): readonly Ref[] {
  if ((signsIn(tokens, sentence) & PERSON) === 0) return [];
  const at = personalPronounIn(tokens, sentence);
  const isPerson = (id: string): boolean => facts.entities.get(id)?.type === 'person';
  const namesPerson = mentions.some(
    ({ kind, meanings }) =>
      kind === 'unknown' ||
      meanings.some((meaning) => meaning.kind === 'entity' && isPerson(meaning.entity)),
  );
  const [last] = heard;
  const persons = last?.entities.filter(isPerson) ?? [];
  if (namesPerson || persons.length !== 1 || last?.hasUnknown) return [];
  return [
    {
      ...{ from: at, to: at + 1, entities: persons, via: 'description', sure: true, topic: null },
      ...{ attributive: false, possessive: false, isLedIn: false, isMeans: false },
      isPronoun: true,
      isAside: SAYS.has(tokens[at + 1]?.lower ?? ''),
    },
  ];
}

function personalPronounIn(tokens: readonly Token[], { from, to }: TokenRange): number {
  for (let at = from; at < to; at++) if (PERSONAL.has(tokens[at]?.lower ?? '')) return at;
  return -1;
}

/** "She said": who speaks is not what it is about. */
const SAYS: ReadonlySet<string> = new Set(
  'said says told tells added adds wrote writes'.split(' '),
);
const PERSONAL: ReadonlySet<string> = new Set(['he', 'him', 'his', 'she', 'her']);
const PERSON = signOf(PERSONAL);

/** "Halloran's plan to double revenue": where no company was named before, the one that a person leads is meant. */
function impliedBy(ref: Ref, before: readonly Ref[], facts: FactBase): Ref | undefined {
  const employers = ref.entities.flatMap((id) => facts.leads.get(id) ?? []);
  const isParty = (id: string): boolean => facts.partyTypes.has(facts.entities.get(id)?.type ?? '');
  const isNamed = before.some(({ entities, via }) => via === 'unknown' || entities.some(isParty));
  const [employer] = employers;
  if (employer === undefined || employers.length > 1 || isNamed) return undefined;
  return { ...ref, entities: [employer], via: 'implied', attributive: false };
}

/** How many tokens before the noun of a property its "its" may stand. */
const PRONOUN_REACH = 6;

/**
 * "Its valuation", "given their recent loss", in a sentence that has named nobody before: whoever of those that such a thing
 * is stated of was named last.
 */
function resolvePronoun(
  tokens: readonly Token[],
  { from, meanings }: Mention,
  before: readonly Ref[],
  discourse: Discourse,
  facts: FactBase,
): Ref | undefined {
  if (before.length > 0) return undefined;
  const cue = meanings.find((meaning) => meaning.kind === 'cue');
  if (!cue) return undefined;
  const at = pronounBefore(tokens, from);
  const types = facts.properties.get(cue.property)?.subjectTypes ?? [];
  if (at < 0 || types.length === 0 || types.some((type) => facts.dealTypes.has(type)))
    return undefined;
  const make: MakeRef = (entities, via, sure, topic = null) => ({
    ...{ from: at, to: at + 1, entities, via, sure, topic },
    ...{ attributive: false, possessive: true, isAside: false, isLedIn: false, isMeans: false },
    isPronoun: true,
  });
  return resolveNoun(make, types, [], discourse, facts);
}

function pronounBefore(tokens: readonly Token[], from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - PRONOUN_REACH); at--) {
    const token = tokens[at];
    if (OWNERS.has(token?.lower ?? '')) return at;
    if (DIVIDERS.has(token?.text ?? '')) return -1;
  }
  return -1;
}

const OWNERS: ReadonlySet<string> = new Set(['its', 'their', 'whose']);
const DIVIDERS: ReadonlySet<string> = new Set([',', ';', ':', '.', '(', ')', '—', '–', '|']);

function isLedIn(tokens: readonly Token[], from: number): boolean {
  const isArticle = /^(?:the|a|an|its|their)$/.test(tokens[from - 1]?.lower ?? '');
  const before = tokens[isArticle ? from - 2 : from - 1]?.lower ?? '';
  return /^(?:with|of|from|for|to|by|at|in|on|against|between|under|over|after)$/.test(before);
}

/** "Acme EC2", "Acme's Sable servers": a name right behind one that is known goes on with it. */
function isProductOf(before: readonly Ref[], { kind, from }: Mention): boolean {
  return (
    kind === 'unknown' &&
    before.some(({ to, via, possessive }) => via === 'name' && from === (possessive ? to + 1 : to))
  );
}

function isMeans(
  tokens: readonly Token[],
  { from, to, possessive }: Mention,
  { dealNouns }: FactBase,
): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  // "Its orders at Acme" are with Acme.
  if (before?.lower === 'at' && dealNouns.has(tokens[from - 2]?.lower ?? '')) return false;
  if (/^(?:via|through|using|in|into|at|on|inside|near|around)$/.test(before?.lower ?? ''))
    return true;
  const joined = tokens[tokens[from - 1]?.lower === 'the' ? from - 3 : from - 2]?.lower ?? '';
  if (before?.lower === 'with' && JOINED.test(joined)) return true;
  return possessive && /^[A-Z]+[A-Za-z-]*\d/.test(tokens[to + 1]?.text ?? '');
}

/** What is done to things and not to partners: "wired together with Acme UltraServers". */
const JOINED = /^(?:together|linked|wired|connected|equipped|fitted|built|powered|cooled)$/;

/** Whether a name only says who reports or is compared with, or where: "according to the Post", "unlike Acme", "wrote on X". */
function isAside(tokens: readonly Token[], { from, to, possessive }: Mention): boolean {
  const start = tokens[from - 1]?.lower === 'the' ? from - 1 : from;
  const [before, last] = [tokens[start - 2]?.lower, tokens[start - 1]?.lower ?? ''];
  const isSource =
    last === 'to' ? before === 'according' : last === 'by' && GOING.has(before ?? '');
  if (isSource || /^(?:unlike|like|per|on|vs|versus)$/.test(last)) return true;
  if (!possessive && BESIDE.has(tokens[to]?.lower ?? '')) return true;
  if (last === 'what') return DISCLOSES.has(tokens[to]?.lower ?? '');
  return possessive && SOURCING.has(last) && ownsDocument(tokens, to + 1);
}

/** "Acme rival Borealis": words for what somebody is to those who are named before them. */
const BESIDE: ReadonlySet<string> = new Set(
  'rival rivals competitor competitors backer backers investor investors supplier suppliers customer customers partner'.split(
    ' ',
  ),
);

/** "Figures in Acme's latest earnings report": what is read in the papers of someone need not be of that one. */
function ownsDocument(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + DOCUMENT_REACH; at++) {
    if (tokens[at]?.kind !== 'word') return false;
    if (DOCUMENTS.has(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

/** Words that a document of someone may take before its noun: "latest quarterly earnings report". */
const DOCUMENT_REACH = 4;
const SOURCING: ReadonlySet<string> = new Set(['in', 'from', 'by', 'on', 'to']);
const DISCLOSES: ReadonlySet<string> = new Set('disclosed discloses reported reports'.split(' '));
const DOCUMENTS: ReadonlySet<string> = new Set(
  'report reports accounts filing filings results statement statements disclosure disclosures books'.split(
    ' ',
  ),
);

/** "Going by Acme's numbers". */
const GOING: ReadonlySet<string> = new Set(['going', 'judging', 'reckoned', 'counted']);

function resolveMention(
  tokens: readonly Token[],
  mention: Mention,
  before: readonly Ref[],
  discourse: Discourse,
  facts: FactBase,
): Ref | undefined {
  if (mention.kind === 'cue') return undefined;
  const { from, to, attributive, possessive } = mention;
  const make: MakeRef = (entities, via, sure, topic = null) => ({
    from,
    to,
    entities,
    via,
    sure,
    topic,
    attributive,
    possessive,
    isPronoun: false,
    isAside: isAside(tokens, mention),
    isLedIn: isLedIn(tokens, from),
    isMeans: isMeans(tokens, mention, facts) || isProductOf(before, mention),
  });
  if (mention.kind === 'unknown') return make([], 'unknown', false);
  const named: string[] = [];
  const described: string[] = [];
  const types: string[] = [];
  for (const meaning of mention.meanings) {
    if (meaning.kind === 'entity') named.push(meaning.entity);
    else if (meaning.kind === 'called') described.push(meaning.entity);
    else if (meaning.kind === 'noun') types.push(meaning.type);
  }
  const isOwned = OWNING_PRONOUNS.has(tokens[from - 1]?.lower ?? '');
  if (described.length > 0 && isPlural(tokens, mention, described, facts)) return undefined;
  if (described.length > 0 && isOfAnother(tokens, mention, facts))
    return make([], 'unknown', false);
  if (described.length > 0 && isOwned && isSomeoneElses(described, before, discourse, facts))
    return make([], 'unknown', false);
  const isOwnUse = /^(?:our|my)$/.test(tokens[from - 1]?.lower ?? '');
  if (named.length > 0) return make(named, 'name', named.length === 1 && !isOwnUse);
  if (described.length > 0) return resolveDescription(make, described, before, discourse, facts);
  if (isAnotherOne(tokens, mention, types, before, facts)) return make([], 'unknown', false);
  if (types.length === 0 || !mention.definite || types.some((type) => facts.dealTypes.has(type)))
    return undefined;
  // "Its service", "the Acme service".
  if (isOwned || before.some((ref) => ref.via === 'name' && ref.to === from)) return undefined;
  const ref = resolveNoun(make, types, before, discourse, facts);
  return ref && isWithItself(tokens, from, ref, before, facts) ? make([], 'unknown', false) : ref;
}

/** "Acme reached an agreement with the firm": which is not Acme. */
function isWithItself(
  tokens: readonly Token[],
  from: number,
  { entities }: Ref,
  before: readonly Ref[],
  { dealNouns }: FactBase,
): boolean {
  const start = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  if (tokens[start]?.lower !== 'with' || !dealNouns.has(tokens[start - 1]?.lower ?? ''))
    return false;
  const [first] = before;
  return first?.entities.some((id) => entities.includes(id)) === true;
}

/** "Startup Norvik raises": what is said of the next name, and points back to nobody; "the startup", "Sable maker" do. */
function isOfAnother(
  tokens: readonly Token[],
  { from, to, definite, possessive }: Mention,
  facts: FactBase,
): boolean {
  if (definite || possessive || isDetermined(tokens, from)) return false;
  const names = wordsOfNames(facts);
  return !tokens.slice(from, to).some(({ text }) => names.has(text));
}

/** "The country's largest chain", "an ailing start-up": whether a determiner stands before a noun, past adjectives. */
function isDetermined(tokens: readonly Token[], noun: number): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - ARTICLE_REACH); at--) {
    const { kind, text = '', lower = '' } = tokens[at] ?? {};
    if (kind === 'possessive' || /^(?:the|this|that|an?|its|their|his|her|our)$/.test(lower))
      return true;
    const isAdjective = text === '-' || (kind === 'word' && text === lower);
    if (!isAdjective) return false;
  }
  return false;
}

const knownWords = new WeakMap<FactBase['entities'], ReadonlySet<string>>();

/** The words that the names of entities are written with. */
function wordsOfNames({ entities }: FactBase): ReadonlySet<string> {
  const known = knownWords.get(entities);
  if (known) return known;
  const words = new Set<string>();
  for (const { name, aliases } of entities.values())
    for (const one of [name, ...aliases])
      for (const word of one.split(/\s+/)) if (word.length > 2) words.add(word);
  knownWords.set(entities, words);
  return words;
}

/** "AI labs": a description of one in the plural is none of it. */
function isPlural(
  tokens: readonly Token[],
  { to }: TokenRange,
  described: readonly string[],
  { entities }: FactBase,
): boolean {
  const last = tokens[to - 1]?.lower ?? '';
  if (!/[^s]s$/.test(last)) return false;
  return !described.some((id) =>
    entities.get(id)?.called.some((one) => one.toLowerCase().endsWith(last)),
  );
}

/** "Google said its cloud division": a part of whoever the sentence is about, and not the one that is called so. */
function isSomeoneElses(
  described: readonly string[],
  before: readonly Ref[],
  { heard }: Discourse,
  facts: FactBase,
): boolean {
  const owner = before.findLast(standsForItself);
  if (!owner) return false;
  const own = described.flatMap((id) => family(facts, id));
  const isNear = [owner, ...before, ...heard.slice(0, 1)].some((one) =>
    one.entities.some((id) => own.includes(id)),
  );
  const isParty = (id: string): boolean => facts.partyTypes.has(facts.entities.get(id)?.type ?? '');
  return !isNear && (owner.via === 'unknown' || owner.entities.some(isParty));
}

/** "A much smaller company", "from a firm in Torvik": one that has no name, and is not said to be one that has ("Acme, a company"). */
function isAnotherOne(
  tokens: readonly Token[],
  { from, definite, attributive }: Mention,
  types: readonly string[],
  before: readonly Ref[],
  { partyTypes }: FactBase,
): boolean {
  // "A string of giant agreements" names no giant.
  if (definite || attributive || types.length === 0) return false;
  if (!types.every((type) => partyTypes.has(type))) return false;
  for (let at = from - 1; at >= Math.max(0, from - ARTICLE_REACH); at--) {
    const { kind, lower = '' } = tokens[at] ?? {};
    if (kind === 'possessive' || (kind === 'mark' && lower !== '-')) return false;
    if (lower !== 'a' && lower !== 'an' && lower !== 'another') continue;
    const { lower: last = '', kind: lastKind } = tokens[at - 1] ?? {};
    const isApposition = lastKind === 'mark' && before.some(({ to }) => to === at - 1);
    return (
      !isApposition &&
      !/^(?:is|are|was|were|be|been|become|becomes|became|as|into|like)$/.test(last)
    );
  }
  return false;
}

/** How far before its noun an article may stand, in tokens. */
const ARTICLE_REACH = 6;

type MakeRef = (
  entities: readonly string[],
  via: Ref['via'],
  sure: boolean,
  topic?: string | null,
) => Ref;

function resolveDescription(
  make: MakeRef,
  described: readonly string[],
  before: readonly Ref[],
  discourse: Discourse,
  facts: FactBase,
): Ref {
  const isNear = (id: string): boolean =>
    [id, facts.entities.get(id)?.partOf ?? id].some((one) => wasNamed(one, before, discourse));
  const near = described.filter(isNear);
  const hasStranger =
    before.some(
      (ref) => isStranger(ref) || (ref.via === 'unknown' && ref.isLedIn && !ref.isAside),
    ) ||
    isOfOtherSection(near, before, discourse) ||
    discourse.heard.some(
      ({ distance, hasUnknown, topic }) =>
        distance <= 1 && hasUnknown && (topic === null || topic !== near[0]),
    );
  if (near.length === 1) return make(near, 'description', !hasStranger);
  return make(described, 'description', false);
}

/** Whether all who are near were named above a heading that names a stranger: the section is about that one. */
function isOfOtherSection(
  near: readonly string[],
  before: readonly Ref[],
  { heard, headings }: Discourse,
): boolean {
  if (headings[0]?.hasUnknown !== true) return false;
  const isHere = (id: string): boolean =>
    [headings[0], ...before, ...heard].some((one) => one?.entities.includes(id));
  return !near.some(isHere);
}

function wasNamed(id: string, before: readonly Ref[], { heard, headings }: Discourse): boolean {
  return (
    before.some(({ entities }) => entities.includes(id)) ||
    heard.some(({ entities }) => entities.includes(id)) ||
    headings.some(({ entities }) => entities.includes(id))
  );
}

/** "The company": whoever of that type was named last, in this sentence or in the nearest one before that named any. */
function resolveNoun(
  make: MakeRef,
  types: readonly string[],
  before: readonly Ref[],
  { heard, headings }: Discourse,
  facts: FactBase,
): Ref | undefined {
  const ofType = (ids: readonly string[]): readonly string[] => {
    const fitting: string[] = [];
    for (const id of ids)
      if (types.includes(facts.entities.get(id)?.type ?? '') && !fitting.includes(id))
        fitting.push(id);
    if (fitting.length < 2) return fitting;
    return fitting.filter(
      (id) => !fitting.some((other) => facts.entities.get(other)?.partOf === id),
    );
  };
  for (const { entities, hasUnknown, topic } of [heardIn(before), ...heard, ...headings]) {
    const fitting = ofType(entities);
    if (fitting.length === 0 && !hasUnknown) continue;
    if (fitting.length === 0)
      return types.some((type) => facts.partyTypes.has(type))
        ? make([], 'unknown', false)
        : undefined;
    return make(fitting, 'description', fitting.length === 1 && !hasUnknown, topic);
  }
  return undefined;
}

/**
 * The deals a sentence is about: those whose parties it names, else those in focus when it speaks of "the deal" or goes
 * on with "it". `null` stands for a deal between others.
 */
export function dealsIn(
  tokens: readonly Token[],
  refs: readonly Ref[],
  { speaksOfDeal, pointsBack }: { readonly speaksOfDeal: boolean; readonly pointsBack: boolean },
  discourse: Discourse,
  facts: FactBase,
): Discourse['deals'] {
  if (refs.length === 0 && !speaksOfDeal && !pointsBack) return [];
  const named = new Set<string>();
  for (const { sure, entities } of refs) if (sure) for (const id of entities) named.add(id);
  const deals = dealsBetween(named, facts);
  if (deals.length > 0) return deals;
  if (!speaksOfDeal && !pointsBack) return [];
  const strangers = refs.some((ref) => isStranger(ref) && !ref.isMeans);
  const companies = companiesIn(tokens, refs, discourse, facts);
  const partners = companies.length + (strangers ? 1 : 0);
  if (speaksOfDeal && partners >= 2) return [null];
  if (speaksOfDeal && strangers) return [null];
  if ((speaksOfDeal || pointsBack) && companies.length <= 1)
    return fittingFocus(discourse.deals, companies[0], facts);
  return [];
}

/** The deals whose parties are all named, themselves or what they are part of. */
function dealsBetween(named: ReadonlySet<string>, facts: FactBase): readonly string[] {
  const isNamed = (party: string): boolean =>
    named.has(party) || named.has(facts.entities.get(party)?.partOf ?? party);
  const deals: string[] = [];
  const addOf = (id: string): void => {
    for (const deal of facts.dealsByParty.get(id) ?? [])
      if (facts.entities.get(deal)?.parties.every(isNamed) && !deals.includes(deal))
        deals.push(deal);
  };
  for (const id of named) {
    addOf(id);
    facts.partsOf.get(id)?.forEach(addOf);
  }
  return deals;
}

/** The companies that a sentence names, but for those that only say whose make a thing is. */
function companiesIn(
  tokens: readonly Token[],
  refs: readonly Ref[],
  { deals }: Discourse,
  facts: FactBase,
): readonly string[] {
  const parties = deals.flatMap((deal) => facts.entities.get(deal ?? '')?.parties ?? []);
  const others = once(() =>
    parties
      .flatMap((party) => facts.dealsByParty.get(party) ?? [])
      .flatMap((deal) => facts.entities.get(deal)?.parties ?? []),
  );
  const isPartner = (id: string): boolean =>
    [...parties, ...others()].some(
      (party) => party === id || facts.entities.get(party)?.partOf === id,
    );
  const counted = refs.filter(
    ({ sure, attributive, possessive, entities, isMeans }, at) =>
      sure &&
      ((!isMeans && (!attributive || possessive)) ||
        entities.some(isPartner) ||
        isHyphened(tokens, refs, at)),
  );
  const named = new Set(counted.flatMap(({ entities }) => entities));
  return [...named].filter((id) => facts.partyTypes.has(facts.entities.get(id)?.type ?? ''));
}

/** "The Acme-Borealis deal": a name that one mark joins to the next, or to the one before. */
function isHyphened(tokens: readonly Token[], refs: readonly Ref[], at: number): boolean {
  const [last, ref, next] = [refs[at - 1], refs[at], refs[at + 1]];
  const isJoined = (one: Ref | undefined, other: Ref | undefined): boolean =>
    one !== undefined &&
    other?.via === 'name' &&
    other.from === one.to + 1 &&
    /^[-–/]$/.test(tokens[one.to]?.text ?? '');
  return isJoined(last, ref) || isJoined(ref, next);
}

/** The deals in focus, narrowed to those of the one company that the sentence names. */
function fittingFocus(
  deals: Discourse['deals'],
  company: string | undefined,
  facts: FactBase,
): Discourse['deals'] {
  if (company === undefined) return deals;
  const isParty = (deal: string | null): boolean => {
    const parties = deal === null ? [] : (facts.entities.get(deal)?.parties ?? []);
    return parties.some(
      (party) => party === company || facts.entities.get(party)?.partOf === company,
    );
  };
  const fitting = deals.filter(isParty);
  return fitting.length > 0 ? fitting : [];
}
