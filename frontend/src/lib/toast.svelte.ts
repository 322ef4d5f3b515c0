interface Note {
  id: number;
  text: string;
}
let notes = $state<Note[]>([]);
let last = 0;

/** What was done, said once at the bottom for six seconds. Never for errors: those stand where they happened. */
export const toasts = {
  get all(): readonly Note[] {
    return notes;
  },
  say(text: string): void {
    const id = (last += 1);
    notes = [...notes, { id, text }];
    setTimeout(() => {
      notes = notes.filter((note) => note.id !== id);
    }, 6000);
  },
};
