/**
 * A memory of what was made under a key for an object that never changes, for as long as that lives.
 * An edit leaves most of a draft as it was: what is said of that need not be put into words again.
 */
export function remembered<Owner extends object, Made>(): (
  owner: Owner,
  key: string,
  make: () => Made,
) => Made {
  const known = new WeakMap<Owner, Map<string, Made>>();
  return (owner, key, make) => {
    const ofOwner = known.get(owner) ?? new Map<string, Made>();
    known.set(owner, ofOwner);
    const made = ofOwner.get(key) ?? make();
    ofOwner.set(key, made);
    return made;
  };
}
