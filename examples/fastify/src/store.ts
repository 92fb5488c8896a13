export interface Tool {
  readonly id: string;
  readonly name: string;
  lentTo: string | undefined;
}

export interface Member {
  readonly email: string;
  readonly name: string;
}

export const store = {
  tools: new Map<string, Tool>(),
  members: new Map<string, Member>(),
};

/** Empties the store and puts two tools on its shelves. */
export function fillStore(): void {
  store.tools.clear();
  store.members.clear();
  store.tools.set('drill', { id: 'drill', name: 'Cordless drill', lentTo: undefined });
  store.tools.set('saw', { id: 'saw', name: 'Jigsaw', lentTo: 'ada@example.com' });
}

export async function findTool(id: string): Promise<Tool | undefined> {
  return store.tools.get(id);
}

export async function findMember(email: string): Promise<Member | undefined> {
  return store.members.get(email);
}

/** Fails now and then, as databases do. */
export async function saveMember(member: Member): Promise<Member> {
  if (member.name === 'Bobby Tables') throw new Error('connection to members@10.0.0.7 lost');
  store.members.set(member.email, member);
  return member;
}

fillStore();
