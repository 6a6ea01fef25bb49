import type { Figure, FigureKind } from '../figures/figure.ts';
import type { UnitTable } from '../figures/units.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';

/** What makes statements of one subject, property and time exclude each other. */
export type Cardinality = 'one' | 'set' | 'open';

/** How a property's value moves: never, with a period (a quarter's revenue), or from day to day (a valuation). */
export type Variation = 'fixed' | 'by-period' | 'over-time';

/** `preferred` is what more independent sources state; on a tie, and for the minority, `normal`. */
export type Rank = 'preferred' | 'normal' | 'deprecated';

/** Someone or something facts are about. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  /** Definite descriptions that mean this entity alone in this pack's field: `startup`, `cloud arm`. */
  readonly called: readonly string[];
  /** The entity this one belongs to; its name may stand for this one beside a cue. */
  readonly partOf: string | null;
  /** For a deal: who made it. */
  readonly parties: readonly string[];
}

/** A sort of entity: what definite descriptions mean one ("the firm"), and what its names look like. */
export interface EntityType {
  readonly id: string;
  readonly label: string;
  readonly nouns: readonly string[];
  /** Name patterns of which no pack lists every member; `0` is any digit: `H000`. */
  readonly shapes: readonly string[];
}

/** What is stated of an entity, with the words that name it in prose. */
export interface Property {
  readonly id: string;
  readonly label: string;
  /** The entity types it is stated of; empty for any. */
  readonly subjectTypes: readonly string[];
  readonly kind: FigureKind;
  /** For quantities: the base unit, whichever unit of its kind the pack wrote; '' where any will do. */
  readonly unit: string;
  /** For `name` properties: the entity type of the value. */
  readonly valueType: string | null;
  readonly cardinality: Cardinality;
  readonly varies: Variation;
  /** Days after a statement's time for which its value stays good; null for ever. */
  readonly goodForDays: number | null;
  /** Whether its values have a direction that a verb may carry: a rise or a fall. */
  readonly signed: boolean;
  /** Whether it is stated of what could be: "would power 25 million homes". */
  readonly potential: boolean;
  /** For rates: the duration unit of "a year", "per week", that the draft must name; '' for none. */
  readonly per: string;
  /** Duration units that a draft may name although `per` does not: its label or a cue is a rate ("monthly fee", "a month"). */
  readonly rates: readonly string[];
  /** Qualifiers without which a claim cannot be bound: a forecaster, a counterparty. */
  readonly requires: readonly string[];
}

/** One article: what is known of it, unknown stays null. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly date: string | null;
  readonly url: string | null;
  /** SHA-256 of its text, hex. */
  readonly digest: string | null;
}

/** Where a source says it. `line` counts from 1; `exact` is the figure as printed there. */
export interface Reference {
  readonly source: string;
  readonly line: number;
  readonly exact: string;
  /** How a sign, a time or a year that is not printed there was resolved. */
  readonly note: string | null;
}

/** Subject + property + value, with qualifiers, rank and references. */
export interface Statement {
  readonly id: string;
  readonly subject: string;
  readonly property: string;
  /** The value as people write it: `nearly $10 billion`, `seven years`, `GB200 and GB300`. */
  readonly value: string;
  /** For names: what the values are part of, which a draft may name instead: a country for its state. */
  readonly containers: readonly string[];
  /** For phrases: other ways to say the value, and ways to say the contrary; as the pack writes them. */
  readonly synonyms: readonly string[];
  readonly opposites: readonly string[];
  /** The same value read by the grammar: more than one where a second currency or the members of a set are given. */
  readonly figures: readonly Figure[];
  /** `2025-11-03`, `2025-11`, `2025-Q3`, `2025-H1`, `2025` or null. */
  readonly time: string | null;
  readonly timeBasis: 'printed' | 'inferred';
  /** The rank in its group, computed from its references unless the pack gives one. */
  readonly rank: Rank;
  /** Counterparty, place, forecaster …: qualifier name to entity id or text. */
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
  /** Where it was written: the file as its loader named it. */
  readonly file: string;
}

/** One immutable revision of everything on record. One revision serves one check. */
export interface FactBase {
  /** Digest of all that was loaded; equal content gives an equal revision. */
  readonly revision: string;
  /** ISO date that an undated draft is read as of. */
  readonly referenceDate: string;
  readonly units: UnitTable;
  readonly types: ReadonlyMap<string, EntityType>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly statements: ReadonlyMap<string, Statement>;
  /** Every name, description and cue, for one pass over the text. */
  readonly lexicon: Lexicon;
  /** Statements by subject, then by property, in the order of the packs. */
  readonly about: ReadonlyMap<string, ReadonlyMap<string, readonly Statement[]>>;
  /** Every way to say a phrase on record, or its contrary, by subject. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** The same by each form of the word that a phrase opens with: few sentences have one. */
  readonly phraseOpenings: ReadonlyMap<string, readonly Phrase[]>;
  /** Deal ids by party. */
  readonly dealsByParty: ReadonlyMap<string, readonly string[]>;
  /** Whom a person leads: by person, the subjects of the posts that only one holds at a time. */
  readonly leads: ReadonlyMap<string, readonly string[]>;
  /** Entity ids by what they are part of. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
  /** The types of entities that have parties: deals, and whatever a pack calls the like. */
  readonly dealTypes: ReadonlySet<string>;
  /** The nouns of those types, singular and plural, in small letters. */
  readonly dealNouns: ReadonlySet<string>;
  /** The types of those parties: who may be on the other side of a deal. */
  readonly partyTypes: ReadonlySet<string>;
  /** The properties whose values are persons or parties: words of theirs make a figure of a name beside them. */
  readonly naming: ReadonlySet<string>;
  /** The entity types that are values of some property: what a name in a draft may state. */
  readonly valueTypes: ReadonlySet<string>;
  /** Ids of the statements that answer the same question as a statement, itself included: its group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** One parsed pack file. `data` is what a YAML parser made of it; nothing in it is trusted yet. */
export interface PackFile {
  /** The loader's name for it (a path); comes back in issues and statements. */
  readonly file: string;
  /** Which pack it belongs to: the loader's name for the folder. */
  readonly pack: string;
  readonly data: unknown;
}

/** A mistake in a pack, at its node. */
export interface PackIssue {
  /** Stable kebab code: `unknown-source`, `unreadable-value`, `duplicate-id` … */
  readonly code: string;
  /** `information`: no mistake, but something that its writer should know of. */
  readonly severity: 'error' | 'warning' | 'information';
  /** Capital, no full stop: what is, then what should be. */
  readonly message: string;
  readonly file: string;
  /** Keys and indices from the root of the file's data to the node; the loader turns it into an offset. */
  readonly path: readonly (string | number)[];
  /** The other entry that the message speaks of. */
  readonly other?: Pick<PackIssue, 'file' | 'path'>;
}
