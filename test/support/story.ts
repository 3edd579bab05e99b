import type { Accepted, reportClient, Shown } from './report-client.ts'

type Client = ReturnType<typeof reportClient>
type Stage = { client: Client; settle: () => Promise<void> }
type Ending = { report: Accepted; status: string[] }

/** What the tellings of one story add to the counts. */
export const STORY = { reports: 4, reporters: 3, complaints: 3 }

/**
 * A little of everything, under lines and numbers of the story's own: two reports of one call, one of nobody's, one that is
 * amended to another line and number, one that is withdrawn. Each is folded before it changes.
 */
export async function tellStory(n: number, { client, settle }: Stage): Promise<Ending[]> {
  const [line, other, caller] = [phone(n, 0), phone(n, 1), phone(n, 2)]
  const call = {
    callerId: caller,
    receivedAt: '2011-05-02T10:03',
    message: 'Your polling place has moved to the arena on Mill Road.',
  }
  const reporter = { phone: line }
  const [first, second, nobodys, moving, leaving] = await Promise.all([
    client.post({ call, riding: 'Guelph', reporter }),
    client.post({ call: { ...call, receivedAt: '2011-05-02T10:20', callerId: `+1 ${caller}` }, reporter }),
    client.post({ call: { ...call, message: 'A recording.' } }),
    client.post({ call: { ...call, receivedAt: '2011-05-02T15:00' }, riding: 'Vancouver South', reporter }),
    client.post({ call: { ...call, callerId: phone(n, 3) }, riding: 'Laurier', reporter: { phone: other } }),
  ])
  await settle()
  await Promise.all([
    client.put(moving!, { call: { ...call, callerId: 'private' }, reporter: { phone: other } }),
    client.withdraw(leaving!),
  ])
  await settle()
  return [
    { report: first!, status: ['counted', 'merged'] },
    { report: second!, status: ['counted', 'merged'] },
    { report: nobodys!, status: ['counted'] },
    { report: moving!, status: ['counted'] },
    { report: leaving!, status: ['withdrawn'] },
  ]
}

/** The reports whose end is another than the story's. */
export async function misled(endings: Ending[], { show }: Pick<Client, 'show'>): Promise<Shown[]> {
  const shown = await Promise.all(endings.map(async ({ report }) => await show(report)))
  const [first, second] = shown
  const areOne = first?.complaintId === second?.complaintId && first?.status !== second?.status
  return shown.filter(({ status }, i) => !areOne || !endings[i]?.status.includes(status))
}

// Fictional numbers: NXX-555-0100 to 0199.
function phone(n: number, which: number): string {
  return `${['519', '604', '450', '613'][which]}-555-01${String(n).padStart(2, '0')}`
}
