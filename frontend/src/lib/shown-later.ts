/** A part of a page that is shown only once another part is there: meanwhile, or without that part, its failure is nobody's. */
export function shownLater<T>(part: Promise<T>): Promise<T> {
  part.catch(() => undefined);
  return part;
}
