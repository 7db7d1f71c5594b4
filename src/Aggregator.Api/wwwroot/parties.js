// What the codes of parties stand for, read once for the page's life.
import { readParties } from "./api.js";

let names = new Map();

/** Reads the names; the page shows codes alone where they can't be read. */
export async function loadParties() {
  const { parties } = await readParties();
  names = new Map(parties.map(party => [party.code, party.name]));
}

/** A code as people call what it stands for; anything else as it is. */
export const nameOf = code => names.get(code) ?? code;

/** A party of an event: its own name with the code's, or either. */
export function partyName({ name, code }) {
  if (!code) return name;
  return name && name !== nameOf(code) ? `${name} (${nameOf(code)})` : nameOf(code);
}
