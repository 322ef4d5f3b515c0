/** One line of the terms of a post, in words. */
export interface Fact {
  label: string;
  text: string;
}

export interface Change {
  label: string;
  before: string;
  after: string;
}

/** The lines that differ between two versions. */
export function changes(before: Fact[], after: Fact[]): Change[] {
  const old = new Map(before.map((fact) => [fact.label, fact.text]));
  const now = new Map(after.map((fact) => [fact.label, fact.text]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? "–", after: now.get(label) ?? "–" }))
    .filter((change) => change.before !== change.after);
}
