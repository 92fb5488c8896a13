export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const notes = new Map<string, Note>();
const sessions = new Set<string>();

/** Fills the store anew. */
export function resetStore(): void {
  notes.clear();
  sessions.clear();
  notes.set('1', { id: '1', title: 'Shopping', text: 'Milk and tea' });
}

export async function findNote(id: string): Promise<Note | undefined> {
  return notes.get(id);
}

export async function findNoteByTitle(title: string): Promise<Note | undefined> {
  return [...notes.values()].find((note) => note.title === title);
}

export async function createNote(title: string, text: string): Promise<Note> {
  const note = { id: String(notes.size + 1), title, text };
  notes.set(note.id, note);
  return note;
}

export async function deleteNote(note: Note): Promise<void> {
  notes.delete(note.id);
}

/** A token for those who know the password, nothing for others. */
export async function logIn(name: string, password: string): Promise<string | undefined> {
  if (name !== 'ada' || password !== 'analytical') return undefined;
  const token = `token-${sessions.size + 1}`;
  sessions.add(token);
  return token;
}

export async function isLoggedIn(token: string): Promise<boolean> {
  return sessions.has(token);
}

resetStore();
