export const store = { notes: new Map(), shares: new Map() };

/** Empties the store but for one note of Ada's. */
export function fillStore() {
  store.notes.clear();
  store.shares.clear();
  store.notes.set('1', { id: '1', owner: 'ada', text: 'Buy tea' });
}

export async function findNote(id) {
  return id === undefined ? undefined : store.notes.get(id);
}

/** Fails now and then, as databases do. */
export async function saveNote(note) {
  if (note.text === 'fail') throw new Error('disk /dev/sdb1 is full');
  store.notes.set(note.id, note);
  return note;
}

export async function findShareByEmail(email) {
  return [...store.shares.values()].find((share) => share.email === email);
}

fillStore();
